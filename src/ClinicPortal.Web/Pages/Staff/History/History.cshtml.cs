using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Who changed what, when and why; and the way back.</summary>
public sealed class HistoryModel(ClinicDbContext db, CatalogueEditor editor, TimeProvider clock) : StaffPageModel
{
    private const int SetsOnAPage = 20;
    private const int ChangesOfASet = 4;
    private const int ChangesOfTheOnlySet = 200;
    private const int MostNamed = 5;

    public override string Title => "History";

    /// <summary>A path or the beginning of one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Criterion { get; set; }

    /// <summary>Only what is older than this change set.</summary>
    [BindProperty(SupportsGet = true)]
    public int Before { get; set; }

    /// <summary>Only this change set.</summary>
    [BindProperty(SupportsGet = true)]
    public int Set { get; set; }

    [BindProperty]
    public int Change { get; set; }

    /// <summary>The newest change when the page was made: what came later, whoever presses a button there has not seen.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public RowNames Places { get; private set; } = null!;

    public IReadOnlyList<SavedTogether> Sets { get; private set; } = [];

    public bool HasOlder => Set == 0 && Sets.Count == SetsOnAPage;

    /// <summary>What can be restored as a whole: a treatment, or a question across treatments.</summary>
    public string? Whole => (Place?.Split('/'), Criterion) switch
    {
        (["treatments", var slug], null or "") => $"all of {Places.NameOf($"treatments/{slug}").Split(':')[0]}",
        (null or [""], { Length: > 0 }) => $"{Places.NameOf($"criteria/{Criterion}")} of all treatments",
        _ => null,
    };

    public string Address(int before = 0) =>
        $"{StaffMap.History.Path}?place={Uri.EscapeDataString(Place ?? "")}&criterion={Uri.EscapeDataString(Criterion ?? "")}"
        + (before == 0 ? "" : $"&before={before}");

    /// <summary>Restores the row as it was after the change.</summary>
    public Task<IActionResult> OnPostRestoreAsync(CancellationToken cancel) => RestoreAsync(change => change, cancel);

    /// <summary>Restores the row as it was before the change.</summary>
    public Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancel) =>
        RestoreAsync(change => new() { Path = change.Path, Version = change.Version - 1, After = change.Before }, cancel);

    public async Task<IActionResult> OnPostRestoreAllAsync(CancellationToken cancel)
    {
        Places = await RowNames.OfAsync(db, cancel);
        if (Whole is not { } whole)
            return await RefuseAsync("Choose a treatment or a question first.", cancel);
        var signature = Sign(clock.GetUtcNow(), $"Back to how it stood after change {Change}");
        try
        {
            return await RestoreAllAsync(whole, signature, cancel);
        }
        catch (MissingEntryException missing)
        {
            return await RefuseAsync(Unrestorable(RunningText.StartUpperCase(whole), missing), cancel);
        }
    }

    private async Task<IActionResult> RestoreAllAsync(string whole, Signature signature, CancellationToken cancel) =>
        await editor.RestoreAllAsync(Place, Criterion, Change, Seen, signature, cancel) switch
        {
            RestoreOutcome.Restored { Count: var count } => RedirectTo(
                Address(),
                $"{RunningText.StartUpperCase(Grammar.Count(count, "place"))} of {whole} restored. Patients see it after the next "
                    + "publication."),
            RestoreOutcome.Conflict conflict => await RefuseAsync(
                $"Nothing was restored, because this has changed since you opened the page: {NamesOf(conflict.Paths)}. "
                + "Look at the changes below and choose again.", cancel),
            _ => throw new InvalidOperationException("An outcome that this page does not know."),
        };

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Places = await RowNames.OfAsync(db, cancel);
        // Before the list is read, so that nothing counts as seen that does not stand in it.
        Seen = await db.Changes.MaxAsync(change => (int?)change.Id, cancel) ?? 0;
        Sets = await (Set > 0
            ? db.SavedTogetherAsync(null, null, Set + 1, 1, ChangesOfTheOnlySet, cancel)
            : db.SavedTogetherAsync(Place?.Trim(), Criterion?.Trim(), Before, SetsOnAPage, ChangesOfASet, cancel));
        return Page();
    }

    private string NamesOf(IReadOnlyList<string> paths) => Grammar.List(paths.Count <= MostNamed
        ? paths.Select(Places.NameOf)
        : [.. paths.Take(MostNamed - 1).Select(Places.NameOf), Grammar.Count(paths.Count - MostNamed + 1, "other place")]);

    private async Task<IActionResult> RestoreAsync(Func<FieldChange, FieldChange> which, CancellationToken cancel)
    {
        if (await db.Changes.AsNoTracking().SingleOrDefaultAsync(change => change.Id == Change, cancel) is not { } change)
            return await RefuseAsync("There is no such change. Look for it in the list below.", cancel);
        var then = which(change);
        var names = await RowNames.OfAsync(db, cancel);
        var name = names.NameOf(change.Path);
        try
        {
            if (!await editor.RestoreAsync(then, Sign(clock.GetUtcNow(), $"Back to version {then.Version}"), cancel))
                return RedirectTo(Address(), $"{name} is already the same as version {then.Version}.");
        }
        catch (MissingEntryException missing)
        {
            return await RefuseAsync(Unrestorable(name, missing), cancel);
        }
        var archived = RowPath.Parse(change.Path) is { Part: null } row ? await db.ArchivedNamedByAsync(row.Kind, row.Handle, cancel) : [];
        return RedirectTo(
            Address(),
            $"{name}: version {then.Version} restored. Patients see it after the next publication."
                + (archived.Count == 0 ? "" : $" {SaveMessages.Archived(archived.Select(names.NameOf))}"));
    }

    private static string Unrestorable(string name, MissingEntryException missing) =>
        $"{name} cannot be restored: it refers to the {missing.Kind.Label} \"{missing.Handle}\", which no longer exists. "
        + "Nothing was changed. Open it and edit it by hand instead.";
}

using System.Globalization;
using System.Text.Json;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Who changed what, when and why; and the way back.</summary>
public sealed class HistoryModel(
    ClinicDbContext db, CatalogueEditor editor, CatalogueStructure structure, Batches batches, ClinicCalendar calendar, TimeProvider clock)
    : StaffPageModel
{
    /// <summary>Of the words that are looked for.</summary>
    public const int LongestWord = 200;

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

    /// <summary>Only what this person saved.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    /// <summary>Only what was saved on that day of the clinic's or later, as a browser writes days.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    /// <summary>Only changes of texts in which it stands, before or after.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Word { get; set; }

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

    /// <summary>The change set to undo.</summary>
    [BindProperty]
    public int Undone { get; set; }

    /// <summary>What has changed since stays as it is, and the rest is undone.</summary>
    [BindProperty]
    public bool Others { get; set; }

    /// <summary>Some of the set that was to be undone has changed since.</summary>
    public bool HasChangedSince { get; private set; }

    public RowNames Places { get; private set; } = null!;

    /// <summary>Those who have ever saved something.</summary>
    public IReadOnlyList<string> People { get; private set; } = [];

    /// <summary>What the list is narrowed to, as the page's address and its forms keep it.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Kept =>
    [
        .. from one in new (string Name, string? Value)[]
           {
               ("place", Place), ("criterion", Criterion), ("person", Person), ("from", From), ("to", To), ("word", Word),
           }
           where !string.IsNullOrWhiteSpace(one.Value)
           select KeyValuePair.Create(one.Name, one.Value),
    ];

    public IReadOnlyList<SavedTogether> Sets { get; private set; } = [];

    /// <summary>Where the search stopped because it had read too much: before which set it goes on.</summary>
    public int? GoOn { get; private set; }

    public bool HasOlder => Set == 0 && Sets.Count == SetsOnAPage;

    /// <summary>What can be restored as a whole: a treatment, or a question across treatments.</summary>
    public string? Whole => (Place?.Split('/'), Criterion) switch
    {
        (["treatments", var slug], null or "") => $"all of {Places.NameOf($"treatments/{slug}").Split(':')[0]}",
        (null or [""], { Length: > 0 }) => $"the “{Places.Criterion(Criterion)}” answers of all treatments",
        _ => null,
    };

    public string Address(int before = 0) => StaffMap.History.Path + QueryString.Create(
        [.. Kept.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)),
        .. before == 0 ? [] : new[] { KeyValuePair.Create("before", (string?)before.ToString(CultureInfo.InvariantCulture)) }]);

    /// <summary>Makes every row that a change set touched say what it said before.</summary>
    public async Task<IActionResult> OnPostUndoAllAsync(CancellationToken cancel)
    {
        if (await db.ChangeSets.AsNoTracking().SingleOrDefaultAsync(set => set.Id == Undone, cancel) is not { } set)
            return await RefuseAsync("There is no such change. Look for it in the list below.", cancel);
        Set = set.Id;
        try
        {
            var by = Sign(clock.GetUtcNow(), $"Undoes what {set.By} saved on {calendar.FormatMoment(set.At)}");
            switch (await batches.UndoAsync(set.Id, Others, by, cancel))
            {
                case RestoreOutcome.Restored { Count: 0 }:
                    return RedirectTo(Address(), "There was nothing left to undo: everything is as it was before.");
                case RestoreOutcome.Restored { Count: var count }:
                    return RedirectTo(
                        Address(),
                        $"Undone: {RunningText.CountOf(count, "entry is as it was", "entries are as they were")} before. Patients will see "
                            + $"{(count == 1 ? "it" : "them")} after the next publication.");
                case RestoreOutcome.Conflict { Paths: var changed }:
                    HasChangedSince = true;
                    Places = await RowNames.OfAsync(db, cancel);
                    return await RefuseAsync(
                        $"Nothing was undone, because this has changed since: {NamesOf(changed)}. Undo the later changes first, or press "
                        + "\"Undo the rest\" to leave it as it is now.", cancel);
                default:
                    throw new InvalidOperationException("An outcome that this page does not know.");
            }
        }
        catch (MissingEntryException missing)
        {
            return await RefuseAsync(Unrestorable("This", missing), cancel);
        }
    }

    /// <summary>Restores the row as it was after the change.</summary>
    public Task<IActionResult> OnPostRestoreAsync(CancellationToken cancel) => RestoreAsync(change => change, cancel);

    /// <summary>Restores the row as it was before the change.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancel) =>
        await db.Changes.AsNoTracking().SingleOrDefaultAsync(change => change.Id == Change, cancel) is { } change
        && await UndoRenameAsync(change, Sign(clock.GetUtcNow(), $"Back to version {change.Version - 1}"), cancel) is { } renamed
            ? renamed
            : await RestoreAsync(change => new() { Path = change.Path, Version = change.Version - 1, After = change.Before }, cancel);

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
            RestoreOutcome.Restored { Count: 0 } => RedirectTo(
                Address(), "There was nothing to restore: no entry has changed since then."),
            RestoreOutcome.Restored { Count: var count } => RedirectTo(
                Address(),
                $"Restored: {whole} ({RunningText.CountOf(count, "entry", "entries")}). Patients will see "
                    + $"{(count == 1 ? "it" : "them")} after the next publication."),
            RestoreOutcome.Conflict conflict => await RefuseAsync(
                $"Nothing was restored, because this has changed since you opened the page: {NamesOf(conflict.Paths)}. "
                + "Look at the changes below and choose again.", cancel),
            _ => throw new InvalidOperationException("An outcome that this page does not know."),
        };

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Places = await RowNames.OfAsync(db, cancel);
        // Before the list is read, so that nothing counts as seen that does not stand in it.
        Seen = await db.NewestChangeAsync(cancel);
        People = await db.ChangeSets.Select(set => set.By).Distinct().Order().ToListAsync(cancel);
        (Sets, GoOn) = await (Set > 0
            ? db.SavedTogetherAsync(new(), Set + 1, 1, ChangesOfTheOnlySet, cancel)
            : db.SavedTogetherAsync(Filter(), Before, SetsOnAPage, ChangesOfASet, cancel));
        return Page();
    }

    private HistoryFilter Filter() => new(Place?.Trim(), Criterion?.Trim())
    {
        By = string.IsNullOrWhiteSpace(Person) ? null : Person,
        From = calendar.StartOf(ModelState, "From", From),
        To = calendar.EndOf(ModelState, "To", To),
        Word = WordOf(Word?.Trim()),
    };

    private string? WordOf(string? typed)
    {
        var problems = FormInput.Problems("field \"Containing the words\"", typed, LongestWord).ToList();
        problems.ForEach(problem => ModelState.AddModelError("", problem));
        return problems.Count == 0 ? typed : null;
    }

    private string NamesOf(IReadOnlyList<string> paths) => Grammar.List(paths.Count <= MostNamed
        ? paths.Select(Places.NameOf)
        : [.. paths.Take(MostNamed - 1).Select(Places.NameOf), Grammar.Count(paths.Count - MostNamed + 1, "other place")]);

    /// <returns>None, where the change gave no other address.</returns>
    private async Task<IActionResult?> UndoRenameAsync(FieldChange change, Signature by, CancellationToken cancel)
    {
        if (await structure.UndoRenameAsync(change, by, cancel) is not { } outcome)
            return null;
        var name = (await RowNames.OfAsync(db, cancel)).NameOf(await db.CurrentPathAsync(change.Path, cancel));
        return outcome switch
        {
            RenameOutcome.Renamed => RedirectTo(
                Address(), $"{name} has its old address again. After the next publication, the newer address will lead to it."),
            RenameOutcome.Already => RedirectTo(Address(), $"{name} already has that address. Nothing was changed."),
            RenameOutcome.Taken => await RefuseAsync(
                $"{name} cannot have its old address again: something else uses it now. Nothing was changed.", cancel),
            RenameOutcome.RenamedMeanwhile => await RefuseAsync(
                $"The address of {name} has been changed again since then. Undo that change first.", cancel),
            _ => throw new InvalidOperationException("An outcome that this page does not know."),
        };
    }

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
                return RedirectTo(
                    Address(), await KeptAsync(name, then, cancel) is { } only
                        ? $"Nothing was changed. {only}"
                        : $"{name} is already the same as version {then.Version}.");
        }
        catch (MissingEntryException missing)
        {
            return await RefuseAsync(Unrestorable(name, missing), cancel);
        }
        var archived = RowPath.Parse(change.Path) is { Part: null } row ? await db.ArchivedNamedByAsync(row.Kind, row.Handle, cancel) : [];
        return RedirectTo(
            Address(),
            $"{name}: version {then.Version} restored. Patients see it after the next publication."
                + (await KeptAsync(name, then, cancel) is { } kept ? $" {kept}" : "")
                + (archived.Count == 0 ? "" : $" {SaveMessages.Archived(archived.Select(names.NameOf))}"));
    }

    /// <summary>What restoring a row leaves as it is, because it touches more than the row; none, where it was the same then.</summary>
    private async Task<string?> KeptAsync(string name, FieldChange then, CancellationToken cancel)
    {
        if (then.After is null || RowPath.Parse(await db.CurrentPathAsync(then.Path, cancel)) is not { Part: null } row
            || await db.FindAsync(row.Kind, row.Handle, cancel) is not var (now, _, _))
            return null;
        var said = JsonSerializer.Deserialize(then.After, row.Kind.EntryType, ContentJson.Options)!;
        return (said, now) switch
        {
            (CriterionEntry before, CriterionEntry after) when before.Kind != after.Kind =>
                $"\"{name}\" is still answered by {ValueKinds.Of(after.Kind).Label}. To change that, open the question and choose how "
                    + "it is answered.",
            _ when row.Kind.CanBeRenamed && row.Kind.HandleOf(said) is var former && former != row.Handle =>
                $"The address of \"{name}\" still ends in \"{row.Handle}\", not \"{former}\". To change the address, open \"{name}\" and "
                    + "choose a new one.",
            _ => null,
        };
    }

    private static string Unrestorable(string name, MissingEntryException missing) =>
        $"{name} cannot be restored: it refers to the {missing.Kind.Label} \"{missing.Handle}\", which no longer exists. "
        + "Nothing was changed. Open it and edit it by hand instead.";
}

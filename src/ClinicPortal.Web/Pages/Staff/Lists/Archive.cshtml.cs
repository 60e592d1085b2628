using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Takes a row of any kind out of use, once it is plain what uses it; and into use again.</summary>
public sealed class ArchiveModel(ClinicDbContext db, CatalogueStructure structure, TimeProvider clock) : StaffPageModel, IRowPage
{
    /// <summary>More uses than these are counted and not listed.</summary>
    public const int ListedUses = 50;

    private string _name = "";

    public override string Title => $"{(IsArchived ? "Restore" : "Archive")}: {_name}";

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Lists, new(StaffKinds.Of(Kind).Plural, StaffMap.ListOfKind(List))];

    [FromRoute]
    public string List { get; set; } = "";

    [FromRoute]
    public string Entry { get; set; } = "";

    /// <summary>What patients read in its place.</summary>
    [BindProperty]
    public string? ReplacedBy { get; set; }

    public CatalogueKind Kind { get; private set; } = null!;

    public string Row => $"{List}/{Entry}";

    public bool IsArchived { get; private set; }

    /// <summary>Where it is named.</summary>
    public IReadOnlyList<Crumb> Uses { get; private set; } = [];

    /// <summary>Others in use that can stand in for it.</summary>
    public IReadOnlyList<Choice> Others { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var others = await OthersAsync(cancel);
        if (Choices.Unknown(Kind.Label, others, [ReplacedBy]).ToList() is { Count: > 0 } problems)
            return await RefuseAsync(problems, cancel);
        var by = string.IsNullOrEmpty(ReplacedBy) ? null : ReplacedBy;
        return Done(
            await structure.ArchiveAsync(Kind, Entry, by, Sign(clock.GetUtcNow()), cancel),
            $"\"{_name}\" is archived. Patients see that after the next publication.");
    }

    public async Task<IActionResult> OnPostRestoreAsync(CancellationToken cancel)
    {
        var changed = await structure.RestoreAsync(Kind, Entry, Sign(clock.GetUtcNow()), cancel);
        var missing = await db.ArchivedNamedByAsync(Kind, Entry, cancel);
        var names = missing.Count == 0 ? null : await RowNames.OfAsync(db, cancel);
        return Done(
            changed,
            $"\"{_name}\" is restored. Patients see that after the next publication."
                + (names is null ? "" : $" {SaveMessages.Archived(missing.Select(names.NameOf))}"));
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (IsArchived)
            return Page();
        Others = await OthersAsync(cancel);
        var names = await RowNames.OfAsync(db, cancel);
        Uses = [.. (await db.UsesAsync(Kind, Entry, cancel)).Select(path => new Crumb(names.NameOf(path), StaffMap.Address(path)))];
        return Page();
    }

    public async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (CatalogueKinds.FindByList(List) is not { } kind || await db.FindAsync(kind, Entry, cancel) is not { } row)
            return false;
        (Kind, IsArchived) = (kind, row.Archived);
        _name = kind is ContrastKind ? (await RowNames.OfAsync(db, cancel)).NameOf(Row) : FormInput.Shown(kind.TitleOf(row.Entry));
        return true;
    }

    private IActionResult Done(bool changed, string message) =>
        RedirectTo(StaffMap.ListOfKind(List), changed ? message : SaveMessages.Nothing);

    private async Task<IReadOnlyList<Choice>> OthersAsync(CancellationToken cancel) => !Kind.CanBeReplaced ? []
        : [.. (await db.LinesAsync(Kind, cancel)).Where(line => !line.Archived && line.Handle != Entry)
            .Select(line => new Choice(line.Handle, LocalText.English(line.Title)))];
}

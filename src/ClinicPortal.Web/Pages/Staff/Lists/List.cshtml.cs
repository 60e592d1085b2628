using System.Globalization;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>The rows of any kind: their order, copies, and the way out of use and back.</summary>
public sealed class ListModel(ClinicDbContext db, CatalogueEditor editor, CatalogueStructure structure, TimeProvider clock)
    : StaffPageModel, IRowPage
{
    private const string Unknown = "What you chose is no longer in this list under that name. Choose again from the list below.";

    public override string Title => StaffKinds.Of(Kind).Plural;

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Lists];

    [FromRoute]
    public string List { get; set; } = "";

    /// <summary>Which row a button belongs to.</summary>
    [BindProperty]
    public string? Handle { get; set; }

    /// <summary>The place to which a row moves, counted from 1.</summary>
    [BindProperty]
    public string? Place { get; set; }

    public CatalogueKind Kind { get; private set; } = null!;

    public string Row => List;

    /// <summary>Those in use, under their headings.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<CatalogueLine> Lines)> InUse { get; private set; } = [];

    public IReadOnlyList<CatalogueLine> Archived { get; private set; } = [];

    public Task<IActionResult> OnPostUpAsync(CancellationToken cancel) => MoveAsync(place => place - 1, cancel);

    public Task<IActionResult> OnPostDownAsync(CancellationToken cancel) => MoveAsync(place => place + 1, cancel);

    public async Task<IActionResult> OnPostMoveAsync(CancellationToken cancel) =>
        int.TryParse(Place, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place > 0
            ? await MoveAsync(_ => place - 1, cancel)
            : await RefuseAsync("Write the place as a whole number from 1: 1 is the first.", cancel);

    public async Task<IActionResult> OnPostCopyAsync(CancellationToken cancel)
    {
        if (!Kind.CanBeCopied || Handle is null || await db.FindAsync(Kind, Handle, cancel) is null)
            return await RefuseAsync(Unknown, cancel);
        return await editor.CopyAsync(Kind, Handle, Sign(clock.GetUtcNow()), cancel) switch
        {
            SaveOutcome<object>.Saved saved => RedirectTo(
                StaffMap.Address(saved.Path), "This is the copy. Give it a name of its own, and change what is different."),
            SaveOutcome<object>.Doubled doubled => await RefuseAsync(
                $"There is already a copy called \"{FormInput.Shown(doubled.Title)}\". Give that one a name of its own first.", cancel),
            _ => throw new InvalidOperationException("An outcome that this page does not know."),
        };
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var lines = await db.LinesAsync(Kind, cancel);
        if (Kind is ContrastKind)
        {
            var names = await RowNames.OfAsync(db, cancel);
            lines = [.. lines.Select(line => line with { Title = names.NameOf(Kind.PathOf(line.Handle)) })];
        }
        var headings = Kind == CatalogueKinds.Criterion ? await db.LinesAsync(CatalogueKinds.Group, cancel) : [];
        InUse =
        [
            .. lines.Where(line => !line.Archived).GroupBy(line => line.Heading)
                .Select(group => (Heading: headings.FirstOrDefault(one => one.Handle == group.Key), Lines: group.ToList()))
                .OrderBy(group => headings.ToList().IndexOf(group.Heading!))
                .Select(group => (group.Heading?.Title ?? "", (IReadOnlyList<CatalogueLine>)group.Lines)),
        ];
        Archived = [.. lines.Where(line => line.Archived)];
        return Page();
    }

    public Task<bool> LoadAsync(CancellationToken cancel)
    {
        Kind = CatalogueKinds.FindByList(List)!;
        return Task.FromResult(Kind is not null);
    }

    private async Task<IActionResult> MoveAsync(Func<int, int> move, CancellationToken cancel)
    {
        if (Handle is null || await db.FindAsync(Kind, Handle, cancel) is null)
            return await RefuseAsync(Unknown, cancel);
        var place = await structure.MoveAsync(Kind, Handle, move, Sign(clock.GetUtcNow()), cancel);
        return RedirectTo(
            $"{StaffMap.ListOfKind(List)}#row-{Handle}",
            place is { } now
                ? string.Create(CultureInfo.InvariantCulture, $"Moved to place {now + 1}. Patients see that after the next publication.")
                : SaveMessages.Nothing);
    }
}

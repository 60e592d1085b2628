using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Gives a row another name in addresses; the one that patients may have kept leads on.</summary>
public sealed class RenameModel(ClinicDbContext db, CatalogueStructure structure, TimeProvider clock) : StaffPageModel, IRowPage
{
    private object _entry = null!;

    public override string Title => $"Change the address: {Name}";

    public override IReadOnlyList<Crumb> Crumbs => [new(Name, StaffMap.Address(Row))];

    [FromRoute]
    public string List { get; set; } = "";

    [FromRoute]
    public string Entry { get; set; } = "";

    /// <summary>As typed: a name will do, and becomes one for addresses.</summary>
    [BindProperty]
    public string? Slug { get; set; }

    public CatalogueKind Kind { get; private set; } = null!;

    public string Row => $"{List}/{Entry}";

    public string Name => Kind.TitleOf(_entry);

    public IReadOnlyList<string> Former => Kind.FormerHandlesOf(_entry);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var slug = Core.Catalogue.Slug.From(Slug ?? "");
        if (slug is "" or StaffMap.New)
            return await RefuseAsync("Use at least one letter or number. \"new\" on its own cannot be used.", cancel);
        if (slug == Entry)
            return RedirectTo(StaffMap.Address(Row), SaveMessages.Nothing);
        return await structure.RenameAsync(Kind, Entry, slug, Sign(clock.GetUtcNow()), cancel) switch
        {
            RenameOutcome.Renamed => RedirectTo(
                StaffMap.Address(Kind.PathOf(slug)),
                $"From the next publication the address ends in \"{slug}\", and the old address leads to it."),
            RenameOutcome.Taken => await RefuseAsync(
                $"The address \"{slug}\" is or was used for another {Kind.Label}. Choose a different one.", cancel),
            RenameOutcome.RenamedMeanwhile => RedirectTo(
                StaffMap.Rename(List, RowPath.Parse(await db.CurrentPathAsync(Row, cancel))!.Handle),
                $"Not changed to \"{slug}\": somebody else has just changed this address. Check it below, and change it again if you "
                    + "need to."),
            RenameOutcome.Already => RedirectTo(StaffMap.Address(Kind.PathOf(slug)), SaveMessages.Nothing),
            _ => throw new InvalidOperationException("An outcome that this page does not know."),
        };
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Slug ??= Core.Catalogue.Slug.From(Name);
        return Task.FromResult<IActionResult>(Page());
    }

    public async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (CatalogueKinds.FindByList(List) is not { CanBeRenamed: true } kind || await db.FindAsync(kind, Entry, cancel) is not { } row)
            return false;
        (Kind, _entry) = (kind, row.Entry);
        return true;
    }
}

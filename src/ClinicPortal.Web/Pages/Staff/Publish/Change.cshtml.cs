using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>One pending row where patients read it: the page of now, and the page with this change alone.</summary>
public sealed class PendingChangeModel(ClinicDbContext db, Edition edition) : StaffPageModel
{
    public override string Title => $"Before and after: {Names.NameOf(Place)}";

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Publish];

    /// <summary>The path of the row.</summary>
    [FromRoute]
    public string Place { get; set; } = "";

    public RowNames Names { get; private set; } = null!;

    /// <summary>None, where patients read it as it is saved.</summary>
    public PendingRow? Pending { get; private set; }

    public PreviewFrame Before => new(PreviewView.Change(Place).Before().StartAddress, "What patients read now");

    public PreviewFrame After => new(PreviewView.Change(Place).StartAddress, "With this change");

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Names = await RowNames.OfAsync(db, cancel);
        Pending = (await db.PendingAsync(edition.Number, cancel)).FirstOrDefault(row => row.Path == Place);
        if (Pending is null && !CatalogueEditor.CanRestore(Place))
            return NotFound();
        return Page();
    }
}

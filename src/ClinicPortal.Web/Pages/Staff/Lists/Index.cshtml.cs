using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Everything of which the catalogue holds a list, from the register of kinds.</summary>
public sealed class ListsModel(ClinicDbContext db) : StaffPageModel
{
    public override string Title => "Lists";

    public IReadOnlyList<(CatalogueKind Kind, int InUse, int Archived)> Lists { get; private set; } = [];

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var lists = new List<(CatalogueKind, int, int)>();
        foreach (var kind in CatalogueKinds.All.OrderBy(kind => StaffKinds.Of(kind).Plural, StringComparer.Ordinal))
        {
            var (inUse, archived) = await db.CountAsync(kind, cancel);
            lists.Add((kind, inUse, archived));
        }
        Lists = lists;
        return Page();
    }
}

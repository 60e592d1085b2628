using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>The registry of sources; a citation is always a row here.</summary>
public sealed class SourceRegistryModel(ClinicDbContext db) : StaffPageModel
{
    public override string Title => "Sources";

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<(Source Source, int Cited)> Found { get; private set; } = [];

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var cited = await db.CitationsAsync(cancel);
        var words = (Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var sources = await db.Sources.OrderBy(source => source.Archived).ThenBy(source => source.Position)
            .AsNoTracking().ToListAsync(cancel);
        Found =
        [
            .. from source in sources
               let text = $"{source.Reference} {source.Doi} {source.Pmid} {source.Slug}"
               where words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
               select (source, cited.GetValueOrDefault(source.Id)),
        ];
        return Page();
    }
}

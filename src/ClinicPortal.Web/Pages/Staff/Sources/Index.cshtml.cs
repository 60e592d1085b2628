using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>The registry of sources; a citation is always a row here.</summary>
public sealed class SourceRegistryModel(ClinicDbContext db) : StaffPage
{
    public override string Title => "Sources";

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<(Source Source, int Cited)> Found { get; private set; } = [];

    protected override async Task<IActionResult> ShowAsync()
    {
        var cited = await db.CitationsAsync();
        var words = (Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var sources = await db.Sources.OrderBy(source => source.Archived).ThenBy(source => source.Position).AsNoTracking().ToListAsync();
        Found = [.. sources.Where(source => words.All(word => $"{source.Reference} {source.Doi} {source.Pmid} {source.Slug}".Contains(word, StringComparison.OrdinalIgnoreCase))).Select(source => (source, cited.GetValueOrDefault(source.Id)))];
        return Page();
    }
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>The registry of sources; a citation is always a row here.</summary>
public sealed class SourceRegistryModel(ClinicDbContext db, DoiChecks dois) : StaffPageModel
{
    public override string Title => "Sources";

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>By DOI.</summary>
    public IReadOnlyDictionary<string, DoiCheck> Unknown { get; private set; } = new Dictionary<string, DoiCheck>();

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
        Unknown = await db.DoiChecks.Where(check => !check.IsKnown).ToDictionaryAsync(check => check.Doi, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostDoisAsync(CancellationToken cancel)
    {
        var report = await dois.AskAsync(cancel);
        string?[] said =
        [
            report.Known + report.Unknown.Count == 0 ? null
                : $"DOIs checked: {report.Known + report.Unknown.Count}. Known to doi.org: {report.Known}.",
            report.Unknown.Count == 0 ? null
                : $"Not known to doi.org: {report.Unknown.Count}. They are marked below: correct each one in its source, or remove it.",
            report.Left == 0 ? null : $"doi.org did not answer for {Grammar.Count(report.Left, "DOI")}. Try again later.",
            report is { Known: 0, Unknown.Count: 0, Left: 0 } ? "No source has a DOI." : null,
        ];
        return RedirectTo(StaffMap.Sources.Path, string.Join(' ', said.OfType<string>()));
    }
}

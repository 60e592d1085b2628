using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>The rows of the store by the names that staff know them by: "PRP: Onset" for <c>treatments/prp/answers/onset</c>.</summary>
public sealed class RowNames
{
    private RowNames() { }

    /// <summary>Slug and name, in the order of the catalogue.</summary>
    public required IReadOnlyDictionary<string, string> Treatments { get; init; }

    public required IReadOnlyDictionary<string, string> Criteria { get; init; }

    public required IReadOnlyDictionary<string, string> Concerns { get; init; }

    public static async Task<RowNames> OfAsync(ClinicDbContext db) => new()
    {
        Treatments = (await db.Treatments.OrderBy(row => row.Position).Select(row => new { row.Slug, Name = row.ShortName ?? row.Name }).ToListAsync()).ToDictionary(row => row.Slug, row => row.Name.ToString()),
        Criteria = (await db.Criteria.OrderBy(row => row.Position).Select(row => new { row.Slug, row.Term }).ToListAsync()).ToDictionary(row => row.Slug, row => row.Term.ToString()),
        Concerns = (await db.Concerns.OrderBy(row => row.Position).Select(row => new { row.Slug, row.Name }).ToListAsync()).ToDictionary(row => row.Slug, row => row.Name.ToString()),
    };

    public string NameOf(string path) => path.Split('/') switch
    {
        ["treatments", var treatment, "answers", var criterion] => $"{Treatment(treatment)}: {Criteria.GetValueOrDefault(criterion, criterion)}",
        ["treatments", var treatment, "concerns", var concern] => $"{Treatment(treatment)} for {RunningText.StartLowerCase(Concerns.GetValueOrDefault(concern, concern))}",
        [var kind, "new"] => $"A new {kind.TrimEnd('s')}",
        ["treatments", var treatment] => $"{Treatment(treatment)}: names and summary",
        ["criteria", var criterion] => $"The question \"{Criteria.GetValueOrDefault(criterion, criterion)}\"",
        ["concerns", var concern] => $"The concern \"{Concerns.GetValueOrDefault(concern, concern)}\"",
        ["contrasts", var pair] => Grammar.List(pair.Split("-vs-").Select(Treatment)) + " compared",
        ["clinic"] => "The clinic",
        ["glossary", var term] => $"The word \"{term}\"",
        [var kind, var key] => $"{RunningText.StartUpperCase(kind).TrimEnd('s')} {key}",
        _ => path,
    };

    private string Treatment(string slug) => Treatments.GetValueOrDefault(slug, slug);
}

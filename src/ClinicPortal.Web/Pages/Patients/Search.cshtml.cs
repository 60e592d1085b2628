using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Searching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>What somebody looks for is nobody's business: the answer is kept nowhere, and the query is in no log.</summary>
[ResponseCache(NoStore = true)]
public sealed class SearchModel(Edition edition) : PageModel, IPatientPage
{
    public string Query { get; private set; } = "";

    public bool HasQuery => Query.Length > 0;

    public IReadOnlyList<SearchHit> Hits { get; private set; } = [];

    public string Heading => HasQuery ? $"Search: {Query}" : "Search";

    public PageMeta Meta => new()
    {
        Title = Heading,
        Description = "Find a treatment, a concern or a word by any of its names.",
        Path = "/search",
        NoIndex = HasQuery,
        Crumbs = [new("Search", "/search")],
    };

    public void OnGet(string? q)
    {
        var asked = new string([.. (q ?? "").Where(letter => !char.IsControl(letter))]).Trim();
        Query = asked.Length > SearchIndex.LongestQuery ? asked[..SearchIndex.LongestQuery] : asked;
        Hits = edition.Search.Find(Query);
    }

    public static string AddressOf(SearchHit hit) => hit.Kind switch
    {
        SearchKind.Treatment => $"/treatments/{hit.Slug}",
        SearchKind.Concern => $"/concerns/{hit.Slug}",
        SearchKind.GlossaryTerm => $"/glossary#{hit.Slug}",
        _ => throw new InvalidOperationException($"No address for {hit.Kind}."),
    };

    public static string KindOf(SearchHit hit) => hit.Kind switch
    {
        SearchKind.Treatment => "Treatment",
        SearchKind.Concern => "Concern",
        SearchKind.GlossaryTerm => "Glossary",
        _ => throw new InvalidOperationException($"No word for {hit.Kind}."),
    };
}

using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Searching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>What somebody looks for is nobody's business: the answer is kept nowhere, and the query is in no log.</summary>
[ResponseCache(NoStore = true)]
public sealed class SearchModel(Edition edition) : PageModel, IPatientPage
{
    private const int MostNear = 3;

    public string Query { get; private set; } = "";

    public bool HasQuery => Query.Length > 0;

    public IReadOnlyList<SearchHit> Hits { get; private set; } = [];

    /// <summary>What may have been meant, where nothing was found.</summary>
    public IReadOnlyList<NearMatch> Near { get; private set; } = [];

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
        Query = asked.Length > SearchIndex.MaxQueryLength ? asked[..SearchIndex.MaxQueryLength] : asked;
        Hits = SearchIndex.Of(edition).Find(Query);
        Near = Hits.Count == 0 ? SearchIndex.Of(edition).Nearest(Query, MostNear) : [];
    }

    public static string AddressOf(SearchKind kind, string slug) => kind switch
    {
        SearchKind.Treatment => $"/treatments/{slug}",
        SearchKind.Concern => $"/concerns/{slug}",
        SearchKind.Term => $"/glossary#{slug}",
        _ => throw new InvalidOperationException($"No address for {kind}."),
    };

    public static string KindOf(SearchHit hit) => hit.Kind switch
    {
        SearchKind.Treatment => "Treatment",
        SearchKind.Concern => "Concern",
        SearchKind.Term => "Glossary",
        _ => throw new InvalidOperationException($"No word for {hit.Kind}."),
    };
}

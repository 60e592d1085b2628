using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Searching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>What somebody looks for is nobody's business: the answer is kept nowhere, and the query is in no log.</summary>
[ResponseCache(NoStore = true)]
public sealed class SearchModel(Edition edition, Market market) : PageModel, IPatientPage
{
    private const int MostNear = 3;

    public string Query { get; private set; } = "";

    public bool HasQuery => Query.Length > 0;

    public IReadOnlyList<SearchHit> Hits { get; private set; } = [];

    /// <summary>What may have been meant, where nothing was found.</summary>
    public IReadOnlyList<NearMatch> Near { get; private set; } = [];

    /// <summary>The reader seems to get ready for something.</summary>
    public bool HasDateInMind { get; private set; }

    /// <summary>The market keeps something out of the answers.</summary>
    public bool IsIncomplete { get; } = !edition.Treatments.All(market.MayNameInSearch);

    public string Heading => HasQuery ? $"Search: {Query}" : "Search";

    public PageMeta Meta => new()
    {
        Title = Heading,
        Description = "Find a treatment, a concern or a word by any of its names.",
        Path = SiteMap.Search.Path,
        NoIndex = HasQuery,
        Crumbs = [SiteMap.Search],
    };

    public void OnGet(string? q)
    {
        var asked = new string([.. (q ?? "").Where(letter => !char.IsControl(letter))]).Trim();
        Query = asked.Length > SearchIndex.MaxQueryLength ? asked[..SearchIndex.MaxQueryLength] : asked;
        HasDateInMind = DateInMind.IsIn(Query);
        var index = SearchIndex.Of(edition, market);
        Hits = index.Find(Query);
        Near = Hits.Count == 0 ? index.Nearest(Query, MostNear) : [];
    }

    /// <summary>The serious risks of what is found: neither a benefit nor a price stands anywhere without them.</summary>
    public string? RisksOf(SearchHit hit) =>
        hit.Kind is SearchKind.Treatment or SearchKind.Row && edition.FindTreatment(hit.Slug) is { Baseline: false } treatment
            && edition.FindCriterion(CriterionRole.SeriousRisks) is { } criterion && criterion.Slug != hit.Criterion
        ? $"{criterion.Term}: {RunningText.StartLowerCase(
            Brief.Of(edition, criterion, edition.FindAnswer(treatment.Slug, criterion.Slug)))}"
        : null;

    public static string AddressOf(SearchHit hit) => hit.Kind switch
    {
        SearchKind.Concern => $"{SiteMap.Concerns.Path}/{hit.Slug}",
        SearchKind.Comparison => hit.Comparison!.ToString(),
        SearchKind.Treatment => $"{SiteMap.Treatments.Path}/{hit.Slug}",
        SearchKind.Row => $"{SiteMap.Treatments.Path}/{hit.Slug}#{hit.Criterion}",
        SearchKind.Term => $"/glossary#{hit.Slug}",
        _ => throw new InvalidOperationException($"No address for {hit.Kind}."),
    };

    public static string AddressOf(NearMatch near) =>
        $"{(near.Kind == SearchKind.Concern ? SiteMap.Concerns : SiteMap.Treatments).Path}/{near.Slug}";

    public static string KindOf(SearchHit hit) => hit.Kind switch
    {
        SearchKind.Concern => "Concern",
        SearchKind.Comparison => "Side by side",
        SearchKind.Treatment => "Treatment",
        SearchKind.Row => "Question",
        SearchKind.Term => "Glossary",
        _ => throw new InvalidOperationException($"No word for {hit.Kind}."),
    };
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Searching;

/// <summary>
/// Tells which comparisons a query asks for: "prp vs meso", "prp or mesotherapy for hair loss". Whole names are read first, the longest
/// before the shorter; then single words that stand in the names of treatments and in none of a concern ("hair" alone is no transplant).
/// </summary>
internal sealed class NamedTreatments(Edition edition, SearchDocument[] documents, SearchIndex index)
{
    // "Laser or peel" may mean either peel. More than these would be guessing.
    private const int MostComparisons = 4;

    /// <summary>None, unless the query names two to four treatments.</summary>
    public IReadOnlyList<(SearchHit Hit, double Named)> ComparisonsIn(SearchQuery query, QueryScorer scorer)
    {
        var mentions = Merged(MentionsIn(query.Typed));
        if (mentions.Count is < ComparisonAddress.FewestTreatments or > ComparisonAddress.MostTreatments)
            return [];

        var naming = mentions.SelectMany(mention => mention.Words).Select(at => query.Typed[at]).ToHashSet();
        int[] left = [.. Enumerable.Range(0, query.Asked.Count).Where(word => !naming.Contains(query.Asked[word]))];
        int[] ofConcerns = [.. left.Where(word => Concerns.Any(concern => scorer.IsNamed(concern, word)))];
        var concern = ConcernNamedBy(ofConcerns, scorer);
        var named = scorer.WeightOf(
            Enumerable.Range(0, query.Asked.Count).Except(concern is null ? left : left.Except(ofConcerns)));
        return
        [
            .. Choices(mentions).Take(MostComparisons)
                .Select(choice =>
                    ComparisonAddress.Of(edition, choice.Select(document => edition.FindTreatment(documents[document].Slug)!)))
                .Select(address => (HitOf(address with { Concern = concern }), named)),
        ];
    }

    private List<Mention> MentionsIn(IReadOnlyList<string> words)
    {
        var mentions = new List<Mention>();
        var read = new bool[words.Count];
        for (var length = words.Count; length > 0; length--)
            for (var start = 0; start + length <= words.Count; start++)
                if (!read.AsSpan(start, length).Contains(true) && WholeNameOf([.. words.Skip(start).Take(length)]) is { Count: > 0 } named)
                {
                    read.AsSpan(start, length).Fill(true);
                    mentions.Add(new([.. Enumerable.Range(start, length)], named));
                }
        for (var at = 0; at < words.Count; at++)
            if (!read[at] && !CommonWords.Stop.Contains(words[at]))
                mentions.Add(new([at], OnlyTreatments([.. index.NamedBy(words[at])])));
        mentions.RemoveAll(mention => mention.Treatments.Count == 0 || !mention.Treatments.All(IsTreatment));
        return mentions;
    }

    // Where a concern has the name too, the words are taken by it, so that no single one of them is read again.
    private HashSet<int> WholeNameOf(IReadOnlyList<string> words) =>
        [
            .. index.WholeNames(string.Concat(words))
            .Select(name => name.Document)
            .Where(document => IsTreatment(document) || IsConcern(document))];

    private HashSet<int> OnlyTreatments(HashSet<int> named) => named.Any(IsConcern) ? [] : [.. named.Where(IsTreatment)];

    // "Chemical peel" are two words for the same treatments: what names one of them in common names only those.
    private static List<Mention> Merged(List<Mention> mentions)
    {
        var merged = new List<Mention>();
        foreach (var mention in mentions)
        {
            var (words, treatments) = (mention.Words, mention.Treatments);
            while (merged.FirstOrDefault(other => other.Treatments.Overlaps(treatments)) is { } same)
            {
                merged.Remove(same);
                (words, treatments) = ([.. words, .. same.Words], [.. treatments.Intersect(same.Treatments)]);
            }
            merged.Add(new(words, treatments));
        }
        return merged;
    }

    private static IEnumerable<IReadOnlyList<int>> Choices(IEnumerable<Mention> mentions) => mentions.Aggregate(
        (IEnumerable<IReadOnlyList<int>>)[[]],
        (choices, mention) =>
            choices.SelectMany(choice => mention.Treatments.Order().Select(document => (IReadOnlyList<int>)[.. choice, document])));

    private IEnumerable<int> Concerns => Enumerable.Range(0, documents.Length).Where(IsConcern);

    // None, where several have all of these words.
    private ConcernEntry? ConcernNamedBy(int[] words, QueryScorer scorer) =>
        words.Length > 0 && Concerns.Where(concern => words.All(word => scorer.IsNamed(concern, word))).ToList() is [var one]
            ? edition.FindConcern(documents[one].Slug)
            : null;

    private static SearchHit HitOf(ComparisonAddress address)
    {
        var snippet = address.Concern is { } concern ? $"For {RunningText.NameOf(concern)}" : "";
        return new(SearchKind.Comparison, address.Slugs, address.Names, SearchField.Name, snippet, 0, 0, 0) { Comparison = address };
    }

    private bool IsTreatment(int document) => documents[document].Kind == SearchKind.Treatment;

    private bool IsConcern(int document) => documents[document].Kind == SearchKind.Concern;

    /// <summary>Words of the query, by where they stand, and the treatments that they may mean.</summary>
    private sealed record Mention(IReadOnlyList<int> Words, HashSet<int> Treatments);
}

using ClinicPortal.Core.Publishing;

namespace ClinicPortal.Core.Searching;

public enum SearchKind
{
    Treatment,
    Concern,
    GlossaryTerm,
}

/// <summary>One answer of a search; <paramref name="Snippet"/> is plain text.</summary>
public sealed record SearchHit(SearchKind Kind, string Slug, string Title, string Snippet);

/// <summary>
/// Finds treatments, concerns and glossary terms of one edition by name, other names, concern and text, without accents and with small
/// typing mistakes. Words are found through their trigrams and judged by edit distance; names weigh more than concerns, concerns more than text.
/// </summary>
public sealed class SearchIndex
{
    public const int LongestQuery = 200;
    public const int MostHits = 50;
    private const int MostWords = 10;
    private static readonly IReadOnlySet<string> NoWords = new HashSet<string>();

    private readonly List<SearchDocument> _documents;
    private readonly Vocabulary _vocabulary = new();

    private SearchIndex(IEnumerable<SearchDocument> documents)
    {
        _documents = [.. documents];
        for (var number = 0; number < _documents.Count; number++)
        {
            foreach (var (text, weight) in _documents[number].Fields)
                _vocabulary.Add(text, number, weight);
        }
    }

    public static SearchIndex Of(Edition edition) => new(SearchDocument.AllOf(edition));

    /// <summary>Best first; nothing for a query without letters or digits. Of a longer query only the first 200 characters and ten words count.</summary>
    public IReadOnlyList<SearchHit> Find(string query) =>
        [.. Rank(query).Select(found => _documents[found.Document].HitFor(found.Words)).Take(MostHits)];

    /// <summary>What a mistyped slug or name may have meant.</summary>
    public IReadOnlyList<SearchHit> Nearest(string name, SearchKind kind, int count) =>
        [.. Rank(name).Where(found => _documents[found.Document].Kind == kind && found.Score >= FieldWeight.Concern)
            .Select(found => _documents[found.Document].HitFor(NoWords)).Take(count)];

    private IEnumerable<(int Document, double Score, IReadOnlySet<string> Words)> Rank(string query)
    {
        var words = SearchText.WordsOf(query.Length > LongestQuery ? query[..LongestQuery] : query).Distinct().Take(MostWords).ToList();
        var scores = new Dictionary<int, (double Score, int Matched, HashSet<string> Words)>();
        foreach (var word in words)
        {
            foreach (var (document, match) in _vocabulary.Find(word))
            {
                var (score, matched, found) = scores.GetValueOrDefault(document, (0, 0, []));
                found.Add(match.Word);
                scores[document] = (score + match.Score, matched + 1, found);
            }
        }
        // Half of what was asked for must be there, and what has all of it comes well before what has some.
        return scores
            .Where(found => found.Value.Matched * 2 >= words.Count)
            .Select(found => (Document: found.Key, Score: found.Value.Score / words.Count * found.Value.Matched / words.Count, (IReadOnlySet<string>)found.Value.Words))
            .OrderByDescending(found => found.Score)
            .ThenBy(found => found.Document);
    }
}

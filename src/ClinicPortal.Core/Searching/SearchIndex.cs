using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;

namespace ClinicPortal.Core.Searching;

/// <summary>
/// Finds concerns, comparisons, treatments, their answers and terms of one edition in memory. What answers more of the query by names comes
/// first; what answers as much of it comes in the order of <see cref="SearchKind"/>; prose comes after names. A word is found exactly, by
/// its beginning, by its sound, and, where it is no word that the clinic writes, by resemblance to a name. Same edition and query, same
/// result.
/// </summary>
public sealed class SearchIndex
{
    public const int MaxHits = 50;
    public const int MaxQueryLength = SearchQuery.MaxLength;
    public const int MaxQueryWords = SearchQuery.MaxWords;

    // A search name of more words is a phrase, of which one word alone says little: "peel" is not "orange peel skin".
    private const int MostWordsThatCountAlone = 2;

    private static readonly ConditionalWeakTable<Edition, ConcurrentDictionary<Market, SearchIndex>> Built = [];

    private readonly SearchDocument[] _documents;
    private readonly Vocabulary _vocabulary = new();
    private readonly List<List<Posting>> _postings = [];
    private readonly Dictionary<string, List<Posting>> _wholeNames = new(StringComparer.Ordinal);
    private readonly NearNames _near;
    private readonly NamedTreatments _named;

    private SearchIndex(Edition edition, Market market)
    {
        _documents = [.. SearchDocument.In(edition, market)];
        for (var document = 0; document < _documents.Length; document++)
            for (var field = 0; field < _documents[document].Fields.Count; field++)
                Index(document, field);
        _vocabulary.Freeze();
        _near = new NearNames(_documents);
        _named = new NamedTreatments(edition, _documents, this);
    }

    /// <summary>The index of the edition, built when it is first asked for and forgotten with the edition.</summary>
    public static SearchIndex Of(Edition edition, Market market) =>
        Built.GetValue(edition, _ => new()).GetOrAdd(market, (asked, read) => Build(read, asked), edition);

    /// <summary>A new index; <see cref="Of"/> is for everything but measuring.</summary>
    public static SearchIndex Build(Edition edition, Market market) => new(edition, market);

    /// <summary>At most <see cref="MaxHits"/>, best first. What holds no word (signs, control characters) finds nothing.</summary>
    public IReadOnlyList<SearchHit> Find(string? text)
    {
        var query = SearchQuery.Of(text);
        if (query.Typed.Count == 0)
            return [];

        var scorer = new QueryScorer(_documents.Length, query.Asked.Count);
        for (var i = 0; i < query.Asked.Count; i++)
        {
            CountWord(query.Asked[i], i, scorer);
            if (i + 1 < query.Asked.Count)
                CountJoined(query.Asked[i] + query.Asked[i + 1], i, scorer);
        }
        var whole = string.Concat(query.Typed);
        foreach (var (document, field) in WholeNames(whole))
            scorer.AddWholeName(document, _vocabulary.Add(whole), field, _documents[document].Fields[field].Field);
        return [.. InOrder([.. scorer.Ranked()], _named.ComparisonsIn(query, scorer)).Take(MaxHits)];
    }

    /// <summary>Treatments and concerns whose name or slug resembles what an address or a reader named; nearest first.</summary>
    public IReadOnlyList<NearMatch> Nearest(string? slugOrName, int count) => _near.To(SearchQuery.Cut(slugOrName ?? ""), count);

    /// <summary>The documents and fields of which the joined words are the whole name.</summary>
    internal IEnumerable<(int Document, int Field)> WholeNames(string joined) =>
        _wholeNames.GetValueOrDefault(joined, []).Select(name => (name.Document, name.Field));

    /// <summary>The documents of which the word stands in a name, spelt right or else misspelt.</summary>
    internal IEnumerable<int> NamedBy(string word)
    {
        int[] spelt = [.. DocumentsOf(_vocabulary.Spelt(word))];
        return spelt.Length > 0 ? spelt : DocumentsOf(_vocabulary.Resembling(word));
    }

    private IEnumerable<int> DocumentsOf(List<WordMatch> matches) => matches.SelectMany(match => _postings[match.Word])
        .Where(posting => FieldOf(posting) <= SearchField.SearchName).Select(posting => posting.Document);

    private SearchField FieldOf(Posting posting) =>
        posting.IsPart ? SearchField.Text : _documents[posting.Document].Fields[posting.Field].Field;

    private void Index(int document, int field)
    {
        var (kind, text, _) = _documents[document].Fields[field];
        if (kind != SearchField.Text)
        {
            IndexName(document, field, kind, text);
            return;
        }
        for (var reader = new Tokenizer(PlainText.Of(text), stackalloc char[SearchText.MaxWordLength]); reader.Read();)
            Post(reader.Word, document, field);
    }

    // A name's words are also indexed two and two and all as one, because people write "hairloss".
    private void IndexName(int document, int field, SearchField kind, string name)
    {
        string[] words = [.. SearchText.Words(name).Select(word => word.Word)];
        var telling = SearchQuery.Telling(words);
        var isPhrase = kind == SearchField.SearchName && telling.Length > MostWordsThatCountAlone;
        foreach (var word in words)
            Post(word, document, field, isPhrase);
        for (var i = 1; i < telling.Length; i++)
            Post(telling[i - 1] + telling[i], document, field);
        foreach (var word in words)
            if (!isPhrase)
                _vocabulary.AddToNames(_vocabulary.Add(word));
        if (words.Length == 0 || kind is SearchField.Concern or SearchField.Treatment)
            return;
        var whole = string.Concat(words);
        Post(whole, document, field);
        _vocabulary.AddToNames(_vocabulary.Add(whole));
        (_wholeNames.TryGetValue(whole, out var known) ? known : _wholeNames[whole] = []).Add(new(document, field));
    }

    // Fields come strongest first, so the first field of a document that holds a word is the only one that counts.
    private void Post(ReadOnlySpan<char> word, int document, int field, bool isPart = false)
    {
        var id = _vocabulary.Add(word);
        if (id == _postings.Count)
            _postings.Add([]);
        if (_postings[id] is var postings && (postings.Count == 0 || postings[^1].Document != document))
            postings.Add(new(document, field, isPart));
    }

    private void CountWord(string word, int at, QueryScorer scorer)
    {
        if (!Count(_vocabulary.Spelt(word), SearchField.Text, at, at, scorer))
            Count(_vocabulary.Resembling(word), SearchField.Treatment, at, at, scorer);
    }

    // "Micro needling" means "microneedling"; what matches so answers both words.
    private void CountJoined(string word, int first, QueryScorer scorer)
    {
        if (!Count(_vocabulary.Spelt(word), SearchField.Treatment, first, first + 1, scorer))
            Count(_vocabulary.Resembling(word), SearchField.Treatment, first, first + 1, scorer);
    }

    private bool Count(List<WordMatch> matches, SearchField weakest, int from, int to, QueryScorer scorer)
    {
        var isNamed = false;
        foreach (var match in matches)
            foreach (var posting in _postings[match.Word])
                if (FieldOf(posting) is var field && field <= weakest)
                {
                    isNamed |= field != SearchField.Text;
                    for (var word = from; word <= to; word++)
                        scorer.Add(posting.Document, word, match, posting.Field, field);
                }
        return isNamed;
    }

    private IEnumerable<SearchHit> InOrder(List<Ranked> ranked, IReadOnlyList<(SearchHit Hit, double Named)> comparisons) =>
        ranked.Select(one => (IsFirst: IsNameOfAThing(one), one.Named, Held: one.Named > 0 ? 1.0 : one.Held, one.Score, Hit: HitOf(one)))
            .Concat(comparisons.Select(one => (IsFirst: false, one.Named, Held: 1.0, one.Hit.Score, one.Hit)))
            .OrderByDescending(one => one.IsFirst).ThenByDescending(one => one.Named).ThenByDescending(one => one.Held)
            .ThenBy(one => one.Hit.Kind).ThenByDescending(one => one.Score)
            .ThenBy(one => one.Hit.Slug, StringComparer.Ordinal).ThenBy(one => one.Hit.Criterion, StringComparer.Ordinal)
            .Select(one => one.Hit);

    // A row and a term explain things; the thing itself comes before what explains a word of its name.
    private bool IsNameOfAThing(Ranked one) => one.IsWhole && _documents[one.Document].Kind is SearchKind.Concern or SearchKind.Treatment;

    private SearchHit HitOf(Ranked ranked)
    {
        var document = _documents[ranked.Document];
        var (field, text, shown) = document.Fields[ranked.Field];
        var (snippet, start, length) = shown is not null ? (shown, 0, 0)
            : field == SearchField.Text ? Snippet.Around(_vocabulary[ranked.Word], PlainText.Of(text))
            : Snippet.OfName(_vocabulary[ranked.Word], text);
        return new(document.Kind, document.Slug, document.Name, field, snippet, start, length, ranked.Score)
        {
            Criterion = document.Criterion,
        };
    }

    /// <param name="Document">By its number.</param>
    /// <param name="Field">Of the document, by its number.</param>
    /// <param name="IsPart">The word alone says no more than a word of prose.</param>
    private readonly record struct Posting(int Document, int Field, bool IsPart = false);
}

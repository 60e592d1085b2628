using System.Runtime.CompilerServices;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Searching;

/// <summary>
/// Finds treatments, concerns and terms of one edition in memory. A name counts more than another name, that more than a concern's name,
/// and any name more than prose. A word is found exactly, by its beginning, by its sound, and, where no name has it in any of these ways,
/// by resemblance. The more of the query's rarer words a thing holds, the higher it stands. Same edition and query, same result.
/// </summary>
public sealed class SearchIndex
{
    public const int MaxHits = 50;
    public const int MaxQueryLength = 200;
    public const int MaxQueryWords = 10;

    // Names are few and well known, so a loose likeness is right more often than not; prose holds a word like any other.
    private const double NameLikeness = 0.45;
    private const double TextLikeness = 0.65;
    private const double JoinedLikeness = 0.7;

    private static readonly ConditionalWeakTable<Edition, SearchIndex> Built = [];

    private readonly SearchDocument[] _documents;
    private readonly Vocabulary _vocabulary = new();
    private readonly List<List<Posting>> _postings = [];
    private readonly Dictionary<string, List<Posting>> _wholeNames = new(StringComparer.Ordinal);
    private readonly NearNames _near;

    private SearchIndex(Edition edition)
    {
        _documents = [.. SearchDocument.In(edition)];
        for (var document = 0; document < _documents.Length; document++)
            for (var field = 0; field < _documents[document].Fields.Count; field++)
                Index(document, field);
        _vocabulary.Freeze();
        _near = new NearNames(_documents);
    }

    /// <summary>The index of the edition, built when it is first asked for and forgotten with the edition.</summary>
    public static SearchIndex Of(Edition edition) => Built.GetValue(edition, Build);

    /// <summary>A new index; <see cref="Of"/> is for everything but measuring.</summary>
    public static SearchIndex Build(Edition edition) => new(edition);

    /// <summary>At most <see cref="MaxHits"/>, best first. What holds no word (signs, control characters) finds nothing.</summary>
    public IReadOnlyList<SearchHit> Find(string? query)
    {
        var words = WordsOf(query ?? "");
        if (words.Length == 0)
            return [];

        var tally = new QueryScorer(_documents.Length, words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            CountWord(words[i], i, tally);
            if (i + 1 < words.Length)
                CountJoined(words[i] + words[i + 1], i, tally);
        }
        var whole = string.Concat(words);
        if (_wholeNames.TryGetValue(whole, out var named))
            foreach (var (document, field) in named)
                tally.AddWholeName(document, _vocabulary.Add(whole), field, _documents[document].Fields[field].Field);
        return [.. tally.Ranked(Order).Take(MaxHits).Select(HitOf)];
    }

    /// <summary>Treatments and concerns whose name or slug resembles what an address or a reader named; nearest first.</summary>
    public IReadOnlyList<NearMatch> Nearest(string? slugOrName, int count) => _near.To(Cut(slugOrName ?? ""), count);

    private static string Cut(string query) => query.Length > MaxQueryLength ? query[..MaxQueryLength] : query;

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
        var words = WordsOf(name);
        foreach (var word in words)
            Post(word, document, field);
        for (var i = 1; i < words.Length; i++)
            Post(words[i - 1] + words[i], document, field);
        if (words.Length == 0 || kind == SearchField.Concern)
            return;
        var whole = string.Concat(words);
        Post(whole, document, field);
        (_wholeNames.TryGetValue(whole, out var known) ? known : _wholeNames[whole] = []).Add(new(document, field));
    }

    private static string[] WordsOf(string query) => [.. SearchText.Words(Cut(query)).Take(MaxQueryWords).Select(word => word.Word)];

    // Fields come strongest first, so the first field of a document that holds a word is the only one that counts.
    private void Post(ReadOnlySpan<char> word, int document, int field)
    {
        var id = _vocabulary.Add(word);
        if (id == _postings.Count)
            _postings.Add([]);
        if (_postings[id] is var postings && (postings.Count == 0 || postings[^1].Document != document))
            postings.Add(new(document, field));
    }

    private void CountWord(string word, int at, QueryScorer tally)
    {
        var spelt = _vocabulary.Spelt(word);
        if (Count(spelt, SearchField.Text, at, at, tally))
            return;
        Count(_vocabulary.Resembling(word, NameLikeness), SearchField.Concern, at, at, tally);
        if (spelt.Count == 0)
            Count(_vocabulary.Resembling(word, TextLikeness), SearchField.Text, at, at, tally);
    }

    // "Micro needling" means "microneedling"; what matches so answers both words.
    private void CountJoined(string word, int first, QueryScorer tally)
    {
        if (!Count(_vocabulary.Spelt(word), SearchField.Concern, first, first + 1, tally))
            Count(_vocabulary.Resembling(word, JoinedLikeness), SearchField.Concern, first, first + 1, tally);
    }

    private bool Count(List<WordMatch> matches, SearchField weakest, int from, int to, QueryScorer tally)
    {
        var named = false;
        foreach (var match in matches)
            foreach (var posting in _postings[match.Word])
                if (_documents[posting.Document].Fields[posting.Field].Field is var field && field <= weakest)
                {
                    named |= field != SearchField.Text;
                    for (var word = from; word <= to; word++)
                        tally.Add(posting.Document, word, match, posting.Field, field);
                }
        return named;
    }

    private int Order(int one, int other) =>
        _documents[one].Kind != _documents[other].Kind
            ? _documents[one].Kind.CompareTo(_documents[other].Kind)
            : string.CompareOrdinal(_documents[one].Slug, _documents[other].Slug);

    private SearchHit HitOf(Ranked ranked)
    {
        var document = _documents[ranked.Document];
        var (field, text, shown) = document.Fields[ranked.Field];
        var (snippet, start, length) = shown is not null ? (shown, 0, 0)
            : field == SearchField.Text ? Snippet.Around(_vocabulary[ranked.Word], PlainText.Of(text))
            : Snippet.OfName(_vocabulary[ranked.Word], text);
        return new(document.Kind, document.Slug, document.Name, field, snippet, start, length, ranked.Score);
    }

    private readonly record struct Posting(int Document, int Field);
}

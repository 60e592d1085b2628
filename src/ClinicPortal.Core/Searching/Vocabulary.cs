namespace ClinicPortal.Core.Searching;

/// <summary>A word of the vocabulary that a searched word may mean, and how surely: 1 is the very word.</summary>
internal readonly record struct WordMatch(int Word, double Likeness);

/// <summary>Every different word of an edition, found by itself, by its beginning, by its sound and by resemblance.</summary>
internal sealed class Vocabulary
{
    private const int ShortestPrefix = 2;
    private const int ShortestSoundPrefix = 4;
    private const int ShortestFuzzy = 4;
    private const int ShortestPlural = 4;

    // Two slips in a word of eight letters may break six of its nine pieces.
    private const double LeastShared = 0.2;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _idsBySpan;
    private readonly List<string> _words = [];
    private readonly HashSet<int> _named = [];
    private readonly TrigramIndex _trigrams = new();
    private int[] _resembled = [];
    private (string Key, int Id)[] _sorted = [];
    private (string Key, int Id)[] _sounds = [];

    public Vocabulary() => _idsBySpan = _ids.GetAlternateLookup<ReadOnlySpan<char>>();

    public string this[int id] => _words[id];

    public int Count => _words.Count;

    public int Add(ReadOnlySpan<char> word)
    {
        if (_idsBySpan.TryGetValue(word, out var id))
            return id;
        _words.Add(word.ToString());
        _ids.Add(_words[^1], _words.Count - 1);
        return _words.Count - 1;
    }

    /// <summary>The word stands in a name, so that it may be what somebody misspelt.</summary>
    public void AddToNames(int word) => _named.Add(word);

    /// <summary>After the last word has been added.</summary>
    public void Freeze()
    {
        _sorted = Sorted(_words);
        _sounds = Sorted(_words.Select(SearchText.SoundOf));
        _resembled = [.. _named.Where(word => !CommonWords.Stop.Contains(_words[word])).Order()];
        foreach (var word in _resembled)
            _trigrams.Add(SearchText.SoundOf(_words[word]));
    }

    private static (string Key, int Id)[] Sorted(IEnumerable<string> keys) =>
        [.. keys.Select((key, id) => (Key: key, Id: id)).OrderBy(pair => pair.Key, StringComparer.Ordinal)];

    /// <summary>The word itself or its singular, words that begin with it, and words that sound like it or like their beginning.</summary>
    public List<WordMatch> Spelt(string word)
    {
        var matches = new List<WordMatch>();
        if (word.Length < ShortestPrefix && _ids.TryGetValue(word, out var single))
            matches.Add(new(single, 1));
        if (word.Length >= ShortestPrefix)
            AddPrefixed(matches, _sorted, word, exact: 1, prefix: 0.8);
        if (word.Length >= ShortestPlural && word[^1] == 's' && _ids.TryGetValue(word[..^1], out var singular))
            matches.Add(new(singular, 0.95));
        // The sound counts, not the word: "zzzzqqqq" sounds like the beginning of "skin".
        if (SearchText.SoundOf(word) is { Length: >= ShortestSoundPrefix } sound)
            AddPrefixed(matches, _sounds, sound, exact: 0.9, prefix: 0.65);
        return matches;
    }

    /// <summary>
    /// Words of names that a slip of the finger makes this of: one letter more, fewer, other or changed with its neighbour, two in a long
    /// word. None for a word that is right as it is, because it is an everyday word or stands in a text of the clinic.
    /// </summary>
    public List<WordMatch> Resembling(string word)
    {
        var matches = new List<WordMatch>();
        if (!IsRight(word) && SearchText.SoundOf(word) is { Length: >= ShortestFuzzy } sound)
            foreach (var (number, similarity) in _trigrams.Similar(sound, LeastShared))
                if (Slips.AreFew(sound, SearchText.SoundOf(_words[_resembled[number]])))
                    matches.Add(new(_resembled[number], 0.6 * similarity));
        return matches;
    }

    private bool IsRight(string word) =>
        CommonWords.Stop.Contains(word) || CommonWords.Everyday.Contains(word) || _ids.ContainsKey(word);

    // The nearer a word's length is to what was typed, the likelier it is meant: "derm" is rather "derma" than "dermatologist".
    private static void AddPrefixed(List<WordMatch> matches, (string Key, int Id)[] keys, string start, double exact, double prefix)
    {
        for (var i = FirstAtOrAfter(keys, start); i < keys.Length && keys[i].Key.StartsWith(start, StringComparison.Ordinal); i++)
        {
            var ratio = (double)start.Length / keys[i].Key.Length;
            matches.Add(new(keys[i].Id, ratio == 1 ? exact : prefix + 0.1 * ratio));
        }
    }

    private static int FirstAtOrAfter((string Key, int Id)[] keys, string start)
    {
        var (low, high) = (0, keys.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(keys[middle].Key, start) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}

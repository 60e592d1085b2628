namespace ClinicPortal.Core.Searching;

/// <summary>How much a word counts by where it stands.</summary>
internal static class FieldWeight
{
    public const double Name = 10;
    public const double Concern = 4;
    public const double Text = 1;
}

/// <summary>Every word of the index with the documents it stands in, and its trigrams, through which mistyped words find it.</summary>
internal sealed class Vocabulary
{
    private const double AlikeInNames = 0.65;
    private const double AlikeInText = 0.8;
    private const int ShortestMistyped = 4;
    private const int LongestWord = 40;

    private readonly Dictionary<string, Dictionary<int, double>> _documents = [];
    private readonly Dictionary<string, List<string>> _byTrigram = [];

    /// <summary>Two neighbours of a name are also one word: people write "hairloss".</summary>
    public void Add(string text, int document, double weight)
    {
        string? before = null;
        foreach (var word in SearchText.WordsOf(text))
        {
            AddWord(word, document, weight);
            if (before is not null && weight == FieldWeight.Name)
                AddWord(before + word, document, weight * 0.9);
            before = word;
        }
    }

    /// <summary>For each document the word of it that comes nearest to <paramref name="asked"/>, with its score.</summary>
    public Dictionary<int, (string Word, double Score)> Find(string asked)
    {
        var best = new Dictionary<int, (string Word, double Score)>();
        if (asked.Length > LongestWord)
            return best;

        foreach (var word in Candidates(asked))
        {
            var alike = asked == word ? 1
                : asked.Length > 2 && word.StartsWith(asked, StringComparison.Ordinal) ? 0.9
                : asked.Length >= ShortestMistyped ? Similarity.Of(asked, word) * 0.85
                : 0;
            foreach (var (document, weight) in _documents[word])
            {
                var enough = (weight > FieldWeight.Text ? AlikeInNames : AlikeInText) * 0.85;
                if (alike >= enough && alike * weight > best.GetValueOrDefault(document).Score)
                    best[document] = (word, alike * weight);
            }
        }
        return best;
    }

    private IEnumerable<string> Candidates(string asked) =>
        Trigrams(asked).SelectMany(trigram => _byTrigram.GetValueOrDefault(trigram) ?? []).Distinct();

    private void AddWord(string word, int document, double weight)
    {
        if (word.Length > LongestWord)
            return;

        if (!_documents.TryGetValue(word, out var documents))
        {
            _documents[word] = documents = [];
            foreach (var trigram in Trigrams(word))
            {
                if (!_byTrigram.TryGetValue(trigram, out var words))
                    _byTrigram[trigram] = words = [];
                words.Add(word);
            }
        }
        documents[document] = Math.Max(weight, documents.GetValueOrDefault(document));
    }

    private static HashSet<string> Trigrams(string word)
    {
        var padded = $" {word} ";
        return [.. Enumerable.Range(0, padded.Length - 2).Select(start => padded.Substring(start, 3))];
    }
}

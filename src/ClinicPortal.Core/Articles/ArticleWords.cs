using ClinicPortal.Core.Searching;

namespace ClinicPortal.Core.Articles;

/// <summary>Some words, as they are looked for in a sentence; a star ends a word whose ending does not matter.</summary>
/// <param name="Text">As they are written.</param>
/// <param name="Words">As searching folds them.</param>
internal sealed record Phrase(string Text, IReadOnlyList<string> Words)
{
    public static Phrase Of(string text) => new(
        text.Replace("*", "", StringComparison.Ordinal),
        [.. text.Split(' ').SelectMany(word => ArticleWords.Folded(word).Select(fold => word.EndsWith('*') ? fold + '*' : fold))]);
}

/// <summary>The words of a sentence or a heading, and where phrases and names stand in them.</summary>
internal sealed class ArticleWords(string text)
{
    private const int ShortestInflected = 4;
    private const int LongestEnding = 6;

    private readonly string[] _words = [.. Folded(text)];

    public int Count => _words.Length;

    public string this[int at] => _words[at];

    /// <summary>What stands after an apostrophe is an ending: "it's", "PRP’nin".</summary>
    public static IEnumerable<string> Folded(string text) => SearchText.Words(text)
        .Select(word => (Fold: word.Word, Written: text.Substring(word.Start, word.Length)))
        .Select(word => word.Written.AsSpan().IndexOfAny('\'', '’') is > 1 and var end
            ? SearchText.Joined(word.Written[..end]) : word.Fold);

    public bool Has(Phrase phrase) => IndexOf(phrase) >= 0;

    public bool StartsWith(Phrase phrase) => phrase.Words.Count > 0 && IsAt(0, phrase, inflected: false);

    /// <summary>Below 0, where it stands nowhere.</summary>
    public int IndexOf(Phrase phrase)
    {
        for (var at = 0; phrase.Words.Count > 0 && at + phrase.Words.Count <= _words.Length; at++)
            if (IsAt(at, phrase, inflected: false))
                return at;
        return -1;
    }

    /// <param name="at">Of its first word.</param>
    /// <param name="phrase">That may stand there.</param>
    /// <param name="inflected">The last word may have an ending: a plural, or a case of Turkish.</param>
    public bool IsAt(int at, Phrase phrase, bool inflected)
    {
        if (at + phrase.Words.Count > _words.Length)
            return false;
        for (var word = 0; word < phrase.Words.Count; word++)
            if (!IsSame(_words[at + word], phrase.Words[word], inflected && word == phrase.Words.Count - 1))
                return false;
        return true;
    }

    private static bool IsSame(string word, string wanted, bool inflected) =>
        word == wanted
        || (wanted[^1] == '*' && word.AsSpan().StartsWith(wanted.AsSpan(0, wanted.Length - 1)))
        || (inflected && wanted.Length >= ShortestInflected && word.Length <= wanted.Length + LongestEnding
            && word.StartsWith(wanted, StringComparison.Ordinal));
}

using System.Buffers;

namespace ClinicPortal.Core.Wording;

/// <summary>How easy Turkish text is to read, by the formula that Ateşman made for it in 1997.</summary>
public static class TurkishReadability
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeıioöuüâîûAEIİOÖUÜÂÎÛ");

    /// <summary>As many as it has vowels, as a Turkish syllable has one; at least 1.</summary>
    public static int SyllablesIn(string word) => Math.Max(1, word.Count(letter => Vowels.Contains(letter)));

    /// <summary>
    /// About 100 is very easy; below 30 it is very hard. None where there are no words.
    /// </summary>
    /// <param name="text">Short Markdown.</param>
    public static double? EaseOf(string text)
    {
        var sentences = Readability.WordsBySentence(text).ToList();
        return sentences.Count == 0 ? null : EaseOfWords([.. sentences.SelectMany(words => words)], sentences.Count);
    }

    internal static double EaseOfWords(List<string> words, int sentences) =>
        198.825 - 40.175 * words.Sum(SyllablesIn) / words.Count - 2.610 * words.Count / sentences;
}

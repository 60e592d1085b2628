using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Wording;

/// <summary>How easy English text is to read, by the formulas that the standards for decision aids name.</summary>
/// <param name="Sentences">A line of a list is one too.</param>
/// <param name="Words">A figure is one, and so is "side-effect".</param>
/// <param name="Syllables">Of all words.</param>
/// <param name="LongWords">Words of three or more syllables.</param>
public sealed partial record Readability(int Sentences, int Words, int Syllables, int LongWords)
{
    /// <summary>SMOG was made for texts of at least 30 sentences.</summary>
    public const int FewestForSmog = 30;

    private const int LongWord = 3;

    private static readonly Readability Nothing = new(0, 0, 0, 0);

    // Kept as long as the text itself, so that an edition is counted once, and not for each page.
    private static readonly ConditionalWeakTable<LocalText, Readability> Counted = [];

    public double WordsPerSentence => (double)Words / Sentences;

    /// <summary>
    /// The grade of an American school in which it is read with ease: 6 at the age of about 11 (Kincaid and others, 1975). Not a number
    /// where there are no words.
    /// </summary>
    public double FleschKincaidGrade => 0.39 * WordsPerSentence + 11.8 * Syllables / Words - 15.59;

    /// <summary>The same by words of three or more syllables (McLaughlin, 1969); none for fewer than <see cref="FewestForSmog"/>.</summary>
    public double? SmogGrade => Sentences < FewestForSmog ? null : 1.0430 * Math.Sqrt(30.0 * LongWords / Sentences) + 3.1291;

    public static Readability Of(IEnumerable<LocalText> texts) => texts.Aggregate(
        Nothing,
        (all, text) => all.And(Counted.GetValue(text, one => Of(one.ToString()))));

    /// <param name="text">Short Markdown.</param>
    public static Readability Of(string text)
    {
        var sentences = WordsBySentence(text).ToList();
        return OfWords([.. sentences.SelectMany(words => words)], sentences.Count);
    }

    internal static Readability OfWords(List<string> words, int sentences)
    {
        var syllables = words.ConvertAll(Wording.Syllables.In);
        return new(sentences, words.Count, syllables.Sum(), syllables.Count(many => many >= LongWord));
    }

    /// <param name="text">Short Markdown.</param>
    internal static IEnumerable<List<string>> WordsBySentence(string text) =>
        SentencePlaces(text).Select(place => WordsOf(text[place])).Where(words => words.Count > 0);

    /// <summary>Where the sentences of a text stand, in chars; a line of a list is one too.</summary>
    internal static IEnumerable<Range> SentencePlaces(string text)
    {
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = text.IndexOf('\n', start) is >= 0 and var newline ? newline + 1 : text.Length;
            foreach (var place in PlainText.SentencePlaces(text[start..end]))
                yield return (start + place.Start.Value)..(start + place.End.Value);
        }
    }

    internal static List<string> WordsOf(string sentence)
    {
        var plain = PlainText.Of(sentence);
        var words = new List<string>();
        foreach (var word in Word().EnumerateMatches(plain))
            words.Add(plain.Substring(word.Index, word.Length));
        return words;
    }

    private Readability And(Readability other) =>
        new(Sentences + other.Sentences, Words + other.Words, Syllables + other.Syllables, LongWords + other.LongWords);

    [GeneratedRegex(@"[\p{L}\p{Nd}]+(?:['’.,-][\p{L}\p{Nd}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

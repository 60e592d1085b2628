using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Wording;

/// <summary>What makes one text hard to read, for whoever writes it: few hints, the worst first.</summary>
/// <param name="Sentences">At most three, and only those that are hard.</param>
/// <param name="Words">At most five long words that are neither everyday ones nor explained.</param>
public sealed record TextReadability(IReadOnlyList<HardSentence> Sentences, IReadOnlyList<string> Words)
{
    /// <summary>School grade above which an English sentence is hard.</summary>
    public const double HardestGrade = 12;

    /// <summary>Ateşman's ease below which a Turkish sentence is hard.</summary>
    public const double LeastEase = 50;

    // A formula says nothing of a few words: "Infection, inflammation, irritation." would be for scholars.
    private const int FewestWords = 10;

    // Syllables need not be counted of a word that is shorter.
    private const int ShortestWord = 7;

    public const int MostSentences = 3;

    public const int MostWords = 5;

    /// <param name="text">Short Markdown.</param>
    /// <param name="language">A culture name; in one other than English and Turkish there are no hints.</param>
    /// <param name="explained">The words that the clinic's glossary explains, in all their forms.</param>
    public static TextReadability Of(string text, string language, IReadOnlyCollection<string> explained)
    {
        if (PlainWording.Of(language) is not { } rules)
            return new([], []);
        var isTurkish = language.StartsWith("tr", StringComparison.OrdinalIgnoreCase);
        Func<string, int> syllablesIn = isTurkish ? TurkishReadability.SyllablesIn : Syllables.In;
        var sentences =
            from place in Readability.SentencePlaces(text)
            let words = Readability.WordsOf(text[place])
            where words.Count >= FewestWords
            let score = isTurkish ? TurkishReadability.EaseOfWords(words, 1) : Readability.OfWords(words, 1).FleschKincaidGrade
            where words.Count > rules.LongestSentence || (isTurkish ? score < LeastEase : score > HardestGrade)
            orderby isTurkish ? score : -score
            select new HardSentence(place.Start.Value, text[place], words.Count, score);
        var plain = PlainText.Of(text);
        var hard =
            from word in Readability.WordsOf(text).Where(word => word.Length >= ShortestWord).Distinct(StringComparer.OrdinalIgnoreCase)
            let syllables = word.Split('-').Max(syllablesIn)
            where syllables >= rules.SyllablesOfHardWord && !rules.IsEveryday(word)
                && !rules.IsExplained(plain, plain.IndexOf(word, StringComparison.Ordinal), word, explained)
            orderby syllables descending
            select word;
        return new([.. sentences.Take(MostSentences)], [.. hard.Take(MostWords)]);
    }
}

/// <param name="Start">In the text that was read, in chars.</param>
/// <param name="Words">As they stand there.</param>
/// <param name="Score">Flesch and Kincaid's grade in English, where more is harder; Ateşman's ease in Turkish, where less is.</param>
public sealed record HardSentence(int Start, string Words, int WordCount, double Score);

namespace ClinicPortal.Core.Wording;

/// <summary>
/// Names medical words and letters that nothing explains, and sentences that are too long, each with what to write instead. The words are
/// data: <c>plain.yaml</c> has the kinds, and a file for each language the words.
/// </summary>
public static class PlainWording
{
    private static readonly RulesByLanguage<PlainWordingRules> Rules = new(language => new(language));

    /// <summary>The kind of a sentence that is too long.</summary>
    public const string LongSentence = "long-sentence";

    public static IReadOnlyList<WordingRule> Kinds { get; } = WordingData.Rules("plain.yaml");

    public static IReadOnlyCollection<string> Languages => Rules.Languages;

    public static WordingRule Kind(string key) => Kinds.First(rule => rule.Kind == key);

    /// <summary>In the order of the text; a word is found where it first stands.</summary>
    /// <param name="text">Short Markdown.</param>
    /// <param name="language">A culture name, "en" or "en-GB". In a language without rules nothing is found.</param>
    /// <param name="explained">The words that the clinic's glossary explains, in all their forms.</param>
    public static IReadOnlyList<WordingFinding> Find(string text, string language, IReadOnlyCollection<string> explained) =>
        Of(language)?.Find(text, explained) ?? [];

    /// <summary>None for a language without rules.</summary>
    internal static PlainWordingRules? Of(string language) => Rules.Find(language);
}

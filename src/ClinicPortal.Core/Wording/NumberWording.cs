namespace ClinicPortal.Core.Wording;

/// <summary>
/// Names figures that a text puts into words in a way that misleads, each with the form that the portal's own figures have. The rules are
/// data: <c>numbers.yaml</c> has the kinds, and a file for each language what is looked for. A share without counts, as "half the risk", is
/// a kind of <see cref="Advertising"/>.
/// </summary>
public static class NumberWording
{
    private static readonly RulesByLanguage<NumberWordingRules> Rules = new(language => new(language));

    /// <summary>The kind of "common" and "rare" without a count, which is no rate.</summary>
    public const string FrequencyWord = "frequency-word";

    /// <summary>The kind of counts that stand together and are out of different numbers.</summary>
    public const string Denominators = "denominators";

    public static IReadOnlyList<WordingRule> Kinds { get; } = WordingData.Rules("numbers.yaml");

    public static IReadOnlyCollection<string> Languages => Rules.Languages;

    public static WordingRule Kind(string key) => Kinds.First(rule => rule.Kind == key);

    /// <summary>In the order of the text.</summary>
    /// <param name="text">Short Markdown.</param>
    /// <param name="language">A culture name, "en" or "en-GB". In a language without rules nothing is found.</param>
    public static IReadOnlyList<WordingFinding> Find(string text, string language) => FindInRow([text], language)[0];

    /// <summary>
    /// For texts that a reader compares, as several options' answers to one question: all rates are brought to one denominator. A list for
    /// each text, with what <see cref="Find"/> finds in it alone.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<WordingFinding>> FindInRow(IReadOnlyList<string> texts, string language) =>
        Rules.Find(language)?.Find(texts) ?? [.. texts.Select(_ => Array.Empty<WordingFinding>())];
}

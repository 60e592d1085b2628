namespace ClinicPortal.Core.Wording;

/// <summary>
/// Names what in a text is advertising and not information. The rules are data: <c>advertising.yaml</c> has the kinds, and a file for each
/// language what is looked for. How much they find, and how much they should not have found, is measured in docs/checks.md.
/// </summary>
public static class Advertising
{
    private static readonly RulesByLanguage<AdvertisingRules> Rules = new(language => new(language));

    private static readonly string[] Sober = ["prescription-only", "brand", "price"];

    /// <summary>All kinds, with the two that are no property of a sentence: a missing source and a missing notice.</summary>
    public static IReadOnlyList<WordingRule> Kinds { get; } = WordingData.Rules("advertising.yaml");

    /// <summary>The kind of a share without a count beside it.</summary>
    public const string RelativeRisk = "relative-risk";

    public static IReadOnlyCollection<string> Languages => Rules.Languages;

    public static WordingRule Kind(string key) => Kinds.First(rule => rule.Kind == key);

    /// <summary>What to write instead; for the kinds that no sentence has, what to add.</summary>
    public static string Proposal(string kind, string language) => Rules.Find(language)!.Proposal(kind);

    /// <summary>In the order of the text. Two kinds may name the same words.</summary>
    /// <param name="text">Short Markdown.</param>
    /// <param name="language">A culture name, "en" or "en-GB". In a language without rules nothing is found.</param>
    public static IReadOnlyList<WordingFinding> Find(string text, string language) =>
        Rules.Find(language)?.Find(text) ?? [];

    /// <summary>
    /// The same without names and sums, which are no praise: medicines, brands and prices have fields of their own, on which the rules of
    /// the clinic's market act, and a warning has to name the medicine that it is about.
    /// </summary>
    /// <inheritdoc cref="Find"/>
    public static IEnumerable<WordingFinding> FindInProse(string text, string language) =>
        Find(text, language).Where(found => !Sober.Contains(found.Rule.Kind));
}

using System.Collections.Frozen;

namespace ClinicPortal.Core.Wording;

/// <summary>
/// Names what in a text is advertising and not information. The rules are data: <c>advertising.yaml</c> has the kinds, and a file for each
/// language what is looked for. How much they find, and how much they should not have found, is measured in docs/checks.md.
/// </summary>
public static class Advertising
{
    private static readonly FrozenDictionary<string, Lazy<AdvertisingRules>> Rules =
        new[] { "en", "tr" }.ToFrozenDictionary(language => language, language => new Lazy<AdvertisingRules>(() => new(language)));

    /// <summary>All kinds, with the two that are no property of a sentence: a missing source and a missing notice.</summary>
    public static IReadOnlyList<WordingRule> Kinds { get; } = WordingData.Rules("advertising.yaml");

    /// <summary>The kind of a share without a count beside it.</summary>
    public const string RelativeRisk = "relative-risk";

    public static IReadOnlyCollection<string> Languages => Rules.Keys;

    public static WordingRule Kind(string key) => Kinds.First(rule => rule.Kind == key);

    /// <summary>What to write instead; for the kinds that no sentence has, what to add.</summary>
    public static string Proposal(string kind, string language) => Rules[language].Value.Proposal(kind);

    /// <summary>In the order of the text. Two kinds may name the same words.</summary>
    /// <param name="text">Short Markdown.</param>
    /// <param name="language">A culture name, "en" or "en-GB". In a language without rules nothing is found.</param>
    public static IReadOnlyList<WordingFinding> Find(string text, string language) =>
        Rules.TryGetValue(language.Split('-')[0].ToLowerInvariant(), out var rules) ? rules.Value.Find(text) : [];
}

namespace ClinicPortal.Core.Wording;

/// <summary>A way of writing that is looked for, and where it is said that one should not write so.</summary>
/// <param name="Kind">Its key, "guarantee"; never shown to a person.</param>
/// <param name="Why">One or two sentences for whoever wrote it.</param>
public sealed record WordingRule(string Kind, string Name, string Why, IReadOnlyList<WordingReference> References)
{
    /// <summary>No market's rule, but good practice in every one.</summary>
    public const string EveryMarket = "all";

    /// <summary>Whether law or code of a market says so, and not good practice alone.</summary>
    public bool IsRuleIn(string market) =>
        References.Any(reference => reference.Markets.Contains(market, StringComparer.OrdinalIgnoreCase));
}

/// <param name="Text">"CAP Code, rule 12.12".</param>
/// <param name="Markets">Slugs of markets, or <see cref="WordingRule.EveryMarket"/>.</param>
public sealed record WordingReference(string Text, string Address, IReadOnlyList<string> Markets);

/// <param name="Start">In the text that was read, in chars.</param>
/// <param name="Words">As they stand there.</param>
/// <param name="Proposal">What to write or do instead, in whole sentences in the language of the text.</param>
public sealed record WordingFinding(int Start, string Words, WordingRule Rule, string Proposal)
{
    public int Length => Words.Length;
}

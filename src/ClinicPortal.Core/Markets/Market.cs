using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Markets;

/// <summary>What the portal does because of a rule.</summary>
public enum MarketEffect
{
    /// <summary>The home page names no prescription-only option.</summary>
    NoNameOnHomePage,

    /// <summary>Pages about a prescription-only option are kept out of search engines, whose results would show its name.</summary>
    NoNameInSearchEngines,

    /// <summary>The portal's own search finds no prescription-only option, by whatever name somebody types.</summary>
    NoNameInSearch,

    NoPriceBesidePrescriptionOnly,

    NoPrice,

    /// <summary>A notice stands on every page.</summary>
    Notice,

    /// <summary>The portal keeps it in every market, because it has nothing of the kind.</summary>
    KeptAnyway,
}

/// <summary>One rule of a market: what it says in our words, where it is written, and what follows from it here.</summary>
/// <param name="Notice">The sentence that must stand, where the rule asks for one.</param>
public sealed record MarketRule(string Words, string Reference, string Address, IReadOnlyList<MarketEffect> Effects, string? Notice = null)
{
    /// <summary>What follows from a rule, in a sentence.</summary>
    public static string WordsOf(MarketEffect effect) => effect switch
    {
        MarketEffect.NoNameOnHomePage => "The home page names no option that needs a prescription.",
        MarketEffect.NoNameInSearchEngines => "Search engines are asked to leave out pages about an option that needs a prescription.",
        MarketEffect.NoNameInSearch => "Search here finds no option that needs a prescription; the list of all treatments has it.",
        MarketEffect.NoPriceBesidePrescriptionOnly => "No price is shown beside an option that needs a prescription.",
        MarketEffect.NoPrice => "No price is shown beside any option.",
        MarketEffect.Notice => "A notice is shown at the foot of every page.",
        MarketEffect.KeptAnyway => "Nothing needs to be held back.",
        _ => throw new InvalidOperationException($"No words for {effect}."),
    };
}

/// <summary>
/// The advertising rules of the country for whose patients a clinic publishes. Everything the portal does for a market follows from a rule
/// with its reference, so that a lawyer can check the list line by line.
/// </summary>
/// <param name="Slug">The value of the setting.</param>
/// <param name="Name">As it stands after "in"; none for the market without rules.</param>
public sealed record Market(string Slug, string? Name, IReadOnlyList<MarketRule> Rules)
{
    /// <summary>In the order of the rules, each once.</summary>
    public IReadOnlyList<string> Notices { get; } = [.. Rules.Select(rule => rule.Notice).OfType<string>().Distinct()];

    public bool MayNameOnHomePage(TreatmentEntry treatment) => !(NeedsPrescription(treatment) && Has(MarketEffect.NoNameOnHomePage));

    public bool MayNameInSearchEngines(TreatmentEntry treatment) =>
        !(NeedsPrescription(treatment) && Has(MarketEffect.NoNameInSearchEngines));

    public bool MayNameInSearch(TreatmentEntry treatment) => !(NeedsPrescription(treatment) && Has(MarketEffect.NoNameInSearch));

    /// <summary>That doing nothing costs nothing is no price.</summary>
    public bool MayPrice(TreatmentEntry treatment) =>
        treatment.Baseline
            || !(Has(MarketEffect.NoPrice) || (NeedsPrescription(treatment) && Has(MarketEffect.NoPriceBesidePrescriptionOnly)));

    private bool Has(MarketEffect effect) => Rules.Any(rule => rule.Effects.Contains(effect));

    // Where it depends on the product, the treatment itself is no medicine and may be named.
    private static bool NeedsPrescription(TreatmentEntry treatment) => treatment.PrescriptionOnly == PrescriptionRule.Yes;
}

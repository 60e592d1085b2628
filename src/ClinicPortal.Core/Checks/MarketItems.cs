using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;

namespace ClinicPortal.Core.Checks;

/// <summary>One rule of the market that the clinic publishes in; or that it has chosen one.</summary>
/// <inheritdoc/>
/// <param name="Id"><inheritdoc/></param>
/// <param name="Says"><inheritdoc/></param>
/// <param name="Told"><inheritdoc/></param>
/// <param name="Rule">None for the choice of a market.</param>
public sealed record MarketItem(string Id, string Says, string Told, MarketRule? Rule = null) : StandardItem(Id, Says, Told);

/// <summary>How the clinic stands against its market's advertising rules, rule by rule.</summary>
public static class MarketItems
{
    /// <summary>Where patients read the rules.</summary>
    public const string Address = "/about/market-rules";

    public static IReadOnlyList<ScorecardItem> Of(Market market, Edition edition) =>
    [
        ScorecardItem.Of(
            new MarketItem("M0", "The clinic has chosen whose advertising rules it follows.", "The setting Portal:Market."),
            Finding.Of(
                market.Name is not null, $"The rules of {market.Name} are followed.",
                "No market is chosen, so nothing is held back. Ask the person who looks after the server to choose one.", Address)),
        .. market.Rules.Select((rule, index) => ScorecardItem.Of(
            new MarketItem($"M{index + 1}", rule.Words, rule.Reference, rule), Stands(rule, edition))),
    ];

    // What has a field of its own is held back by construction; inside a text, a name, a price or a promise looks like any other words.
    private static Finding Stands(MarketRule rule, Edition edition)
    {
        var told = string.Join(" ", rule.Effects.Select(MarketRule.WordsOf));
        if (rule.Effects is [MarketEffect.KeptAnyway])
            return new(ItemState.Met, told, Address);
        var prescribed = edition.Treatments.Where(treatment => treatment.PrescriptionOnly == PrescriptionRule.Yes).ToList();
        var about = rule.Notice is { } notice
            ? $"It says: “{notice}”"
            : $"Options that need a prescription: {(prescribed.Count == 0 ? "none" : ScorecardPage.Names(prescribed))}.";
        return new(
            ItemState.NotCheckedYet,
            $"Built in: {RunningText.StartLowerCase(told)} {about} Words that the rules mention are flagged in what staff write. "
                + "Only a person can tell whether a text keeps to the rules.", Address);
    }
}

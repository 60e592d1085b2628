using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Checks;

public enum ItemState
{
    Met,
    NotMet,

    /// <summary>The software will tell, but does not yet.</summary>
    NotCheckedYet,

    /// <summary>Only a person can tell, and nobody has.</summary>
    Unticked,
}

/// <summary>How one comparison stands against one item.</summary>
/// <param name="Item">What is asked.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Where">A link to where it is met or would be; none where there is no such place.</param>
public sealed record ScorecardItem(IpdasItem Item, ItemState State, string Reason, string? Where)
{
    public string Words => State switch
    {
        ItemState.Met => "met",
        ItemState.NotMet => "not met",
        ItemState.NotCheckedYet => "not checked yet",
        ItemState.Unticked => "nobody has ticked this",
        _ => throw new InvalidOperationException($"No words for {State}."),
    };
}

/// <summary>
/// How one comparison stands against the international standard for decision aids, computed from what the comparison holds and from the
/// parts that its page has. It is no certificate. A set is claimed only where every item of it is met.
/// </summary>
public sealed class Scorecard
{
    /// <summary>Where the portal says how pages are renewed.</summary>
    public const string UpdatePolicy = "/about/decision-aid-standard#updates";

    private Scorecard(IEnumerable<ScorecardItem> items) => Items = [.. items];

    /// <summary>All 35, in the order of the standard.</summary>
    public IReadOnlyList<ScorecardItem> Items { get; }

    public static Scorecard Of(Edition edition, Comparison comparison) => new(Answers(new(edition, comparison)));

    public IEnumerable<ScorecardItem> In(ItemSet set) => Items.Where(item => item.Item.Set == set);

    public bool Meets(ItemSet set) => In(set).All(item => item.State == ItemState.Met);

    /// <summary>"4 of 6 qualifying, 2 of 6 certifying and 6 of 23 quality items are met".</summary>
    public string Summary => $"{Of(ItemSet.Qualifying)}, {Of(ItemSet.Certifying)} and {Of(ItemSet.Quality)} items are met";

    /// <summary>"This page meets the qualifying items." or which are open.</summary>
    public string ClaimOf(ItemSet set)
    {
        var open = In(set).Where(item => item.State != ItemState.Met).Select(item => item.Item.Id).ToList();
        return open.Count == 0
            ? $"This page meets the {NameOf(set)} items."
            : $"This page does not meet all {NameOf(set)} items: {RunningText.List(open, "and")} {(open.Count == 1 ? "is" : "are")} open.";
    }

    public static string NameOf(ItemSet set) => set switch
    {
        ItemSet.Qualifying => "qualifying",
        ItemSet.Certifying => "certifying",
        ItemSet.Quality => "quality",
        _ => throw new InvalidOperationException($"No words for {set}."),
    };

    private string Of(ItemSet set) => $"{In(set).Count(item => item.State == ItemState.Met)} of {In(set).Count()} {NameOf(set)}";

    private static IEnumerable<ScorecardItem> Answers(ScorecardPage page) =>
        Ipdas.Items.Zip([.. QualifyingItems.Of(page), .. CertifyingItems.Of(page), .. QualityItems.Of(page)], (item, finding) =>
            new ScorecardItem(item, finding.State, finding.Reason, finding.Where));
}

/// <summary>What was found about one item, before it stands beside its words.</summary>
internal sealed record Finding(ItemState State, string Reason, string? Where = null)
{
    public static Finding Of(bool met, string whereMet, string whereNot, string? where = null) =>
        new(met ? ItemState.Met : ItemState.NotMet, met ? whereMet : whereNot, where);

    public static Finding Unticked { get; } = new(ItemState.Unticked, "Only a person can tell. Nobody has ticked this.");
}

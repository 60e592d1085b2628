using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;

namespace ClinicPortal.Core.Checks;

public enum ItemState
{
    Met,
    NotMet,

    /// <summary>The software will tell, but does not yet.</summary>
    NotCheckedYet,

    /// <summary>Only a person can tell, and nobody has.</summary>
    Unticked,

    /// <summary>Only a person can tell, and somebody has, with their name. It is never mixed up with what the software found.</summary>
    Stated,
}

/// <summary>How one comparison, or the clinic, stands against one item.</summary>
/// <param name="Item">What is asked.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Where">A link to where it is met or would be; none where there is no such place.</param>
/// <param name="Repairs">What staff would write to close the gap; none where nothing is missing, or nobody can close it here.</param>
public sealed record ScorecardItem(
    StandardItem Item, ItemState State, string Reason, string? Where, IReadOnlyList<Repair> Repairs)
{
    public string Words => WordsOf(State);

    public static string WordsOf(ItemState state) => state switch
    {
        ItemState.Met => "met",
        ItemState.NotMet => "not met",
        ItemState.NotCheckedYet => "not checked yet",
        ItemState.Unticked => "not confirmed by anyone yet",
        ItemState.Stated => "confirmed by a person",
        _ => throw new InvalidOperationException($"No words for {state}."),
    };

    internal static ScorecardItem Of(StandardItem item, Finding finding) =>
        new(item, finding.State, finding.Reason, finding.Where, finding.Repairs);
}

/// <summary>A row that staff would write to close a gap.</summary>
/// <param name="Path">Of the row, as in the history.</param>
/// <param name="BySigning">A clinician closes it by signing what the row says.</param>
public sealed record Repair(string Path, bool BySigning = false);

/// <summary>
/// How one comparison stands against the international standard for decision aids, computed from what the comparison holds and from the
/// parts that its page has. It is no certificate. A set is claimed only where every item of it is met.
/// </summary>
public sealed class Scorecard
{
    /// <summary>Where the portal says how pages are renewed.</summary>
    public const string UpdatePolicy = "/about/decision-aid-standard#updates";

    private readonly ScorecardPage _page;
    private readonly List<(IpdasItem Item, Finding Finding)> _findings;

    private Scorecard(ScorecardPage page)
    {
        _page = page;
        _findings = Ipdas.Items.Zip([.. QualifyingItems.Of(page), .. CertifyingItems.Of(page), .. QualityItems.Of(page)]).ToList();
        Items = [.. _findings.Select(found => ScorecardItem.Of(found.Item, found.Finding))];
    }

    /// <summary>All 35, in the order of the standard.</summary>
    public IReadOnlyList<ScorecardItem> Items { get; }

    /// <summary>
    /// The portal's own 40 checks, which the items rest on. They search the texts for words; patients read the items only, and do not wait
    /// for that.
    /// </summary>
    public IReadOnlyList<ScorecardItem> Checks => field ??=
        [.. DecisionAidChecks.Of(_page, _findings.ToDictionary(found => found.Item.Id, found => found.Finding))];

    /// <summary>The figures that C1 rests on.</summary>
    public Balance Balance => _page.Balance;

    /// <param name="edition">That patients read.</param>
    /// <param name="comparison">Of it.</param>
    /// <param name="day">On which it is read: what people confirm counts for a time.</param>
    /// <param name="market">Whose advertising rules the clinic follows; none, where it has chosen none.</param>
    public static Scorecard Of(Edition edition, Comparison comparison, DateOnly day, Market? market = null) =>
        new(new ScorecardPage(edition, comparison, day, market ?? KnownMarkets.None));

    public IEnumerable<ScorecardItem> In(ItemSet set) => Items.Where(item => item.Item is IpdasItem of && of.Set == set);

    public bool Meets(ItemSet set) => Open(set).Count == 0;

    /// <summary>
    /// "4 of 6 qualifying, 2 of 6 certifying and 6 of 23 quality items are met"; what people confirm is counted apart.
    /// </summary>
    public string Summary
    {
        get
        {
            var stated = Items.Count(item => item.State == ItemState.Stated);
            return $"{Of(ItemSet.Qualifying)}, {Of(ItemSet.Certifying)} and {Of(ItemSet.Quality)} items are met"
                + (stated == 0 ? "" : $"; {stated} more {(stated == 1 ? "is" : "are")} confirmed by a person");
        }
    }

    /// <summary>"This comparison meets the qualifying items." or which are open.</summary>
    public string ClaimOf(ItemSet set)
    {
        var (open, stated) = (Open(set), In(set).Count(item => item.State == ItemState.Stated));
        return open.Count == 0
            ? $"This comparison meets the {NameOf(set)} items."
                + (stated == 0 ? ""
                    : $" {stated} of them {(stated == 1 ? "is" : "are")} confirmed by a person, not checked by the software.")
            : $"This comparison does not meet all {NameOf(set)} items: "
                + $"{RunningText.List(open, "and")} {(open.Count == 1 ? "is" : "are")} not met yet.";
    }

    public static string NameOf(ItemSet set) => set switch
    {
        ItemSet.Qualifying => "qualifying",
        ItemSet.Certifying => "certifying",
        ItemSet.Quality => "quality",
        _ => throw new InvalidOperationException($"No words for {set}."),
    };

    private string Of(ItemSet set) => $"{In(set).Count(item => item.State == ItemState.Met)} of {In(set).Count()} {NameOf(set)}";

    private List<string> Open(ItemSet set) =>
        [.. In(set).Where(item => item.State is not (ItemState.Met or ItemState.Stated)).Select(item => item.Item.Id)];
}

/// <summary>What was found about one item, before it stands beside its words.</summary>
internal sealed record Finding(ItemState State, string Reason, string? Where = null)
{
    public IReadOnlyList<Repair> Repairs { get; init; } = [];

    public static Finding Of(bool met, string whereMet, string whereNot, string? where = null) =>
        new(met ? ItemState.Met : ItemState.NotMet, met ? whereMet : whereNot, where);

    /// <summary>Where something is missing, the rows that staff would write.</summary>
    public Finding ClosedBy(params IEnumerable<string> rows) =>
        State == ItemState.Met ? this : this with { Repairs = [.. Repairs, .. rows.Distinct().Select(row => new Repair(row))] };

    /// <summary>Where something is missing, the rows that a clinician would sign.</summary>
    public Finding SignedBy(params IEnumerable<string> rows) =>
        State == ItemState.Met ? this : this with { Repairs = [.. Repairs, .. rows.Select(row => new Repair(row, BySigning: true))] };
}

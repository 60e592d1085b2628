using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;

namespace ClinicPortal.Core.Checks;

/// <summary>What another edition does to the scorecard of one comparison.</summary>
/// <param name="Names">Of its options: "Mesotherapy or PRP".</param>
/// <param name="Before">As patients read it now.</param>
/// <param name="After">As they would.</param>
public sealed record ScorecardChange(string Names, Scorecard Before, Scorecard After)
{
    /// <summary>More comparisons are not worked out.</summary>
    public const int Most = 12;

    public static int Asked => Ipdas.Items.Count + DecisionAidChecks.All.Count;

    public int MetBefore => Met(Before).Count();

    public int MetAfter => Met(After).Count();

    public IEnumerable<StandardItem> NewlyMet => Met(After).Except(Met(Before));

    public IEnumerable<StandardItem> NoLongerMet => Met(Before).Except(Met(After));

    public bool IsChange => NewlyMet.Any() || NoLongerMet.Any();

    /// <summary>
    /// The common comparisons of the clinic that patients can read in both editions, at most <see cref="Most"/>. Which of them a changed
    /// row touches is left to the scorecards: a word in the glossary touches all.
    /// </summary>
    /// <param name="before">What patients read now.</param>
    /// <param name="after">What they would read.</param>
    /// <param name="day">On which both are read.</param>
    /// <param name="market">Whose advertising rules the clinic follows.</param>
    public static IReadOnlyList<ScorecardChange> Between(
        Edition before, Edition after, DateOnly day, Market? market = null) =>
    [
        .. from common in after.Clinic.CommonComparisons.Take(Most)
           let slugs = string.Join(ComparisonAddress.Between, common)
           let now = ComparisonAddress.Parse(before, slugs).Meant
           let then = ComparisonAddress.Parse(after, slugs).Meant
           where now is not null && then is not null
           select new ScorecardChange(
               then.Names, Scorecard.Of(before, Comparison.Of(before, now), day, market),
               Scorecard.Of(after, Comparison.Of(after, then), day, market)),
    ];

    private static IEnumerable<StandardItem> Met(Scorecard card) =>
        card.Items.Concat(card.Checks).Where(item => item.State == ItemState.Met).Select(item => item.Item);
}

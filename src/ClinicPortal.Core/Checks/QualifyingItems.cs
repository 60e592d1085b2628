using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>Without these six it is no decision aid.</summary>
internal static class QualifyingItems
{
    public static IEnumerable<Finding> Of(ScorecardPage page) =>
    [
        page.EachConcern(concern => concern.Summary, "The page describes", "a description of"),
        Finding.Of(page.Comparison.Decision.Length > 0,
            "Built in: one sentence at the top names the options.", "No sentence states the decision.", PagePart.Decision.Anchor),
        page.Edition.Baseline is null
            ? new Finding(ItemState.NotMet, "Doing nothing is not described here as an option.")
                .ClosedBy(CatalogueKinds.Treatment.PathOf(Slug.New))
            : page.Answered(CriterionRole.What),
        page.Answered(CriterionRole.Evidence),
        page.Answered(CriterionRole.CommonEffects, CriterionRole.SeriousRisks, CriterionRole.NotSuitable),
        page.Answered(CriterionRole.Process, CriterionRole.Pain, CriterionRole.Downtime, CriterionRole.Aftercare, CriterionRole.DailyLife),
    ];
}

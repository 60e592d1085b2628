using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Numbers;

namespace ClinicPortal.Core.Checks;

/// <summary>Without these six it is no decision aid.</summary>
internal static class QualifyingItems
{
    public static IEnumerable<Finding> Of(ScorecardPage page) =>
    [
        page.EachConcern(concern => concern.Summary, "The page describes", "a description of"),
        Finding.Of(page.Comparison.Decision.Length > 0,
            "By construction: one sentence at the top names the options.", "No sentence states the decision.", PagePart.Decision.Anchor),
        page.Edition.Baseline is null
            ? new(ItemState.NotMet, "No treatment is not described here as an option.")
            : page.Answered((AidCriteria.What, "what each option is")),
        page.Answered((NothingToDraw.Evidence, "what studies show")),
        page.Answered((AidCriteria.CommonEffects, "common effects"), (AidCriteria.SeriousRisks, "serious risks"), (AidCriteria.NotSuitable, "who should not have it")),
        page.Answered(
            (AidCriteria.Process, "what happens in a session"), (AidCriteria.Pain, "pain"), (AidCriteria.Downtime, "healing"),
            (AidCriteria.Aftercare, "what to do afterwards"), (AidCriteria.DailyLife, "what it means for mood and daily life")),
    ];
}

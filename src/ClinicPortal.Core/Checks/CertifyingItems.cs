using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Deciding;

namespace ClinicPortal.Core.Checks;

/// <summary>Without these six it may mislead.</summary>
internal static class CertifyingItems
{
    public static IEnumerable<Finding> Of(ScorecardPage page) =>
    [
        new(
            ItemState.NotCheckedYet,
            "By construction: the same questions in the same order and type. Whether the answers are equally long is not checked yet.",
            PagePart.Table.Anchor),
        Citations(page),
        Finding.Of(page.Edition.Number > 0,
            "By construction: the page shows its edition and the day it was published.", "Nothing has been published yet.",
            PagePart.Made.Anchor),
        UpdatesOf(page),
        Uncertainty(page),
        Interests(page),
    ];

    private static Finding Citations(ScorecardPage page)
    {
        var answers = page.Treatments.Where(treatment =>
            page.Edition.FindAnswer(treatment.Slug, CriterionRole.Evidence) is not { Sources.Count: > 0 });
        var concerns = page.Studied.Where(one => one.Evidence.Sources.Count == 0).Select(one => one.Treatment);
        var numbers = page.Comparison.Numbers.Where(number => number.Number.Sources.Count == 0).SelectMany(number => number.Treatments);
        var lacking = answers.Concat(concerns).Concat(numbers).DistinctBy(treatment => treatment.Slug).ToList();
        return Finding.Of(lacking.Count == 0,
            "Each statement about what studies show names its source.",
            $"For {ScorecardPage.Names(lacking)}, a statement about what studies show names no source.", PagePart.Sources.Anchor);
    }

    private static Finding UpdatesOf(ScorecardPage page)
    {
        var undated = page.Comparison.Columns.Where(column => !page.Edition.ReviewOf(column).IsWhole).ToList();
        return Finding.Of(undated.Count == 0,
            "How pages are renewed is written down, and each option has a date for its next review.",
            $"How pages are renewed is written down, but no next review is set for {ScorecardPage.Names(undated)}.",
            Scorecard.UpdatePolicy);
    }

    private static Finding Interests(ScorecardPage page)
    {
        var unstated = OfferedHere.Unstated(page.Treatments);
        List<string> lacking = [
            .. page.Edition.Clinic.Funding is null ? ["who paid for this page"] : Array.Empty<string>(),
            .. unstated.Count == 0 ? [] : new[] { OfferedHere.Whether(unstated) }];
        return Finding.Of(lacking.Count == 0,
            "The clinic says who paid for this page, and of each option whether it offers it itself.",
            $"Not yet stated by this clinic: {string.Join(", and ", lacking)}.", PagePart.Made.Anchor);
    }

    private static Finding Uncertainty(ScorecardPage page)
    {
        var studied = QualityItems.Graded(page);
        var counts = page.Counts.Where(count => count.Number.Certainty is null).ToList();
        return studied.State != ItemState.Met ? studied : Finding.Of(counts.Count == 0,
            page.Counts.Count == 0
                ? "A certainty stands beside each concern that was studied; there is no count on this page."
                : "A certainty stands beside each count and each concern that was studied.",
            $"A count has no certainty for {ScorecardPage.Names(counts.SelectMany(count => count.Treatments))}.",
            page.AnchorOf(CriterionRole.Evidence));
    }
}

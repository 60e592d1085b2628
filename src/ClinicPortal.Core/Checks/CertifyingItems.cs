using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Deciding;

namespace ClinicPortal.Core.Checks;

/// <summary>Without these six it may mislead.</summary>
internal static class CertifyingItems
{
    // Of uneven answers; the page lists them all.
    private const int MostExamples = 3;

    public static IEnumerable<Finding> Of(ScorecardPage page) =>
    [
        Detail(page),
        Citations(page),
        Finding.Of(page.Edition.Number > 0,
            "Built in: the page shows its edition and the day it was published.", "Nothing has been published yet.",
            PagePart.Made.Anchor),
        UpdatesOf(page),
        Uncertainty(page),
        Interests(page),
    ];

    private static Finding Detail(ScorecardPage page)
    {
        var balance = page.Balance;
        var judged = balance.Options.Where(option => option.IsJudged).ToList();
        List<string> lacking =
        [
            .. balance.Unanswered.GroupBy(one => one.Treatment.Slug, one => one.Treatment).Select(blanks =>
                $"{RunningText.CountOf(blanks.Count(), "question is", "questions are")} not yet answered for "
                    + $"{RunningText.NameOf(blanks.First())}."),
            .. balance.Tilting.Count == 0 ? Array.Empty<string>() :
            [
                "Some of the blanks tilt the table, because other options have an answer about what is good or bad there: "
                    + string.Join(" ", balance.Tilting.Select(one => $"“{one.Criterion.Question}” ({one.Lacking})")),
            ],
            .. balance.Uneven.Take(MostExamples).Select(one =>
                $"“{one.Criterion.Question}” has {RunningText.Count(one.Words, "word")} for {RunningText.NameOf(one.Treatment)}, "
                    + $"far {(one.IsShort ? "fewer" : "more")} than usual for this question (about {one.UsualWords})."),
            .. balance.Uneven.Count <= MostExamples ? Array.Empty<string>() :
                [$"{RunningText.CountOf(balance.Uneven.Count - MostExamples, "more answer is", "more answers are")} uneven."],
            .. balance.Lopsided.Select(option =>
                $"{RunningText.StartUpperCase(RunningText.NameOf(option.Treatment))} has "
                    + $"{RunningText.List([.. option.Differences], "and")}."),
        ];
        return Finding.Of(
                balance.IsEven,
                "The same questions, in the same order and size of print, and in equal detail: " + string.Join("; ", judged.Select(option =>
                    $"{RunningText.NameOf(option.Treatment)} {RunningText.Count(option.Words, "word")}, "
                        + $"{option.Good.Words} about good sides and {option.Bad.Words} about risks")) + ".",
                string.Join(" ", lacking), (page.Comparison.Address with { Page = ComparisonPage.Standard }).Path + Balance.Anchor)
            .ClosedBy(
                balance.Unanswered.Select(one => CatalogueKinds.Answer.PathOf(one.Treatment.Slug, one.Criterion.Slug))
                    .Concat(balance.Uneven.Select(one => CatalogueKinds.Answer.PathOf(one.Treatment.Slug, one.Criterion.Slug)))
                    .Concat(balance.Lopsided.SelectMany(option => SidesOf(page, option))));
    }

    // What stands on either side of an option; where nothing is asked of it, a question is begun.
    private static IEnumerable<string> SidesOf(ScorecardPage page, OptionBalance option) =>
        Balance.GoodSides.Concat(Balance.Risks).Select(page.Comparison.FindRow).OfType<ComparisonRow>()
            .Select(row => CatalogueKinds.Answer.PathOf(option.Treatment.Slug, row.Criterion.Slug))
            .DefaultIfEmpty(CatalogueKinds.Criterion.PathOf(Slug.New));

    private static Finding Citations(ScorecardPage page)
    {
        var evidence = page.Edition.FindCriterion(CriterionRole.Evidence)?.Slug ?? Slug.New;
        (string Row, int Sources, IEnumerable<TreatmentEntry> Of)[] statements =
        [
            .. page.Treatments.Select(treatment => (
                CatalogueKinds.Answer.PathOf(treatment.Slug, evidence),
                page.Edition.FindAnswer(treatment.Slug, CriterionRole.Evidence)?.Sources.Count ?? 0, Only(treatment))),
            .. page.Studied.Select(one => (
                CatalogueKinds.Evidence.PathOf(one.Treatment.Slug, one.Evidence.Concern), one.Evidence.Sources.Count, Only(one.Treatment))),
            .. page.Comparison.Numbers.Select(number => (
                CatalogueKinds.Number.PathOf(number.Number.Key), number.Number.Sources.Count,
                (IEnumerable<TreatmentEntry>)number.Treatments)),
        ];
        var lacking = statements.Where(one => one.Sources == 0).ToList();
        return Finding.Of(lacking.Count == 0,
            $"All {statements.Length} statements about what studies show name their source.",
            $"{lacking.Count} of {statements.Length} statements about what studies show "
            + $"{(lacking.Count == 1 ? "names" : "name")} no source, for "
            + $"{ScorecardPage.Names(lacking.SelectMany(one => one.Of).DistinctBy(treatment => treatment.Slug))}.",
            PagePart.Sources.Anchor).ClosedBy(lacking.Select(one => one.Row));

        static IEnumerable<TreatmentEntry> Only(TreatmentEntry treatment) => [treatment];
    }

    private static Finding UpdatesOf(ScorecardPage page)
    {
        var undated = page.Comparison.Columns.Where(column => !page.Edition.ReviewOf(column).IsWhole).ToList();
        return Finding.Of(undated.Count == 0,
            "How pages are renewed is written down, and each option has a date for its next review.",
            $"How pages are renewed is written down, but no next review is set for {ScorecardPage.Names(undated)}.",
            Scorecard.UpdatePolicy).SignedBy(undated.Select(column => CatalogueKinds.Treatment.PathOf(column.Slug)));
    }

    private static Finding Interests(ScorecardPage page)
    {
        var unstated = OfferedHere.Unstated(page.Treatments);
        List<string> lacking = [
            .. page.Edition.Clinic.Funding is null ? ["who paid for this page"] : Array.Empty<string>(),
            .. unstated.Count == 0 ? [] : new[] { OfferedHere.Whether(unstated) }];
        return Finding.Of(lacking.Count == 0,
            "The clinic says who paid for this page, and whether it offers each option itself.",
            $"Not yet stated by this clinic: {string.Join(", and ", lacking)}.", PagePart.Made.Anchor)
            .ClosedBy(
            [
                .. page.Edition.Clinic.Funding is null ? [ClinicProfile.OnlyPath] : Array.Empty<string>(),
                .. unstated.Select(treatment => CatalogueKinds.Treatment.PathOf(treatment.Slug)),
            ]);
    }

    private static Finding Uncertainty(ScorecardPage page)
    {
        var studied = QualityItems.Graded(page);
        var counts = page.Counts.Where(count => count.Number.Certainty is null).ToList();
        return studied.State != ItemState.Met ? studied : Finding.Of(counts.Count == 0,
            page.Counts.Count == 0
                ? "For each concern that was studied, it says how sure we are. There are no numbers on this page."
                : "For each number, and each concern that was studied, it says how sure we are.",
            $"It does not say how sure we are of a number for {ScorecardPage.Names(counts.SelectMany(count => count.Treatments))}.",
            page.AnchorOf(CriterionRole.Evidence)).ClosedBy(counts.Select(count => CatalogueKinds.Number.PathOf(count.Number.Key)));
    }
}

using System.Globalization;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Numbers;
using ClinicPortal.Core.Wording;

namespace ClinicPortal.Core.Checks;

/// <summary>These twenty-three make it a better one.</summary>
internal static class QualityItems
{
    private const string Numbers = "#numbers";

    public static IEnumerable<Finding> Of(ScorecardPage page) =>
    [
        page.EachConcern(
            concern => concern.IfNothingIsDone, "The page says what happens if nothing is done about",
            "what happens if nothing is done about"),
        new(ItemState.Met, "Built in: one table; where an answer is missing, it says why.", PagePart.Table.Anchor),
        Counted(page),
        Finding.Of(page.Counts.Count > 0, "Each number says who was counted.", "There are no numbers on this page.", Numbers)
            .ClosedBy(CatalogueKinds.Number.PathOf(Slug.New)),
        Rates(page),
        Alike(page, number => number.Time?.ToString(), "over the same time", "over different times"),
        Alike(
            page, number => $"{number.Denominator} {number.Counted}", "out of the same number of the same",
            "out of different numbers, or of different things"),
        Drawn(page),
        new(ItemState.Met, "Built in: you can mark what matters to you.", PagePart.Matters.Anchor),
        new(ItemState.Met, "Built in: a guide leads through a few steps.", PagePart.Guide.Anchor),
        Finding.Of(page.Edition.Content.Questions.Count > 0,
            "The page lists questions to ask, and one page to print has lines to write on.", "Not yet written: questions to ask.",
            PagePart.Questions.Anchor).ClosedBy(CatalogueKinds.Question.PathOf(Slug.New)),
        page.Stated("L12"), page.Stated("L13"), page.Stated("L14"), page.Stated("L15"), page.Stated("L16"), page.Stated("L17"),
        page.EachConcern(
            concern => concern.EvidenceChosen, "The page says how the studies were chosen for", "how the studies were chosen for",
            PagePart.Made),
        Graded(page),
        Credentials(page),
        Readable(page),
        page.Stated("L22"), page.Stated("L23"),
    ];

    /// <summary>Whether every concern that was studied has a certainty.</summary>
    public static Finding Graded(ScorecardPage page)
    {
        var lacking = page.Studied.Where(one => one.Evidence.Certainty is null).ToList();
        return page.Studied.Count == 0
            ? new(ItemState.NotMet, "No option has been studied for a concern described here.", page.AnchorOf(CriterionRole.Evidence))
            : Finding.Of(lacking.Count == 0,
                "For each concern that was studied, it says how sure we are.",
                $"It does not say how sure we are for each concern of {ScorecardPage.Names(lacking.Select(one => one.Treatment))}.",
                page.AnchorOf(CriterionRole.Evidence))
                .ClosedBy(lacking.Select(one => CatalogueKinds.Evidence.PathOf(one.Treatment.Slug, one.Evidence.Concern)));
    }

    private static Finding Readable(ScorecardPage page)
    {
        var read = Readability.Of(page.Texts);
        if (read.Sentences == 0)
            return new(ItemState.NotMet, "There is no sentence to measure yet.");
        var smog = read.SmogGrade is { } grade
            ? $"{Figure(grade)} by SMOG"
            : $"none by SMOG, which needs {Readability.FewestForSmog} sentences";
        return new(
            ItemState.Met,
            $"Reading level in US school grades (grade 6 is age 11 to 12): {Figure(read.FleschKincaidGrade)} by the Flesch-Kincaid "
                + $"formula, {smog}. The clinic's own text has {read.Sentences} {(read.Sentences == 1 ? "sentence" : "sentences")}, with "
                + $"{Figure(read.WordsPerSentence)} words in each on average.");

        static string Figure(double figure) => figure.ToString("0.0", CultureInfo.InvariantCulture);
    }

    private static Finding Counted(ScorecardPage page)
    {
        var lacking =
            page.Treatments.Where(treatment => !page.Counts.Any(count => count.Treatments.Any(one => one.Slug == treatment.Slug))).ToList();
        return Finding.Of(
            lacking.Count == 0, "Each treatment has numbers from studies.",
            $"There are no numbers for {ScorecardPage.Names(lacking)}.", Numbers)
            .ClosedBy(CatalogueKinds.Number.PathOf(Slug.New));
    }

    private static Finding Drawn(ScorecardPage page) => Finding.Of(
        page.Counts.Count > 0 && page.Counts.All(count => NumberFormatter.NotDrawn(count.Number) is null),
        "Built in: each count is given as a sentence, a picture and a table.",
        page.Counts.Count == 0
            ? "There are no numbers to show on this page."
            : "Where a figure is a limit or a range, it is shown in words and a table, without a picture.",
        Numbers).ClosedBy(RowsOf(page));

    private static Finding Rates(ScorecardPage page) => Finding.Of(
        page.Counts.Count > 0 && page.Counts.Count == page.Comparison.Numbers.Count,
        "Each number is a count out of a whole.",
        page.Counts.Count == 0 ? "There are no numbers on this page." : "For some of what is reported, nobody knows how often it happens.",
        Numbers).ClosedBy(RowsOf(page));

    // Where there is none yet, one is begun.
    private static IEnumerable<string> RowsOf(ScorecardPage page) => page.Comparison.Numbers
        .Select(number => number.Number.Key).DefaultIfEmpty(Slug.New).Select(CatalogueKinds.Number.PathOf);

    /// <summary>One kind of count across treatments; where fewer than two have one there is nothing to compare.</summary>
    private static Finding Alike(ScorecardPage page, Func<OutcomeNumberEntry, string?> of, string same, string different)
    {
        var counted = page.Counts.SelectMany(count => count.Treatments).DistinctBy(treatment => treatment.Slug).Count();
        return Finding.Of(counted > 1 && page.Counts.Select(count => of(count.Number)).Distinct().Count() == 1,
            $"All counts are {same}.",
            counted > 1
                ? $"The counts are {different}, so they cannot be compared."
                : "Fewer than two treatments have numbers, so there is nothing to compare.",
            Numbers).ClosedBy(counted > 1 ? RowsOf(page) : [CatalogueKinds.Number.PathOf(Slug.New)]);
    }

    // A writer without a reviewer, or a name without its registration, does not meet the item.
    private static Finding Credentials(ScorecardPage page)
    {
        var signed = page.Comparison.Columns.Select(column =>
            (Column: column, Author: page.Edition.AuthorOf(column), Review: page.Edition.ReviewOf(column))).ToList();
        List<string> lacking =
        [
            .. Lacking("Not yet stated by this clinic: who wrote the answers on", one => one.Author is null),
            .. Lacking("No clinician has reviewed all the answers on", one => !one.Review.IsWhole),
            .. Lacking(
                "A name is given without a registration for",
                one => one.Author is { Registration: null }),
        ];
        return Finding.Of(lacking.Count == 0,
            "The writer and the reviewer of each option are named, with role and registration.", string.Join(" ", lacking),
            PagePart.Made.Anchor)
            .ClosedBy(
            [
                .. signed.Where(one => one.Author is null).Select(one => CatalogueKinds.Treatment.PathOf(one.Column.Slug)),
                .. signed.Where(one => one.Author is { Registration: null })
                    .Select(one => CatalogueKinds.Clinician.PathOf(one.Author!.Slug)),
            ])
            .SignedBy(signed.Where(one => !one.Review.IsWhole).Select(one => CatalogueKinds.Treatment.PathOf(one.Column.Slug)));

        IEnumerable<string> Lacking(
            string words, Func<(TreatmentEntry Column, ClinicianEntry? Author, TreatmentReview Review), bool> which) =>
            signed.Where(which).Select(one => one.Column).ToList() is { Count: > 0 } columns
                ? [$"{words} {ScorecardPage.Names(columns)}."]
                : [];
    }
}

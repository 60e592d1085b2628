using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Deciding;
using ClinicPortal.Core.Wording;
using static ClinicPortal.Core.Checks.ItemState;

namespace ClinicPortal.Core.Checks;

/// <summary>One of the portal's own checks: what makes a comparison a decision aid.</summary>
/// <inheritdoc/>
public sealed record DecisionAidCheck(string Id, string Says, string Told) : StandardItem(Id, Says, Told);

/// <summary>
/// The forty checks, and how each is told: from an item of the standard that asks the same, by construction, or from what a comparison
/// holds. See docs/decision-aid.md, which says of each by which test it is kept.
/// </summary>
public static class DecisionAidChecks
{
    private const string ByConstruction = "Built in: every comparison has it, whatever staff write.";

    private delegate Finding Find(ScorecardPage page, IReadOnlyDictionary<string, Finding> items);

    private static readonly (DecisionAidCheck Check, Find Find)[] Register =
    [
        Made("DA-01", "The same questions in the same order for every option.", PagePart.Table.Anchor),
        Computed("DA-02", "No empty cell without its reason.", "Answers are counted, and the empty ones.", Answers),
        As("DA-03", "Detail is balanced.", "C1"),
        Made("DA-04", "Same type and width; no score and no winner.", PagePart.Table.Anchor),
        Computed("DA-05", "Doing nothing is an option of every comparison.", "The clinic describes doing nothing.", Baseline),
        As("DA-06", "What happens if nothing is done, for each concern.", "L1"),
        As("DA-07", "The decision in one sentence.", "Q2"),
        Made("DA-08", "Who it is for, and who it is not for.", PagePart.ForWhom.Anchor),
        As("DA-09", "Good and bad sides are filled for each option.", "Q4", "Q5"),
        As("DA-10", "Body, mood and daily life.", "Q6"),
        Made("DA-11", "Absolute numbers, one denominator in a picture.", "#numbers"),
        As("DA-12", "Same time span; the group is named.", "L4", "L6"),
        As("DA-13", "Pictures of figures with the same in words.", "L8"),
        Computed(
            "DA-14", "No relative risk alone.", "Shares without counts, such as “half the risk”, are looked for in the texts of the page.",
            (page, _) => Wording(page, note => note.Rule.Kind == Advertising.RelativeRisk, "that give a share without counts")),
        Computed(
            "DA-15", "Rates are out of one common number, never “1 in X”.",
            "Built in wherever the portal writes a figure. Rates given in another way are looked for in each text and across each row.",
            (page, _) => Wording(
                page, note => note.Topic == WordingTopic.Figures && note.Rule.Kind != NumberWording.FrequencyWord,
                "that give a rate in another way")),
        Made("DA-16", "Gain and loss.", "#numbers"),
        As("DA-17", "A certainty beside each number, its reason one step away.", "C5", "L19"),
        Made("DA-18", "The verb follows the certainty.", PagePart.Table.Anchor),
        As("DA-19", "Sources for each claim; the age of the newest.", "C2"),
        As("DA-20", "How the evidence was chosen.", "L18"),
        Made("DA-21", "Published, reviewed, next due, edition.", PagePart.Made.Anchor),
        As("DA-22", "Update policy; an overdue page has a banner.", "C4"),
        As("DA-23", "Author and reviewer with role and registration.", "L20"),
        As("DA-24", "Funding; which options the clinic offers.", "C6"),
        As("DA-25", "Readability.", "L21"),
        Computed(
            "DA-26", "Medical words are explained where they first appear.",
            "Built in for the words of the clinic's glossary. Other medical words and abbreviations are looked for in the texts.",
            Glossary),
        Made("DA-27", "What matters to you.", PagePart.Matters.Anchor),
        Made("DA-28", "A guide of a few steps.", PagePart.Guide.Anchor),
        As("DA-29", "Questions to take along.", "L11"),
        Computed("DA-30", "A knowledge check.", "Three to five questions can be made from the answers.", Knowledge),
        Made("DA-31", "The SURE test.", PagePart.Sure.Anchor),
        Computed("DA-32", "One page of paper.", ByConstruction, (page, _) =>
            BuiltInto(page, ComparisonPage.Sheet)),
        Made("DA-33", "The address holds the choice; nothing about the reader is kept.", "/privacy"),
        Made("DA-34", "Without script, by keyboard, 320 px, a true table.", "/accessibility"),
        Computed("DA-35", "Who should not have it, in its own row.", "Each option says who should not have it.", (page, _) =>
            page.Answered(CriterionRole.NotSuitable)),
        Computed("DA-36", "When to get help, for each option.", "Staff have marked it in the answers of each option.", Help),
        Computed(
            "DA-37", "Advertising language is flagged.", "Words that are often used to advertise are looked for in the texts of the page.",
            (page, _) => Wording(page, note => note.Topic == WordingTopic.Advertising, "that are often used to advertise")),
        Computed(
            "DA-38", "Market rules.",
            "Names and prices in fields of their own are held back. Words that a rule mentions are looked for in the texts.",
            (page, _) => Wording(
                page, note => note.Topic == WordingTopic.Advertising && WordingRules.IsRule(note, page.Market),
                $"that the rules of {page.Market.Name ?? "a market"} mention", MarketItems.Address)),
        Made("DA-39", "“Was this clear?”", PagePart.Table.Anchor),
        Computed("DA-40", "The scorecard is public and computed.", ByConstruction, (page, _) =>
            BuiltInto(page, ComparisonPage.Standard)),
    ];

    public static IReadOnlyList<DecisionAidCheck> All { get; } = [.. Register.Select(one => one.Check)];

    private static Finding BuiltInto(ScorecardPage page, ComparisonPage other) =>
        new(Met, ByConstruction, (page.Comparison.Address with { Page = other }).Path);

    internal static IEnumerable<ScorecardItem> Of(ScorecardPage page, IReadOnlyDictionary<string, Finding> items) =>
        Register.Select(one => ScorecardItem.Of(one.Check, one.Find(page, items)));

    private static (DecisionAidCheck, Find) Computed(string id, string says, string told, Find find) => (new(id, says, told), find);

    private static (DecisionAidCheck, Find) Made(string id, string says, string where) =>
        Computed(id, says, ByConstruction, (_, _) => new(Met, ByConstruction, where));

    /// <summary>The same as items of the standard ask: met where all of them are.</summary>
    private static (DecisionAidCheck, Find) As(string id, string says, params IReadOnlyList<string> items) => Computed(
        id, says, $"The same as {RunningText.List(items, "and")} of IPDAS.", (_, found) =>
        {
            var all = items.Select(item => found[item]).ToList();
            var open = all.Where(one => one.State != Met).ToList();
            return open.Count == 0
                ? new(Met, string.Join(" ", all.Select(one => one.Reason)), all[0].Where)
                : new(open.Min(one => one.State), string.Join(" ", open.Select(one => one.Reason).Distinct()), open[0].Where)
                {
                    Repairs = [.. open.SelectMany(one => one.Repairs).Distinct()],
                };
        });

    private static Finding Answers(ScorecardPage page, IReadOnlyDictionary<string, Finding> items)
    {
        var cells = page.Comparison.Rows.SelectMany(row => row.Cells).ToList();
        var empty = cells.Count(cell => cell.EmptyBecause is not null);
        var written = cells.Count - empty;
        return new(
            Met,
            $"{written} of {cells.Count} answers {(written == 1 ? "is" : "are")} written. "
                + (empty == 0 ? "None is empty." : $"The other {empty} {(empty == 1 ? "says" : "say")} why there is none."),
            PagePart.Unknown.Anchor);
    }

    private static Finding Baseline(ScorecardPage page, IReadOnlyDictionary<string, Finding> items) => Finding.Of(
            page.Edition.Baseline is not null, "It is shown beside the options unless a reader hides it.",
            "Doing nothing is not described here as an option.", PagePart.Table.Anchor)
        .ClosedBy(CatalogueKinds.Treatment.PathOf(Slug.New));

    private static Finding Glossary(ScorecardPage page, IReadOnlyDictionary<string, Finding> items)
    {
        var terms = page.Edition.Content.Glossary.Count;
        if (terms == 0)
            return new Finding(NotMet, "The glossary has no word yet.", "/glossary").ClosedBy(CatalogueKinds.Term.PathOf(Slug.New));
        var words = page.Unexplained.SelectMany(one => one.Note.Words).Distinct(StringComparer.OrdinalIgnoreCase);
        return Finding.Of(
                page.Unexplained.Count == 0,
                $"Words in the clinic's glossary ({terms}) are explained. No other medical word and no abbreviation was found in the "
                    + $"{page.TextsByRow.Count} texts of this page.",
                $"Not explained: {RunningText.List([.. words.Select(word => $"“{word}”")], "and")}. A person has to judge them.",
                "/glossary")
            .ClosedBy(page.Unexplained.Select(one => one.Row));
    }

    private static Finding Wording(
        ScorecardPage page, Func<WordingNote, bool> asked, string which, string? where = null)
    {
        var found = page.Wording.Where(one => asked(one.Note)).ToList();
        var texts = page.TextsByRow.Count;
        var kinds = found.CountBy(one => one.Note.Rule.Name).Select(kind => $"{RunningText.StartLowerCase(kind.Key)} ({kind.Value})");
        return Finding.Of(
                found.Count == 0,
                $"No words {which} were found in the {texts} texts of this page.",
                $"Words {which} were found in the texts of this page: {RunningText.List([.. kinds], "and")}. A person has to judge them.",
                where ?? PagePart.Table.Anchor)
            .ClosedBy(found.Select(one => one.Row));
    }

    private static Finding Knowledge(ScorecardPage page, IReadOnlyDictionary<string, Finding> items)
    {
        const int Fewest = 3;
        var questions = KnowledgeCheck.Of(page.Comparison).Count;
        var few = questions switch { 0 => "No questions", 1 => "Only 1 question", _ => $"Only {questions} questions" };
        return Finding.Of(
            questions >= Fewest, $"{questions} questions can be made from the answers.",
            $"{few} can be made from the answers; at least {Fewest} are needed.", PagePart.KnowledgeCheck.Anchor);
    }

    private static Finding Help(ScorecardPage page, IReadOnlyDictionary<string, Finding> items)
    {
        var options = HelpAndUndoing.Of(page.Comparison).Where(one => !one.Treatment.Baseline).ToList();
        var lacking = options.Where(one => one.GetHelp.Count == 0).Select(one => one.Treatment).ToList();
        var helping = options.Count - lacking.Count;
        return Finding.Of(
                lacking.Count == 0, "Each option says when to get help.",
                $"{helping} of {options.Count} options {(helping == 1 ? "says" : "say")} when to get help. Not yet written for "
                + $"{ScorecardPage.Names(lacking)}.", PagePart.Help.Anchor)
            .ClosedBy(
                from treatment in lacking
                from role in new[] { CriterionRole.SeriousRisks, CriterionRole.Aftercare }
                where page.Comparison.FindRow(role) is not null
                select CatalogueKinds.Answer.PathOf(treatment.Slug, page.Comparison.FindRow(role)!.Criterion.Slug));
    }
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Deciding;
using ClinicPortal.Core.Numbers;

namespace ClinicPortal.Core.Sheets;

/// <summary>
/// A comparison on one page of paper, A4 or letter, to take to the visit. The first questions of the page are taken first, then numbers,
/// then by the editors' priority every row for which there is still room. What is left over goes to questions with a line to write on.
/// </summary>
public sealed class Sheet
{
    private const int FewestQuestions = 4;
    private const int MostNumbers = 2;

    private Sheet(Comparison comparison, IReadOnlyList<QuestionEntry> questions)
    {
        var paper = new SheetPaper(comparison.Columns.Count, comparison.Decision, comparison.Address);
        List<string> asked = [.. QuestionsToAsk.Of(comparison), .. questions.Select(question => question.Text.ToString())];
        foreach (var question in asked.Take(FewestQuestions))
            paper.Take(question);
        var first = comparison.FirstQuestions.First;
        List<BriefRow> taken = [.. Fitting(first)];
        Numbers = [
            .. comparison.Numbers.Select(number => number.Number)
            .Where(number => number.Denominator is not null)
            .Take(MostNumbers)
            .TakeWhile(paper.TryTake)];
        // On paper a harm that was counted for one option only would make it look like the only one that harms.
        if (Numbers.Any(number => number.Effect == OutcomeEffect.Harm) && NothingToDraw.HarmsNotCounted(comparison) is { } notCounted)
        {
            HarmsNotCounted = $"{notCounted}.";
            paper.Take(HarmsNotCounted);
        }
        Rows =
        [
            .. taken,
            .. Fitting(
                comparison.Rows.Except(first).Where(row => row.Criterion.Priority is not null).OrderBy(row => row.Criterion.Priority)),
        ];
        Questions = Paired([.. asked.Take(FewestQuestions), .. asked.Skip(FewestQuestions).TakeWhile(paper.TryTake)]);
        var shown = Rows.Select(row => row.Row.Criterion.Slug).ToHashSet();
        LeftOut = [.. comparison.Rows.Select(row => row.Criterion).Where(criterion => !shown.Contains(criterion.Slug))];

        IEnumerable<BriefRow> Fitting(IEnumerable<ComparisonRow> rows) =>
            rows.Select(comparison.BriefOf).Select(paper.Shortened).Where(paper.TryTake);
    }

    /// <summary>In the order of the page; a cell that would fill the page says that it goes on there.</summary>
    public IReadOnlyList<BriefRow> Rows { get; }

    /// <summary>The questions of the comparison that stand on the page only.</summary>
    public IReadOnlyList<CriterionEntry> LeftOut { get; }

    public IReadOnlyList<OutcomeNumberEntry> Numbers { get; }

    /// <summary>For which options no harm was counted, where the numbers are about those of another.</summary>
    public string? HarmsNotCounted { get; }

    /// <summary>To ask at the visit, the reader's own first.</summary>
    public IReadOnlyList<string> Questions { get; }

    public static Sheet Of(Comparison comparison, IReadOnlyList<QuestionEntry> questions) => new(comparison, questions);

    // They stand in two columns; one alone would leave a hole.
    private static List<string> Paired(List<string> questions) =>
        questions.Count > FewestQuestions ? questions[..^(questions.Count % 2)] : questions;
}

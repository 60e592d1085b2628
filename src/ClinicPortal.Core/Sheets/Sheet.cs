using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Deciding;

namespace ClinicPortal.Core.Sheets;

/// <summary>
/// A comparison on one page of paper, A4 or letter, to take to the visit. What is always shown and the first of what stands at a glance are
/// taken first, then what the reader has marked, then by the editors' priority as many rows as there is room for; the first that does not
/// fit ends the list, so that a longer answer never gives way to a less important one. What is left over goes to questions with a line to
/// write on.
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
        Numbers = [
            .. comparison.Numbers.Select(number => number.Number)
            .Where(number => number.Denominator is not null)
            .Take(MostNumbers)
            .TakeWhile(paper.TryTake)];
        Rows =
        [
            .. Candidates(comparison).Select(paper.Shortened).TakeWhile(paper.TryTake)
                .OrderBy(row => comparison.Marked.Contains(row.Row.Criterion) ? 0 : 1)
                .ThenBy(row => row.Row.Criterion.Priority ?? int.MaxValue),
        ];
        Questions = Paired([.. asked.Take(FewestQuestions), .. asked.Skip(FewestQuestions).TakeWhile(paper.TryTake)]);
        var shown = Rows.Select(row => row.Row.Criterion.Slug).ToHashSet();
        LeftOut = [.. comparison.Rows.Select(row => row.Criterion).Where(criterion => !shown.Contains(criterion.Slug))];
    }

    /// <summary>The marked ones first, both by priority; a cell that would fill the page says that it goes on there.</summary>
    public IReadOnlyList<GlanceRow> Rows { get; }

    /// <summary>The questions of the comparison that stand on the page only.</summary>
    public IReadOnlyList<CriterionEntry> LeftOut { get; }

    public IReadOnlyList<OutcomeNumberEntry> Numbers { get; }

    /// <summary>To ask at the visit, the reader's own first.</summary>
    public IReadOnlyList<string> Questions { get; }

    public static Sheet Of(Comparison comparison, IReadOnlyList<QuestionEntry> questions) => new(comparison, questions);

    // They stand in two columns; one alone would leave a hole.
    private static List<string> Paired(List<string> questions) =>
        questions.Count > FewestQuestions ? questions[..^(questions.Count % 2)] : questions;

    private static IEnumerable<GlanceRow> Candidates(Comparison comparison) =>
        comparison.Rows
            .Where(row => comparison.Marked.Contains(row.Criterion)
                || (row.Criterion.Priority is not null && (row.Criterion.AlwaysShown || Glance.RankOf(row) is not null)))
            .OrderBy(row => row.Criterion.AlwaysShown || Glance.RankOf(row) == 0 ? 0
                : comparison.Marked.Contains(row.Criterion) ? 1
                : 1 + Glance.RankOf(row))
            .ThenBy(row => row.Criterion.Priority ?? int.MaxValue)
            .Select(GlanceRow.Of);
}

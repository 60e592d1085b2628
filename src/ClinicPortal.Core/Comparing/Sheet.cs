using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Comparing;

/// <summary>
/// A comparison on one page of paper, A4 or letter, to take to the visit. What is always shown and what stands at a glance comes first,
/// then by the editors' priority as many rows as there is room for; the first that does not fit ends the list, so that a longer answer
/// never gives way to a less important one. What is left over goes to questions with a line to write on.
/// </summary>
public sealed class Sheet
{
    private const int FewestQuestions = 4;
    private const int MostNumbers = 2;

    private Sheet(Comparison comparison, IReadOnlyList<QuestionEntry> questions)
    {
        var paper = new SheetPaper(comparison.Columns.Count, comparison.Decision);
        foreach (var question in questions.Take(FewestQuestions))
            paper.Take(question);
        Numbers = [.. comparison.Numbers.Select(number => number.Number).Where(number => number.Denominator is not null).Take(MostNumbers).TakeWhile(paper.TryTake)];
        Rows = [.. Candidates(comparison).Select(paper.Shortened).TakeWhile(paper.TryTake).OrderBy(row => row.Row.Criterion.Priority)];
        Questions = Paired([.. questions.Take(FewestQuestions), .. questions.Skip(FewestQuestions).TakeWhile(paper.TryTake)]);
        var shown = Rows.Select(row => row.Row.Criterion.Slug).ToHashSet();
        LeftOut = [.. comparison.Rows.Select(row => row.Criterion).Where(criterion => !shown.Contains(criterion.Slug))];
    }

    /// <summary>By priority; a cell that would fill the page says that it goes on there.</summary>
    public IReadOnlyList<GlanceRow> Rows { get; }

    /// <summary>The questions of the comparison that stand on the page only.</summary>
    public IReadOnlyList<CriterionEntry> LeftOut { get; }

    public IReadOnlyList<OutcomeNumberEntry> Numbers { get; }

    /// <summary>To ask at the visit.</summary>
    public IReadOnlyList<QuestionEntry> Questions { get; }

    public static Sheet Of(Comparison comparison, IReadOnlyList<QuestionEntry> questions) => new(comparison, questions);

    // They stand in two columns; one alone would leave a hole.
    private static List<QuestionEntry> Paired(List<QuestionEntry> questions) =>
        questions.Count > FewestQuestions ? questions[..^(questions.Count % 2)] : questions;

    private static IEnumerable<GlanceRow> Candidates(Comparison comparison) =>
        comparison.Rows
            .Where(row => row.Criterion.Priority is not null && (row.Criterion.AlwaysShown || Glance.RankOf(row) is not null))
            .OrderBy(row => row.Criterion.AlwaysShown ? 0 : Glance.RankOf(row))
            .ThenBy(row => row.Criterion.Priority)
            .Select(GlanceRow.Of);
}

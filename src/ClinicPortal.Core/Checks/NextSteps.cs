using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>One thing to do next.</summary>
/// <param name="Treatment">That it is about.</param>
/// <param name="Criterion">The question whose answer it is about; none, where it is about the whole treatment.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record NextStep(TreatmentEntry Treatment, CriterionEntry? Criterion, string Reason);

/// <summary>
/// What would help patients most next: first what misleads them, then what they look for and do not find, then what they cannot check.
/// </summary>
public static class NextSteps
{
    /// <param name="matrix">Of which a few are chosen.</param>
    /// <param name="first">The slugs of the criteria that patients read first.</param>
    /// <param name="isPublished">Patients read an edition.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<NextStep> Of(AnswerMatrix matrix, IReadOnlySet<string> first, bool isPublished, int most)
    {
        var empty = matrix.Cells.Where(cell => cell.States.Contains(CellState.Empty)).ToList();
        var emptyOf = empty.CountBy(cell => cell.Criterion.Slug).ToDictionary();
        var others = matrix.Rows.Count - 1;
        return
        [
            .. Contradictions(matrix, isPublished)
                .Concat(empty.Where(cell => first.Contains(cell.Criterion.Slug)).OrderBy(cell => cell.Criterion.Priority ?? 0)
                    .Select(cell => About(cell, "Empty, and it is one of the questions that patients read first.")))
                .Concat(
                    from cell in empty
                    where !first.Contains(cell.Criterion.Slug)
                    let answered = others + 1 - emptyOf[cell.Criterion.Slug]
                    where answered * 2 > others
                    orderby answered descending
                    select About(cell, answered == others
                        ? "Empty, though all the other treatments answer it."
                        : $"Empty, and {answered} of the other {others} treatments answer it."))
                .Concat(
                    from cell in matrix.Cells
                    // That doing nothing takes no time needs no study.
                    where cell.States.Contains(CellState.NoSource) && cell.Answer!.Value is not null && !cell.Treatment.Baseline
                    select About(cell, "It states a figure and cites no source."))
                .Concat(
                    from row in matrix.Rows
                    let due = row.Cells.Where(cell => cell.States.Contains(CellState.Overdue)).Min(cell => cell.Answer!.Review?.NextDue)
                    where due is not null
                    orderby due
                    select new NextStep(row.Treatment, null, $"Its review was due on {RunningText.NameOf(due.Value)}."))
                .Take(most),
        ];
    }

    // What patients read comes before what they would read after the next publication.
    private static IEnumerable<NextStep> Contradictions(AnswerMatrix matrix, bool isPublished) =>
        from cell in matrix.Cells
        where cell.States.Contains(CellState.Contradicts)
        let isRead = isPublished && !cell.States.Contains(CellState.Changed)
        orderby isRead descending
        select About(
            cell, $"Its text, figure and one-line answer contradict each other{(isRead ? ", and patients can see this now" : "")}.");

    private static NextStep About(MatrixCell cell, string reason) => new(cell.Treatment, cell.Criterion, reason);
}

using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>What the state of an answer depends on beside the answer itself.</summary>
/// <param name="Treatments">By whose names an answer could speak of another treatment; nothing else of them is read.</param>
/// <param name="Concerns">Likewise.</param>
/// <param name="Today">On which a review is overdue or not.</param>
/// <param name="Changed">The paths of the answers that patients do not read as they stand; none, while nothing is published.</param>
public sealed record MatrixContext(
    IEnumerable<TreatmentEntry> Treatments, IEnumerable<ConcernEntry> Concerns, DateOnly Today, IReadOnlySet<string> Changed);

/// <summary>One answer, or the place for one, with all that holds of it.</summary>
/// <param name="States">The most pressing first.</param>
/// <param name="Warnings">Where it contradicts itself.</param>
public sealed record MatrixCell(
    TreatmentEntry Treatment, CriterionEntry Criterion, AnswerEntry? Answer, IReadOnlyList<CellState> States,
    IReadOnlyList<string> Warnings)
{
    /// <summary>The most pressing.</summary>
    public CellState State => States[0];

    /// <summary>Where the answer stands, as in the history.</summary>
    public string Path => CatalogueKinds.Answer.PathOf(Treatment.Slug, Criterion.Slug);
}

/// <param name="Treatment">That answers.</param>
/// <param name="Cells">In the order of the criteria.</param>
public sealed record MatrixRow(TreatmentEntry Treatment, IReadOnlyList<MatrixCell> Cells);

/// <summary>Treatments x criteria as staff see them: not what they say, but how they stand.</summary>
public sealed record AnswerMatrix(IReadOnlyList<CriterionEntry> Criteria, IReadOnlyList<MatrixRow> Rows)
{
    public IEnumerable<MatrixCell> Cells => Rows.SelectMany(row => row.Cells);

    public static AnswerMatrix Of(IEnumerable<TreatmentEntry> treatments, IReadOnlyList<CriterionEntry> criteria, MatrixContext context)
    {
        var names = new SubjectNames(context.Treatments, context.Concerns);
        return new(criteria, [.. treatments.Select(treatment => RowOf(treatment, criteria, names, context))]);
    }

    private static MatrixRow RowOf(
        TreatmentEntry treatment, IReadOnlyList<CriterionEntry> criteria, SubjectNames names, MatrixContext context)
    {
        var answers = treatment.Answers.ToDictionary(answer => answer.Criterion);
        return new(treatment, [.. criteria.Select(CellOf)]);

        MatrixCell CellOf(CriterionEntry criterion)
        {
            var answer = answers.GetValueOrDefault(criterion.Slug);
            string[] warnings = answer is null ? []
                : [.. ContradictionRules.Answer(answer, "answer", criterion, treatment, names).Select(problem => problem.Message)];
            var isOverdue = answer?.Review?.NextDue < context.Today;
            var isChanged = context.Changed.Contains(CatalogueKinds.Answer.PathOf(treatment.Slug, criterion.Slug));
            return new(treatment, criterion, answer, CellStates.Of(answer, warnings.Length > 0, isOverdue, isChanged), warnings);
        }
    }
}

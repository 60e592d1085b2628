using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Comparing;

/// <summary>
/// Says how the answers of a row stand to each other. Typed values are compared by their ranges (days and weeks convert exactly, months and
/// years too), prose only by an editor's word for each pair. An unknown is never called a difference.
/// </summary>
public static class AnswerComparer
{
    /// <param name="criterion">The question.</param>
    /// <param name="answers">One for each chosen treatment without the baseline; none means not yet reviewed.</param>
    /// <param name="verdictOf">An editor's word on two of the answers, by their places in <paramref name="answers"/>.</param>
    public static Agreement Compare(CriterionEntry criterion, IReadOnlyList<AnswerEntry?> answers, Func<int, int, EditorVerdict?> verdictOf)
    {
        if (answers.Count < 2)
            return Agreement.NotCompared;
        if (answers.Any(IsUnknown))
            return Agreement.PartlyUnknown;

        var pairs = from one in Enumerable.Range(0, answers.Count)
                    from other in Enumerable.Range(one + 1, answers.Count - one - 1)
                    select ComparePair(criterion, answers[one]!, answers[other]!, verdictOf(one, other));
        var found = pairs.ToHashSet();
        return found.Contains(Agreement.Differs) ? Agreement.Differs
            : found.Contains(Agreement.NotCompared) ? Agreement.NotCompared
            : found.Contains(Agreement.Overlaps) ? Agreement.Overlaps
            : Agreement.Same;
    }

    /// <summary>Whether an editor's word says something else than the typed values, where those can be compared at all.</summary>
    public static bool Contradicts(EditorVerdict verdict, Agreement computed) =>
        computed is Agreement.Same or Agreement.Overlaps or Agreement.Differs && computed != AgreementOf(verdict);

    private static bool IsUnknown(AnswerEntry? answer) =>
        answer is null or { Value: null, Absence: Absence.NotKnown or Absence.NotYetReviewed };

    private static Agreement ComparePair(CriterionEntry criterion, AnswerEntry one, AnswerEntry other, EditorVerdict? verdict)
    {
        var doesNotApply = (one.Absence == Absence.DoesNotApply ? 1 : 0) + (other.Absence == Absence.DoesNotApply ? 1 : 0);
        if (doesNotApply > 0)
            return doesNotApply == 2 ? Agreement.Same : Agreement.Differs;
        if (criterion.Kind == ValueKind.Prose)
            return verdict is { } word ? AgreementOf(word) : Agreement.NotCompared;
        if (one.Value is null || other.Value is null)
            return Agreement.NotCompared;

        return CompareValues(one.Value, other.Value);
    }

    private static Agreement CompareValues(AttributeValue one, AttributeValue other)
    {
        if (one.Parts.Count == other.Parts.Count && one.Parts.All(part => other.Parts.Any(match => Equals(part.Label, match.Label) && ComparePart(part, match) == Agreement.Same)))
            return Agreement.Same;

        return one.Parts.Any(part => other.Parts.Any(match => ComparePart(part, match) != Agreement.Differs)) ? Agreement.Overlaps : Agreement.Differs;
    }

    private static Agreement ComparePart(ValuePart one, ValuePart other) => ValueRange.Compare(ValueRange.From(one), ValueRange.From(other));

    private static Agreement AgreementOf(EditorVerdict verdict) => verdict switch
    {
        EditorVerdict.Same => Agreement.Same,
        EditorVerdict.Overlaps => Agreement.Overlaps,
        EditorVerdict.Differs => Agreement.Differs,
        _ => throw new InvalidOperationException($"No agreement for {verdict}."),
    };
}

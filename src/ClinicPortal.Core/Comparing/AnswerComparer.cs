using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Comparing;

/// <summary>Decides how far the answers of the chosen treatments to one criterion agree. The order of the answers never matters.</summary>
public static class AnswerComparer
{
    /// <summary>
    /// Compares the answers of the chosen treatments. A gap is looked at first, so that an unknown never becomes a difference; then a
    /// question that applies to some only; then the values, or for prose the editors' verdicts, pair by pair. One pair that differs
    /// makes the row differ; the row is the same only if every pair is.
    /// </summary>
    /// <param name="criterion">Its kind decides whether values or verdicts count.</param>
    /// <param name="answers">One for each chosen treatment; null where there is no cell.</param>
    /// <param name="verdictOf">The editor's word on the pair at two positions in <paramref name="answers"/>; asked for prose only.</param>
    public static Agreement Compare(
        CriterionEntry criterion, IReadOnlyList<AnswerEntry?> answers, Func<int, int, EditorVerdict?>? verdictOf = null)
    {
        if (answers.Count < 2)
            return Agreement.NotCompared;

        var (unknown, unmeasured, notApplying) = (0, 0, 0);
        foreach (var answer in answers)
            switch (StateOf(criterion, answer))
            {
                case State.Unknown: unknown++; break;
                case State.Unmeasured: unmeasured++; break;
                case State.DoesNotApply: notApplying++; break;
            }

        return unknown > 0 ? Agreement.PartlyUnknown
            : unmeasured > 0 ? Agreement.NotCompared
            : notApplying == answers.Count ? (answers.Any(answer => answer!.Text is not null) ? Agreement.NotCompared : Agreement.Same)
            : notApplying > 0 ? Agreement.Differs
            : OverPairs(criterion, answers, verdictOf);
    }

    /// <summary>
    /// Whether an editor's word on a pair contradicts what the typed values of that pair say. Values that say nothing (unknown, not
    /// compared) cannot be contradicted.
    /// </summary>
    public static bool Contradicts(EditorVerdict verdict, Agreement computed) =>
        computed is Agreement.Same or Agreement.Overlaps or Agreement.Differs && AgreementOf(verdict) != computed;

    private static Agreement OverPairs(
        CriterionEntry criterion, IReadOnlyList<AnswerEntry?> answers, Func<int, int, EditorVerdict?>? verdictOf)
    {
        var (all, unjudged) = (Agreement.Same, false);
        for (var one = 0; one < answers.Count; one++)
            for (var other = one + 1; other < answers.Count; other++)
                switch (OfPair(criterion, answers, one, other, verdictOf))
                {
                    case Agreement.Differs: return Agreement.Differs;
                    case Agreement.Overlaps: all = Agreement.Overlaps; break;
                    case Agreement.NotCompared: unjudged = true; break;
                }
        return unjudged ? Agreement.NotCompared : all;
    }

    private static Agreement OfPair(
        CriterionEntry criterion, IReadOnlyList<AnswerEntry?> answers, int one, int other, Func<int, int, EditorVerdict?>? verdictOf) =>
        ValueKinds.Of(criterion).IsMeasured ? ValueComparer.Compare(criterion.Kind, answers[one]!.Value!, answers[other]!.Value!)
        : verdictOf?.Invoke(one, other) is { } verdict ? AgreementOf(verdict)
        : Agreement.NotCompared;

    private static Agreement AgreementOf(EditorVerdict verdict) => verdict switch
    {
        EditorVerdict.Same => Agreement.Same,
        EditorVerdict.Overlaps => Agreement.Overlaps,
        EditorVerdict.Differs => Agreement.Differs,
        _ => throw new InvalidOperationException($"A verdict that comparing does not know: {verdict}."),
    };

    private enum State { Unknown, DoesNotApply, Unmeasured, Answered }

    private static State StateOf(CriterionEntry criterion, AnswerEntry? answer) => answer switch
    {
        null or { IsWithheld: true } => State.Unknown,
        { Value.Parts: { Count: > 0 } parts } when ValueKinds.Of(criterion).IsMeasured =>
            ValueComparer.CanCompare(criterion.Kind, parts) ? State.Answered : State.Unmeasured,
        { Absence: Absence.NotKnown or Absence.NotYetReviewed } => State.Unknown,
        { Absence: Absence.DoesNotApply } => State.DoesNotApply,
        { Text: null } => State.Unknown,
        _ => ValueKinds.Of(criterion).IsMeasured ? State.Unmeasured : State.Answered,
    };
}

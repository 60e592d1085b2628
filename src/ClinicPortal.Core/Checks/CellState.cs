using System.Linq.Expressions;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>How an answer stands for those who edit; the most pressing first.</summary>
public enum CellState
{
    /// <summary>Its text, its value and its one line contradict each other; see <see cref="ContradictionRules"/>.</summary>
    Contradicts,

    /// <summary>No text, and no reason for having none.</summary>
    Empty,

    /// <summary>A text that cites nothing, and is not marked to be confirmed by a clinician either.</summary>
    NoSource,
    ToBeConfirmed,

    /// <summary>Its next review should have happened.</summary>
    Overdue,

    /// <summary>It says something else than in the edition that patients read.</summary>
    Changed,

    /// <summary>No text, and the reason for having none.</summary>
    Reason,

    /// <summary>It has a text, and there is nothing else to say of it.</summary>
    Filled,
}

public static class CellStates
{
    public static IReadOnlyList<CellState> All { get; } = Enum.GetValues<CellState>();

    /// <summary>As people say it of a cell, short enough to stand in it.</summary>
    public static string NameOf(CellState state) => state switch
    {
        CellState.Contradicts => "contradicts itself",
        CellState.Empty => "empty",
        CellState.NoSource => "no source",
        CellState.ToBeConfirmed => "to be confirmed",
        CellState.Overdue => "review overdue",
        CellState.Changed => "changed since publication",
        CellState.Reason => "reason given",
        CellState.Filled => "answered",
        _ => throw new InvalidOperationException($"No words for {state}."),
    };

    /// <summary>Nobody has answered the question, nor said why there is no answer.</summary>
    public static bool IsEmpty(AnswerEntry? answer) => answer?.SaysNothing() != false;

    /// <summary>The opposite, as the store is asked for it.</summary>
    public static Expression<Func<TreatmentAttribute, bool>> IsAnswered { get; } = answer =>
        answer.Text != null || (answer.Absence != null && answer.Absence != Absence.NotYetReviewed);

    /// <summary>Whether there is nothing to do about an answer of which this is the most pressing.</summary>
    public static bool IsSettled(CellState state) => state is CellState.Reason or CellState.Filled;

    /// <summary>All that holds of an answer, the most pressing first; never none.</summary>
    public static IReadOnlyList<CellState> Of(AnswerEntry? answer, bool contradicts, bool isOverdue, bool isChanged)
    {
        var isEmpty = IsEmpty(answer);
        CellState?[] found =
        [
            contradicts ? CellState.Contradicts : null,
            isEmpty ? CellState.Empty : null,
            answer is { Text: not null, Sources.Count: 0, ToBeConfirmed: false } ? CellState.NoSource : null,
            answer is { ToBeConfirmed: true } && !isEmpty ? CellState.ToBeConfirmed : null,
            isOverdue && !isEmpty ? CellState.Overdue : null,
            isChanged ? CellState.Changed : null,
            answer?.Text is null && !isEmpty ? CellState.Reason : null,
        ];
        return found.OfType<CellState>().ToList() is { Count: > 0 } states ? states : [CellState.Filled];
    }
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;

namespace ClinicPortal.Core.Deciding;

/// <summary>
/// What the compared texts say about conditions that a reader may have. It tells where a text speaks of one; where a text is silent it
/// says just that, because a list of reasons is never complete.
/// </summary>
public sealed class AskFirst
{
    private readonly Dictionary<AnswerEntry, IReadOnlyList<ReadersCondition>> _spoken = new(ReferenceEqualityComparer.Instance);

    private AskFirst(Comparison comparison)
    {
        foreach (var row in comparison.Rows.Where(row => row.Criterion.Role is CriterionRole.NotSuitable or CriterionRole.SeriousRisks))
            foreach (var cell in row.Cells)
                if (cell.Answer is { } answer)
                    _spoken[answer] = SpokenOfIn(row.Criterion, answer);
        Items = [
            .. ReadersCondition.All.Where(condition => Speaking(comparison, condition).Any())
            .Select(condition => ItemOf(comparison, condition))];
    }

    /// <summary>Those conditions of which the text of at least one column speaks.</summary>
    public IReadOnlyList<AskFirstItem> Items { get; }

    public static AskFirst Of(Comparison comparison) => new(comparison);

    /// <summary>The conditions that the reader can tick and that this cell speaks of.</summary>
    public IEnumerable<ReadersCondition> SpokenOf(AnswerEntry? answer) =>
        answer is not null && _spoken.TryGetValue(answer, out var conditions)
            ? conditions.Where(condition => Items.Any(item => item.Condition == condition))
            : [];

    /// <summary>The conditions that an answer speaks of.</summary>
    public static IReadOnlyList<ReadersCondition> SpokenOfIn(CriterionEntry criterion, AnswerEntry answer) =>
        answer.Text is not { } text || criterion.Role is not (CriterionRole.NotSuitable or CriterionRole.SeriousRisks) ? []
        : [
            .. ReadersCondition.All.Where(condition =>
                (criterion.Role == CriterionRole.NotSuitable || condition.MeetsRisk) && condition.IsIn(PlainText.Of(text.ToString())))];

    private IEnumerable<TreatmentEntry> Speaking(Comparison comparison, ReadersCondition condition) =>
        comparison.Columns.Where(option =>
            option.Answers.Any(answer => _spoken.TryGetValue(answer, out var spoken) && spoken.Contains(condition)));

    private AskFirstItem ItemOf(Comparison comparison, ReadersCondition condition)
    {
        var speaking = Speaking(comparison, condition).Where(option => !option.Baseline).ToList();
        var silent = comparison.Options.Where(option => !option.Baseline && !speaking.Contains(option))
            .ToLookup(option => HasReasons(comparison, option));
        return new(condition, [.. Sentences(speaking, [.. silent[true]], [.. silent[false]])]);
    }

    private static IEnumerable<string> Sentences(List<TreatmentEntry> speaking, List<TreatmentEntry> silent, List<TreatmentEntry> unwritten)
    {
        if (speaking.Count > 0)
            yield return $"{Names(speaking)}: tell the clinic first.";
        if (silent.Count > 0)
            yield return $"{Names(silent)}: the text does not mention it. Tell the clinic all the same.";
        if (unwritten.Count > 0)
            yield return $"{Names(unwritten)}: not yet written. Ask the clinic.";
    }

    private static bool HasReasons(Comparison comparison, TreatmentEntry option) =>
        comparison.FindRow(CriterionRole.NotSuitable)?.Cells.Any(cell => cell.Treatment == option && cell.Answer?.Text is not null)
            ?? false;

    private static string Names(List<TreatmentEntry> treatments) =>
        RunningText.StartUpperCase(RunningText.List([.. treatments.Select(RunningText.NameOf)], "and"));
}

/// <summary>One line to tick, and what it says about the options then.</summary>
public sealed record AskFirstItem(ReadersCondition Condition, IReadOnlyList<string> Sentences);

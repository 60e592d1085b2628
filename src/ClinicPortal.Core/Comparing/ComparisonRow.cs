using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Comparing;

/// <summary>The rows of one group of criteria.</summary>
public sealed record ComparisonGroup(CriterionGroupEntry Group, IReadOnlyList<ComparisonRow> Rows);

/// <summary>One criterion across the columns of a comparison.</summary>
/// <param name="Criterion">What is asked.</param>
/// <param name="Cells">One for each column, in their order.</param>
/// <param name="Agreement">Among the options only.</param>
/// <param name="Passages">What editors wrote about pairs of the options here.</param>
public sealed record ComparisonRow(
    CriterionEntry Criterion, IReadOnlyList<ComparisonCell> Cells, Agreement Agreement, IReadOnlyList<ComparisonPassage> Passages)
{
    /// <summary>"Only differences" hides what is known to be the same, and never a row of risks or of reasons not to have it.</summary>
    public bool MayHide => Agreement == Agreement.Same && !Criterion.AlwaysShown;
}

/// <summary>What one treatment answers to one criterion.</summary>
/// <param name="Treatment">The column.</param>
/// <param name="Answer">None means "not yet reviewed".</param>
/// <param name="Numbers">Those that stand in this cell.</param>
public sealed record ComparisonCell(TreatmentEntry Treatment, AnswerEntry? Answer, IReadOnlyList<OutcomeNumberEntry> Numbers)
{
    /// <summary>Why there is nothing to read; none where there is a text or at least a value.</summary>
    public Absence? EmptyBecause => Answer switch
    {
        { Text: not null } => null,
        { Absence: { } absence } => absence,
        { Value: not null } => null,
        _ => Absence.NotYetReviewed,
    };
}

/// <summary>A written contrast between two of the options, where it stands with a criterion.</summary>
/// <param name="One">The option that comes first.</param>
/// <param name="Other">The option that comes later.</param>
/// <param name="Passage">The text.</param>
/// <param name="Verdict">The editor's word on this pair and criterion, if any.</param>
public sealed record ComparisonPassage(TreatmentEntry One, TreatmentEntry Other, ContrastPassageEntry Passage, EditorVerdict? Verdict);

/// <summary>All that an editor wrote about two of the options.</summary>
public sealed record ComparisonContrast(TreatmentEntry One, TreatmentEntry Other, ContrastEntry Contrast);

/// <summary>A number that stands in at least one cell of a comparison.</summary>
/// <param name="Number">The number itself.</param>
/// <param name="Treatments">The columns in which it stands.</param>
public sealed record ComparisonNumber(OutcomeNumberEntry Number, IReadOnlyList<TreatmentEntry> Treatments);

/// <summary>The written contrasts of a comparison, found by the criterion that they stand with.</summary>
internal sealed class PassagesByCriterion
{
    private readonly Dictionary<string, List<ComparisonPassage>> _passages = [];

    public PassagesByCriterion(IEnumerable<ComparisonContrast> contrasts)
    {
        foreach (var (one, other, contrast) in contrasts)
            foreach (var passage in contrast.Passages)
                foreach (var place in passage.Criteria)
                {
                    if (!_passages.TryGetValue(place.Criterion, out var standing))
                        _passages.Add(place.Criterion, standing = []);
                    standing.Add(new(one, other, passage, place.Verdict));
                }
    }

    public IReadOnlyList<ComparisonPassage> At(string criterion) => _passages.GetValueOrDefault(criterion) ?? [];

    /// <summary>
    /// The editors' word on a pair; of several words the one that sees more difference, so that no row is hidden by the other.
    /// </summary>
    public static EditorVerdict? VerdictOn(IReadOnlyList<ComparisonPassage> passages, TreatmentEntry one, TreatmentEntry other)
    {
        EditorVerdict? verdict = null;
        foreach (var passage in passages)
            if (ReferenceEquals(passage.One, one) && ReferenceEquals(passage.Other, other) && !(passage.Verdict <= verdict))
                verdict = passage.Verdict ?? verdict;
        return verdict;
    }
}

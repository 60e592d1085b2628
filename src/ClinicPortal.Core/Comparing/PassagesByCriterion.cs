using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Comparing;

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

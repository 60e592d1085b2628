using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;

namespace ClinicPortal.Core.Numbers;

/// <summary>Where a comparison has no number to draw, one sentence says for which options and why.</summary>
public static class NothingToDraw
{
    // A gain counts for an option only where it stands with what studies show of it: the regrowth under minoxidil stands with hair
    // transplant as something to combine it with, and is no gain of a transplant.
    public static IEnumerable<string> Of(Comparison comparison)
    {
        if (Without(
            comparison,
            (number, criterion) => number.Effect == OutcomeEffect.Benefit && criterion.Role == CriterionRole.Evidence) is { } gains)
            yield return $"For {gains} we have no count of people who got better, so no picture shows that.";
        if (HarmsNotCounted(comparison) is { } harms)
            yield return $"{harms}, so no picture shows that.";
    }

    /// <summary>"For mesotherapy we do not know how many of the people treated had side effects"; none, where each has a count.</summary>
    public static string? HarmsNotCounted(Comparison comparison) =>
        Without(comparison, (number, _) => number.Effect == OutcomeEffect.Harm) is { } options
            ? $"For {options} we do not know how many of the people treated had side effects"
            : null;

    private static string? Without(Comparison comparison, Func<OutcomeNumberEntry, CriterionEntry, bool> counts)
    {
        var counted =
            from row in comparison.Rows
            from cell in row.Cells
            where cell.Numbers.Any(number => number.Denominator is not null && counts(number, row.Criterion))
            select cell.Treatment.Slug;
        var without = comparison.Treatments.ExceptBy(counted, option => option.Slug);
        return RunningText.List([.. without.Select(RunningText.NameOf)], "and") is { Length: > 0 } names ? names : null;
    }
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Deciding;

/// <summary>What a comparison rests on: the concerns it is about and the sources behind it.</summary>
public static class ComparisonBasis
{
    /// <summary>
    /// The concern in view, then those that the options share or, without one, all for which any of them is offered.
    /// </summary>
    public static IReadOnlyList<ConcernEntry> ConcernsOf(Comparison comparison) =>
    [
        .. (comparison.SharesConcern ? comparison.SharedConcerns : comparison.AnyConcerns)
            .Prepend(comparison.Concern).OfType<ConcernEntry>().Distinct(),
    ];

    /// <summary>Said where there are no such concerns.</summary>
    public static string NoConcernOf(Comparison comparison) => comparison.AreForNoConcern
        ? "Clinics do not usually offer these options for any concern described here."
        : "This clinic has not yet said what these options are offered for.";

    /// <summary>Every source that the comparison cites, each once.</summary>
    public static IReadOnlyList<SourceEntry> SourcesOf(Comparison comparison, Edition edition) => Found(edition,
        comparison.Columns.SelectMany(column => CitedFor(column, comparison))
            .Concat(
                comparison.Contrasts.SelectMany(pair =>
                    pair.Contrast.Passages.SelectMany(passage => passage.Sources)
                        .Concat(pair.Contrast.ClinicsSay is null ? [] : pair.Contrast.ClinicsSaySources)))
            .Concat(ConcernsOf(comparison).SelectMany(concern => concern.Sources)));

    /// <summary>
    /// The sources of one column: of its answers, of how sure we are of it or what comes of leaving it, and of its numbers.
    /// </summary>
    public static IReadOnlyList<SourceEntry> SourcesOf(TreatmentEntry column, Comparison comparison, Edition edition) =>
        Found(edition, CitedFor(column, comparison));

    private static IEnumerable<string> CitedFor(TreatmentEntry column, Comparison comparison)
    {
        var cells = comparison.Rows.SelectMany(row => row.Cells).Where(cell => cell.Treatment.Slug == column.Slug).ToList();
        var evidence = column.Baseline
            ? []
            : column.Concerns.Where(evidence => comparison.AnyConcerns.Any(concern => concern.Slug == evidence.Concern));
        var undone = column.Baseline ? comparison.AnyConcerns.SelectMany(concern => concern.Sources) : [];
        return cells.SelectMany(cell => cell.Answer?.Sources ?? [])
            .Concat(undone)
            .Concat(evidence.SelectMany(one => one.Sources))
            .Concat(cells.SelectMany(cell => cell.Numbers).SelectMany(number => number.Sources));
    }

    private static IReadOnlyList<SourceEntry> Found(Edition edition, IEnumerable<string> keys) =>
        [.. keys.Distinct().Select(edition.Source)];
}

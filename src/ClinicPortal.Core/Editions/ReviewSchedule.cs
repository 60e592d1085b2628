using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Editions;

/// <summary>
/// When the reviews that clinicians signed run out. The day is handed in, because a page turns overdue without a new edition.
/// </summary>
public static class ReviewSchedule
{
    /// <summary>
    /// The treatments whose next review should have happened before <paramref name="day"/>; on the day itself there is still time.
    /// </summary>
    public static IReadOnlyList<TreatmentEntry> OverdueOn(DateOnly day, IEnumerable<TreatmentEntry> treatments) =>
        [.. treatments.Where(treatment => treatment.Review is { } review && review.NextDue < day)];

    /// <summary>The earliest day on which one of them is due; none, if no review is set.</summary>
    public static DateOnly? NextDueOf(IEnumerable<TreatmentEntry> treatments) => treatments.Min(treatment => treatment.Review?.NextDue);
}

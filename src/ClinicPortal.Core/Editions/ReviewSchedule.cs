using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Editions;

/// <summary>
/// When the reviews that clinicians signed run out. The day is handed in, because a page turns overdue without a new edition.
/// </summary>
public static class ReviewSchedule
{
    /// <summary>Where the clinic says nothing.</summary>
    public const int UsualMonths = 12;

    public const int MostMonths = 60;

    /// <summary>
    /// The treatments of which something should have been reviewed again before <paramref name="day"/>; on the day itself there is still
    /// time.
    /// </summary>
    public static IReadOnlyList<(TreatmentEntry Treatment, DateOnly Due)> OverdueOn(
        DateOnly day, Edition edition, IEnumerable<TreatmentEntry> treatments) =>
        [.. from treatment in treatments
            let due = edition.ReviewOf(treatment).NextDue
            where due < day
            select (treatment, due.Value)];

    /// <summary>The earliest day on which one of them is due; none, if nothing is signed.</summary>
    public static DateOnly? NextDueOf(Edition edition, IEnumerable<TreatmentEntry> treatments) =>
        treatments.Min(treatment => edition.ReviewOf(treatment).NextDue);

    /// <summary>Whether a clinic can say so; none leaves it to what stands further off.</summary>
    public static bool Allows(int? months) => months is null or (>= 1 and <= MostMonths);

    /// <summary>After how many months a unit is reviewed again: as its criterion says, else its treatment, else the clinic.</summary>
    public static int MonthsFor(ClinicContent content, string path)
    {
        var parts = path.Split('/');
        return (parts is ["treatments", _, "answers", var asked]
                ? content.Criteria.FirstOrDefault(one => one.Slug == asked)?.ReviewMonths : null)
            ?? (parts is ["treatments", var treatment, ..]
                ? content.Treatments.FirstOrDefault(one => one.Slug == treatment)?.ReviewMonths : null)
            ?? content.Clinic.ReviewMonths ?? UsualMonths;
    }
}

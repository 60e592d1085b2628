namespace ClinicPortal.Web.Hosting;

/// <summary>
/// The day on which somebody reads, in UTC. Pages say what is overdue on it; it is a part of the page cache's key, so that a page turns
/// overdue on the right day without a new edition.
/// </summary>
public sealed class ClinicCalendar(TimeProvider clock)
{
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}

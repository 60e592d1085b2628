using ClinicPortal.Core.Storage.Backups;

namespace ClinicPortal.Core.Tests.Storage.Backups;

public class BackupPlanTests
{
    private const int HoursOfAYear = 365 * 24;

    [Theory]
    // The clocks leave the hour out, or show it twice.
    [InlineData("Europe/Athens", 3, 0)]
    [InlineData("Europe/London", 1, 30)]
    [InlineData("America/New_York", 2, 30)]
    [InlineData("Africa/Cairo", 0, 0)]
    [InlineData("Australia/Lord_Howe", 2, 0)]
    [InlineData("UTC", 23, 59)]
    public void A_backup_is_due_once_on_each_of_the_clinics_days(string zoneName, int hour, int minute)
    {
        var (zone, began) = (TimeZoneInfo.FindSystemTimeZoneById(zoneName), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var plan = new BackupPlan(new() { At = new(hour, minute) }, zone);

        var due = Enumerable.Range(0, HoursOfAYear * 4).Select(quarter => plan.LastDue(began.AddMinutes(15 * quarter))!.Value).ToList();

        var days = due.Distinct().Select(moment => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime)).ToList();
        Assert.Equal(Enumerable.Range(0, days.Count).Select(days[0].AddDays), days);
        Assert.InRange(days.Count, 365, 367);
        Assert.Equal(due.Order(), due);
    }

    [Theory]
    // In spring 03:00 does not come: the clocks go from 02:59 to 04:00, which is 01:00 in UTC. In autumn it comes at 00:00 and 01:00.
    [InlineData("2026-03-29T00:59Z", "2026-03-28T01:00Z")]
    [InlineData("2026-03-29T01:00Z", "2026-03-29T01:00Z")]
    [InlineData("2026-10-24T23:59Z", "2026-10-24T00:00Z")]
    [InlineData("2026-10-25T00:00Z", "2026-10-25T00:00Z")]
    [InlineData("2026-10-25T01:00Z", "2026-10-25T00:00Z")]
    [InlineData("2026-10-26T01:00Z", "2026-10-26T01:00Z")]
    public void Where_the_clocks_change_the_moment_is_a_known_one(string now, string due) =>
        Assert.Equal(
            DateTimeOffset.Parse(due, null), new BackupPlan(new(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Athens"))
                .LastDue(DateTimeOffset.Parse(now, null)));

    [Fact]
    public void Without_a_time_nothing_is_ever_due() =>
        Assert.Null(new BackupPlan(new() { At = null }, TimeZoneInfo.Utc).LastDue(new(2026, 11, 26, 0, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void Of_many_nights_the_last_days_weeks_and_months_are_kept()
    {
        var plan = new BackupPlan(new(), TimeZoneInfo.Utc);
        var kept = new List<BackupFile>();

        // Every night from 1 October 2025 to Thursday 26 November 2026, and cleared up after each.
        var first = new DateTimeOffset(2025, 10, 1, 3, 0, 0, TimeSpan.Zero);
        foreach (var night in Enumerable.Range(0, 31 + 30 + 31 + 304 + 26).Select(day => first.AddDays(day)))
        {
            kept.Add(new($"{night:O}", night, BackupReason.Scheduled));
            kept = [.. kept.Except(plan.Superseded(kept))];
        }

        Assert.Equal(
            [
                "2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31",
                "2026-08-31", "2026-09-30", "2026-10-31",
                // Sundays.
                "2026-11-08", "2026-11-15",
                "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26",
            ],
            kept.Select(file => $"{file.MadeAt:yyyy-MM-dd}"));
    }

    [Fact]
    public void One_made_by_hand_is_kept_for_ever_and_of_those_before_changes_the_last_ten()
    {
        var began = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        List<BackupFile> files =
        [
            new("by hand", began.AddYears(-9), BackupReason.ByHand),
            .. Enumerable.Range(1, 12).Select(day => new BackupFile(
                $"{day}", began.AddDays(day), day % 2 == 0 ? BackupReason.BeforeImport : BackupReason.BeforeUpgrade)),
        ];

        Assert.Equal(["1", "2"], new BackupPlan(new(), TimeZoneInfo.Utc).Superseded(files).Select(file => file.Path).Order());
    }
}

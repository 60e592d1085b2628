using ClinicPortal.Web.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace ClinicPortal.Web.Tests.Hosting;

public sealed class ClinicCalendarTests
{
    // Half past nine in the evening of 1 December, where it is winter and in UTC.
    private static readonly DateTimeOffset Moment = new(2026, 12, 1, 21, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("UTC", "1 December 2026, 21:30 UTC")]
    [InlineData("Etc/UTC", "1 December 2026, 21:30 UTC")]
    [InlineData("Europe/Istanbul", "2 December 2026, 00:30 Istanbul time")]
    [InlineData("America/Los_Angeles", "1 December 2026, 13:30 Los Angeles time")]
    [InlineData("America/Argentina/Buenos_Aires", "1 December 2026, 18:30 Buenos Aires time")]
    [InlineData("Etc/GMT-3", "2 December 2026, 00:30 GMT-3")]
    public void A_moment_is_told_as_the_clocks_of_the_clinic_show_it(string zone, string words) =>
        Assert.Equal(words, In(zone).FormatMoment(Moment));

    [Theory]
    [InlineData("UTC", "2026-12-01", "1 December 2026")]
    [InlineData("Europe/Istanbul", "2026-12-02", "2 December 2026")]
    [InlineData("America/Los_Angeles", "2026-12-01", "1 December 2026")]
    public void A_day_is_the_clinics(string zone, string day, string words)
    {
        var calendar = In(zone);

        Assert.Equal(day, calendar.FormatIsoDay(Moment));
        Assert.Equal(words, calendar.FormatDay(Moment));
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), calendar.Today);
    }

    [Theory]
    [InlineData(2026, 10, 25, 0, 59, "25 October 2026, 01:59 London time")]
    [InlineData(2026, 10, 25, 1, 0, "25 October 2026, 01:00 London time")]
    [InlineData(2026, 7, 1, 23, 30, "2 July 2026, 00:30 London time")]
    public void Summer_time_counts(int year, int month, int day, int hour, int minute, string words) =>
        Assert.Equal(words, In("Europe/London").FormatMoment(new(year, month, day, hour, minute, 0, TimeSpan.Zero)));

    [Fact]
    public void The_first_and_the_last_moment_have_a_day_everywhere()
    {
        Assert.Equal(DateOnly.MinValue, In("America/Los_Angeles").DayOf(DateTimeOffset.MinValue));
        Assert.Equal(DateOnly.MaxValue, In("Europe/Istanbul").DayOf(DateTimeOffset.MaxValue));
    }

    private static ClinicCalendar In(string zone) =>
        new(new FakeTimeProvider(Moment), new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone) });
}

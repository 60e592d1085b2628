using System.Globalization;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Core.Tests.Storage;

/// <summary>Expected moments come from the days on which the zones' governments moved the clocks.</summary>
public class WallClockTests
{
    [Theory]
    // An ordinary time keeps its place on the clock across the change: nine o'clock before and after.
    [InlineData("Europe/London", "2026-03-28T09:00", "2026-03-28T09:00Z")]
    [InlineData("Europe/London", "2026-03-29T09:00", "2026-03-29T08:00Z")]
    [InlineData("Pacific/Auckland", "2026-09-26T09:00", "2026-09-25T21:00Z")]
    [InlineData("Pacific/Auckland", "2026-09-27T09:00", "2026-09-26T20:00Z")]
    [InlineData("Europe/Istanbul", "2016-03-26T09:00", "2016-03-26T07:00Z")]
    [InlineData("Europe/Istanbul", "2016-03-27T09:00", "2016-03-27T06:00Z")]
    // Istanbul has not moved its clocks since.
    [InlineData("Europe/Istanbul", "2026-03-29T03:30", "2026-03-29T00:30Z")]
    [InlineData("Europe/Istanbul", "2026-10-25T03:30", "2026-10-25T00:30Z")]
    // What the clocks pass over is the first moment after.
    [InlineData("Europe/London", "2026-03-29T00:59", "2026-03-29T00:59Z")]
    [InlineData("Europe/London", "2026-03-29T01:00", "2026-03-29T01:00Z")]
    [InlineData("Europe/London", "2026-03-29T01:37", "2026-03-29T01:00Z")]
    [InlineData("Pacific/Auckland", "2026-09-27T02:30", "2026-09-26T14:00Z")]
    [InlineData("Europe/Istanbul", "2016-03-27T03:30", "2016-03-27T01:00Z")]
    // What they show twice is the first of the two.
    [InlineData("Europe/London", "2026-10-25T01:30", "2026-10-25T00:30Z")]
    [InlineData("Europe/London", "2026-10-25T02:00", "2026-10-25T02:00Z")]
    [InlineData("Pacific/Auckland", "2026-04-05T02:30", "2026-04-04T13:30Z")]
    [InlineData("Europe/Istanbul", "2015-11-08T03:30", "2015-11-08T00:30Z")]
    public void A_time_of_the_clock_is_a_known_moment(string zone, string wall, string moment) =>
        Assert.Equal(
            DateTimeOffset.Parse(moment, null),
            TimeZoneInfo.FindSystemTimeZoneById(zone).MomentOf(DateTime.Parse(wall, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("Europe/London", "2026-03-29T01:30", true, false)]
    [InlineData("Europe/London", "2026-03-29T02:00", false, false)]
    [InlineData("Europe/London", "2026-10-25T01:30", false, true)]
    [InlineData("Europe/London", "2026-10-25T02:00", false, false)]
    [InlineData("Pacific/Auckland", "2026-09-27T02:30", true, false)]
    [InlineData("Pacific/Auckland", "2026-04-05T02:30", false, true)]
    [InlineData("Europe/Istanbul", "2016-03-27T03:30", true, false)]
    [InlineData("Europe/Istanbul", "2015-11-08T03:30", false, true)]
    [InlineData("Europe/Istanbul", "2026-03-29T03:30", false, false)]
    public void What_the_clocks_pass_over_or_show_twice_is_known(string zoneName, string time, bool skipped, bool twice)
    {
        var (zone, wall) = (TimeZoneInfo.FindSystemTimeZoneById(zoneName), DateTime.Parse(time, CultureInfo.InvariantCulture));

        Assert.Equal((skipped, twice), (zone.Skips(wall), zone.ShowsTwice(wall)));
    }

    [Theory]
    [InlineData("Europe/London")]
    [InlineData("Pacific/Auckland")]
    [InlineData("Europe/Istanbul")]
    [InlineData("Australia/Lord_Howe")]
    public void A_later_time_never_comes_sooner(string zoneName)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);

        var moments = Enumerable.Range(0, 366 * 24 * 4)
            .Select(quarter => zone.MomentOf(new DateTime(2015, 10, 1).AddMinutes(15 * quarter))).ToList();

        Assert.All(moments.Zip(moments.Skip(1)), pair => Assert.True(pair.First <= pair.Second));
    }
}

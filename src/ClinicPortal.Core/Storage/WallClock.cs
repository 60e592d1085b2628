using System.Globalization;

namespace ClinicPortal.Core.Storage;

/// <summary>
/// What the clocks of a zone make of a time that somebody names. Asked from moment to wall only: where a zone changes its clocks and its
/// rules on one day (Istanbul in 2016), <see cref="TimeZoneInfo.IsInvalidTime"/> misses the hour that is passed over.
/// </summary>
public static class WallClock
{
    /// <summary>"2 December 2026, 00:30", without the zone, which whoever reads it is in.</summary>
    public static string Format(DateTime wall) => wall.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>
    /// The moment at which the clocks show that time: the first of two, where they show it twice; where they are put forward over it, the
    /// first moment after it.
    /// </summary>
    /// <param name="zone">Whose clocks.</param>
    /// <param name="wall">In whole minutes.</param>
    public static DateTimeOffset MomentOf(this TimeZoneInfo zone, DateTime wall)
    {
        var moment = zone.Candidates(wall).Min();
        while (zone.WallAt(moment) < wall)
            moment = moment.AddMinutes(1);
        return TimeZoneInfo.ConvertTime(moment, zone);
    }

    /// <summary>The clocks are put forward over it.</summary>
    public static bool Skips(this TimeZoneInfo zone, DateTime wall) => zone.WallAt(zone.MomentOf(wall)) != wall;

    /// <summary>The clocks are put back, and show it once more.</summary>
    public static bool ShowsTwice(this TimeZoneInfo zone, DateTime wall) =>
        zone.Candidates(wall).Distinct().Count(moment => zone.WallAt(moment) == wall) > 1;

    private static DateTime WallAt(this TimeZoneInfo zone, DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone).DateTime;

    // By what the zone is ahead of UTC the day before and the day after.
    private static IEnumerable<DateTimeOffset> Candidates(this TimeZoneInfo zone, DateTime wall) =>
        from days in new[] { -1, 1 }
        let utc = new DateTimeOffset(wall, TimeSpan.Zero)
        select utc - zone.GetUtcOffset(utc.AddDays(days));
}

using System.Globalization;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// The days that people read are the clinic's: what is stored in UTC is turned into them here and nowhere else. Today is a part of the page
/// cache's key, so that a page turns overdue at the clinic's midnight without a new edition.
/// </summary>
public sealed class ClinicCalendar(TimeProvider clock, PortalOptions options)
{
    private readonly TimeZoneInfo _zone = options.TimeZone;

    /// <summary>"Istanbul time".</summary>
    public string ZoneName { get; } = NameOf(options.TimeZone.Id);

    public DateOnly Today => DayOf(clock.GetUtcNow());

    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    /// <summary>When a day begins at the clinic: where a clock is put forward at midnight, an hour later.</summary>
    public DateTimeOffset StartOf(DateOnly day) => _zone.MomentOf(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>"2 December 2026".</summary>
    public string FormatDay(DateTimeOffset moment) => FormatDay(DayOf(moment));

    /// <summary>"3 Mar 2026", where there is room for one line only.</summary>
    public string FormatShortDay(DateTimeOffset moment) => DayOf(moment).ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="FormatDay(DateTimeOffset)"/>
    public static string FormatDay(DateOnly day) => RunningText.NameOf(day);

    /// <summary>"2026-12-02", for machines.</summary>
    public string FormatIsoDay(DateTimeOffset moment) => DayOf(moment).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"2 December 2026, 00:30 Istanbul time".</summary>
    public string FormatMoment(DateTimeOffset moment) =>
        $"{Local(moment).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)} {ZoneName}";

    /// <summary>The moment at which the clinic's clocks show that time.</summary>
    public DateTimeOffset MomentOf(DateTime wall) => _zone.MomentOf(wall);

    /// <summary>"2 December 2026, 00:30 Istanbul time": a time as somebody chose it, even where the clocks pass over it.</summary>
    public string FormatWallTime(DateTime wall) => $"{WallClock.Format(wall)} {ZoneName}";

    /// <summary>What is made of a time that the clocks pass over or show twice; none, where they show it once.</summary>
    public string? ClockChangeAt(DateTime wall) =>
        _zone.Skips(wall)
            ? $"The clocks go forward then, and {wall:HH:mm} does not exist that day. It will be published at the first moment after: "
                + $"{FormatMoment(MomentOf(wall))}."
        : _zone.ShowsTwice(wall)
            ? $"The clocks go back then, and {wall:HH:mm} comes twice that day. It will be published the first time."
        : null;

    private DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone);

    // Zones are called by a city of theirs, "America/Argentina/Buenos_Aires"; the few others by an abbreviation, "UTC" or "Etc/GMT+3".
    private static string NameOf(string id)
    {
        var place = id.Split('/');
        return place.Length == 1 || place[0] == "Etc" ? place[^1] : $"{place[^1].Replace('_', ' ')} time";
    }
}

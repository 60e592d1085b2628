using System.Globalization;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// The days that people read are the clinic's: what is stored in UTC is turned into them here and nowhere else. Today is a part of the page
/// cache's key, so that a page turns overdue at the clinic's midnight without a new edition.
/// </summary>
public sealed class ClinicCalendar(TimeProvider clock, PortalOptions options)
{
    private readonly TimeZoneInfo _zone = options.TimeZone;
    private readonly string _zoneName = NameOf(options.TimeZone.Id);

    public DateOnly Today => DayOf(clock.GetUtcNow());

    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    /// <summary>When a day begins at the clinic: where a clock is put forward at midnight, an hour later.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var start = day.ToDateTime(TimeOnly.MinValue);
        while (_zone.IsInvalidTime(start))
            start = start.AddMinutes(15);
        return new(start, _zone.IsAmbiguousTime(start) ? _zone.GetAmbiguousTimeOffsets(start).Max() : _zone.GetUtcOffset(start));
    }

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
        $"{Local(moment).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)} {_zoneName}";

    private DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone);

    // Zones are called by a city of theirs, "America/Argentina/Buenos_Aires"; the few others by an abbreviation, "UTC" or "Etc/GMT+3".
    private static string NameOf(string id)
    {
        var place = id.Split('/');
        return place.Length == 1 || place[0] == "Etc" ? place[^1] : $"{place[^1].Replace('_', ' ')} time";
    }
}

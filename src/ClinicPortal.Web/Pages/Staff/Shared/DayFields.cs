using System.Globalization;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>
/// The days of the clinic's between which a list is shown, as a browser writes them; what is none is told, and narrows nothing.
/// </summary>
public static class DayFields
{
    /// <param name="calendar">The clinic's.</param>
    /// <param name="problems">Where it is told what is no day.</param>
    /// <param name="field">By its name on the page.</param>
    /// <param name="typed">The field.</param>
    public static DateTimeOffset? StartOf(this ClinicCalendar calendar, ModelStateDictionary problems, string field, string? typed) =>
        DayOf(problems, field, typed) is { } day ? calendar.StartOf(day) : null;

    /// <inheritdoc cref="StartOf"/>
    public static DateTimeOffset? EndOf(this ClinicCalendar calendar, ModelStateDictionary problems, string field, string? typed) =>
        DayOf(problems, field, typed) is { } day ? calendar.StartOf(day.AddDays(1)) : null;

    /// <summary>What a field for a day can hold: anything else a browser leaves out, with a warning in its console.</summary>
    public static string? InField(string? typed) => Parse(typed) is null ? null : typed!.Trim();

    /// <summary>A day and a time of the clinic's clocks, both of which are needed.</summary>
    public static DateTime? TimeOf(ModelStateDictionary problems, string? day, string? time)
    {
        if (string.IsNullOrWhiteSpace(day) || string.IsNullOrWhiteSpace(time))
        {
            problems.AddModelError("", "Choose both a date and a time under “Publish later”.");
            return null;
        }
        var (onDay, atTime) = (DayOf(problems, "Date", day), ParseTime(time));
        if (atTime is null)
            problems.AddModelError("", $"\"{FormInput.Shown(time)}\" in \"Time\" is not a time. Write it like this: 09:30.");
        return onDay is { } date && atTime is { } clock ? date.ToDateTime(clock) : null;
    }

    /// <summary>What a field for a time can hold, likewise.</summary>
    public static string? TimeInField(string? typed) => ParseTime(typed)?.ToString("HH:mm", CultureInfo.InvariantCulture);

    // Some browsers write seconds, which are none here.
    private static TimeOnly? ParseTime(string? typed) =>
        TimeOnly.TryParseExact(typed?.Trim(), ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new(time.Hour, time.Minute)
            : null;

    /// <summary>None, where it is no day.</summary>
    public static DateOnly? Parse(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 1900 and < 9999
            ? day
            : null;

    private static DateOnly? DayOf(ModelStateDictionary problems, string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (Parse(typed) is { } day)
            return day;
        problems.AddModelError("", $"\"{FormInput.Shown(typed)}\" in \"{field}\" is not a date. Write it like this: 2026-11-23.");
        return null;
    }
}

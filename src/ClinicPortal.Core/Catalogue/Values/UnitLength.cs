namespace ClinicPortal.Core.Catalogue;

/// <summary>
/// How long a unit of time is. Minutes to weeks convert exactly into each other, months and years too; across the two families nothing
/// does, because a month has 28 to 31 days and a year 365 or 366.
/// </summary>
/// <param name="Name">Of one.</param>
/// <param name="Size">In the base unit of its family, minute or month.</param>
/// <param name="Varies">It is of the family that calendars measure.</param>
/// <param name="Shortest">In minutes.</param>
/// <param name="Longest">In minutes.</param>
/// <param name="Average">In minutes, of many years.</param>
public sealed record UnitLength(string Name, decimal Size, bool Varies, decimal Shortest, decimal Longest, decimal Average)
{
    private const decimal Hour = 60, Day = 24 * Hour, Week = 7 * Day, Year = 365.25m * Day;

    public static UnitLength Of(Unit unit) => unit switch
    {
        Unit.Minute => Clock("minute", 1),
        Unit.Hour => Clock("hour", Hour),
        Unit.Day => Clock("day", Day),
        Unit.Week => Clock("week", Week),
        Unit.Month => new("month", 1, Varies: true, 28 * Day, 31 * Day, Year / 12),
        Unit.Year => new("year", 12, Varies: true, 365 * Day, 366 * Day, Year),
        _ => throw new InvalidOperationException($"A unit of unknown length: {unit}."),
    };

    private static UnitLength Clock(string name, decimal minutes) => new(name, minutes, Varies: false, minutes, minutes, minutes);
}

using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Comparing;

/// <summary>
/// Where one part of a value begins and ends, in the base unit of its family: minutes for what clocks measure (minute to week), months
/// for what calendars measure (month, year), the number itself for anything that is not a duration. No <see cref="Max"/> is open ended.
/// </summary>
internal readonly record struct Extent(decimal Min, decimal? Max, Unit? Unit)
{
    private const decimal MinutesInDay = 24 * 60;

    private bool IsCalendar => Unit is Catalogue.Unit.Month or Catalogue.Unit.Year;

    // A calendar length in minutes at its shortest and at its longest: a month has 28 to 31 days, a year 365 or 366. The division by
    // the 12 months comes last, because a twelfth of 365 is not exact.
    private decimal ShortestMin => (Unit == Catalogue.Unit.Year ? Min * 365 / 12 : Min * 28) * MinutesInDay;

    private decimal? LongestMax => (Unit == Catalogue.Unit.Year ? Max * 366 / 12 : Max * 31) * MinutesInDay;

    /// <summary>A part without a beginning starts at nothing ("up to 6 weeks").</summary>
    public static Extent Of(ValueKind kind, ValuePart part)
    {
        var unit = kind == ValueKind.Duration ? part.Unit : null;
        var size = SizeOf(unit);
        return new Extent((part.Min ?? 0) * size, part.Max * size, unit);
    }

    /// <summary>
    /// The same only if both ends match exactly, in length as in openness; different only if no point is shared, so ends that touch
    /// overlap. A clock length and a calendar length are never the same, and differ only if they do so however long the months are.
    /// </summary>
    public Agreement Compare(Extent other) =>
        IsCalendar != other.IsCalendar
            ? (IsCalendar ? SurelyApart(other, this) : SurelyApart(this, other)) ? Agreement.Differs : Agreement.Overlaps
            : Min == other.Min && Max == other.Max ? Agreement.Same
            : Max < other.Min || other.Max < Min ? Agreement.Differs
            : Agreement.Overlaps;

    /// <summary>Every point of it lies beyond every point of the other, however long the months are.</summary>
    public bool IsAbove(Extent other) =>
        Compare(other) == Agreement.Differs && (IsCalendar == other.IsCalendar ? Min > other.Min : Begin > other.Begin);

    private decimal Begin => IsCalendar ? ShortestMin : Min;

    private static bool SurelyApart(Extent clock, Extent calendar) =>
        clock.Max < calendar.ShortestMin || calendar.LongestMax < clock.Min;

    private static decimal SizeOf(Unit? unit) => unit switch
    {
        null or Catalogue.Unit.Minute or Catalogue.Unit.Month => 1,
        Catalogue.Unit.Hour => 60,
        Catalogue.Unit.Day => MinutesInDay,
        Catalogue.Unit.Week => 7 * MinutesInDay,
        Catalogue.Unit.Year => 12,
        _ => throw new InvalidOperationException($"A unit that comparing does not know: {unit}."),
    };
}

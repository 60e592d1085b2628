using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Courses;

/// <summary>
/// A figure of a course with its range: a number of times, or a length of time in minutes. Both ends go through every step, the least
/// with the least and the most with the most; no <see cref="Max"/> is open ended.
/// </summary>
/// <remarks>
/// Minutes to weeks convert exactly, months and years too. Where the two families meet, a month counts as a twelfth of 365.25 days and
/// the outcome is "about"; nowhere else is one turned into the other.
/// </remarks>
/// <param name="About">Typical practice, or a month that was counted in days.</param>
/// <param name="Calendar">Typed in months or years.</param>
public readonly record struct QuantityRange(decimal Min, decimal? Max, bool About = false, bool Calendar = false)
{
    public const decimal Hour = 60;
    public const decimal Day = 24 * Hour;
    public const decimal Week = 7 * Day;
    public const decimal Year = 365.25m * Day;
    public const decimal Month = Year / 12;

    public static QuantityRange Nothing { get; } = new(0, 0);

    public bool IsSingle => Min == Max;

    /// <summary>Its lower end alone.</summary>
    public QuantityRange Least => this with { Max = Min };

    /// <summary>Its upper end alone; open ended, the lower end is the most that is known, and the upper stays open.</summary>
    public QuantityRange Most => this with { Min = Max ?? Min };

    /// <summary>None for a length of time without its unit.</summary>
    public static QuantityRange? Of(ValueKind kind, ValuePart part) => ValueKinds.Of(kind).MinutesIn(part) is { } size
        ? new((part.Min ?? 0) * size, part.Max * size, part.Approximate, part.Unit is { } unit && UnitLength.Of(unit).Varies)
        : null;

    /// <summary>One of the two is a number of times.</summary>
    public QuantityRange Times(QuantityRange other) =>
        new(Min * other.Min, Product(Max, other.Max), About || other.About, Calendar || other.Calendar);

    public QuantityRange Plus(QuantityRange other) =>
        new(Min + other.Min, Max + other.Max, About || other.About || Mixes(other), Family(other));

    /// <summary>When the later of the two is over.</summary>
    public QuantityRange Later(QuantityRange other) =>
        new(Math.Max(Min, other.Min), Larger(Max, other.Max), About || other.About || Mixes(other), Family(other));

    /// <summary>Both of them and all that lies between.</summary>
    public QuantityRange Around(QuantityRange other) =>
        new(Math.Min(Min, other.Min), Larger(Max, other.Max), About || other.About || Mixes(other), Family(other));

    /// <summary>As many times as this, but no more than <paramref name="limit"/>.</summary>
    public QuantityRange AtMost(QuantityRange limit) => Max <= limit.Min
        ? this
        : new(Math.Min(Min, limit.Min), Max is null || limit.Max < Max ? limit.Max : Max, About || limit.About);

    /// <summary>
    /// How many times, <paramref name="every"/> apart, begin within the first <paramref name="span"/>, which is of whole years.
    /// </summary>
    public static QuantityRange CountWithin(decimal span, QuantityRange every) => new(
        every.Max switch { null => 1, 0 => decimal.MaxValue, { } longest => decimal.Ceiling(span / longest) },
        every.Min > 0 ? decimal.Ceiling(span / every.Min) : null,
        every.About || !every.Calendar);

    /// <summary>
    /// The time that as many times as this take up, each lasting <paramref name="lasting"/> and beginning <paramref name="every"/> after
    /// the one before: where they overlap, it counts once.
    /// </summary>
    public QuantityRange Covering(QuantityRange lasting, QuantityRange every)
    {
        var longest = lasting.Max;
        var mayOverlap = Max is not <= 1 && !(longest <= every.Min);
        return new(
            Covered(Min, lasting.Min, every.Min),
            longest == 0 ? 0 : Max is { } most && longest is { } time ? Covered(most, time, every.Max ?? time) : null,
            About || lasting.About || (mayOverlap && (every.About || every.Calendar != lasting.Calendar)),
            lasting.Calendar);
    }

    private static decimal Covered(decimal times, decimal lasting, decimal every) =>
        times <= 1 ? times * lasting : ((times - 1) * Math.Min(lasting, every)) + lasting;

    private bool Mixes(QuantityRange other) => Calendar != other.Calendar && Max != 0 && other.Max != 0;

    private bool Family(QuantityRange other) => Max == 0 ? other.Calendar : other.Max == 0 ? Calendar : Calendar && other.Calendar;

    private static decimal? Product(decimal? one, decimal? other) => one == 0 || other == 0 ? 0 : one * other;

    private static decimal? Larger(decimal? one, decimal? other) => one is { } a && other is { } b ? Math.Max(a, b) : null;
}

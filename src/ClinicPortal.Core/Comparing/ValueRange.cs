using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Comparing;

/// <summary>
/// A part of a typed value in the smallest unit of its family: minutes for minutes to weeks, months for months and years. Plain counts
/// and scale steps have no family. Both ends are included; no upper end means open ended.
/// </summary>
internal readonly record struct ValueRange(decimal Min, decimal? Max, ValueRange.Family Kind)
{
    internal enum Family
    {
        Plain,
        Minutes,
        Months,
    }

    // The shortest and the longest calendar month: only what holds for both is known across the two families.
    private const decimal ShortestMonth = 28 * MinutesPerDay;
    private const decimal LongestMonth = 31 * MinutesPerDay;
    private const decimal MinutesPerDay = 24 * 60;

    public static ValueRange From(ValuePart part)
    {
        var (factor, family) = part.Unit switch
        {
            null => (1m, Family.Plain),
            Unit.Minute => (1m, Family.Minutes),
            Unit.Hour => (60m, Family.Minutes),
            Unit.Day => (MinutesPerDay, Family.Minutes),
            Unit.Week => (7 * MinutesPerDay, Family.Minutes),
            Unit.Month => (1m, Family.Months),
            Unit.Year => (12m, Family.Months),
            _ => throw new InvalidOperationException($"No length for {part.Unit}."),
        };
        return new((part.Min ?? 0) * factor, part.Max * factor, family);
    }

    /// <summary>Same, overlaps or differs; across days and months nothing is called the same.</summary>
    public static Agreement Compare(ValueRange one, ValueRange other)
    {
        if (one.Kind == other.Kind)
            return one == other ? Agreement.Same : Touch(one, other) ? Agreement.Overlaps : Agreement.Differs;

        return Touch(one.InMinutes(), other.InMinutes()) ? Agreement.Overlaps : Agreement.Differs;
    }

    private static bool Touch(ValueRange one, ValueRange other) =>
        (one.Max is not { } oneMax || oneMax >= other.Min) && (other.Max is not { } otherMax || otherMax >= one.Min);

    // As wide as months can be, so that two ranges are called different only if no calendar could make them meet.
    private ValueRange InMinutes() => Kind == Family.Months ? new(Min * ShortestMonth, Max * LongestMonth, Family.Minutes) : this;
}

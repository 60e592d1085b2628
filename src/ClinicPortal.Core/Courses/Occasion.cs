using System.Globalization;

namespace ClinicPortal.Core.Courses;

/// <summary>Something that the reader has on, so many whole weeks from today.</summary>
public sealed record Occasion
{
    public const int Soonest = 1;
    public const int Latest = 104;

    private const int WeeksUsually = 10;
    private const int DaysInAWeek = 7;

    private Occasion(int weeks, DateOnly today) => (Weeks, Today) = (weeks, today);

    public int Weeks { get; }

    public DateOnly Today { get; }

    public DateOnly Day => Today.AddDays(Weeks * DaysInAWeek);

    /// <summary>From today, in minutes.</summary>
    public decimal Away => Weeks * QuantityRange.Week;

    public static DateOnly SoonestDay(DateOnly today) => today.AddDays(Soonest * DaysInAWeek);

    /// <summary>The last that is as many whole weeks away as <see cref="Latest"/>.</summary>
    public static DateOnly LatestDay(DateOnly today) => today.AddDays(((Latest + 1) * DaysInAWeek) - 1);

    /// <summary>Shown to those who have not said when.</summary>
    public static Occasion Usual(DateOnly today) => new(WeeksUsually, today);

    /// <summary>None, if it is no whole number of weeks from <see cref="Soonest"/> to <see cref="Latest"/>.</summary>
    public static Occasion? Parse(string? weeks, DateOnly today) =>
        int.TryParse(weeks?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= Soonest and <= Latest
            ? new(number, today)
            : null;
}

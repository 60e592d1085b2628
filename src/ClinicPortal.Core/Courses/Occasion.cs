using System.Globalization;

namespace ClinicPortal.Core.Courses;

/// <summary>Something that the reader has on, so many whole weeks from today.</summary>
public sealed record Occasion
{
    public const int Soonest = 1;
    public const int Latest = 104;

    private Occasion(int weeks) => Weeks = weeks;

    /// <summary>Shown to those who have not said when.</summary>
    public static Occasion Usual { get; } = new(10);

    public int Weeks { get; }

    /// <summary>From today, in minutes.</summary>
    public decimal Away => Weeks * QuantityRange.Week;

    /// <summary>None, if it is no whole number of weeks from <see cref="Soonest"/> to <see cref="Latest"/>.</summary>
    public static Occasion? Parse(string? weeks) =>
        int.TryParse(weeks?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= Soonest and <= Latest
            ? new(number)
            : null;
}

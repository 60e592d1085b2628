namespace ClinicPortal.Core.Wording;

/// <summary>So many of so many. Readers can compare rates that are out of the same number.</summary>
/// <param name="Count">May be a fraction, as of a per cent.</param>
/// <param name="Of">Above 0.</param>
public readonly record struct Rate(decimal Count, decimal Of)
{
    // A count may be rounded by a twentieth of itself and no more.
    private const int Fineness = 20;

    private static readonly decimal[] Denominators =
        [100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000];

    /// <summary>10, 100, 1,000 ...: what rates are out of, where groups of people that were counted are of any number.</summary>
    public bool IsOutOfPowerOfTen => Of == 10 || Denominators.Contains(Of);

    /// <summary>
    /// The smallest of 100, 1,000 ... out of which the rate is a whole number, or one that is off by little; its own where it has one.
    /// </summary>
    public decimal Denominator
    {
        get
        {
            var rate = this;
            return IsOutOfPowerOfTen && Of >= 100 && decimal.IsInteger(Count)
                ? Of
                : Denominators.FirstOrDefault(rate.IsNear, Denominators[^1]);
        }
    }

    /// <summary>Rounded to a whole number, halves up.</summary>
    public decimal CountOutOf(decimal denominator) => Math.Round(Count * denominator / Of, MidpointRounding.AwayFromZero);

    public bool IsWholeOutOf(decimal denominator) => Count * denominator % Of == 0;

    private bool IsNear(decimal denominator) =>
        Math.Abs(CountOutOf(denominator) * Of - Count * denominator) * Fineness <= Count * denominator;
}

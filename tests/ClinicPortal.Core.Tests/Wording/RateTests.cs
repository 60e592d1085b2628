using ClinicPortal.Core.Wording;

namespace ClinicPortal.Core.Tests.Wording;

/// <summary>Worked out by hand beside each case.</summary>
public class RateTests
{
    [Theory]
    [InlineData(1, 20, 100, 5, true)]
    [InlineData(1, 10, 100, 10, true)]
    [InlineData(1, 3, 100, 33, false)] // 33.3, off by a hundredth of itself
    [InlineData(2, 3, 100, 67, false)] // 66.7
    [InlineData(1, 8, 100, 13, false)] // 12.5, off by a twenty-fifth
    [InlineData(1, 30, 1_000, 33, false)] // 3.3 of 100 would be off by a tenth; 33.3
    [InlineData(1, 40, 1_000, 25, true)] // 2.5 of 100 would be off by a fifth
    [InlineData(1, 250, 1_000, 4, true)]
    [InlineData(1, 1_000, 1_000, 1, true)]
    [InlineData(2.5, 100, 1_000, 25, true)]
    [InlineData(0, 100, 100, 0, true)]
    [InlineData(1, 6_410, 100_000, 16, false)] // 15.6
    [InlineData(1, 40_882, 1_000_000, 24, false)] // 2.4 of 100,000 would be off by more than a twentieth; 24.5
    public void A_rate_is_out_of_the_smallest_number_that_keeps_it(double count, int of, int denominator, int counted, bool whole)
    {
        var rate = new Rate((decimal)count, of);

        Assert.Equal(denominator, rate.Denominator);
        Assert.Equal(counted, rate.CountOutOf(denominator));
        Assert.Equal(whole, rate.IsWholeOutOf(denominator));
    }
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Testing;
using CsCheck;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Checks;

/// <summary>What a study counted decides what "N of 100" may say.</summary>
public class CountRulesTests
{
    private const string MoreThanOne =
        "Fill in only one of these: \"It happened to\", or \"or to fewer than\", or \"or from\" and \"to\".";

    private static readonly OutcomeArmEntry Arm = new() { Label = LocalText.Empty };

    [Fact]
    public void The_figures_of_the_sample_clinic_agree_with_what_its_studies_counted() =>
        Assert.All(SampleClinic.Content.Numbers, number => Assert.Empty(ContentRules.CheckCounts(number)));

    [Theory]
    [InlineData(120, 44, 100, 37)]
    [InlineData(200, 1, 100, 1)]
    [InlineData(300, 1, 100, 0)]
    [InlineData(800, 799, 100, 100)]
    [InlineData(50, 20, 100, 40)]
    [InlineData(40_882, 1, 100_000, 2)]
    [InlineData(int.MaxValue, int.MaxValue - 1, 100_000_000, 100_000_000)]
    public void The_rounded_share_may_be_said(int total, int events, int denominator, int count) =>
        Assert.Empty(Problems(denominator, Arm with { Count = count, Events = events, Total = total }));

    [Fact]
    public void Another_share_is_refused_and_both_figures_are_named() => Assert.Equal(
        ["44 of 120 is 37 of 100, not 73. Correct one of the two."],
        Problems(100, Arm with { Count = 73, Events = 44, Total = 120 }));

    [Fact]
    public void Of_any_counts_exactly_the_nearest_whole_share_is_taken() =>
        Gen.Select(Gen.Int[OutcomeNumberEntry.FewestToScale, 5_000], Gen.Int[0, 5_000], Gen.OneOf(100, 1_000, 10_000), Gen.Int[-2, 2])
            .Sample((total, counted, denominator, off) =>
            {
                // The neighbours of the share rounded down; what is nearest is found without rounding.
                var events = Math.Min(counted, total);
                var count = (events * denominator / total) + off;
                if (count < 0 || count > denominator)
                    return true;
                var twiceAway = 2 * ((count * total) - (events * denominator));
                var nearest = twiceAway > -total && twiceAway <= total;
                return nearest == (Problems(denominator, Arm with { Count = count, Events = events, Total = total }).Count == 0);
            });

    [Fact]
    public void Three_of_eleven_stays_three_of_eleven()
    {
        var three = Arm with { Events = 3, Total = 11 };

        Assert.Empty(Problems(11, raw: true, three with { Count = 3 }));
        Assert.Equal(
            ["Only 11 were counted, so 3 of 11 is shown as it is. Set \"Out of how many\" to 11, and tick \"So few that the real group is "
                + "shown and not scaled\"."],
            Problems(100, three with { Count = 27 }));
        Assert.Equal(
            ["This number shows the real group: 3 of 11, not 4. Correct one of the two."],
            Problems(11, raw: true, three with { Count = 4 }));
    }

    [Theory]
    [InlineData(49, false)]
    [InlineData(50, true)]
    public void Fewer_than_fifty_are_never_scaled(int total, bool scaled) =>
        Assert.Equal(scaled, Problems(100, Arm with { Count = 100, Events = total, Total = total }).Count == 0);

    [Fact]
    public void One_picture_has_one_denominator() => Assert.Equal(
        ["This number shows the real group of 11, and here 12 were counted. "
            + "Correct one of the two, or add a separate number for these 12."],
        Problems(11, raw: true, Arm with { Count = 3, Events = 3, Total = 11 }, Arm with { Count = 5, Events = 5, Total = 12 }));

    [Fact]
    public void Fewer_than_one_of_a_thousand_and_75_to_90_of_a_hundred_can_be_said()
    {
        Assert.Empty(Problems(1_000, Arm with { FewerThan = 1 }));
        Assert.Empty(Problems(1_000, Arm with { FewerThan = 1, Events = 2, Total = 3_036 }));
        Assert.Empty(Problems(100, Arm with { Min = 75, Max = 90 }));
        Assert.Empty(Problems(100, Arm with { Min = 75, Max = 90, Events = 754, Total = 1_000 }));
    }

    [Fact]
    public void A_bound_and_a_range_hold_what_was_counted()
    {
        Assert.Equal(
            ["4 of 3,000 is 1 of 1,000, and that is not fewer than 1. Correct one of the two."],
            Problems(1_000, Arm with { FewerThan = 1, Events = 4, Total = 3_000 }));
        Assert.Equal(
            ["1 of 1,000 is 1 of 1,000, and that is not fewer than 1. Correct one of the two."],
            Problems(1_000, Arm with { FewerThan = 1, Events = 1, Total = 1_000 }));
        Assert.Equal(
            ["44 of 120 is 37 of 100, and that is not between 75 and 90. Correct one of the two."],
            Problems(100, Arm with { Min = 75, Max = 90, Events = 44, Total = 120 }));
    }

    [Fact]
    public void A_range_has_two_ends_the_smaller_first()
    {
        Assert.Equal(
            ["The range is upside down: it goes from 90 to 75. Swap them."],
            Problems(100, Arm with { Min = 90, Max = 75 }));
        Assert.Equal(["This range begins and ends at 80. Write 80 as a count."], Problems(100, Arm with { Min = 80, Max = 80 }));
        Assert.Equal(["This range has one end. Write the other."], Problems(100, Arm with { Min = 75 }));
        Assert.Equal(
            ["75 to 101 of 100 is not possible. Write a range within 0 to 100."], Problems(100, Arm with { Min = 75, Max = 101 }));
    }

    [Fact]
    public void An_arm_says_one_thing()
    {
        Assert.Equal(
            ["Fill in \"It happened to\", or \"or to fewer than\", or \"or from\" and \"to\"."], Problems(100, Arm));
        Assert.Equal([MoreThanOne], Problems(100, Arm with { Count = 1, FewerThan = 2 }));
        Assert.Equal([MoreThanOne], Problems(100, Arm with { FewerThan = 2, Min = 0, Max = 2 }));
        Assert.Equal(["Fewer than 0 of 100 says nothing. Write a bound from 1 to 100."], Problems(100, Arm with { FewerThan = 0 }));
        Assert.Equal(["Fewer than 101 of 100 says nothing. Write a bound from 1 to 100."], Problems(100, Arm with { FewerThan = 101 }));
        Assert.Equal(
            ["This number shows the real group, so fill in \"It happened to\" instead."],
            Problems(11, raw: true, Arm with { FewerThan = 2 }));
    }

    [Fact]
    public void Nobody_counted_is_no_count() => Assert.Equal(
        ["The study counted nobody. Write how many it counted, or remove both figures."],
        Problems(100, Arm with { Count = 0, Events = 0, Total = 0 }));

    [Fact]
    public void A_problem_names_whom_it_is_about() => Assert.Equal(
        ["\"Splint\": 44 of 120 is 37 of 100, not 73. Correct one of the two."],
        Problems(
            100,
            Arm with { Label = Text("Surgery"), Count = 37, Events = 44, Total = 120 },
            Arm with { Label = Text("Splint"), Count = 73, Events = 44, Total = 120 }));

    private static IReadOnlyList<string> Problems(int denominator, params OutcomeArmEntry[] arms) =>
        Problems(denominator, raw: false, arms);

    private static IReadOnlyList<string> Problems(int denominator, bool raw, params OutcomeArmEntry[] arms) =>
        [.. ContentRules.CheckCounts(WristNumbers.Number("n", denominator, arms) with { Raw = raw }).Select(problem => problem.Message)];
}

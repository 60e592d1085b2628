using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Numbers;
using ClinicPortal.Testing;
using CsCheck;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Numbers;

public class PictogramTests
{
    private static readonly Gen<OutcomeNumberEntry> AnyNumber =
        Gen.Int[1, 100_000].SelectMany(denominator => Gen.Int[0, denominator].Array[1, 5].Select(counts => Number(denominator, counts)));

    private static OutcomeNumberEntry Number(int denominator, params int[] counts) => new()
    {
        Key = "n",
        Outcome = Text("Redness"),
        Effect = OutcomeEffect.Harm,
        Group = Text("adults who asked"),
        Time = Text("after 6 weeks"),
        Counted = Text("people"),
        Denominator = denominator,
        Arms = [.. counts.Select((count, i) => new OutcomeArmEntry { Label = Text($"Arm {i}"), Count = count })],
        Sources = ["r1"],
    };

    private static OutcomeNumberEntry Sample(string key) => SampleClinic.Content.Numbers.Single(number => number.Key == key);

    private static string Said(string key, int arm = 0) => NumberFormatter.Of(Sample(key), Sample(key).Arms[arm]);

    [Fact]
    public void No_picture_mixes_denominators() =>
        AnyNumber.Sample(number => Pictogram.Of(number)!.Arms.All(arm => arm.Denominator == number.Denominator));

    [Fact]
    public void Those_it_happened_to_and_those_it_did_not_are_together_the_denominator() =>
        AnyNumber.Sample(number => Pictogram.Of(number) is { } picture && picture.Arms.All(arm =>
            arm.Filled + arm.Unfilled == picture.Denominator
            && picture.RowsOf(arm).Sum(row => row.Filled) == arm.Filled
            && picture.RowsOf(arm).Sum(row => row.Unfilled) == arm.Unfilled
            && picture.RowsOf(arm).Count() == picture.Rows));

    [Fact]
    public void Filled_icons_stand_together_before_the_first_unfilled_one() =>
        AnyNumber.Sample(number => Pictogram.Of(number) is { } picture && picture.Arms.All(arm =>
            picture.RowsOf(arm).SkipWhile(row => row.Unfilled == 0).Skip(1).All(row => row.Filled == 0)));

    [Theory]
    [InlineData(19, true, 10)]
    [InlineData(100, true, 10)]
    [InlineData(1_000, true, 50)]
    [InlineData(10_000, false, 50)]
    public void Up_to_a_thousand_there_is_an_icon_for_each_and_above_a_bar(int denominator, bool icons, int columns)
    {
        var picture = Pictogram.Of(Number(denominator, 1))!;

        Assert.Equal((icons, columns), (picture.HasIcons, picture.Columns));
    }

    [Fact]
    public void A_sample_of_nineteen_is_drawn_as_nineteen()
    {
        var picture = Pictogram.Of(Sample("n7"))!;

        Assert.Equal((19, 18), (picture.Denominator, picture.Arms[0].Filled));
    }

    [Fact]
    public void Without_a_rate_nothing_is_drawn() => Assert.Null(Pictogram.Of(Sample("n8")));

    [Fact]
    public void A_bar_whose_part_cannot_be_seen_says_so()
    {
        Assert.True(Pictogram.Of(Sample("n4"))!.IsTooThinToSee);
        Assert.False(Pictogram.Of(Sample("n3"))!.IsTooThinToSee);
        Assert.False(Pictogram.Of(Number(10_000, 0, 500))!.IsTooThinToSee);
    }

    [Fact]
    public void Gain_and_loss_are_both_said()
    {
        Assert.Equal("It happened in 26 of 100 women; in 74 it did not.", Said("n1"));
        Assert.Equal("It happened in 9 of 1,000 treatments; in 991 it did not.", Said("n3"));
        Assert.Equal("It happened in 16 of 100,000 syringes; in 99,984 it did not.", Said("n4"));
        Assert.Equal("It happened in 18 of 19 people; in 1 it did not.", Said("n7"));
    }

    [Fact]
    public void None_and_all_are_said_only_where_the_study_counted_none_or_all()
    {
        Assert.Equal("It happened in none of 100 people.", Said("n2a", 1));
        Assert.Equal("It happened in all 19 people.", NumberFormatter.Of(Number(19, 19), Number(19, 19).Arms[0]));

        var rounded = Number(100, 0, 100);
        Assert.Equal(
            "It happened in fewer than 1 of 100 people.", NumberFormatter.Of(rounded, rounded.Arms[0] with { Events = 1, Total = 800 }));
        Assert.Equal(
            "It happened in more than 99 of 100 people.", NumberFormatter.Of(rounded, rounded.Arms[1] with { Events = 799, Total = 800 }));
    }

    [Fact]
    public void A_bound_and_a_range_are_said_with_gain_and_loss()
    {
        var (bound, range) = (WristNumbers.Bound, WristNumbers.Range);

        Assert.Equal("It happened in fewer than 1 of 1,000 people; in more than 999 it did not.", NumberFormatter.Of(bound, bound.Arms[0]));
        Assert.Equal("It happened in 75 to 90 of 100 people; in 10 to 25 it did not.", NumberFormatter.Of(range, range.Arms[0]));
    }

    [Fact]
    public void A_bound_and_a_range_are_not_drawn_and_say_so()
    {
        Assert.Null(Pictogram.Of(WristNumbers.Bound));
        Assert.Null(Pictogram.Of(WristNumbers.Range));
        Assert.Equal(["Splint"], Pictogram.Of(WristNumbers.Mixed)!.Arms.Select(arm => arm.Label.ToString()));
        Assert.Equal("No picture shows this, because the source gives no single figure.", NumberFormatter.NotDrawn(WristNumbers.Range));
        Assert.Equal(
            "No picture shows this for surgery, because the source gives no single figure.", NumberFormatter.NotDrawn(WristNumbers.Mixed));
        Assert.All(SampleClinic.Content.Numbers, number => Assert.Null(NumberFormatter.NotDrawn(number)));
    }

    [Theory]
    [InlineData("n1", null)]
    [InlineData("n3", "As published")]
    [InlineData("n7", null)]
    [InlineData("n8", null)]
    public void Without_the_counts_of_the_source_a_rate_is_as_published(string key, string? words) =>
        Assert.Equal(words, NumberFormatter.AsPublished(Sample(key)));

    [Fact]
    public void Where_the_source_counts_some_only_the_others_are_named_as_published() =>
        Assert.Equal("As published for surgery", NumberFormatter.AsPublished(WristNumbers.Mixed));

    [Fact]
    public void A_dot_is_one_of_what_is_counted()
    {
        Assert.Equal("Each dot is one person.", NumberFormatter.EachDot(Sample("n7")));
        Assert.Equal("Each dot is one of the 11 hands.", NumberFormatter.EachDot(WristNumbers.Few));
    }

    [Fact]
    public void The_name_of_a_picture_holds_the_arm_the_count_the_denominator_the_group_and_the_time() => Assert.Equal(
        "Moderate or marked hair regrowth, as the women rated it. Minoxidil: it happened in 26 of 100 women; in 74 it did not. "
        + "Women with pattern hair loss, in 6 trials; by the end of the study.",
        NumberFormatter.Name(Sample("n1"), Sample("n1").Arms[0]));

    [Theory]
    [InlineData(Certainty.High, "We are sure that this is true of similar people too, though the exact figure can differ.")]
    [InlineData(Certainty.Moderate, "This is probably true of similar people too.")]
    [InlineData(Certainty.Low, "This may be true of similar people too.")]
    [InlineData(Certainty.VeryLow, "We are not sure that this is true of other people.")]
    [InlineData(null, "How sure we are of this has not yet been reviewed.")]
    public void The_verb_follows_the_certainty(Certainty? certainty, string words)
    {
        Assert.Equal(words, NumberFormatter.HowSure(certainty));
        // What is surest is simply said.
        if (certainty is { } given and not Certainty.High)
            Assert.Contains(CertaintyLabels.VerbOf(given), words, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("mesotherapy-vs-prp", "For mesotherapy and PRP we have no count of people who got better, so no picture shows that.",
        "For mesotherapy we do not know how many of the people treated had side effects, so no picture shows that.")]
    [InlineData("botulinum-vs-ha-filler", "For HA filler we have no count of people who got better, so no picture shows that.")]
    [InlineData(
        "hair-transplant-vs-no-treatment", "For a hair transplant we have no count of people who got better, so no picture shows that.")]
    [InlineData("botulinum-vs-no-treatment")]
    public void What_has_no_count_is_said_in_one_sentence(string options, params string[] said)
    {
        var chosen = Assert.IsType<AddressOutcome.Chosen>(ComparisonAddress.Parse(SampleClinic.Edition, options));

        Assert.Equal(said, NothingToDraw.Of(Comparison.Of(SampleClinic.Edition, chosen.Address)));
    }
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Courses;
using ClinicPortal.Core.Tests.Comparing;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Courses;

/// <summary>Something on in so many weeks, answered by hand from the reference.</summary>
public class OccasionTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("prp", 10,
        "There may be time for it, but perhaps not to see a change. With the fewest visits, allow about 8 weeks and 3 days until "
            + "the skin has settled: start by 4 December 2026. With the most visits it takes about 25 weeks, which is too long.",
        "If you start today, you might see a first change by then, but it could be later: about 8 to 26 weeks after the first visit. The "
            + "later you start, the less likely you are to see it by then.",
        "A visit less than 3 days before that day may still show.")]
    [InlineData("prp", 25,
        "There is time for it, but perhaps not to see a change. Start by 27 November 2026, 24 weeks and 3 days before. When the day comes, "
            + "all your visits are over and the skin has settled.",
        "If you start today, you might see a first change by then, but it could be later: about 8 to 26 weeks after the first visit. The "
            + "later you start, the less likely you are to see it by then.",
        "A visit less than 3 days before that day may still show.")]
    [InlineData("prp", 7,
        "There is not enough time: even with the fewest visits, allow about 8 weeks and 3 days until the skin has settled.",
        "It is too soon to see a change by then, even if you start today: a first change might be seen about 8 to 26 weeks after the "
            + "first visit.",
        "A visit less than 3 days before that day may still show.")]
    [InlineData("mesotherapy", 10,
        "There may be time for it. With the fewest visits, allow about 3 weeks and 3 days until the skin has settled: start by 8 January "
            + "2027. With the most visits it takes about 37 weeks, which is too long.",
        "We cannot say whether you might see a change by then: how soon a change might be seen is not known.",
        "A visit less than 3 days before that day may still show.")]
    [InlineData("botulinum", 10,
        "There is time for it. Start by 18 January 2027, 2 weeks before. When the day comes, your visit is "
            + "over, the skin has settled and a first change might be seen.",
        "A first change might be seen about 3 to 14 days after the visit.",
        "A visit on that day may still show.")]
    [InlineData("botulinum", 20,
        "There is time for it. Start by 29 March 2027, 2 weeks before. When the day comes, your visit is "
            + "over, the skin has settled and a first change might be seen.",
        "A first change might be seen about 3 to 14 days after the visit.",
        "Started today, a result might have faded again by then: it might last 3 to 4 months.",
        "A visit on that day may still show.")]
    [InlineData("ha-filler", 1,
        "There is time for it, but perhaps not to see a change. Start today. When the day comes, your visit is over "
            + "and the skin has settled.",
        "A first change might be seen at once, or up to 2 weeks after the visit. So you may not see it until after that day.",
        "A visit less than 1 week before that day may still show.")]
    [InlineData("peel-medium", 4,
        "There is not enough time: allow about 6 weeks until the skin has settled (skin colour too).",
        "If you start today, you might see a first change by then, but it could be later: about 2 to 6 weeks after the visit. The later "
            + "you start, the less likely you are to see it by then.",
        "A visit less than 2 weeks before that day may still show.",
        "Skin colour: a visit less than 6 weeks before that day may still show.")]
    [InlineData("peel-medium", 10,
        "There is time for it. Start by 21 December 2026, 6 weeks before. When the day comes, your visit is "
            + "over, the skin has settled (skin colour too) and a first change might be seen.",
        "A first change might be seen about 2 to 6 weeks after the visit.",
        "A visit less than 2 weeks before that day may still show.",
        "Skin colour: a visit less than 6 weeks before that day may still show.")]
    [InlineData("carboxytherapy", 10,
        "There may be time for it. With the fewest visits, allow about 10 weeks until the skin has settled and a first change might be "
            + "seen: start today. How long it takes with the most visits is not known.",
        "A first change might be seen about 4 to 10 weeks after the first visit.",
        "A visit less than 2 days before that day may still show.")]
    [InlineData("hair-transplant", 10,
        "There may be time for it, but not to see a change. With the fewest visits, allow about 2 weeks until the skin has settled: "
            + "start by 18 January 2027. With the most visits it takes about 55 weeks, which is too long. The time "
            + "between visits is 6 to 12 months (or longer), so ask how long it would be for you.",
        "It is too soon to see a change by then, even if you start today: a first change might be seen about 4 months after the first "
            + "visit (first growth; full result: about 10 to 18 months).",
        "A visit less than 2 weeks before that day may still show.")]
    [InlineData("no-treatment", 10, "There is nothing to plan.")]
    public void When_to_start_and_what_would_show(string treatment, int weeks, params string[] sentences) =>
        Assert.Equal(sentences, OccasionFormatter.Of(Of(treatment).Variants.Single(), Occasion.Parse($"{weeks}", Today)!));

    [Fact]
    public void Each_variant_of_the_laser_has_an_answer_of_its_own()
    {
        var times = Of("laser-fractional").Variants.Select(variant => OccasionFormatter.Of(variant, Occasion.Usual(Today)).First());

        Assert.Equal(
        [
            "There may be time for it, but perhaps not to see a change. With the fewest visits, allow about 8 weeks and 4 days until the "
                + "skin has settled: start by 3 December 2026. With the most visits it takes about 33 weeks, which is too long.",
            "There may be time for it, but perhaps not to see a change. With the fewest visits, allow about 10 days until the skin has "
                + "settled: start by 22 January 2027. With the most visits it takes about 18 weeks, which is too long. Not counted in "
                + "this: “then weeks of pink skin”. Before you book, ask the clinic how long to allow for it.",
        ], times);
        Assert.Contains(
            "A visit less than 10 days before that day may still show. Not counted in this: “then weeks of pink skin”.",
            OccasionFormatter.Of(Of("laser-fractional").Variants[1], Occasion.Usual(Today)));
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("104", 104)]
    [InlineData(" 10 ", 10)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("105", null)]
    [InlineData("1000", null)]
    [InlineData("99999999999", null)]
    [InlineData("10.5", null)]
    [InlineData("10,5", null)]
    [InlineData("abc", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Weeks_are_whole_and_at_most_two_years(string? typed, int? weeks) =>
        Assert.Equal(weeks, Occasion.Parse(typed, Today)?.Weeks);

    [Fact]
    public void Every_sentence_of_the_sample_clinic_is_whole_for_every_week()
    {
        foreach (var variant in SampleClinic.Edition.Treatments.SelectMany(treatment => Of(treatment.Slug).Variants))
            for (var weeks = Occasion.Soonest; weeks <= Occasion.Latest; weeks++)
                Assert.All(OccasionFormatter.Of(variant, Occasion.Parse($"{weeks}", Today)!), Sentence.IsWhole);
    }

    [Theory]
    [InlineData(
        "prp", "At its quickest: 3 visits over 8 weeks; on the day of each, the skin has settled.",
        "At its longest: 5 visits over 24 weeks; about 3 days after each, the skin has settled.",
        "A first change: about 8 to 26 weeks after the first visit.")]
    [InlineData(
        "botulinum", "The course: 1 visit; within about 1 day of it, the skin has settled.",
        "A first change: about 3 to 14 days after the visit.")]
    [InlineData(
        "carboxytherapy", "At its quickest: 5 visits over 4 weeks; on the day of each, the skin has settled.",
        "At its longest: not known, because the answers only say “or more”.",
        "A first change: about 4 to 10 weeks after the first visit.")]
    [InlineData(
        "hair-transplant", "At its quickest: 1 visit; about 7 days after it, the skin has settled.",
        "At its longest: about 2 visits, with 6 to 12 months (or longer) between visits; about 14 days after each, the skin has settled.",
        "A first change: about 4 months after the first visit (first growth; full result: about 10 to 18 months).")]
    [InlineData("no-treatment")]
    public void A_timeline_says_in_words_what_it_draws(string treatment, params string[] words)
    {
        var strips = Timeline.Of(Of(treatment).Variants.Single());

        Assert.Equal(words, strips.Select(strip => strip.Words));
    }

    [Fact]
    public void Where_there_may_be_no_visit_nothing_settles_after_one()
    {
        var (none, weeks, days) = (
            new ValuePart { Min = 0, Max = 3 }, new ValuePart { Min = 2, Max = 2, Unit = Unit.Week },
            new ValuePart { Min = 3, Max = 3, Unit = Unit.Day });
        AttributeValue Value(ValuePart part) => new() { Parts = [part] };

        var strips = Timeline.Of(ExampleCourses.Of(Value(none), Value(weeks), null, Value(days), null, null).Variants.Single());

        Assert.Equal("At its quickest: no visit.", strips[0].Words);
    }

    [Fact]
    public void Visits_stand_where_they_fall_and_the_strip_has_room_for_all()
    {
        var course = Of("prp").Variants.Single();

        Assert.Equal([0, 4 * QuantityRange.Week, 8 * QuantityRange.Week], Timeline.Of(course)[0].Sessions);
        Assert.Equal(
            [0, 6 * QuantityRange.Week, 12 * QuantityRange.Week, 18 * QuantityRange.Week, 24 * QuantityRange.Week],
            Timeline.Of(course)[1].Sessions);
        Assert.Equal(26, Timeline.Scale([course], Occasion.Usual(Today)));
        Assert.Equal(104, Timeline.Scale([course], Occasion.Parse("90", Today)!));
        Assert.Equal(13, Timeline.Scale([Of("no-treatment").Variants.Single()], Occasion.Usual(Today)));
    }

    private static Course Of(string treatment) => Course.Of(SampleClinic.Edition, SampleClinic.Edition.FindTreatment(treatment)!);
}

using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Courses;
using ClinicPortal.Core.Deciding;
using ClinicPortal.Core.Tests.Comparing;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests;

/// <summary>A clinic for wrists reads as naturally as one for anything else.</summary>
public class WristClinicTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Nothing_that_is_derived_speaks_of_another_field() =>
        Assert.Empty(Everything.SelectMany(FieldWords.In).Distinct());

    [Fact]
    public void Nothing_is_called_missing_that_is_written() =>
        Assert.DoesNotContain(Everything, line => line.Contains("is not described here", StringComparison.Ordinal));

    [Fact]
    public void A_course_is_told_in_the_clinics_own_words()
    {
        Assert.Equal(
            [
                "Appointments", "From the first appointment to the last", "Time in the clinic",
                "Days until you can use your hand as usual, all appointments together"],
            CourseTable.Of([CourseOf("steroid")]).Single(group => group.Name == "The first course").Rows.Select(row => row.Question));
        Assert.Equal(
            [
                "There may be time for it. With the fewest appointments, allow about 12 weeks and 2 days until you can use your hand as "
                    + "usual and a first change might be seen: start by 28 November 2026. With the most appointments it takes about 25 "
                    + "weeks, which is too long.",
                "A first change might be seen 1 to 2 weeks after the first appointment.",
                "An appointment less than 2 days before that day may still show.",
            ],
            OccasionFormatter.Of(CourseOf("steroid").Variants.Single(), Occasion.Parse("13", Today)!));
        Assert.Equal(
            [
                "The course: 1 appointment; 14 to 42 days after it, you can use your hand as usual.",
                "A first change: on the day of the appointment."],
            Timeline.Of(CourseOf("release").Variants.Single()).Select(strip => strip.Words));
        Assert.Equal(
            "There is time for it. Start by 30 November 2026, 12 weeks before. When the day comes, your appointment is "
                + "over, you can use your hand as usual (heavy lifting too) and a first change might be seen.",
            OccasionFormatter.Of(CourseOf("release").Variants.Single(), Occasion.Parse("13", Today)!).First());
        Assert.Equal(
            "An appointment before that day would no longer show.",
            OccasionFormatter.Of(CourseOf("night-splint").Variants.Single(), Occasion.Usual(Today)).Last());
        Assert.Equal(
            ["There is nothing to plan."],
            OccasionFormatter.Of(CourseOf("see-how-it-goes").Variants.Single(), Occasion.Usual(Today)));
    }

    [Fact]
    public void What_no_text_holds_is_said_in_the_clinics_own_words()
    {
        Assert.Equal(
            "Not known, because the length of an appointment is not yet reviewed",
            CourseFormatter.TimeInClinic(CourseOf("release").Variants.Single().TimeInClinic(CourseSpan.FirstCourse)));
        Assert.Equal(
            "the clinic gives no figure for how long it might stay better", CourseOf("release").Variants.Single().Lasts.Because);
        Assert.Equal(
            "the answer to “How far apart are they?” is not yet reviewed", CourseOf("night-splint").Variants.Single().Interval.Because);
    }

    [Fact]
    public void Waiting_is_a_choice_under_its_own_name()
    {
        Assert.Equal(
            "You are choosing between a night splint, surgery and watchful waiting for carpal tunnel syndrome.",
            Of("night-splint release").Decision);
        Assert.Contains(
            KnowledgeCheck.Of(Of("night-splint release")),
            question => question.Because.StartsWith(
                "The choices are a night splint, surgery and watchful waiting.", StringComparison.Ordinal));
    }

    [Fact]
    public void When_to_get_help_is_what_the_clinic_has_marked()
    {
        var help = HelpAndUndoing.Of(Of("night-splint release"))
            .ToDictionary(option => option.Treatment.Slug, option => option.GetHelp.Select(quote => quote.Words));

        Assert.Equal(["Ring the clinic about fever or pus.", "Go to hospital if the fingers turn white."], help["release"]);
        Assert.Empty(help["night-splint"]);
    }

    [Fact]
    public void What_an_answer_means_for_a_condition_is_what_the_clinic_has_said()
    {
        Assert.Equal(
            ["Physiotherapy: this is no reason against it. beware", "Surgery: not mentioned. Ask the clinic all the same. "],
            Ticked("physiotherapy release", "expecting"));
        Assert.Equal(
            ["A steroid injection: ask the clinic first. beware", "Physiotherapy: this is no reason against it. beware"],
            Ticked("physiotherapy steroid", "expecting"));
        Assert.Equal(
            [
                "Surgery and a steroid injection: ask the clinic first. beware",
                "Watchful waiting: see a doctor about this, whatever you choose, if none has looked at it yet. worst",
                "A night splint: not mentioned. Ask the clinic all the same. ",
            ],
            Ticked("night-splint release steroid", "sugar"));
        Assert.Equal(
            ["A steroid injection: not suitable for you. beware", "A night splint: not mentioned. Ask the clinic all the same. "],
            Ticked("night-splint steroid", "pus"));
        Assert.Equal(
            ["A night splint and physiotherapy: not mentioned. Ask the clinic all the same. "],
            Ticked("night-splint physiotherapy", "thin-blood"));
        Assert.Equal(
            ["expecting", "thin-blood", "sugar", "sores"],
            AskFirst.Of(WristClinic.Edition, Of("night-splint physiotherapy")).Items.Select(item => item.Condition.Slug));
    }

    private static IEnumerable<string> Ticked(string slugs, string condition) =>
        AskFirst.Of(WristClinic.Edition, Of(slugs)).Items.Single(item => item.Condition.Slug == condition)
            .Lines.Select(line => $"{line.Sentence} {string.Join(' ', line.SaidIn.Select(asked => asked.Slug))}");

    private static IEnumerable<string> Everything =>
        EveryComparison.Of(WristClinic.Edition).SelectMany(comparison => ClinicOutcome.Of(WristClinic.Edition, comparison));

    private static Course CourseOf(string slug) => Course.Of(WristClinic.Edition, WristClinic.Edition.FindTreatment(slug)!);

    private static Comparison Of(string slugs) =>
        Comparison.Of(
            WristClinic.Edition,
            ComparisonAddress.Of(WristClinic.Edition, slugs.Split(' ').Select(slug => WristClinic.Edition.FindTreatment(slug)!)));
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Courses;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Courses;

/// <summary>The sample clinic's courses, worked out by hand from the reference.</summary>
public class CourseTests
{
    private const string NoDuration = "We cannot work this out, because how long a result lasts is not known";

    [Theory]
    [InlineData("prp", "3 to 5", "8 to 24 weeks", "About 90 minutes to 5 hours", "Up to about 15 days")]
    [InlineData("mesotherapy", "About 4 to 10", "About 3 to 36 weeks", "About 1 to 5 hours", "Up to about 30 days")]
    [InlineData(
        "microneedling", "About 3 to 6, in studies on acne scars usually 3",
        "About 8 to 20 weeks, with 4 weeks (the middle value in studies) between visits", "About 90 minutes to 6 hours",
        "About 3 to 18 days")]
    [InlineData("ha-filler", "Usually 1", "Usually all in one visit", "About 20 to 30 minutes", "Up to about 7 days")]
    [InlineData("botulinum", "1, then repeated", "All in one visit", "About 10 to 30 minutes", "Up to about 1 day")]
    [InlineData("peel-superficial", "About 3 to 6", "About 4 to 20 weeks", "About 45 minutes to 3 hours", "Up to about 18 days")]
    [InlineData("peel-medium", "1", "All in one visit", "About 30 to 60 minutes", "About 7 to 14 days | Skin colour: Up to 42 days")]
    [InlineData("laser-fractional",
        "Non-ablative: About 3 to 5 | Ablative: About 1 to 3",
        "Non-ablative: About 8 to 32 weeks | Ablative: Up to about 16 weeks",
        "Non-ablative: About 90 minutes to 5 hours, plus up to an hour of numbing each time "
            + "| Ablative: About 30 minutes to 3 hours, plus up to an hour of numbing each time",
        "Non-ablative: About 3 to 20 days | Ablative: About 5 to 30 days")]
    [InlineData(
        "carboxytherapy", "5 or more", "4 weeks or more", "About 75 minutes or more",
        "Not known, because the answers only say “or more”")]
    [InlineData(
        "hair-transplant", "About 1 or 2", "All in one visit, or with 6 to 12 months (or longer) between visits", "About 4 to 16 hours",
        "About 7 to 28 days")]
    [InlineData("no-treatment", "None", "Does not apply", "None", "None")]
    public void The_first_course(string treatment, string visits, string length, string time, string settling) =>
        Assert.Equal([visits, length, time, settling], Cells(SampleClinic.Edition, treatment, "The first course"));

    [Theory]
    [InlineData("prp", NoDuration, CourseFormatter.NotKnown, CourseFormatter.NotKnown, CourseFormatter.NotKnown)]
    [InlineData("mesotherapy", NoDuration, CourseFormatter.NotKnown, CourseFormatter.NotKnown, CourseFormatter.NotKnown)]
    [InlineData("microneedling", NoDuration, CourseFormatter.NotKnown, CourseFormatter.NotKnown, CourseFormatter.NotKnown)]
    [InlineData("ha-filler", "One visit each time a result has faded, after 6 to 18 months",
        "First year: About 1 or 2 | Three years: About 2 to 6",
        "First year: About 20 to 60 minutes | Three years: About 40 minutes to 3 hours",
        "First year: Up to about 14 days | Three years: Up to about 42 days")]
    [InlineData("botulinum", "One visit each time a result has faded, after 3 to 4 months",
        "First year: 3 or 4 | Three years: 9 to 12",
        "First year: About 30 minutes to 2 hours | Three years: About 90 minutes to 6 hours",
        "First year: Up to about 4 days | Three years: Up to about 12 days")]
    [InlineData("peel-superficial", NoDuration, CourseFormatter.NotKnown, CourseFormatter.NotKnown, CourseFormatter.NotKnown)]
    [InlineData("peel-medium", "One visit each time a result has faded, after 6 to 12 months",
        "First year: 1 or 2 | Three years: 3 to 6",
        "First year: About 30 minutes to 2 hours | Three years: About 90 minutes to 6 hours",
        "First year: About 7 to 28 days | First year, skin colour: Up to 84 days | Three years: About 21 to 84 days | Three years, skin "
            + "colour: Up to 252 days")]
    [InlineData("laser-fractional", NoDuration, CourseFormatter.NotKnown, CourseFormatter.NotKnown, CourseFormatter.NotKnown)]
    [InlineData("carboxytherapy", NoDuration, CourseFormatter.NotKnown, CourseFormatter.NotKnown, CourseFormatter.NotKnown)]
    [InlineData(
        "hair-transplant", "We cannot work this out, because the clinic gives no figure for how long a result lasts",
        CourseFormatter.NotKnown, CourseFormatter.NotKnown, CourseFormatter.NotKnown)]
    [InlineData("no-treatment", "Does not apply", "None", "None", "None")]
    public void The_years_if_it_is_repeated(string treatment, string howOften, string visits, string time, string settling) =>
        Assert.Equal([howOften, visits, time, settling], Cells(SampleClinic.Edition, treatment, "If it is repeated"));

    [Fact]
    public void Every_treatment_of_the_sample_clinic_has_a_course_but_no_treatment() =>
        Assert.Equal(
            ["no-treatment"],
            SampleClinic.Edition.Treatments.Where(treatment => Course.Of(SampleClinic.Edition, treatment).IsNone)
                .Select(treatment => treatment.Slug));

    [Theory]
    [InlineData("prp", "£100 to £300")]
    [InlineData("ha-filler", "£100 to £1,000")]
    [InlineData("hair-transplant", "£1,000 to £30,000")]
    [InlineData("no-treatment", "No cost")]
    public void A_price_is_that_of_one_visit_and_never_a_sum(string treatment, string price) =>
        Assert.Equal(price, Sample(treatment).Cost);

    [Fact]
    public void A_price_stands_only_where_the_market_allows_it()
    {
        foreach (var market in KnownMarkets.All)
        {
            var edition = MarketEdition.For(market, SampleClinic.Edition);
            Assert.All(edition.Treatments.Where(treatment => !treatment.Baseline), treatment =>
                Assert.Equal(market.MayPrice(treatment), Course.Of(edition, treatment).Cost!.Contains('£', StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_clinic_that_asks_none_of_it_has_no_figure_and_no_price()
    {
        var edition = ExampleEdition.With(content =>
            content with { Criteria = [.. content.Criteria.Where(criterion => criterion.Slug == "evidence")] });
        var course = Course.Of(edition, edition.FindTreatment("prp")!);

        Assert.Null(course.Cost);
        Assert.Empty(course.Inputs);
        Assert.All(
            Cells(edition, "prp", "The first course"), words => Assert.StartsWith("Not known, because ", words, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_words_of_the_clinic_a_course_is_told_in_plain_ones()
    {
        var edition = ExampleEdition.Edition;

        Assert.Equal(new CourseTerms("session", "sessions", "downtime is over"), CourseTerms.Of(edition));
        Assert.Equal("Not known, because the answer to “What about onset?” is not known", string.Concat(
            Course.Of(edition, edition.FindTreatment("mesotherapy")!).Variants.Select(variant =>
                $"Not known, because {variant.Onset.Because}")));
    }

    [Fact]
    public void What_a_clinic_does_not_ask_has_no_row()
    {
        var edition = ExampleEdition.With(content =>
            content with { Criteria = [.. content.Criteria.Where(criterion => criterion.Role != CriterionRole.Downtime)] });
        var course = Course.Of(edition, edition.FindTreatment("prp")!);

        Assert.Equal(
            ["Sessions", "From the first session to the last", "Time in the clinic"],
            CourseTable.Of([course]).Single(one => one.Name == "The first course").Rows.Select(row => row.Question));
        Assert.Equal("how long it takes to recover is not described here", course.Variants[0].Downtimes.Single().Time.Because);
    }

    [Fact]
    public void A_criterion_asked_in_prose_has_no_figure_and_says_so()
    {
        var edition = ExampleEdition.With(content => content with
        {
            Criteria = [Criterion("times", ValueKind.Prose, role: CriterionRole.Sessions)],
            Treatments = [new() { Slug = "one", Name = Text("One"), Summary = Text("One."), Answers = [Prose("times", "A few.")] }],
            Contrasts = [],
            Numbers = [],
        });

        Assert.Equal(
            "the clinic gives no figure for the answer to “What about times?”",
            Course.Of(edition, edition.FindTreatment("one")!).Variants[0].Sessions.Because);
    }

    [Fact]
    public void A_criterion_of_another_kind_is_not_taken_for_the_one_that_is_meant()
    {
        var edition = ExampleEdition.With(content =>
            content with
            {
                Criteria = [Criterion("sessions", ValueKind.Scale, "time", steps: ["None", "Few", "Many"], role: CriterionRole.Sessions)],
            });

        Assert.Null(Course.Of(edition, edition.FindTreatment("prp")!).Variants[0].Sessions.Known);
    }

    [Fact]
    public void A_course_whose_result_lasts_longer_than_the_years_is_not_repeated_in_them()
    {
        var course =
            Made(Range(1, 2), Length(26, 52, Unit.Week), Length(2, 2, Unit.Hour), Length(1, 1, Unit.Week), Length(2, null, Unit.Year));

        Assert.Equal("1 or 2", CourseFormatter.Sessions(course.SessionsIn(CourseSpan.FirstYear)));
        Assert.Equal("2 to 4 hours", CourseFormatter.TimeInClinic(course.TimeInClinic(CourseSpan.FirstYear)), ignoreCase: true);
        Assert.Equal("how many visits a repeat takes is not known", course.SessionsIn(CourseSpan.ThreeYears).Because);
    }

    [Fact]
    public void A_first_course_longer_than_a_year_is_counted_only_as_far_as_the_year_goes()
    {
        var course =
            Made(Range(10, 10), Length(2, 2, Unit.Month), Length(1, 1, Unit.Hour), Length(0, 0, Unit.Day), Length(10, 10, Unit.Year));

        Assert.Equal(new QuantityRange(6, 6), course.SessionsIn(CourseSpan.FirstYear).Known);
        Assert.Equal(new QuantityRange(10, 10), course.SessionsIn(CourseSpan.ThreeYears).Known);
    }

    [Fact]
    public void A_repeat_comes_no_sooner_than_the_least_interval()
    {
        var course =
            Made(Range(1, 1), Length(4, null, Unit.Month), Length(1, 1, Unit.Hour), Length(0, 0, Unit.Day), Length(2, 6, Unit.Month));

        Assert.Equal(new QuantityRange(2, 3), course.SessionsIn(CourseSpan.FirstYear).Known);
    }

    [Fact]
    public void Days_that_overlap_count_once()
    {
        var course =
            Made(Range(5, 5), Length(1, 1, Unit.Week), Length(1, 1, Unit.Hour), Length(10, 10, Unit.Day), Length(1, 1, Unit.Month));

        Assert.Equal("38 days", CourseFormatter.Days(course.DaysOfDowntime(CourseSpan.FirstCourse, course.Downtimes[0])));
    }

    [Fact]
    public void Where_weeks_and_months_meet_the_outcome_is_about()
    {
        var weeks = Made(Range(1, 1), Length(1, 1, Unit.Week), Length(1, 1, Unit.Hour), Length(0, 0, Unit.Day), Length(26, 26, Unit.Week));
        var months = Made(Range(1, 1), Length(1, 1, Unit.Week), Length(1, 1, Unit.Hour), Length(0, 0, Unit.Day), Length(6, 6, Unit.Month));

        Assert.Equal(new QuantityRange(3, 3, About: true), weeks.SessionsIn(CourseSpan.FirstYear).Known);
        Assert.Equal(new QuantityRange(2, 2), months.SessionsIn(CourseSpan.FirstYear).Known);
    }

    [Fact]
    public void A_value_with_labels_that_are_no_variants_holds_from_the_least_to_the_most()
    {
        var either = new AttributeValue { Parts = [Part(1, 2, Unit.Day, label: "Face"), Part(3, 5, Unit.Day, label: "Scalp")] };

        Assert.Equal("1 to 5 days", CourseFormatter.Days(Made(Range(1, 1), null, null, either, null).Downtimes.Single().Time));
    }

    [Fact]
    public void Of_a_change_that_comes_in_stages_the_first_counts_and_the_others_are_told()
    {
        var stages = new AttributeValue
        {
            Parts = [Part(10, 18, Unit.Month, label: "Full result"), Part(4, 4, Unit.Month, label: "First growth")],
        };
        var onset = ExampleCourses.Of(Range(1, 1), null, null, null, stages, null).Variants.Single().Onset;

        Assert.Equal("First growth; full result: 10 to 18 months", onset.Note, ignoreCase: true);
        Assert.Equal(4 * QuantityRange.Month, onset.Known!.Value.Max);
    }

    [Fact]
    public void Of_a_repeated_course_of_several_sessions_only_how_long_it_lasts_can_be_told()
    {
        var course =
            Made(Range(3, 5), Length(4, 6, Unit.Week), Length(1, 1, Unit.Hour), Length(0, 3, Unit.Day), Length(6, 12, Unit.Month));

        Assert.Equal("A result may last 6 to 12 months. How many visits a repeat takes is not known.", CourseFormatter.HowOften(course));
        Assert.Equal("how many visits a repeat takes is not known", course.SessionsIn(CourseSpan.FirstYear).Because);
    }

    [Fact]
    public void What_it_was_worked_out_from_is_listed() =>
        Assert.Equal(
            ["about 4 to 10", "about 1 to 4 weeks", "about 15 to 30 minutes", "up to about 3 days", "not known", "not known"],
            Sample("mesotherapy").Inputs.Select(input => input.Words));

    private static Course Sample(string slug) => Course.Of(SampleClinic.Edition, SampleClinic.Edition.FindTreatment(slug)!);

    private static IEnumerable<string> Cells(Edition edition, string treatment, string group) =>
        CourseTable.Of([Course.Of(edition, edition.FindTreatment(treatment)!)]).Single(one => one.Name == group).Rows
            .Select(row =>
                string.Join(" | ", row.Cells[0].Select(line => line.Label is null ? line.Words : $"{line.Label}: {line.Words}")));

    private static CourseVariant Made(
        AttributeValue sessions, AttributeValue? interval, AttributeValue? time, AttributeValue? downtime, AttributeValue? duration) =>
        ExampleCourses.Of(sessions, interval, time, downtime, null, duration).Variants.Single();
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Courses;
using ClinicPortal.Core.Tests.Comparing;
using CsCheck;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Courses;

public class CoursePropertyTests
{
    private const int Sessions = 0, Interval = 1, SessionTime = 2, Downtime = 3, Duration = 5;

    private static readonly CourseSpan[] Spans = [CourseSpan.FirstCourse, CourseSpan.FirstYear, CourseSpan.ThreeYears];

    // A result that lasts no time at all is nonsense, and so is never an end of a range here.
    private static readonly Gen<ValuePart?[]> AnyAnswers = Gen.Select(
        AnyPart(OneOf<Unit?>((Unit?)null), 0, 8),
        AnyPart(OneOf<Unit?>(Unit.Day, Unit.Week, Unit.Month), 0, 20),
        AnyPart(OneOf<Unit?>(Unit.Minute, Unit.Hour), 0, 60),
        AnyPart(OneOf<Unit?>(Unit.Hour, Unit.Day, Unit.Week), 0, 20),
        AnyPart(OneOf<Unit?>(Unit.Day, Unit.Week, Unit.Month), 0, 20),
        AnyPart(OneOf<Unit?>(Unit.Week, Unit.Month, Unit.Year), 1, 40),
        (sessions, interval, time, downtime, onset, duration) => new[] { sessions, interval, time, downtime, onset, duration });

    [Fact]
    public void The_least_is_never_more_than_the_most() =>
        AnyAnswers.Sample(answers =>
            Figures(answers).All(figure => figure.Known is not { } known || known.Max is null || known.Min <= known.Max));

    [Fact]
    public void A_figure_is_known_or_says_why_it_is_not() =>
        AnyAnswers.Sample(answers => Figures(answers).All(figure => figure.Known is null == figure.Because is not null));

    [Fact]
    public void Three_years_are_never_less_than_one() =>
        AnyAnswers.Sample(answers =>
        {
            var course = CourseOf(answers);
            return Each(course, CourseSpan.FirstYear).Zip(Each(course, CourseSpan.ThreeYears)).All(pair =>
                pair.Second.Known is not { } three || (pair.First.Known is { } one && one.Min <= three.Min && Reaches(three.Max, one.Max)));
        });

    [Fact]
    public void Who_wants_to_be_clear_of_marks_counts_them_at_their_longest() =>
        AnyAnswers.Sample(answers =>
        {
            var course = CourseOf(answers);
            var marks = course.Downtimes.Single().Time;
            return (course.Length.Known, marks.Known, course.UntilClear) switch
            {
                ({ } length, { } mark, { Known: { } clear }) =>
                    clear.Min == length.Min + (mark.Max ?? mark.Min)
                        && clear.Max == length.Max + mark.Max
                        && (clear.About || !(length.About || mark.About)),
                ({ }, { }, _) => false,
                (_, _, var unknown) => unknown is { Known: null, Because: not null },
            };
        });

    [Fact]
    public void A_wider_answer_never_makes_a_narrower_figure() =>
        Gen.Select(AnyAnswers, Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 4]).Sample((answers, at, less, more) =>
        {
            if (answers[at] is not { } part)
                return true;
            // The least interval of a single visit is a limit ("not sooner than"), not an estimate: it has nothing to widen downwards.
            var lowest = at == Duration ? 1 : 0;
            var floor =
                part.Min is not { } min || (at == Interval && answers[Sessions] is { Max: <= 1 }) ? part.Min : Math.Max(lowest, min - less);
            ValuePart?[] wider = [.. answers];
            wider[at] = part with { Min = floor, Max = more == 4 ? null : part.Max + more };

            return Figures(answers).Zip(Figures(wider)).All(pair =>
                pair.Second.Known is not { } wide
                    || (pair.First.Known is { } narrow && wide.Min <= narrow.Min && Reaches(wide.Max, narrow.Max)));
        }, iter: 2_000);

    [Fact]
    public void From_single_figures_comes_a_single_figure() =>
        AnyAnswers.Sample(answers => Figures(
            [.. answers.Select(part => part is null ? null : part with { Min = part.Min ?? part.Max, Max = part.Min ?? part.Max })])
            .All(figure => figure.Known is not { } known || known.IsSingle));

    [Fact]
    public void Where_an_unknown_goes_in_no_number_comes_out() =>
        Gen.Select(AnyAnswers, OneOf(Sessions, Interval, SessionTime, Downtime, Duration)).Sample((answers, missing) =>
        {
            ValuePart?[] without = [.. answers];
            without[missing] = null;
            var course = CourseOf(without);
            return course.IsNone || missing switch
            {
                Sessions => course.UntilClear.Known is null && Figures(without).All(figure => figure.Known is null),
                Interval => course.IsOneSession || (course.Length.Known is null && course.UntilClear.Known is null),
                SessionTime => Spans.All(span => course.TimeInClinic(span).Known is null),
                Downtime =>
                    course.UntilClear.Known is null && Spans.All(span => course.DaysOfDowntime(span, course.Downtimes[0]).Known is null),
                _ => Each(course, CourseSpan.FirstYear).Concat(Each(course, CourseSpan.ThreeYears)).All(figure => figure.Known is null),
            };
        });

    [Fact]
    public void About_stays_about() =>
        Gen.Select(AnyAnswers, OneOf(Sessions, SessionTime)).Sample((answers, about) =>
        {
            ValuePart?[] asked = [.. answers];
            asked[about] = answers[about] is { } part ? part with { Approximate = true } : null;
            var course = CourseOf(asked);
            return course.IsNone || Spans.All(span => course.TimeInClinic(span).Known is not { About: false });
        });

    [Fact]
    public void No_treatment_has_no_course_whatever_its_cells_say() =>
        AnyAnswers.Sample(answers =>
            CourseVariant.None(new("visit", "visits", null)).IsNone && ExampleCourses.Of(baseline: true, Values(answers)).IsNone);

    [Fact]
    public void Every_sentence_about_any_course_and_any_day_is_whole() =>
        Gen.Select(AnyAnswers, Gen.Int[Occasion.Soonest, Occasion.Latest]).Sample((answers, weeks) =>
        {
            var course = CourseOf(answers);
            var sentences =
                OccasionFormatter.Of(course, Occasion.Parse($"{weeks}", new(2026, 11, 23))!)
                    .Concat(Timeline.Of(course).Select(strip => strip.Words));
            Assert.All(sentences, Sentence.IsWhole);
        }, iter: 2_000);

    private static bool Reaches(decimal? wide, decimal? narrow) => wide is null || narrow <= wide;

    private static IEnumerable<CourseEstimate> Figures(ValuePart?[] answers)
    {
        var course = CourseOf(answers);
        return [course.Length, .. Spans.SelectMany(span => Each(course, span))];
    }

    private static IEnumerable<CourseEstimate> Each(CourseVariant course, CourseSpan span) =>
        [course.SessionsIn(span), course.TimeInClinic(span), course.DaysOfDowntime(span, course.Downtimes[0])];

    private static CourseVariant CourseOf(ValuePart?[] answers) => ExampleCourses.Of(Values(answers)).Variants.Single();

    private static AttributeValue?[] Values(ValuePart?[] answers) =>
        [.. answers.Select(part => part is null ? null : new AttributeValue { Parts = [part] })];

    private static Gen<T> OneOf<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(at => choices[at]);

    private static Gen<ValuePart?> AnyPart(Gen<Unit?> unit, int least, int most) =>
        Gen.Select(Gen.Int[least, most], Gen.Int[0, 6], Gen.Int[0, 9], unit, Gen.Bool, (min, more, shape, of, about) => shape switch
        {
            0 => null,
            1 => (ValuePart?)Part(min, null, of, about),
            2 => Part(null, min + more, of, about),
            3 or 4 => Part(min, min, of, about),
            _ => Part(min, min + more, of, about),
        });
}

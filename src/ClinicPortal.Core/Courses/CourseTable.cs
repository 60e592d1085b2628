using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Courses;

/// <summary>One line of a cell; the label says which variant, span or mark it is about.</summary>
public sealed record CourseLine(string? Label, string Words);

/// <summary>One question about the course, a cell for each treatment.</summary>
public sealed record CourseRow(string Question, IReadOnlyList<IReadOnlyList<CourseLine>> Cells);

public sealed record CourseGroup(string Name, IReadOnlyList<CourseRow> Rows);

/// <summary>The courses of several treatments side by side.</summary>
public static class CourseTable
{
    private static readonly CourseSpan[] Years = [CourseSpan.FirstYear, CourseSpan.ThreeYears];

    public static IReadOnlyList<CourseGroup> Of(IReadOnlyList<Course> courses)
    {
        CourseRow Row(string question, Func<CourseVariant, IEnumerable<CourseLine>> lines) =>
            new(question, [.. courses.Select(course => OverVariants(course, lines))]);

        var terms = courses[0].Terms;
        var sessions = RunningText.StartUpperCase(terms.Many);
        return
        [
            new("The first course",
            [
                Row(sessions, course => [new(null, CourseFormatter.Sessions(course.Sessions))]),
                Row($"From the first {terms.One} to the last", course => [new(null, CourseFormatter.Length(course))]),
                Row("Time in the clinic", course => [new(null, CourseFormatter.TimeInClinic(course.TimeInClinic(CourseSpan.FirstCourse)))]),
                .. terms.Over is null
                    ? Array.Empty<CourseRow>()
                    : [Row($"Days until {terms.Over}, all {terms.Many} together", course => DaysIn(course, CourseSpan.FirstCourse))],
            ]),
            new("If it is repeated",
            [
                Row("How often?", course => [new(null, CourseFormatter.HowOften(course))]),
                Row(
                    sessions,
                    course =>
                        OverYears(course, span => IfCounted(course, span, [new(null, CourseFormatter.Sessions(course.SessionsIn(span)))]))),
                Row(
                    "Time in the clinic",
                    course =>
                        OverYears(
                            course, span => IfCounted(course, span, [new(null, CourseFormatter.TimeInClinic(course.TimeInClinic(span)))]))),
                .. terms.Over is null
                    ? Array.Empty<CourseRow>()
                    : [
                        Row(
                            $"Days until {terms.Over}, all {terms.Many} together",
                            course => OverYears(course, span => IfCounted(course, span, DaysIn(course, span))))],
            ]),
            .. courses.All(course => course.Cost is null)
                ? Array.Empty<CourseGroup>()
                : [
                    new(
                        "Cost",
                        [new($"Each {terms.One}", [.. courses.Select(course => (IReadOnlyList<CourseLine>)[new(null, course.Cost!)])])])],
        ];
    }

    private static IEnumerable<CourseLine> DaysIn(CourseVariant course, CourseSpan span) =>
        course.Downtimes.Select(mark => new CourseLine(mark.Label?.ToString(), CourseFormatter.Days(course.DaysOfDowntime(span, mark))));

    // What is the same for both spans, a reason above all, is said once.
    private static IEnumerable<CourseLine> OverYears(CourseVariant course, Func<CourseSpan, IEnumerable<CourseLine>> lines)
    {
        var spans = Years.Select(span => (span.Name, Lines: lines(span).ToList())).ToList();
        return spans[0].Lines.SequenceEqual(spans[1].Lines)
            ? spans[0].Lines
            : spans.SelectMany(span => span.Lines.Select(line => line with { Label = Joined(span.Name, line.Label) }));
    }

    // Where the sessions are not counted, the row before says why; the others do not say it again.
    private static IEnumerable<CourseLine> IfCounted(CourseVariant course, CourseSpan span, IEnumerable<CourseLine> lines) =>
        course.SessionsIn(span).Known is null ? [new(null, CourseFormatter.NotKnown)] : lines;

    // What is the same for every variant stands once.
    private static List<CourseLine> OverVariants(Course course, Func<CourseVariant, IEnumerable<CourseLine>> lines)
    {
        var variants = course.Variants.Select(variant => (variant.Label, Lines: lines(variant).ToList())).ToList();
        return variants.All(variant => variant.Lines.SequenceEqual(variants[0].Lines))
            ? variants[0].Lines
            : [
                .. variants.SelectMany(variant =>
                    variant.Lines.Select(line => line with { Label = Joined(variant.Label!.ToString(), line.Label) }))];
    }

    private static string Joined(string first, string? then) => then is null ? first : $"{first}, {RunningText.StartLowerCase(then)}";
}

namespace ClinicPortal.Core.Courses;

/// <summary>One strip of a timeline: what it shows in words, and where it is drawn, in minutes from the first session.</summary>
/// <param name="Sessions">When each session is; empty where nothing can be drawn of them.</param>
/// <param name="Marks">How long something of a session shows.</param>
/// <param name="Change">When a first change might be seen; its end is open where none is known.</param>
public sealed record TimelineStrip(
    string Words, IReadOnlyList<decimal> Sessions, decimal Marks = 0, (decimal From, decimal? To)? Change = null)
{
    public bool IsDrawn => Sessions.Count > 0 || Change is not null;
}

/// <summary>The first course in time: at its quickest and at its longest, and when a first change might be seen.</summary>
public static class Timeline
{
    private const int MostSessions = 60;

    private static readonly int[] Scales = [4, 8, 13, 26, 39, 52, 78, Occasion.Latest];

    /// <summary>
    /// The weeks that all strips of a comparison stand for: room for the longest course and for the occasion, two years at the most.
    /// </summary>
    public static int Scale(IEnumerable<CourseVariant> courses, Occasion occasion)
    {
        var ends = courses.SelectMany(course => new[] { course.UntilClear, course.Length, course.Onset })
            .Select(figure => figure.Known is { } known ? known.Max ?? known.Min : 0);
        var end = Math.Max(occasion.Weeks, ends.Max() / QuantityRange.Week);
        return Scales.FirstOrDefault(weeks => weeks >= end, Scales[^1]);
    }

    public static IReadOnlyList<TimelineStrip> Of(CourseVariant course) => course.IsNone ? [] : [.. Sessions(course), Change(course)];

    private static IEnumerable<TimelineStrip> Sessions(CourseVariant course)
    {
        if (course.Sessions.Known is not { } sessions || course.Length.Known is not { } length)
            return [new($"The course: not known, because {course.Length.Because}.", [])];

        var downtime = course.Downtimes[0].Time;
        if (sessions.IsSingle && length.IsSingle)
            return [Strip(course, "The course", sessions, length, downtime)];
        return
        [
            Strip(
                course, "At its quickest", sessions.Least with { About = sessions.About && sessions.Min > 1 }, length.Least,
                downtime.At(known => known.Least)),
            sessions.Max is null || length.Max is null
                ? new($"At its longest: not known, because {CourseFormatter.NoUpperLimit}.", [])
                : Strip(course, "At its longest", sessions.Most, length.Most, downtime.At(known => known.Most)),
        ];
    }

    private static TimelineStrip Strip(
        CourseVariant course, string name, QuantityRange sessions, QuantityRange length, CourseEstimate downtime)
    {
        var terms = course.Terms;
        var count =
            sessions.Max == 0 ? $"no {terms.One}" : $"{CourseFormatter.Count(sessions)} {(sessions.Max == 1 ? terms.One : terms.Many)}";
        var over = length.Max == 0 ? ""
            : course.Between is { } between ? $", with {between} between {terms.Many}"
            : $" over {CourseFormatter.LengthOf(length)}";
        var each = sessions.Max == 1 ? "it" : "each";
        var then = downtime.Known switch
        {
            null => downtime.Because,
            { Max: 0 } => $"on the day of {each}, {terms.Over}",
            { Min: 0, Max: not null } time => $"within {CourseFormatter.DaysOf(time.Most)} of {each}, {terms.Over}",
            { } time => $"{CourseFormatter.DaysOf(time)} after {each}, {terms.Over}"
                + (downtime.Note is { } note ? $". The clinic adds: “{note}”" : ""),
        };
        var drawn = (int)Math.Min(MostSessions, sessions.Min);
        return new(
            sessions.Max == 0 ? $"{name}: {count}." : $"{name}: {count}{over}; {then}.",
            [.. Enumerable.Range(0, drawn).Select(session => drawn > 1 ? session * length.Min / (sessions.Min - 1) : 0)],
            downtime.Known?.Most.Min ?? 0);
    }

    private static TimelineStrip Change(CourseVariant course) => course.Onset.Known is not { } onset
        ? new("A first change: not known.", [])
        : new(
            $"A first change: {CourseFormatter.AfterTheFirstVisit(course)}.",
            [],
            Change: (onset.Min, onset.Max));
}

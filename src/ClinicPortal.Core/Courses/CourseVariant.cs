using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Courses;

/// <summary>
/// The course of a treatment, or of one variant of it. The first course is its sessions. What follows rests on how long a result lasts:
/// a course of one session is repeated each time the result has faded, and never sooner than the least interval. Of a course of several
/// sessions the store does not hold how many a repeat takes, so nothing is counted beyond the time that its result surely lasts.
/// </summary>
/// <param name="Sessions">Each of them is a session.</param>
/// <param name="Downtimes">Until all of it is over comes first.</param>
/// <param name="Onset">Counted from the first session.</param>
public sealed record CourseVariant(
    CourseTerms Terms, LocalText? Label, CourseEstimate Sessions, CourseEstimate Interval, CourseEstimate SessionTime,
    IReadOnlyList<Downtime> Downtimes,
    CourseEstimate Onset, CourseEstimate Lasts)
{
    private const string RepeatsUnknown = "how often it would be repeated, if at all, is not known";

    private static readonly CourseEstimate Zero = CourseEstimate.Of(QuantityRange.Nothing);

    public static CourseVariant None(CourseTerms terms) => new(terms, null, Zero, Zero, Zero, [new(null, Zero)], Zero, Zero);

    public bool IsNone => Sessions.Known is { Max: 0 };

    public bool IsOneSession => Sessions.Known is { Max: <= 1 };

    /// <summary>From the first session of the first course to its last; what the clinic adds to the interval goes with it.</summary>
    public CourseEstimate Length => Sessions.Known is { Max: <= 1 } one
        ? CourseEstimate.Of(QuantityRange.Nothing with { About = one.About })
        : Sessions.With(Interval, Apart) with { Note = Between is { } between ? $"with {between} between {Terms.Many}" : null };

    private static QuantityRange Apart(QuantityRange sessions, QuantityRange every) =>
        new QuantityRange(Math.Max(0, sessions.Min - 1), sessions.Max - 1, sessions.About).Times(every);

    /// <summary>"6 to 12 months (or longer)": the interval, where the clinic adds something to it that no sum can hold.</summary>
    public string? Between => Interval is { Known: { } every, Note: { } note } && !IsOneSession
        ? CourseFormatter.Noted(CourseFormatter.LengthOf(every), note)
        : null;

    /// <summary>
    /// From the first session until nothing of the last one shows any more. Marks are counted at their longest: who has something on wants
    /// to be clear of them.
    /// </summary>
    public CourseEstimate UntilClear => Length.With(
        Downtimes.Select(mark => mark.Time).Aggregate((all, one) => all.With(one, (first, other) => first.Later(other))),
        (length, after) => length.Plus(after.Most));

    internal string RepeatSizeUnknown => $"how many {Terms.Many} a repeat takes is not known";

    private CourseEstimate UnknownRepeats => Lasts.Known is null ? Lasts : CourseEstimate.Unknown(RepeatsUnknown);

    /// <summary>How far apart the sessions are when a course of one session is repeated.</summary>
    public CourseEstimate Period => Lasts.Known is not { Max: not 0 } lasts ? UnknownRepeats
        : CourseEstimate.Of(Interval.Known is { } least && least.Min > lasts.Min ? lasts.Later(least.Least) : lasts);

    public CourseEstimate SessionsIn(CourseSpan span) => (span.Minutes, Lasts.Known) switch
    {
        (null, _) => Sessions,
        _ when Sessions.Known is null or { Max: 0 } => Sessions with { Note = null },
        (_, null or { Max: 0 }) => UnknownRepeats,
        ({ } within, _) when IsOneSession =>
            Sessions.With(Period, (sessions, every) => sessions.Times(QuantityRange.CountWithin(within, every))),
        ({ } within, { } lasts) when lasts.Min >= within =>
            Sessions.With(Interval, (sessions, every) => sessions.AtMost(QuantityRange.CountWithin(within, every))),
        _ => CourseEstimate.Unknown(RepeatSizeUnknown),
    };

    public CourseEstimate TimeInClinic(CourseSpan span) =>
        IsNone ? Zero : SessionsIn(span).With(SessionTime, (sessions, time) => sessions.Times(time)) with { Note = SessionTime.Note };

    /// <summary>Days on which <paramref name="mark"/> shows, of all sessions together.</summary>
    public CourseEstimate DaysOfDowntime(CourseSpan span, Downtime mark)
    {
        if (IsNone)
            return Zero;
        var sessions = SessionsIn(span);
        var every = sessions.Known is { Max: <= 1 } ? Zero : IsOneSession ? Period : Interval;
        return sessions.With(mark.Time, (_, time) => time) is { Known: { } lasting }
            ? sessions.With(every, (times, apart) => times.Covering(lasting, apart))
            : sessions.With(mark.Time, (_, time) => time);
    }
}

/// <summary>What is counted: the first course, or the first years from the first session on.</summary>
public sealed record CourseSpan(string Name, decimal? Minutes)
{
    public static CourseSpan FirstCourse { get; } = new("First course", null);

    public static CourseSpan FirstYear { get; } = new("First year", QuantityRange.Year);

    public static CourseSpan ThreeYears { get; } = new("Three years", 3 * QuantityRange.Year);
}

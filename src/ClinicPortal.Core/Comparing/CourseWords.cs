using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Comparing;

/// <summary>The figures of a course in words, as they stand in a cell: "3 to 5", "About 8 to 24 weeks", "Up to 15 days".</summary>
public static class CourseWords
{
    public const string NotKnown = "Not known";

    internal const string NoUpperLimit = "what it rests on has no upper limit";

    private const int FewHours = 2;

    public static string Visits(Figure visits) => Of(visits, known => known.Max == 0 ? "none" : Count(known));

    public static string TimeInClinic(Figure time) => Of(time, Clock);

    public static string Days(Figure days) => Of(days, DaysOf);

    public static string Length(CourseVariant course) => course switch
    {
        { IsNone: true } => "Does not apply",
        { IsOneVisit: true } => course.Sessions.Known!.Value.About ? "Usually all in one visit" : "All in one visit",
        _ => Of(course.Length, LengthOf),
    };

    /// <summary>When and by how many visits the course is repeated.</summary>
    public static string HowOften(CourseVariant course) => course switch
    {
        { IsNone: true } => "Does not apply",
        { Sessions.Known: null } => Of(course.Sessions, LengthOf),
        { Lasts.Known: null or { Max: 0 } } => Of(course.Period, LengthOf),
        { IsOneVisit: true } => $"One visit each time a result has faded, after {Noted(LengthOf(course.Period.Known!.Value), course.Lasts.Note)}",
        _ => $"A result may last {Noted(LengthOf(course.Lasts.Known!.Value), course.Lasts.Note)}. How many visits a repeat takes is not known.",
    };

    /// <summary>"About 8 to 24 weeks" without its capital; in days where weeks are not whole, in months where they were typed.</summary>
    internal static string LengthOf(Reach length) => length.Calendar
        ? DurationWords.Of(PartOf(length, Reach.Month) with { Unit = Unit.Month })
        : AreMultiples(length, Reach.Week / 2) && length.Max != 0
            ? DurationWords.Of(PartOf(length, Reach.Week) with { Unit = Unit.Week })
            : DaysOf(length);

    internal static string DaysOf(Reach time) => time.Calendar
        ? LengthOf(time)
        : AreMultiples(time, Reach.Day / 2)
            ? DurationWords.Of(PartOf(time, Reach.Day) with { Unit = Unit.Day })
            : DurationWords.Of(PartOf(time, Reach.Hour) with { Unit = Unit.Hour });

    internal static string AfterTheFirstVisit(Reach onset, string? note) =>
        onset.Max == 0 ? "on the day of the first visit" : Noted($"{LengthOf(onset)} after the first visit", note);

    internal static string Count(Reach visits) => ValueWords.Range(PartOf(visits, 1), "", "");

    internal static string Noted(string words, string? note) => note is null ? words : $"{words} ({note})";

    private static string Of(Figure figure, Func<Reach, string> words) => figure.Known switch
    {
        null => $"{NotKnown}, because {figure.Because}",
        { Min: 0, Max: null } => $"{NotKnown}, because {NoUpperLimit}",
        { } known => RunningText.StartUpperCase(Noted(words(known), figure.Note)),
    };

    private static string Clock(Reach time)
    {
        var (min, max) = (time.Min, time.Max);
        var inHours = AreMultiples(time, Reach.Hour) && (max ?? min) >= FewHours * Reach.Hour;
        if (inHours || (max ?? min) < FewHours * Reach.Hour)
            return inHours
                ? ValueWords.Range(PartOf(time, Reach.Hour), "hour", "hours")
                : ValueWords.Range(PartOf(time, 1), "minute", "minutes");

        var about = time.About ? "about " : "";
        return (min, max) switch
        {
            (_, null) => $"{about}{Clock(min)} or more",
            (0, { } most) => $"up to {about}{Clock(most)}",
            var (least, most) when least == most => about + Clock(least),
            (_, { } most) => $"{about}{Clock(min)} to {Clock(most)}",
        };
    }

    private static string Clock(decimal minutes)
    {
        if (minutes < FewHours * Reach.Hour)
            return minutes == Reach.Hour ? "1 hour" : $"{ValueWords.Number(minutes)} minutes";
        var rest = minutes % Reach.Hour;
        return $"{ValueWords.Number((minutes - rest) / Reach.Hour)} hours{(rest > 0 ? $" {ValueWords.Number(rest)} minutes" : "")}";
    }

    private static bool AreMultiples(Reach reach, decimal size) => reach.Min % size == 0 && (reach.Max ?? 0) % size == 0;

    private static ValuePart PartOf(Reach reach, decimal size) => new() { Min = reach.Min / size, Max = reach.Max / size, Approximate = reach.About };
}

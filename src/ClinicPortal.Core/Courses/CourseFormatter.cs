using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Courses;

/// <summary>The figures of a course in words, as they stand in a cell: "3 to 5", "About 8 to 24 weeks", "Up to 15 days".</summary>
public static class CourseFormatter
{
    public const string NotKnown = "Not known";

    internal const string NoUpperLimit = "the answers only say “or more”";

    private const int FewHours = 2;

    public static string Sessions(CourseEstimate sessions) => Of(sessions, known => known.Max == 0 ? "none" : Count(known));

    public static string TimeInClinic(CourseEstimate time) => Of(time, Clock);

    public static string Days(CourseEstimate days) => Of(days, DaysOf);

    public static string Length(CourseVariant course) => course switch
    {
        { IsNone: true } => "Does not apply",
        { IsOneSession: true } => $"{(course.Sessions.Known!.Value.About ? "Usually all" : "All")} in one {course.Terms.One}",
        { Sessions.Known.Min: <= 1, Length.Note: { } note } => $"All in one {course.Terms.One}, or {note}",
        _ => Of(course.Length, LengthOf),
    };

    /// <summary>When and by how many sessions the course is repeated.</summary>
    public static string HowOften(CourseVariant course) => course switch
    {
        { IsNone: true } => "Does not apply",
        { Sessions.Known: null } => Of(course.Sessions, LengthOf),
        { Period.Known: null } => $"We cannot work this out, because {course.Period.Because}",
        { IsOneSession: true } =>
            $"One {course.Terms.One} each time a result has faded, after {Noted(LengthOf(course.Period.Known!.Value), course.Lasts.Note)}",
        _ =>
            $"A result may last {Noted(LengthOf(course.Lasts.Known!.Value), course.Lasts.Note)}. "
                + $"{RunningText.StartUpperCase(course.RepeatSizeUnknown)}.",
    };

    /// <summary>"About 8 to 24 weeks" without its capital; in days where weeks are not whole, in months where they were typed.</summary>
    internal static string LengthOf(QuantityRange length) => length.Calendar
        ? DurationFormatter.Of(PartOf(length, QuantityRange.Month) with { Unit = Unit.Month })
        : AreMultiples(length, QuantityRange.Week / 2) && length.Max != 0
            ? DurationFormatter.Of(PartOf(length, QuantityRange.Week) with { Unit = Unit.Week })
            : DaysOf(length);

    internal static string DaysOf(QuantityRange time) => time.Calendar
        ? LengthOf(time)
        : AreMultiples(time, QuantityRange.Day / 2)
            ? DurationFormatter.Of(PartOf(time, QuantityRange.Day) with { Unit = Unit.Day })
            : DurationFormatter.Of(PartOf(time, QuantityRange.Hour) with { Unit = Unit.Hour });

    /// <summary>
    /// "Half a week to 2 weeks after the first session", "at once, or up to 2 weeks after it", of a change whose time is known.
    /// </summary>
    internal static string AfterTheFirstVisit(CourseVariant course)
    {
        var visit = course.IsOneSession ? course.Terms.One : $"first {course.Terms.One}";
        return course.Onset.Known is not { Max: not 0 } onset
            ? $"on the day of the {visit}"
            : Noted($"{(onset.Min == 0 ? "at once, or " : "")}{LengthOf(onset)} after the {visit}", course.Onset.Note);
    }

    internal static string Count(QuantityRange sessions) => ValueFormatter.Range(PartOf(sessions, 1), "", "");

    internal static string Noted(string words, string? note) => note is null ? words : $"{words} ({note})";

    private static string Of(CourseEstimate figure, Func<QuantityRange, string> words) => figure.Known switch
    {
        null => $"{NotKnown}, because {figure.Because}",
        { Min: 0, Max: null } => $"{NotKnown}, because {NoUpperLimit}",
        { } known => RunningText.StartUpperCase(words(known)) + (figure.Note is null ? "" : $", {figure.Note}"),
    };

    private static string Clock(QuantityRange time)
    {
        var (min, max) = (time.Min, time.Max);
        var inHours = AreMultiples(time, QuantityRange.Hour) && (max ?? min) >= FewHours * QuantityRange.Hour;
        if (inHours || (max ?? min) < FewHours * QuantityRange.Hour)
            return inHours
                ? ValueFormatter.Range(PartOf(time, QuantityRange.Hour), "hour", "hours")
                : ValueFormatter.Range(PartOf(time, 1), "minute", "minutes");

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
        if (minutes < FewHours * QuantityRange.Hour)
            return minutes == QuantityRange.Hour ? "1 hour" : $"{ValueFormatter.Number(minutes)} minutes";
        var rest = minutes % QuantityRange.Hour;
        return $"{ValueFormatter.Number((minutes - rest) / QuantityRange.Hour)} "
            + $"hours{(rest > 0 ? $" {ValueFormatter.Number(rest)} minutes" : "")}";
    }

    private static bool AreMultiples(QuantityRange reach, decimal size) => reach.Min % size == 0 && (reach.Max ?? 0) % size == 0;

    private static ValuePart PartOf(QuantityRange reach, decimal size) =>
        new() { Min = reach.Min / size, Max = reach.Max / size, Approximate = reach.About };
}

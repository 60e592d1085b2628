using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Courses;

/// <summary>
/// "If I have something on in ten weeks, when would I have to start and what would still show?", answered for one course. The times are
/// those of the course; what is left is rounded down to days, what is needed up.
/// </summary>
public static class OccasionFormatter
{
    private const int LongInDays = 16 * 7;

    public static IEnumerable<string> Of(CourseVariant course, Occasion occasion)
    {
        if (course.IsNone)
            return ["There is nothing to plan."];
        return [
            Time(course, occasion), .. Change(course, occasion), .. course.Downtimes.Select(mark => Shows(course, mark))];
    }

    private static string Time(CourseVariant course, Occasion occasion)
    {
        var terms = course.Terms;
        if (course.UntilClear.Known is not { } clear)
            return $"We cannot say whether there is time for it: {course.UntilClear.Because}.";
        if (clear.Min > occasion.Away)
            return $"There is not enough time: {(course.IsOneSession ? "" : $"even with the fewest {terms.Many}, ")}allow "
                + $"{TakesRoughly(clear.Least)} until {Over(course)}." + NotCounted(course);

        var ready = Ready(course, occasion);
        var butNoChange = IsTooSoon(course, occasion) ? ", but not to see a change"
            : course.Onset.Known is not null && !IsInTime(course, occasion) ? ", but perhaps not to see a change" : "";
        if (clear.Max <= occasion.Away)
        {
            var over = course.IsOneSession ? $"your {terms.One} is over" : $"all your {terms.Many} are over";
            return $"There {(course.Between is null ? "is" : "may be")} time for it{butNoChange}. "
                + $"{Start(WithChange(clear.Most, course, occasion), occasion)}. When the day comes, "
                + $"{RunningText.List([over, .. ready], "and")}." + NotCounted(course);
        }

        var fewest = WithChange(clear.Least, course, occasion);
        return $"There may be time for it{butNoChange}. With the fewest {terms.Many}, allow {Takes(fewest)} until "
            + $"{RunningText.List(ready, "and")}: start {By(LatestStart(fewest, occasion), occasion)}. "
            + (clear.Max is null
                ? $"How long it takes with the most {terms.Many} is not known."
                : $"With the most {terms.Many} it takes {TakesRoughly(clear.Most)}, which is too long.")
            + NotCounted(course);
    }

    private static IEnumerable<string> Change(CourseVariant course, Occasion occasion)
    {
        if (course.Onset.Known is not { } onset)
            return [$"We cannot say whether you might see a change by then: {course.Onset.Because}."];

        var after = CourseFormatter.AfterTheFirstVisit(course);
        return IsTooSoon(course, occasion) ? [
            $"It is too soon to see a change by then, even if you start today: a first change might be seen {after}."]
            : IsInTime(course, occasion) ? [$"A first change might be seen {after}.", .. Faded(course, occasion.Away)]
            : [
                course.Onset.Known?.Min == 0
                    ? $"A first change might be seen {after}. So you may not see it until after that day."
                    : $"If you start today, you might see a first change by then, but it could be later: {after}. The later you start, "
                        + "the less likely you are to see it by then.",
                .. Faded(course, occasion.Away)];
    }

    private static bool IsTooSoon(CourseVariant course, Occasion occasion) => course.Onset.Known?.Min > occasion.Away;

    /// <summary>Even the latest time of a first change.</summary>
    private static bool IsInTime(CourseVariant course, Occasion occasion) => course.Onset.Known?.Max <= occasion.Away;

    /// <summary>Whoever starts in time for the course is to see a change too, where there is time for both.</summary>
    private static QuantityRange WithChange(QuantityRange needed, CourseVariant course, Occasion occasion) =>
        IsInTime(course, occasion) ? needed.Later(course.Onset.Known!.Value.Most) : needed;

    private static IEnumerable<string> Faded(CourseVariant course, decimal away) =>
        course.Length.Known is { } length && course.Lasts.Known is { Max: not 0 } lasts && length.Plus(lasts).Min < away
            ? [
                "Started today, a result might have faded again by then: it might last "
                    + $"{CourseFormatter.Noted(CourseFormatter.LengthOf(lasts), course.Lasts.Note)}."]
            : [];

    private static string Shows(CourseVariant course, Downtime mark)
    {
        var terms = course.Terms;
        var sentence = mark.Time.Known switch
        {
            null => $"how long the effects of {terms.AnyOne} can show is not known.",
            { Max: null } => $"how long the effects of {terms.AnyOne} can show at the most is not known.",
            { Max: 0 } => $"{terms.AnyOne} before that day would no longer show.",
            { Max: <= QuantityRange.Day } => $"{terms.AnyOne} on that day may still show.",
            { Max: { } longest } =>
                $"{terms.AnyOne} less than {DaysAndWeeks(Whole(longest, decimal.Ceiling))} before that day may still show.",
        };
        if (mark.Time.Known is { Max: > 0 })
            sentence += NotCounted(mark);
        return mark.Label is { } label ? $"{label}: {sentence}" : RunningText.StartUpperCase(sentence);
    }

    /// <summary>What a start in time leaves behind: "the skin has settled", "a first change might be seen".</summary>
    private static IReadOnlyList<string> Ready(CourseVariant course, Occasion occasion) =>
        IsInTime(course, occasion) ? [Over(course), "a first change might be seen"] : [Over(course)];

    // "The swelling has gone (stiffness too)".
    private static string Over(CourseVariant course)
    {
        var others = course.Downtimes.Select(mark => mark.Label).OfType<LocalText>()
            .Select(label => RunningText.StartLowerCase(label.ToString())).ToList();
        return others.Count > 0 ? $"{course.Terms.Over} ({RunningText.List(others, "and")} too)" : course.Terms.Over!;
    }

    /// <summary>What the clinic adds to its figures, "then weeks of pink skin" or "at least", is in no date.</summary>
    private static string NotCounted(CourseVariant course)
    {
        var marks = course.Downtimes.Where(mark => mark.Time.Note is not null)
            .Select(mark => $"{NotCounted(mark)} Before you book, ask the clinic how long to allow for it.");
        var apart = course.Between is { } between
            ? $" The time between {course.Terms.Many} is {between}, so ask how long it would be for you."
            : "";
        return string.Concat(marks) + apart;
    }

    private static string NotCounted(Downtime mark) => mark.Time.Note is { } note ? $" Not counted in this: “{note}”." : "";

    private static string Start(QuantityRange needed, Occasion occasion)
    {
        var day = LatestStart(needed, occasion);
        var by = By(day, occasion);
        return day == occasion.Today || needed.Min < QuantityRange.Day
            ? $"Start {by}"
            : $"Start {by}, {DaysAndWeeks(Whole(needed.Min, decimal.Ceiling))} before";
    }

    private static DateOnly LatestStart(QuantityRange needed, Occasion occasion) =>
        occasion.Today.AddDays(Whole(occasion.Away - needed.Min, decimal.Floor));

    private static string By(DateOnly day, Occasion occasion) => day == occasion.Today ? "today" : $"by {RunningText.NameOf(day)}";

    /// <summary>Of a time that has a single length.</summary>
    private static string Takes(QuantityRange time) =>
        About(time) + (Whole(time.Min, decimal.Ceiling) is var days && days == 0 ? "less than a day" : DaysAndWeeks(days));

    /// <summary>Of a time for which there is no day to name: of a long one that is not exact, days would say too much.</summary>
    private static string TakesRoughly(QuantityRange time) =>
        time.About && Whole(time.Min, decimal.Ceiling) is >= LongInDays and var days ? About(time) + DaysAndWeeks((days + 6) / 7 * 7)
            : Takes(time);

    private static string About(QuantityRange reach) => reach.About ? "about " : "";

    private static int Whole(decimal minutes, Func<decimal, decimal> rounded) => (int)rounded(minutes / QuantityRange.Day);

    /// <summary>"10 days", "2 weeks", "24 weeks and 3 days".</summary>
    private static string DaysAndWeeks(int days)
    {
        var (weeks, rest) = (days / 7, days % 7);
        return rest == 0 ? RunningText.Count(weeks, "week")
            : weeks < 2 ? RunningText.Count(days, "day")
            : $"{RunningText.Count(weeks, "week")} and {RunningText.Count(rest, "day")}";
    }
}

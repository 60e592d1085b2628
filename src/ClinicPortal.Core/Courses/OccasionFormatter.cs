using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Courses;

/// <summary>
/// "If I have something on in ten weeks, when would I have to start and what would still show?", answered for one course. The times are
/// those of the course; what is left is rounded down to days, what is needed up.
/// </summary>
public static class OccasionFormatter
{
    public static IEnumerable<string> Of(CourseVariant course, Occasion occasion)
    {
        if (course.IsNone)
            return [$"There is nothing to start, and no {course.Terms.One} that could still show."];
        return [
            Time(course, occasion), .. Change(course, occasion), .. course.Downtimes.Select(mark => Shows(course.Terms, mark))];
    }

    private static string Time(CourseVariant course, Occasion occasion) => course.UntilClear switch
    {
        { Known: not { } } unknown => $"Whether there is time for it is not known, because {unknown.Because}.",
        { Known: { } needed } when needed.Min > occasion.Away =>
            $"There is not enough time: even with the fewest {course.Terms.Many}, allow {Takes(needed.Min, needed)} until {Over(course)}.",
        { Known: { Max: { } longest } needed } when longest <= occasion.Away =>
            $"There is time for it. So that every {course.Terms.One} is behind you and {Over(course)}, {Start(longest, needed, occasion)}.",
        { Known: { } needed } =>
            $"There may be time for it. With the fewest {course.Terms.Many}, allow {Takes(needed.Min, needed)} until {Over(course)}: "
                + $"start {By(LatestStart(needed.Min, occasion), occasion)}. "
            + (
                needed.Max is { } most
                    ? $"With the most {course.Terms.Many} it takes {Takes(most, needed)}, which is too long."
                    : $"How long it takes with the most {course.Terms.Many} is not known."),
    };

    private static IEnumerable<string> Change(CourseVariant course, Occasion occasion)
    {
        if (course.Onset.Known is not { } onset)
            return [$"Whether a change could be seen by then is not known, because {course.Onset.Because}."];

        var after = CourseFormatter.AfterTheFirstVisit(course);
        return onset.Min > occasion.Away ? [
            $"It is too soon to see a change by then, even if you start today: a first change might be seen {after}."]
            : onset.Max <= occasion.Away ? [
                $"A first change might be seen in time if you start {By(LatestStart(onset.Max.Value, occasion), occasion)}: {after}.",
                .. Faded(course, occasion.Away)]
            : [$"If you start today, a first change might be seen by then, or only later: {after}.", .. Faded(course, occasion.Away)];
    }

    private static IEnumerable<string> Faded(CourseVariant course, decimal away) =>
        course.Length.Known is { } length && course.Lasts.Known is { Max: not 0 } lasts && length.Plus(lasts).Min < away
            ? [
                "Started today, a result might have faded again by then: it might last "
                    + $"{CourseFormatter.Noted(CourseFormatter.LengthOf(lasts), course.Lasts.Note)}."]
            : [];

    private static string Shows(CourseTerms terms, Downtime mark)
    {
        var sentence = mark.Time.Known switch
        {
            null => $"how long {terms.AnyOne} can still show is not known.",
            { Max: null } => $"how long {terms.AnyOne} can still show at the most is not known.",
            { Max: 0 } => $"{terms.AnyOne} before that day would no longer show.",
            { Max: { } longest } when Whole(longest, decimal.Ceiling) == 1 => $"{terms.AnyOne} on the day before could still show.",
            { Max: { } longest } time =>
                $"{terms.AnyOne} in {About(time)}the last {Last(Whole(longest, decimal.Ceiling))} before that day could still "
                    + $"show{(mark.Time.Note is { } note ? $" ({note})" : "")}.",
        };
        return mark.Label is { } label ? $"{label}: {sentence}" : RunningText.StartUpperCase(sentence);
    }

    // "The swelling has gone (stiffness too)", "the skin has settled (then weeks of pink skin)".
    private static string Over(CourseVariant course)
    {
        var others = course.Downtimes.Select(mark => mark.Label).OfType<LocalText>()
            .Select(label => RunningText.StartLowerCase(label.ToString())).ToList();
        string[] more =
        [
            .. others.Count > 0 ? [$"{RunningText.List(others, "and")} too"] : Array.Empty<string>(),
            .. course.Downtimes.Select(mark => mark.Time.Note).OfType<string>(),
        ];
        return more.Length > 0 ? $"{course.Terms.Over} ({string.Join("; ", more)})" : course.Terms.Over!;
    }

    private static string Start(decimal needed, QuantityRange of, Occasion occasion)
    {
        var day = LatestStart(needed, occasion);
        var by = By(day, occasion);
        return day == occasion.Today || needed < QuantityRange.Day ? $"start {by}"
            : of.About ? $"start {Takes(needed, of)} before the date or sooner ({by})"
            : $"start at least {Takes(needed, of)} before the date ({by})";
    }

    private static DateOnly LatestStart(decimal needed, Occasion occasion) =>
        occasion.Today.AddDays(Whole(occasion.Away - needed, decimal.Floor));

    private static string By(DateOnly day, Occasion occasion) => day == occasion.Today ? "today" : $"by {RunningText.NameOf(day)}";

    private static string Takes(decimal minutes, QuantityRange of) =>
        About(of) + (Whole(minutes, decimal.Ceiling) is var days && days == 0 ? "less than a day" : DaysAndWeeks(days));

    private static string Last(int days) => days switch { 7 => "week", _ => DaysAndWeeks(days) };

    private static string About(QuantityRange reach) => reach.About ? "about " : "";

    private static int Whole(decimal minutes, Func<decimal, decimal> rounded) => (int)rounded(minutes / QuantityRange.Day);

    /// <summary>"10 days", "2 weeks", "24 weeks and 3 days".</summary>
    private static string DaysAndWeeks(int days)
    {
        var (weeks, rest) = (days / 7, days % 7);
        return rest == 0 ? Count(weeks, "week") : weeks < 2 ? Count(days, "day") : $"{Count(weeks, "week")} and {Count(rest, "day")}";
    }

    private static string Count(int number, string unit) => number == 1 ? $"1 {unit}" : ValueFormatter.Number(number) + $" {unit}s";
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Numbers;

namespace ClinicPortal.Core.Checks;

/// <summary>
/// The figures of a number do not contradict each other. What a study counted decides what "N of 100" may say, and fewer than
/// <see cref="OutcomeNumberEntry.FewestToScale"/> are never scaled. A form is refused by these rules as a content file is.
/// </summary>
internal static class CountRules
{
    public static IEnumerable<ContentProblem> Check(OutcomeNumberEntry number, string path)
    {
        if (number.Denominator < 1)
            yield return new(path + ".denominator", "\"Out of how many\" must be 1 or more. Correct it.");
        foreach (var (arm, at) in number.Arms.At(path + ".arms"))
            foreach (var problem in Arm(arm, number, at))
                yield return Named(problem, arm);
    }

    private static List<ContentProblem> Arm(OutcomeArmEntry arm, OutcomeNumberEntry number, string path)
    {
        List<ContentProblem> problems = [.. Kind(arm, number.Raw, path), .. Counted(arm, path)];
        if (number.Denominator is > 0 and { } denominator)
        {
            problems.AddRange(Bounds(arm, denominator, path));
            if (problems.Count == 0 && arm is { Events: not null, Total: not null })
                problems.AddRange(number.Raw ? RealGroup(arm, denominator, path) : Rate(arm, denominator, path));
        }
        return problems;
    }

    /// <summary>A count, an upper bound or a range, and one of them only.</summary>
    private static IEnumerable<ContentProblem> Kind(OutcomeArmEntry arm, bool raw, string path)
    {
        const string Fields = "\"It happened to\", or \"or to fewer than\", or \"or from\" and \"to\"";
        var isRange = arm.Min is not null || arm.Max is not null;
        var kinds = new[] { arm.Count is not null, arm.FewerThan is not null, isRange }.Count(given => given);
        if (kinds == 0)
            yield return new(path, $"Fill in {Fields}.");
        if (kinds > 1)
            yield return new(path, $"Fill in only one of these: {Fields}.");
        if (arm.Min is null != arm.Max is null)
            yield return new(path, "This range has one end. Write the other.");
        if (arm.Min > arm.Max)
            yield return new(path + ".min",
                $"The range is upside down: it goes from {Figure(arm.Min)} to {Figure(arm.Max)}. Swap them.");
        if (arm.Min is { } end && arm.Min == arm.Max)
            yield return new(path + ".min", $"This range begins and ends at {Figure(end)}. Write {Figure(end)} as a count.");
        if (raw && arm.Count is null && kinds == 1)
            yield return new(path, "This number shows the real group, so fill in \"It happened to\" instead.");
    }

    private static IEnumerable<ContentProblem> Counted(OutcomeArmEntry arm, string path)
    {
        if (arm.Events is null != arm.Total is null)
            yield return new(path,
                "What the study counted needs both figures: how many it happened to, and of how many. Add the other, or remove both.");
        if (arm.Total < 1)
            yield return new(path + ".total", "The study counted nobody. Write how many it counted, or remove both figures.");
        else if (arm.Events < 0 || arm.Events > arm.Total)
            yield return new(path + ".events",
                $"{Figure(arm.Events)} of {Figure(arm.Total)} is not possible. Write a number from 0 to {Figure(arm.Total)}.");
    }

    private static IEnumerable<ContentProblem> Bounds(OutcomeArmEntry arm, int denominator, string path)
    {
        var whole = Figure(denominator);
        if (arm.Count < 0 || arm.Count > denominator)
            yield return new(path + ".count", $"{Figure(arm.Count)} of {whole} is not possible. Write a count from 0 to {whole}.");
        if (arm.FewerThan < 1 || arm.FewerThan > denominator)
            yield return new(path + ".fewer-than",
                $"Fewer than {Figure(arm.FewerThan)} of {whole} says nothing. Write a bound from 1 to {whole}.");
        if (arm.Min < 0 || arm.Max > denominator)
            yield return new(path,
                $"{Figure(arm.Min)} to {Figure(arm.Max)} of {whole} is not possible. Write a range within 0 to {whole}.");
    }

    private static IEnumerable<ContentProblem> RealGroup(OutcomeArmEntry arm, int denominator, string path)
    {
        var total = Figure(arm.Total);
        if (arm.Total != denominator)
            yield return new(path,
                $"This number shows the real group of {Figure(denominator)}, and here {total} were counted. "
                + $"Correct one of the two, or add a separate number for these {total}.");
        else if (arm.Events != arm.Count)
            yield return new(path,
                $"This number shows the real group: {Figure(arm.Events)} of {total}, not {Figure(arm.Count)}. Correct one of the two.");
    }

    private static IEnumerable<ContentProblem> Rate(OutcomeArmEntry arm, int denominator, string path)
    {
        var (events, total) = (arm.Events!.Value, arm.Total!.Value);
        var exact = (decimal)events * denominator / total;
        var rounded = (int)decimal.Round(exact, MidpointRounding.AwayFromZero);
        var counted = NumberFormatter.OutOf(events, total);
        var rate = $"{counted} is {NumberFormatter.OutOf(rounded, denominator)}";
        if (total < OutcomeNumberEntry.FewestToScale)
            yield return new(path,
                $"Only {Figure(total)} were counted, so {counted} is shown as it is. "
                + $"Set \"Out of how many\" to {Figure(total)}, and tick \"So few that the real group is shown and not scaled\".");
        else if (arm.Count is { } count && count != rounded)
            yield return new(path, $"{rate}, not {Figure(count)}. Correct one of the two.");
        else if (exact >= arm.FewerThan)
            yield return new(path, $"{rate}, and that is not fewer than {Figure(arm.FewerThan)}. Correct one of the two.");
        else if (rounded < arm.Min || rounded > arm.Max)
            yield return new(path, $"{rate}, and that is not between {Figure(arm.Min)} and {Figure(arm.Max)}. Correct one of the two.");
    }

    private static ContentProblem Named(ContentProblem problem, OutcomeArmEntry arm) =>
        arm.Label.ToString() is { Length: > 0 } label ? problem with { Message = $"\"{label}\": {problem.Message}" } : problem;

    private static string Figure(int? number) => NumberFormatter.Figure(number ?? 0);
}

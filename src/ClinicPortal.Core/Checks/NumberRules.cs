using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>A number has a source and a time, and its arms add up; where no rate is known, nothing pretends to be one.</summary>
internal static class NumberRules
{
    public static IEnumerable<ContentProblem> Check(ClinicContent content) =>
        content.Numbers.At("numbers").SelectMany(at => Number(at.Item, at.Path));

    private static IEnumerable<ContentProblem> Number(OutcomeNumberEntry number, string path)
    {
        if (number.Sources.Count == 0)
            yield return new(path + ".sources",
                $"The number \"{number.Key}\" has no source. Name one; a number without a source is not shown.");
        if (number.Denominator is null == number.NoRate is null)
            yield return new(path,
                $"The number \"{number.Key}\" needs either a denominator or, under \"no-rate\", the reason why there is none. "
                + "Write one of the two.");
        else if (number.NoRate is not null && (number.Arms.Count > 0 || number.Raw))
            yield return new(path + ".no-rate", $"The number \"{number.Key}\" says that no rate is known. Remove its arms and \"raw\".");
        else if (number.Denominator is { } denominator)
            foreach (var problem in Rate(number, denominator, path))
                yield return problem;
    }

    private static IEnumerable<ContentProblem> Rate(OutcomeNumberEntry number, int denominator, string path)
    {
        if (denominator < 1)
            yield return new(path + ".denominator", "A denominator is 1 or more. Correct it.");
        if (number.Time is null)
            yield return new(path, $"The number \"{number.Key}\" does not say over which time. Add \"time\".");
        if (number.Arms.Count == 0)
            yield return new(path, $"The number \"{number.Key}\" has a denominator and no arms. Add one under \"arms\".");
        foreach (var problem in number.Arms.At(path + ".arms").SelectMany(at => Arm(at.Item, at.Path, denominator, number.Raw)))
            yield return problem;
    }

    private static IEnumerable<ContentProblem> Arm(OutcomeArmEntry arm, string path, int denominator, bool raw)
    {
        if (arm.Count < 0 || arm.Count > denominator)
            yield return new(path + ".count", $"{arm.Count} of {denominator} cannot be. Write a count from 0 to {denominator}.");
        if (arm.Events is null != arm.Total is null)
            yield return new(path, "What the study counted needs both \"events\" and \"total\". Add the other, or remove both.");
        if (arm.Events < 0 || arm.Events > arm.Total)
            yield return new(path + ".events", $"{arm.Events} of {arm.Total} cannot be. Write a number of events from 0 to {arm.Total}.");
        if (raw && ((arm.Total is { } total && total != denominator) || (arm.Events is { } events && events != arm.Count)))
            yield return new(path,
                "This number is raw, so its count and denominator are what the study counted. "
                + "Make them equal to \"events\" and \"total\".");
    }
}

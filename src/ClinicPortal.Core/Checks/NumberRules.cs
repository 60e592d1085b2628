using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>A number has a source and a time, and its figures agree; where no rate is known, nothing pretends to be one.</summary>
internal static class NumberRules
{
    public static IEnumerable<ContentProblem> Check(ClinicContent content) =>
        content.Numbers.At("numbers").SelectMany(at => Whole(at.Item, at.Path).Concat(CountRules.Check(at.Item, at.Path)));

    private static IEnumerable<ContentProblem> Whole(OutcomeNumberEntry number, string path)
    {
        if (number.Sources.Count == 0)
            yield return new(path + ".sources",
                $"The number \"{number.Outcome}\" has no source. Add one: a number without a source cannot be published.");
        if (number.Denominator is null == number.NoRate is null)
            yield return new(path,
                $"The number \"{number.Outcome}\": fill in either \"Out of how many\" or \"If no rate is known: why\", not both.");
        else if (number.NoRate is not null && (number.Arms.Count > 0 || number.Raw))
            yield return new(path + ".no-rate",
                $"The number \"{number.Outcome}\" says that nobody knows how often it happens, but also gives a count. "
                + "Remove one of them.");
        else if (number.NoRate is null)
            foreach (var problem in Rate(number, path))
                yield return problem;
    }

    private static IEnumerable<ContentProblem> Rate(OutcomeNumberEntry number, string path)
    {
        if (number.Time is null)
            yield return new(path, $"The number \"{number.Outcome}\" does not say over what time. Add it, for example \"over 6 weeks\".");
        if (number.Arms.Count == 0)
            yield return new(path,
                $"The number \"{number.Outcome}\" says out of how many, but not to how many it happened. "
                + "Add who was counted, and how many.");
    }
}

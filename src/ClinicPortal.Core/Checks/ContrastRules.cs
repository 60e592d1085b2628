using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>A contrast stands between two treatments, once, and in one order.</summary>
internal static class ContrastRules
{
    public static IEnumerable<ContentProblem> Check(ClinicContent content)
    {
        var seen = new HashSet<(string, string)>();
        foreach (var (contrast, path) in content.Contrasts.At("contrasts"))
        {
            var between = contrast.Between;
            if (between.Count != 2)
                yield return new(path + ".between", "A contrast stands between two treatments. Name two.");
            else if (string.CompareOrdinal(between[0], between[1]) > 0)
                yield return new(path + ".between",
                    $"The two treatments of a contrast stand in the order of the alphabet. Write [{between[1]}, {between[0]}].");
            else if (!seen.Add((between[0], between[1])))
                yield return new(path + ".between",
                    $"The contrast between \"{between[0]}\" and \"{between[1]}\" is written a second time. Join the two.");
            foreach (var (_, place) in contrast.Passages.At(path + ".passages").Where(at => at.Item.Criteria.Count == 0))
                yield return new(place + ".criteria", "This passage stands with no criterion, so no page would show it. Name one.");
        }
    }
}

using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>Scales and price bands name their steps, and nothing else has any.</summary>
internal static class CriterionRules
{
    public static IEnumerable<ContentProblem> Check(ClinicContent content)
    {
        foreach (var (criterion, path) in content.Criteria.At("criteria"))
        {
            var stepped = ValueKinds.Of(criterion).HasStepsOfItsCriterion;
            if (stepped && criterion.Steps.Count < 2)
                yield return new(path,
                    $"The criterion \"{criterion.Slug}\" is measured in steps and names fewer than two. "
                    + "Add them under \"steps\", from 0 up.");
            if (!stepped && criterion.Steps.Count > 0)
                yield return new(path + ".steps",
                    $"The criterion \"{criterion.Slug}\" is not measured in steps. "
                    + "Remove them, or make its kind \"scale\" or \"money-band\".");
            if (criterion.Priority < 1)
                yield return new(path + ".priority", "A priority counts from 1. Write 1 or more, or leave the key out.");
        }
    }
}

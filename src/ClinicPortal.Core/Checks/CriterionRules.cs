using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>
/// Scales and price bands name their steps, and nothing else has any; a role belongs to one criterion and fits how it is answered.
/// </summary>
internal static class CriterionRules
{
    public static IEnumerable<ContentProblem> Check(ClinicContent content) =>
    [
        .. content.Criteria.At("criteria").SelectMany(at => Steps(at.Item, at.Path)),
        .. content.Criteria.At("criteria").SelectMany(at => Role(at.Item, at.Path)),
        .. SharedRoles(content),
    ];

    private static IEnumerable<ContentProblem> Steps(CriterionEntry criterion, string path)
    {
        var stepped = ValueKinds.Of(criterion).HasStepsOfItsCriterion;
        if (stepped && criterion.Steps.Count < 2)
            yield return new(path,
                $"“{criterion.Question}” needs at least two steps. Add them, lowest first.");
        if (!stepped && criterion.Steps.Count > 0)
            yield return new(path + ".steps",
                $"“{criterion.Question}” is not answered by steps. Clear \"Steps\", or change \"How it is answered\" to "
                + $"\"By {ValueKinds.Of(ValueKind.Scale).Label}\" or \"By {ValueKinds.Of(ValueKind.MoneyBand).Label}\".");
        if (criterion.Priority < 1)
            yield return new(path + ".priority",
                $"“{criterion.Question}”: \"Place among the first questions\" must be 1 or more. Correct it, or leave it empty.");
    }

    // In prose anything can be told; there is no figure then, and the page says so.
    private static IEnumerable<ContentProblem> Role(CriterionEntry criterion, string path)
    {
        if (criterion.Role is { } role && CriterionRoles.KindOf(role) is { } kind && MeasuresNo(kind))
            yield return new(path + ".role",
                $"“{criterion.Question}” has the role “{CriterionRoles.NameOf(role)}”, which needs answers by "
                + $"{ValueKinds.Of(kind).Label}. Choose \"No special role\" under \"Its role\", or change \"How it is answered\" to "
                + $"\"By {ValueKinds.Of(kind).Label}\".");
        if (criterion.Unit is not null && MeasuresNo(ValueKind.Count))
            yield return new(path + ".unit",
                $"“{criterion.Question}” is not answered with a number of times. Clear \"The word for one\" and \"The word for several\".");
        if (criterion.WhenOver is not null && MeasuresNo(ValueKind.Duration))
            yield return new(path + ".when-over",
                $"“{criterion.Question}” is not answered with a length of time. Clear \"How a sentence says that this time is over\".");

        bool MeasuresNo(ValueKind kind) => criterion.Kind != ValueKind.Prose && criterion.Kind != kind;
    }

    // What is archived asks nothing any more, so its role is free.
    private static IEnumerable<ContentProblem> SharedRoles(ClinicContent content)
    {
        var first = new Dictionary<CriterionRole, CriterionEntry>();
        foreach (var (criterion, path) in content.Criteria.At("criteria"))
            if (criterion is { Archived: false, Role: { } role } && !first.TryAdd(role, criterion))
                yield return new(path + ".role",
                    $"“{first[role].Question}” and “{criterion.Question}” both have the role “{CriterionRoles.NameOf(role)}”. Only one "
                        + "question can have it. Choose another role, or \"No special role\", for the other.");
    }
}

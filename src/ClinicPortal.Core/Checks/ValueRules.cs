using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>A typed value fits its criterion.</summary>
internal static class ValueRules
{
    public static IEnumerable<ContentProblem> Check(AttributeValue value, string path, CriterionEntry criterion)
    {
        if (!ValueKinds.Of(criterion).IsMeasured)
            return [new(path,
                $"“{criterion.Question}” is answered by text alone. Remove the measured value, and write it in the text.")];
        if (value.Parts.Count == 0)
            return [new(path + ".parts", "This value has no parts. Add one, or remove the value.")];
        return value.Parts.At(path + ".parts").SelectMany(at => Part(at.Item, at.Path, criterion))
            .Concat(value.Parts.At(path + ".parts").Where(at => at.Item.Label is null).Skip(1)
                .Select(at => new ContentProblem(at.Path,
                    "Two measured values of this answer do not say which variant they are for. "
                        + "Fill in \"For which variant\" for each, or keep only one.")));
    }

    private static IEnumerable<ContentProblem> Part(ValuePart part, string path, CriterionEntry criterion)
    {
        if (part.Min is null && part.Max is null)
            yield return new(path, "This measured value has no figure. Fill in \"From\", \"To\" or both.");
        if (part.Min > part.Max)
            yield return new(path + ".min", "\"From\" is higher than \"To\". Swap them.");
        if (part.Min < 0 || part.Max < 0)
            yield return new(path, "A value cannot be below 0. Correct it.");
        foreach (var (field, message) in ValueKinds.Of(criterion).Problems(criterion, part))
            yield return new(field == "" ? path : $"{path}.{field}", message);
    }
}

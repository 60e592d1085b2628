using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>One part of a value with the controls that its criterion's kind asks for.</summary>
public sealed record ValuePartModel(CriterionEntry Criterion, PartForm Part, int Index)
{
    /// <summary>Where the answer is a step: its number and its name.</summary>
    public IReadOnlyList<(string Value, string Name)> Steps => Criterion.Kind switch
    {
        ValueKind.YesNo => [("0", "No"), ("1", "Yes")],
        ValueKind.Scale or ValueKind.MoneyBand => [.. Criterion.Steps.Select((step, index) => (index.ToString(System.Globalization.CultureInfo.InvariantCulture), step.ToString()))],
        _ => [],
    };

    public string Name(string field) => $"Form.Parts[{Index}].{field}";

    public string Id(string field) => $"part-{Index}-{field}";
}

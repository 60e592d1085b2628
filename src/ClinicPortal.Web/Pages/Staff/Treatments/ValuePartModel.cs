using System.Globalization;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>One part of a value with the controls that its criterion's kind asks for.</summary>
/// <param name="Answer">The name of the form's field that holds the answer.</param>
/// <param name="AnswerId">With which the ids of its controls begin.</param>
public sealed record ValuePartModel(CriterionEntry Criterion, PartForm Part, int Index, string Answer = "Form", string AnswerId = "")
{
    public ValueDefinition Kind => ValueKinds.Of(Criterion);

    /// <summary>Where the answer is a step: its number and its name.</summary>
    public IReadOnlyList<(string Value, string Name)> Steps =>
        [.. (Kind.StepsOf(Criterion) ?? []).Select((step, index) => (index.ToString(CultureInfo.InvariantCulture), step))];

    public string Name(string field) => $"{Answer}.Parts[{Index}].{field}";

    public string Id(string field) => $"{AnswerId}part-{Index}-{field}";
}

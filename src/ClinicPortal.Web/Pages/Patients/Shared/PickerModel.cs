using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>The form that asks for two to four treatments; <paramref name="Fields"/> of them at once, some already chosen.</summary>
/// <param name="Offered">All treatments of the edition, unless the page may name only some.</param>
public sealed record PickerModel(
    Edition Edition, int Fields, IReadOnlyList<TreatmentEntry> Chosen, IReadOnlyList<TreatmentEntry>? Offered = null)
{
    /// <summary>What brings the reader here, kept for the comparison that follows.</summary>
    public ConcernEntry? Concern { get; init; }

    /// <summary>The questions that the reader has marked, kept likewise.</summary>
    public MarkedRows Marked { get; init; } = MarkedRows.None;

    /// <summary>Names of the fields, in order; the first two must be filled.</summary>
    public static IReadOnlyList<string> FieldNames { get; } = ["a", "b", "c", "d"];

    private static readonly string[] Labels =
        ["First treatment", "Second treatment", "Third treatment (optional)", "Fourth treatment (optional)"];

    public string LabelOf(int field) => Labels[field];

    /// <summary>Doing nothing stands in every comparison anyway; it may still be weighed against one treatment alone.</summary>
    public IReadOnlyList<TreatmentEntry> Choices { get; } = [
        .. (Offered ?? Edition.Treatments)
        .OrderBy(treatment => treatment.Baseline)
        .ThenBy(treatment => treatment.Name.ToString(), StringComparer.OrdinalIgnoreCase)];

    public bool IsChosen(int field, TreatmentEntry treatment) => field < Chosen.Count && Chosen[field].Slug == treatment.Slug;
}

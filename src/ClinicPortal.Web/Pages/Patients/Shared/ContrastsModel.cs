using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Web.Html;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>Written contrasts, with the notes of the page they stand on.</summary>
/// <param name="Contrasts">In the order in which they are shown.</param>
/// <param name="Notes">The sources are numbered here.</param>
/// <param name="NamesPairs">There is more than one pair, so each says which it is.</param>
public sealed record ContrastsModel(IReadOnlyList<ComparisonContrast> Contrasts, SourceNotes Notes, bool NamesPairs = false)
{
    public static string NamesOf(ComparisonContrast pair) => $"{Grammar.ShortName(pair.One)} and {RunningText.ShortNameOf(pair.Other)}";
}

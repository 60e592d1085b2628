using ClinicPortal.Core.Catalogue;
using ClinicPortal.Web.Marks;

namespace ClinicPortal.Web.Pages;

/// <summary>Counts from studies, with the notes of the page they stand on.</summary>
public sealed record NumbersModel(IReadOnlyList<OutcomeNumberEntry> Numbers, SourceNotes Notes);

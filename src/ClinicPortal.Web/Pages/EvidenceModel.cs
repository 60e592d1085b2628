using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Web.Pages;

/// <summary>How sure we are of one treatment for one concern, with the notes of the page it stands on.</summary>
public sealed record EvidenceModel(ConcernEvidenceEntry? Evidence, SourceNotes Notes);

/// <summary>Counts from studies, with the notes of the page they stand on.</summary>
public sealed record NumbersModel(IReadOnlyList<OutcomeNumberEntry> Numbers, SourceNotes Notes);

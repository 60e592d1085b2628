using System.Globalization;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Deciding;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>What a comparison rests on, for its last section.</summary>
public sealed record TrustModel(Comparison Comparison, Edition Edition)
{
    /// <summary>About all sources of the page.</summary>
    public string SourcesInAll => Age(ComparisonBasis.SourcesOf(Comparison, Edition));

    /// <summary>Those of each column alone.</summary>
    public IEnumerable<(TreatmentEntry Column, string Words)> SourcesOfEach =>
        Comparison.Columns.Select(column => (column, Age(ComparisonBasis.SourcesOf(column, Comparison, Edition))));

    /// <summary>The concerns of which the clinic says how their studies were chosen.</summary>
    public IReadOnlyList<(ConcernEntry Concern, LocalText Words)> EvidenceChosen =>
        [.. ComparisonBasis.ConcernsOf(Comparison).Where(concern => concern.EvidenceChosen is not null).Select(concern => (concern, concern.EvidenceChosen!))];

    /// <summary>What is not said of the others; none where nothing is missing.</summary>
    public string? EvidenceNotYetWritten => ComparisonBasis.ConcernsOf(Comparison).Where(concern => concern.EvidenceChosen is null).ToList() is var open
        && open.Count == 0 && EvidenceChosen.Count > 0 ? null : $"Not yet written: {NotYetWritten.HowEvidenceWasChosen(open)}.";

    public IReadOnlyList<(TreatmentEntry Column, ClinicianEntry? Author)> Writers => [.. Comparison.Columns.Select(column => (column, Edition.AuthorOf(column)))];

    public IReadOnlyList<string> Offered => OfferedHere.Sentences([.. Comparison.Options.Where(option => !option.Baseline)]);

    public string NextDue => ReviewSchedule.NextDueOf(Comparison.Columns) is { } day
        ? $"The next review is due on {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}."
        : "No date for a next review is set.";

    private string Age(IReadOnlyList<SourceEntry> sources) => SourceAge.Of(sources, Edition.PublishedAt.Year).Words;
}

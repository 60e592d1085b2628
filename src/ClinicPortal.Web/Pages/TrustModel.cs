using System.Globalization;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Publishing;

namespace ClinicPortal.Web.Pages;

/// <summary>What a comparison rests on, for its last section.</summary>
public sealed record TrustModel(Comparison Comparison, Edition Edition)
{
    /// <summary>About all sources of the page.</summary>
    public string SourcesInAll => Age(TrustGround.SourcesOf(Comparison, Edition));

    /// <summary>Those of each column alone.</summary>
    public IEnumerable<(TreatmentEntry Column, string Words)> SourcesOfEach =>
        Comparison.Columns.Select(column => (column, Age(TrustGround.SourcesOf(column, Comparison, Edition))));

    public string HowEvidenceWasChosen => $"Not yet written: {NotYetWritten.HowEvidenceWasChosen(TrustGround.ConcernsOf(Comparison))}.";

    /// <summary>"mesotherapy or PRP": what a clinic could say that it offers.</summary>
    public string Offered => RunningText.List([.. Comparison.Options.Where(option => !option.Baseline).Select(RunningText.NameOf)], "or");

    public string NextDue => ReviewSchedule.NextDueOf(Comparison.Columns) is { } day
        ? $"The next review is due on {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}."
        : "No date for a next review is set.";

    private string Age(IReadOnlyList<SourceEntry> sources) => SourceAge.Of(sources, Edition.PublishedAt.Year).Words;
}

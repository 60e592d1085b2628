using System.Globalization;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Web.Hosting;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>Tells the reader of a past edition which one it is, where the present one is, and what is said otherwise there.</summary>
public sealed record PastEditionNote(int Number, string Date, int Present, string PresentAddress, IReadOnlyList<ChangedTreatment> Changes)
{
    /// <summary>None, if the reader reads the present edition.</summary>
    public static PastEditionNote? On(Comparison comparison, RequestEdition read) => !read.IsPast ? null : new(
        read.Edition.Number,
        read.Edition.PublishedAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        read.Present.Number,
        comparison.Address,
        ChangesSince.Of(read.Edition, read.Present, comparison.Columns));

    public static string WordsOf(ChangedTreatment change) => change.IsGone ? "no longer described here" : Grammar.List(change.Changed);
}

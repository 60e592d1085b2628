using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Numbers;
using ClinicPortal.Web.Hosting;
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

/// <summary>Counts from studies, with the notes of the page they stand on.</summary>
/// <param name="Numbers">In the order in which they are shown.</param>
/// <param name="Notes">The sources are numbered here.</param>
public sealed record NumbersModel(IReadOnlyList<OutcomeNumberEntry> Numbers, SourceNotes Notes)
{
    /// <summary>What has no number, and why nothing is drawn; empty where the page does not say.</summary>
    public IReadOnlyList<string> Missing { get; private init; } = [];

    private Edition? Beside { get; init; }

    public bool HasAnything => Numbers.Count > 0 || Missing.Count > 0;

    /// <summary>The numbers of several treatments: each says where it stands, and a gap is told.</summary>
    public static NumbersModel Of(Comparison comparison, Edition edition, SourceNotes notes) =>
        new([.. comparison.Numbers.Select(standing => standing.Number)], notes)
        {
            Missing = [.. NothingToDraw.Of(comparison)],
            Beside = edition,
        };

    /// <summary>"Hair transplant: Price", beside numbers of other treatments only.</summary>
    public string? StandsWith(OutcomeNumberEntry number) => Beside is not { } edition ? null : string.Join("; ",
        from place in number.Places
        let treatment = edition.FindTreatment(place.Treatment)
        let criterion = edition.Criteria.FirstOrDefault(criterion => criterion.Slug == place.Criterion)
        where treatment is not null && criterion is not null
        select RunningText.NameOf(treatment, criterion));
}

/// <summary>Tells the reader of a past edition which one it is, where the present one is, and what is said otherwise there.</summary>
public sealed record PastEditionNote(
    int Number, DateTimeOffset PublishedAt, int Present, ComparisonAddress PresentAddress, IReadOnlyList<ChangedTreatment> Changes)
{
    /// <summary>None, if the reader reads the present edition.</summary>
    public static PastEditionNote? On(Comparison comparison, RequestEdition read) => !read.IsPast ? null : new(
        read.Edition.Number,
        read.Edition.PublishedAt,
        read.Present.Number,
        comparison.Address with { EditionNumber = null, Weeks = null, Page = ComparisonPage.Whole },
        ChangesSince.Of(read.Edition, read.Present, comparison.Columns));

    public static string WordsOf(ChangedTreatment change) => change.IsGone ? "no longer described here" : Grammar.List(change.Changed);
}

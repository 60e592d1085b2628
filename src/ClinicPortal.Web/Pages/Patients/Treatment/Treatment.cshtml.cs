using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

[CachedPage]
public sealed class TreatmentModel(Edition edition, PublicOrigin origin, Market market) : PageModel, IPatientPage
{
    public Edition Edition => edition;

    public TreatmentEntry Treatment { get; private set; } = null!;

    public SourceNotes Notes { get; } = new(edition);

    /// <summary>The concerns for which clinics offer it, each with how sure we are.</summary>
    public IReadOnlyList<(ConcernEntry Concern, ConcernEvidenceEntry Evidence)> Evidence =>
        [.. edition.ConcernsOf(Treatment).Select(concern => (concern, edition.FindEvidence(Treatment.Slug, concern.Slug)!))];

    /// <summary>Treatments offered for one of the same concerns; doing nothing always.</summary>
    public IReadOnlyList<(TreatmentEntry Other, ComparisonAddress Address)> Comparable =>
        [.. edition.Treatments.Where(SharesConcern).Select(other => (other, ComparisonAddress.Of(edition, [Treatment, other])))];

    public IReadOnlyList<OutcomeNumberEntry> Numbers =>
        [.. edition.Content.Numbers.Where(number => number.Places.Any(place => place.Treatment == Treatment.Slug))];

    public PageMeta Meta => new()
    {
        Title = Treatment.Name.ToString(),
        Description = PlainText.Of(Treatment.Summary.ToString()),
        Path = $"/treatments/{Treatment.Slug}",
        NoIndex = !market.MayNameInSearchEngines(Treatment),
        Crumbs = [SiteMap.Treatments, AddressProblem.LinkTo(Treatment)],
        StructuredData = StructuredData.Treatment(Treatment, origin),
    };

    public IActionResult OnGet(string slug)
    {
        var lookup = SlugLookup.Treatment(edition, slug);
        if (lookup is not SlugLookup<TreatmentEntry>.Found found)
            return AddressProblem.Of(lookup, SiteMap.Treatments, AddressProblem.LinkTo, edition, this);

        Treatment = found.Entry;
        return Page();
    }

    private bool SharesConcern(TreatmentEntry other) =>
        other.Slug != Treatment.Slug
        && (other.Baseline || Treatment.Baseline || edition.ConcernsOf(other).Intersect(edition.ConcernsOf(Treatment)).Any());
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

[CachedPage]
public sealed class ConcernModel(Edition edition, PublicOrigin origin) : PageModel, IPatientPage
{
    public Edition Edition => edition;

    public ConcernEntry Concern { get; private set; } = null!;

    public SourceNotes Notes { get; } = new(edition);

    public IReadOnlyList<(TreatmentEntry Treatment, ConcernEvidenceEntry Evidence)> Offered =>
        [.. edition.TreatmentsFor(Concern).Select(treatment => (treatment, edition.FindEvidence(treatment.Slug, Concern.Slug)!))];

    /// <summary>With its comma, as the question ends; none where each treatment names what it was compared with.</summary>
    public string? ComparedWith =>
        EvidencePhrase.ComparedWith(edition.Baseline, Offered.Select(one => one.Evidence)) is { } compared ? $", {compared}" : null;

    public IReadOnlyList<TreatmentEntry> NotOffered =>
        [.. edition.Treatments.Except(edition.TreatmentsFor(Concern)).Where(treatment => !treatment.Baseline)];

    public IReadOnlyList<OutcomeNumberEntry> Numbers => [.. edition.Content.Numbers.Where(number => number.Concern == Concern.Slug)];

    public PageMeta Meta => new()
    {
        Title = Concern.Name.ToString(),
        Description = $"{Concern.Name}: what happens if nothing is done, which treatments are offered, and how sure we are of each.",
        Path = $"/concerns/{Concern.Slug}",
        Crumbs = [SiteMap.Concerns, AddressProblem.LinkTo(Concern)],
        StructuredData = StructuredData.Condition(Concern, edition.TreatmentsFor(Concern), origin),
    };

    public IActionResult OnGet(string slug)
    {
        var lookup = SlugLookup.Concern(edition, slug);
        if (lookup is not SlugLookup<ConcernEntry>.Found found)
            return AddressProblem.Of(lookup, SiteMap.Concerns, AddressProblem.LinkTo, edition, this);

        Concern = found.Entry;
        return Page();
    }
}

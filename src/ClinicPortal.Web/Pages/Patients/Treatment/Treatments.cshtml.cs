using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

[CachedPage("concern")]
public sealed class TreatmentsModel(Edition edition) : PageModel, IPatientPage
{
    public Edition Edition => edition;

    public ConcernEntry? Concern { get; private set; }

    public IReadOnlyList<TreatmentEntry> Treatments { get; private set; } = edition.Treatments;

    public string Heading =>
        Concern is null
            ? Grammar.Count(Treatments.Count, "treatment")
            : $"{Grammar.Count(Treatments.Count, "treatment")} for {RunningText.NameOf(Concern)}";

    public string Lead => Concern is null
        ? "Each one is described by the same questions, with its sources and with what is not known."
        : "Clinics usually offer these. Being listed does not mean that it is proven to help.";

    public PageMeta Meta => new()
    {
        Title = Concern is null ? "Treatments" : $"Treatments for {RunningText.NameOf(Concern)}",
        Description = Concern is null
            ? "All treatments of this portal, each described by the same questions, with sources and with what is not known."
            : $"Treatments that clinics usually offer for {RunningText.NameOf(Concern)}, each described by the same questions.",
        Path = Concern is null ? SiteMap.Treatments.Path : LinkTo(Concern).Path,
        Crumbs = Concern is null ? [SiteMap.Treatments] : [SiteMap.Treatments, LinkTo(Concern)],
    };

    public IActionResult OnGet(string? concern)
    {
        if (string.IsNullOrEmpty(concern))
            return Page();

        var lookup = SlugLookup.Concern(edition, concern);
        if (lookup is not SlugLookup<ConcernEntry>.Found found)
            return AddressProblem.Of(lookup, SiteMap.Treatments, one => LinkTo(one), edition, this);

        Concern = found.Entry;
        Treatments = [.. edition.TreatmentsFor(found.Entry)];
        return Page();
    }

    private static Crumb LinkTo(ConcernEntry concern) => new(concern.Name.ToString(), $"{SiteMap.Treatments.Path}?concern={concern.Slug}");
}

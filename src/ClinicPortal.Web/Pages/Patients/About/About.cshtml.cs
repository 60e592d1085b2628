using ClinicPortal.Core.Deciding;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

[CachedPage]
public sealed class AboutModel(Edition edition, Market market) : PageModel, IPatientPage
{
    public Edition Edition => edition;

    /// <summary>Search engines show this page, so it names only what they may show.</summary>
    public IReadOnlyList<string> Offered
    {
        get
        {
            var treatments = edition.Treatments.Where(treatment => !treatment.Baseline).ToList();
            var named = treatments.FindAll(market.MayNameInSearchEngines);
            return treatments.TrueForAll(treatment => treatment.Offered is null)
                ? ["Not yet stated by this clinic."]
                : [
                    .. OfferedHere.Sentences(named),
                    .. named.Count == treatments.Count ? [] : new[] { "Prescription-only medicines are not named here." }];
        }
    }

    public PageMeta Meta { get; } = new()
    {
        Title = "About this portal",
        Description = "How comparisons are built, how sure we are, where the sources are and how pages are reviewed.",
        Path = "/about",
        Crumbs = [new("About this portal", "/about")],
    };
}

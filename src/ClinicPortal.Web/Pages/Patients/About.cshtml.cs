using ClinicPortal.Core.Publishing;
using ClinicPortal.Web.Setup;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

[CachedPage]
public sealed class AboutModel(Edition edition) : PageModel, IPatientPage
{
    public Edition Edition => edition;

    public PageMeta Meta { get; } = new()
    {
        Title = "About this portal",
        Description = "How comparisons are built, how sure we are, where the sources are and how pages are reviewed.",
        Path = "/about",
        Crumbs = [new("About this portal", "/about")],
    };
}

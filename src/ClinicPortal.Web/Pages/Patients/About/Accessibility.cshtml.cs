using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

[CachedPage]
public sealed class AccessibilityModel : PageModel, IPatientPage
{
    public PageMeta Meta { get; } = new()
    {
        Title = "Accessibility",
        Description = "How this portal works by keyboard, with a screen reader, enlarged, without script and on paper.",
        Path = "/accessibility",
        Crumbs = [new("Accessibility", "/accessibility")],
    };
}

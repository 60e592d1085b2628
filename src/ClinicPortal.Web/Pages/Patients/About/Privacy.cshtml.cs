using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

[CachedPage]
public sealed class PrivacyModel : PageModel, IPatientPage
{
    public PageMeta Meta { get; } = new()
    {
        Title = "Privacy",
        Description = "What this portal knows about its readers: nothing that identifies them.",
        Path = "/privacy",
        Crumbs = [new("Privacy", "/privacy")],
    };
}

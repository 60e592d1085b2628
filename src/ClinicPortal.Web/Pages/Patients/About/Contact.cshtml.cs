using ClinicPortal.Core.Editions;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

[CachedPage]
public sealed class ContactModel(Edition edition) : PageModel, IPatientPage
{
    public Edition Edition => edition;

    public PageMeta Meta { get; } = new()
    {
        Title = "Contact",
        Description = "How to reach the clinic: telephone, e-mail, address and opening hours.",
        Path = "/contact",
        Crumbs = [new("Contact", "/contact")],
    };
}

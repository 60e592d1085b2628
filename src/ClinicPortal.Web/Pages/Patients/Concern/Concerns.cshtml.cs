using ClinicPortal.Core.Editions;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

[CachedPage]
public sealed class ConcernsModel(Edition edition) : PageModel, IPatientPage
{
    public Edition Edition => edition;

    public PageMeta Meta { get; } = new()
    {
        Title = "Concerns",
        Description = "Concerns that bring people to the clinic: what happens if nothing is done, which treatments are offered, "
            + "and how sure we are of each.",
        Path = "/concerns",
        Crumbs = [new("Concerns", "/concerns")],
    };
}

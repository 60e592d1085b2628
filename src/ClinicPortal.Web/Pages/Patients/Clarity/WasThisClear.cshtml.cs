using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>What is counted by "Was this clear?"; also where a reader lands whose browser does not tell where the form stood.</summary>
[CachedPage]
public sealed class WasThisClearModel : PageModel, IPatientPage
{
    public PageMeta Meta => new()
    {
        Title = "Was this clear?",
        Description = "What is counted when you say whether an answer was clear, and what is not.",
        Path = ClarityForm.Path,
        Crumbs = [new("Was this clear?", ClarityForm.Path)],
    };
}

using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>What the scorecard of each comparison is computed from, and how pages are renewed.</summary>
[CachedPage]
public sealed class DecisionAidStandardModel : PageModel, IPatientPage
{
    public const string Address = "/about/decision-aid-standard";

    /// <summary>The update policy.</summary>
    public const string Updates = Core.Checks.Scorecard.UpdatePolicy;

    public PageMeta Meta { get; } = new()
    {
        Title = "The standard for decision aids",
        Description = "What the international standard for patient decision aids asks, how each comparison here is measured against it, "
            + "and how pages are kept up to date.",
        Path = Address,
        Crumbs = [new("About this portal", "/about"), new("The standard for decision aids", Address)],
    };
}

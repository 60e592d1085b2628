using ClinicPortal.Core.Markets;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

[CachedPage]
public sealed class MarketRulesModel(Market market) : PageModel, IPatientPage
{
    public Market Market => market;

    public PageMeta Meta { get; } = new()
    {
        Title = "Advertising rules",
        Description = "By which rules for advertising medicines and health services this clinic publishes, where they are written, "
            + "and what follows from them here.",
        Path = "/about/market-rules",
        Crumbs = [new("About this portal", "/about"), new("Advertising rules", "/about/market-rules")],
    };
}

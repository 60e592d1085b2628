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

    public static string WordsOf(MarketEffect effect) => effect switch
    {
        MarketEffect.NoNameOnHomePage => "The home page names no option that needs a prescription.",
        MarketEffect.NoNameInSearchEngines => "Search engines are asked to leave out pages about an option that needs a prescription.",
        MarketEffect.NoNameInSearch => "Search here finds no option that needs a prescription; the list of all treatments has it.",
        MarketEffect.NoPriceBesidePrescriptionOnly => "No price stands beside an option that needs a prescription.",
        MarketEffect.NoPrice => "No price stands beside any option.",
        MarketEffect.Notice => "A notice stands at the foot of every page.",
        MarketEffect.KeptAnyway => "Nothing needs to be held back.",
        _ => throw new InvalidOperationException($"No words for {effect}."),
    };
}

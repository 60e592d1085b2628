using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Markets;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>How one comparison stands against the standard for decision aids, item by item; see <see cref="Scorecard"/>.</summary>
[CachedPage(
    ComparisonAddress.ConcernKey, ComparisonAddress.WithoutKey, ComparisonAddress.EditionKey, Readers = [ComparisonAddress.RowsKey])]
[EnableRateLimiting(PastEditionPages.Limit)]
public sealed class ComparisonStandardModel(RequestEdition read, Market market, ClinicCalendar calendar) : PageModel, IPatientPage
{
    public Comparison Comparison { get; private set; } = null!;

    public Scorecard Scorecard { get; private set; } = null!;

    public PastEditionNote? PastEdition => PastEditionNote.On(Comparison, read);

    /// <summary>Back to the comparison that the reader came from.</summary>
    public ComparisonAddress WholeAddress => Comparison.Address with { Page = ComparisonPage.Whole };

    public PageMeta Meta => new()
    {
        Title = $"How this comparison measures up: {Comparison.Address.Names}",
        Description = $"{Comparison.Decision} How this comparison measures up against the international standard for decision aids.",
        Path = Comparison.Address.Plain.ToString(),
        NoIndex = true,
        Crumbs =
        [
            SiteMap.Compare, new(Comparison.Title, WholeAddress.ToString()), new("How it measures up", Comparison.Address.ToString()),
        ],
    };

    public IActionResult OnGet(string treatments)
    {
        var outcome = ComparisonAddress.Parse(read.Edition, treatments, key => Request.Query[key], ComparisonPage.Standard);
        if (outcome is not AddressOutcome.Chosen { Address: var address })
            return AddressProblem.Of(outcome, treatments, read, this);

        Comparison = Comparison.Of(read.Edition, address);
        Scorecard = Scorecard.Of(read.Edition, Comparison, calendar.Today, market);
        return Page();
    }

    /// <summary>Where a reader sees what an item rests on: most of it stands in the comparison.</summary>
    public string? PlaceOf(ScorecardItem item) => item.Where is ['#', ..] anchor ? LinkTo(anchor) : item.Where;

    /// <summary>To a part of the comparison.</summary>
    public string LinkTo(string anchor) => WholeAddress + anchor;
}

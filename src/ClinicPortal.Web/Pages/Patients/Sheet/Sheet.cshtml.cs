using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Sheets;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>A comparison on one page of paper; see <see cref="Sheet"/> and docs/adr/0004-the-sheet-is-a-page-of-its-own.md.</summary>
[CachedPage(
    ComparisonAddress.ConcernKey, ComparisonAddress.WithoutKey, ComparisonAddress.EditionKey, Readers = [ComparisonAddress.RowsKey])]
[EnableRateLimiting(PastEditionPages.Limit)]
public sealed class SheetModel(RequestEdition read, PublicOrigin origin) : PageModel, IPatientPage
{
    public Edition Edition => read.Edition;

    public Comparison Comparison { get; private set; } = null!;

    public Sheet Sheet { get; private set; } = null!;

    public SourceNotes Notes { get; } = new(read.Edition);

    public PastEditionNote? PastEdition => PastEditionNote.On(Comparison, read);

    /// <summary>Back to the comparison that the reader came from.</summary>
    public ComparisonAddress WholeAddress => Comparison.Address with { Page = ComparisonPage.Whole };

    /// <summary>What the QR code opens, however many editions are published before someone scans it; none of a draft.</summary>
    public string? PrintedAddress => read.IsDraft ? null : origin.Of((WholeAddress with { EditionNumber = Edition.Number }).ToString());

    /// <summary>"21 more questions", and by name what a reader must not miss or has marked.</summary>
    public string LeftOut
    {
        get
        {
            var always = Sheet.LeftOut.Where(criterion => criterion.AlwaysShown || Comparison.Marked.Contains(criterion))
                .Select(criterion => criterion.Question.ToString()).ToList();
            return Grammar.Count(Sheet.LeftOut.Count, "more question")
                + (always.Count > 0 ? $", among them: {Grammar.List(always)}" : "");
        }
    }

    public PageMeta Meta => new()
    {
        Title = $"{Comparison.Title} One page to print",
        Description = $"{Comparison.Decision} One page to take with you: what differs, questions to ask, and where it comes from.",
        Path = Comparison.Address.Plain.ToString(),
        NoIndex = true,
        Crumbs =
        [
            SiteMap.Compare, new(Comparison.Title, WholeAddress.ToString()), new("One page to print", Comparison.Address.ToString()),
        ],
    };

    public IActionResult OnGet(string treatments)
    {
        var outcome = ComparisonAddress.Parse(Edition, treatments, key => Request.Query[key], ComparisonPage.Sheet);
        if (outcome is not AddressOutcome.Chosen { Address: var address })
            return AddressProblem.Of(outcome, treatments, read, this);

        Comparison = Comparison.Of(Edition, address);
        Sheet = Sheet.Of(Comparison, Edition.Content.Questions);
        return Page();
    }
}

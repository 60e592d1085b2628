using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Deciding;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>Any two to four treatments side by side; everything on the page comes from <see cref="Comparison.Of"/>.</summary>
[CachedPage(
    ComparisonAddress.ConcernKey, ComparisonAddress.WithoutKey, ComparisonAddress.EditionKey,
    Readers = [ComparisonAddress.RowsKey, ComparisonAddress.WeeksKey])]
[EnableRateLimiting(PastEditionPages.Limit)]
public sealed class ComparisonModel(RequestEdition read, PublicOrigin origin, Market market) : PageModel, IPatientPage
{
    /// <summary>Answers of this many characters or fewer stay side by side on a phone.</summary>
    private const int ShortAnswer = 60;

    public Edition Edition => read.Edition;

    public Comparison Comparison { get; private set; } = null!;

    /// <summary>Where the links of the page start from; weeks that mean nothing stay behind.</summary>
    public ComparisonAddress Address => Course.Problem is null ? Comparison.Address : Comparison.Address with { Weeks = null };

    public SourceNotes Notes { get; } = new(read.Edition);

    public CourseModel Course { get; private set; } = null!;

    public AskFirst AskFirst => field ??= AskFirst.Of(Edition, Comparison);

    /// <summary>The link that hides the column of the baseline or shows it again; none where it is one of the options.</summary>
    public Crumb? BaselineToggle => Edition.Baseline is not { } baseline || Address.ChoosesBaseline ? null : new(
        $"{(Address.WithoutBaseline ? "Show" : "Hide")} the column “{baseline.ShortName ?? baseline.Name}”",
        (Address with { WithoutBaseline = !Address.WithoutBaseline }).ToString());

    /// <summary>What to know before reading a past edition.</summary>
    public PastEditionNote? PastEdition => PastEditionNote.On(Comparison, read);

    /// <summary>Only what patients read now can be made clearer.</summary>
    public bool AsksIfClear => !read.IsPast;

    public PageMeta Meta => new()
    {
        Title = (Course.Problem is null ? "" : "Error: ") + Comparison.Title
            + (Address.EditionNumber is { } number ? $", edition {number}" : ""),
        Description = $"{Comparison.Decision} What each is, how sure we are, what could go wrong, how long it takes.",
        Path = Address.Plain.ToString(),
        NoIndex = Address.EditionNumber is not null || Course.Problem is not null || !Comparison.Marked.IsEmpty
            || !Comparison.SharesConcern || !Comparison.Options.All(market.MayNameInSearchEngines),
        Crumbs = [SiteMap.Compare, new(Comparison.Title, Address.Plain.ToString())],
        StructuredData = StructuredData.Comparison(Comparison, origin),
    };

    public IActionResult OnGet(string treatments)
    {
        var outcome = ComparisonAddress.Parse(Edition, treatments, key => Request.Query[key]);
        if (outcome is not AddressOutcome.Chosen { Address: var address })
            return AddressProblem.Of(outcome, treatments, read, this);

        Comparison = Comparison.Of(Edition, address);
        Course = new(Comparison, Edition);
        if (Course.Problem is not null)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public string NameOf(int column) => Grammar.ShortName(Comparison.Columns[column]);

    public bool IsShort(ComparisonRow row) => row.Cells.All(cell => (cell.Answer?.Text?.ToString().Length ?? 0) <= ShortAnswer);

    public bool IsShort(GlanceRow row) => row.Briefs.All(brief => brief.Length <= ShortAnswer);
}

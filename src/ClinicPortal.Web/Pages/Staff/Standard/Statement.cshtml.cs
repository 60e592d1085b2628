using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Somebody states, with their name, what no software can check.</summary>
public sealed class StatementModel(Statements statements, CurrentEdition current, ClinicCalendar calendar, TimeProvider clock)
    : StaffPageModel
{
    public const int LongestBasis = 600;

    // Nobody remembers for longer what was tried, and words change.
    private const int MostYears = 5;

    public override string Title => "Confirm what you know";

    public override IReadOnlyList<Crumb> Crumbs =>
        Address is null ? [StaffMap.Treatments, StaffMap.Standard]
            : [StaffMap.Treatments, StaffMap.Standard, new(Address.Names, StaffMap.StandardOf(Address.Slugs))];

    /// <summary>By its number.</summary>
    [BindProperty(SupportsGet = true, Name = "item")]
    public string? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Compare { get; set; }

    /// <summary>That patients read when the form was opened.</summary>
    [BindProperty]
    public int Edition { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    /// <summary>Of every comparison.</summary>
    [BindProperty]
    public bool Every { get; set; }

    [BindProperty]
    public bool OnlyEdition { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    /// <summary>None, if no person states such an item.</summary>
    public IpdasItem? Item => Ipdas.FindByPerson(Number ?? "");

    /// <summary>None, if patients cannot compare these.</summary>
    public ComparisonAddress? Address => ComparisonAddress.Parse(current.Edition, Compare ?? "").Meant;

    /// <summary>None, where the person may not.</summary>
    public StatementSigner? Signer { get; private set; }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (Item is null || Address is null)
        {
            ModelState.AddModelError(
                "", "There is nothing here to confirm. Open a comparison in the binder, and choose “Confirm this” there.");
            if (Response.StatusCode == StatusCodes.Status200OK)
                Response.StatusCode = StatusCodes.Status404NotFound;
        }
        Edition = current.Edition.Number;
        Signer = await statements.SignerAsync(UserId, clock.GetUtcNow(), cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Item is null || Address is null)
            return await RefuseAsync([], cancel);
        var until = DayFields.Parse(Until);
        List<string> problems =
        [
            .. FormInput.Needed("field “How do you know?”", Basis),
            .. FormInput.Problems("field “How do you know?”", Basis, LongestBasis),
            .. OnlyEdition || until >= calendar.Today && until <= calendar.Today.AddYears(MostYears) ? []
                : new[] { $"Choose a last day from today on, at most {MostYears} years ahead, or “Only for edition {Edition}”." },
            .. Edition == current.Edition.Number ? []
                : new[]
                {
                    "A new edition has been published since you opened this page. Check that what you confirm is still true, then confirm "
                        + "it again.",
                },
        ];
        if (problems.Count > 0)
            return await RefuseAsync(problems, cancel);
        var outcome = await statements.MakeAsync(
            new(Item.Id, Every ? null : Address.Slugs, FormInput.Line(Basis)!, Edition, OnlyEdition ? null : until), SignAccount(clock),
            calendar.Today, cancel);
        await current.CatchUpAsync(statements, CancellationToken.None);
        return outcome == StatementOutcome.Done
            ? RedirectTo(
                StaffMap.StandardOf(Address.Slugs), $"Saved. Patients can now read that you confirmed “{Item.Says.TrimEnd('.')}”, with "
                + "your name.")
            : await RefuseAsync(
                ["It takes a clinician with a registration, or an administrator, to confirm this. Nothing was changed."],
                StatusCodes.Status403Forbidden, cancel);
    }
}

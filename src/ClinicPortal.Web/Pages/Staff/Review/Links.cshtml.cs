using System.ComponentModel.DataAnnotations;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Reviewing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Links on which specialists without an account sign. Whoever makes one lets somebody in, so it is for administrators.</summary>
[Authorize(Policies.Administrator)]
public sealed class ReviewLinksModel(
    ClinicDbContext db, ReviewLinks links, ClinicCalendar calendar, PublicOrigin origin, TimeProvider clock) : StaffPageModel
{
    private const string NothingChosen =
        "You have not chosen anything that still needs signing. Go to the review page of a treatment and tick what to send.";

    private ReviewUnits _units = null!;
    private RowNames _names = null!;

    public override string Title => StaffMap.ReviewLinks.Name;

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Review];

    /// <summary>The paths of the rows that are ticked on the page of a treatment or list.</summary>
    [BindProperty]
    public HashSet<string> Chosen { get; set; } = [];

    /// <summary>Everything that could be ticked there: a path and a hash.</summary>
    [BindProperty]
    public List<string> Seen { get; set; } = [];

    [BindProperty]
    public int? Specialist { get; set; }

    [BindProperty]
    [Display(Name = "For how many days")]
    public int Days { get; set; } = ReviewLinks.UsualDays;

    /// <summary>Those whom patients could tell apart by their registration.</summary>
    public IReadOnlyList<Clinician> Specialists { get; private set; } = [];

    /// <summary>With how many answers of each are still to sign.</summary>
    public IReadOnlyList<(ReviewLink Link, Clinician Clinician, IReadOnlyList<string> Open)> InForce { get; private set; } = [];

    /// <summary>Shown once.</summary>
    public NewReviewLink? Made { get; private set; }

    public string AddressOf(NewReviewLink made) => origin.Of(StaffMap.SpecialistOf(made.Key));

    /// <summary>In two parts, as it is read out.</summary>
    public static string CodeOf(NewReviewLink made) => $"{made.Code[..4]} {made.Code[4..]}";

    public string NameOf(string path) => _names.NameOf(path);

    public string StateOf(ReviewLink link) =>
        link.WrongCodes >= ReviewLinks.MostWrongCodes ? "closed after too many wrong codes"
        : link.OpenedAt is { } opened ? $"opened on {calendar.FormatMoment(opened)}"
        : "not opened yet";

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var content = (await db.ReadCatalogueAsync(cancel)).ToContent();
        db.ChangeTracker.Clear();
        (_units, _names) = (new(content), await RowNames.OfAsync(db, cancel));
        Chosen = [.. Chosen.OfType<string>().Where(path => _units.Find(path) is { IsSigned: false })];
        var clinicians = await db.Clinicians.AsNoTracking().OrderBy(one => one.Position).ToListAsync(cancel);
        Specialists = [.. clinicians.Where(one => !one.Archived && !string.IsNullOrWhiteSpace(one.Registration))];
        var inForce = new List<(ReviewLink, Clinician, IReadOnlyList<string>)>();
        foreach (var link in await db.LinksInForceAsync(clock.GetUtcNow(), cancel))
            inForce.Add((
                link, clinicians.Single(one => one.Id == link.ClinicianId),
                [.. (await db.PendingAsync(link, _units, cancel)).Select(unit => NameOf(unit.Path))]));
        InForce = inForce;
        return Page();
    }

    /// <summary>From the page of a treatment or list: what is ticked there, or everything.</summary>
    public async Task<IActionResult> OnPostChooseAsync(CancellationToken cancel)
    {
        if (Chosen.Count == 0)
            Chosen = [.. ReviewLine.Read(Seen).Select(one => one.Path)];
        await ShowAsync(cancel);
        return Chosen.Count == 0 ? await RefuseAsync(
                NothingChosen, cancel)
            : Specialists.Count == 0 ? await RefuseAsync(
                "No clinician has a registration. Add the specialist under Lists, Clinicians, with the registration that patients will "
                + "read.",
                cancel)
            : Page();
    }

    [RequiresConfirmation("make a link for a specialist")]
    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancel)
    {
        await ShowAsync(cancel);
        var specialist = Specialists.FirstOrDefault(one => one.Id == Specialist);
        List<string> problems = [];
        if (Chosen.Count == 0)
            problems.Add(NothingChosen);
        if (Chosen.Count > ReviewLinks.MostRows)
            problems.Add($"A link can hold {ReviewLinks.MostRows} answers, and {Chosen.Count} were chosen. Untick some, and make a second "
                + "link for them.");
        if (specialist is null)
            problems.Add("Choose the specialist.");
        if (Days is < 1 or > ReviewLinks.MostDays)
            problems.Add($"A link can last from 1 to {ReviewLinks.MostDays} days. Change the number of days.");
        if (problems.Count > 0)
            return await RefuseAsync(problems, cancel);
        Made = await links.MakeAsync(specialist!.Id, Chosen, Days, Sign(clock.GetUtcNow()), cancel);
        Chosen = [];
        return Made is null ? await RefuseAsync("This clinician no longer has a registration. Choose someone else.", cancel)
            : await ShowAsync(cancel);
    }

    [RequiresConfirmation("renew a link for a specialist")]
    public async Task<IActionResult> OnPostRenewAsync(int id, CancellationToken cancel)
    {
        Made = await links.RenewAsync(id, Sign(clock.GetUtcNow()), cancel);
        return Made is null ? await RefuseAsync("This link has ended. Make another one from the review page of the treatment.", cancel)
            : await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostRevokeAsync(int id, CancellationToken cancel)
    {
        await links.RevokeAsync(id, Sign(clock.GetUtcNow()), cancel);
        return RedirectTo(StaffMap.ReviewLinks.Path, "The link is revoked and no longer works.");
    }
}

using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Links on which colleagues without an account read some of what is not published yet.</summary>
public sealed class PreviewLinksModel(
    ClinicDbContext db, PreviewLinks links, Edition edition, PublicOrigin origin, TimeProvider clock) : StaffPageModel
{
    private RowNames _names = null!;

    public override string Title => StaffMap.PreviewLinks.Name;

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Publish];

    /// <summary>Of the pending rows, those that are ticked; of a large choice whole groups, as on the page for publishing.</summary>
    [BindProperty]
    public HashSet<string> Chosen { get; set; } = [];

    [BindProperty]
    public string? Colleague { get; set; }

    [BindProperty]
    public int Days { get; set; } = PreviewLinks.UsualDays;

    public IReadOnlyList<PreviewLink> InForce { get; private set; } = [];

    /// <summary>Shown once.</summary>
    public string? Made { get; private set; }

    public string NameOf(string path) => _names.NameOf(path);

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        _names = await RowNames.OfAsync(db, cancel);
        InForce = await links.InForceAsync(cancel);
        await KeepPendingAsync(cancel);
        return Page();
    }

    /// <summary>From the page for publishing.</summary>
    public async Task<IActionResult> OnPostChooseAsync(CancellationToken cancel)
    {
        await KeepPendingAsync(cancel);
        return Chosen.Count == 0
            ? await RefuseAsync("Nothing is ticked. Go back and tick what your colleague should see.", cancel) : await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancel)
    {
        await KeepPendingAsync(cancel);
        List<string> problems = [.. FormInput.Needed("name of your colleague", Colleague),
            .. FormInput.Problems("name of your colleague", Colleague, PreviewLink.LongestColleague)];
        if (Chosen.Count == 0)
            problems.Add("None of this is waiting to be published any more. Go back to Publish and tick something else.");
        if (Days is < 1 or > PreviewLinks.MostDays)
            problems.Add($"A link can last from 1 to {PreviewLinks.MostDays} days. Change the number of days.");
        if (problems.Count > 0)
            return await RefuseAsync(problems, cancel);
        var key = await links.MakeAsync(FormInput.Line(Colleague)!, Chosen, Days, Sign(clock.GetUtcNow()), cancel);
        (Made, Chosen) = (origin.Of(PreviewPages.DoorOf(key)), []);
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostRevokeAsync(int id, CancellationToken cancel)
    {
        await links.RevokeAsync(id, Sign(clock.GetUtcNow()), cancel);
        return RedirectTo(StaffMap.PreviewLinks.Path, "The link is revoked. It no longer works.");
    }

    private async Task KeepPendingAsync(CancellationToken cancel)
    {
        if (Chosen.Count > 0)
            Chosen =
            [
                .. (await db.PendingAsync(edition.Number, cancel)).Select(row => row.Path)
                    .Where(path => Chosen.Contains(path) || Chosen.Contains(PendingGroup.ValueOf(path))),
            ];
    }
}

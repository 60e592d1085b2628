using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Where the link to a preview leads, and what is read in place of a preview that cannot be shown.</summary>
[AllowAnonymous]
public sealed class PreviewModel(
    ClinicDbContext db, PreviewLinks links, Previews previews, CurrentEdition current, RefusalLog refusals) : StaffPageModel
{
    private const int MostPlaces = 200;

    /// <summary>The same for whatever stands against a link: nobody can find out which there are.</summary>
    private const string Ended =
        "This link does not work. It may have expired or been revoked. Ask the person who sent it for a new one.";

    private const string NotNow = "This preview cannot be shown just now. Try again later, or ask the person who sent you the link.";

    private const string NothingHere = "There is no preview at this address. Go back to the page you came from and choose Preview there.";

    public override string Title => Open is null ? "No preview" : "Preview, not published";

    /// <summary>Of the link. In a query it is not logged, and it is gone from the address once the link is open.</summary>
    [FromQuery]
    public string? Key { get; set; }

    /// <summary>The view that something stands against.</summary>
    [FromQuery(Name = "view")]
    public string? ViewName { get; set; }

    public IReadOnlyList<(string Message, string? Row)> Reasons { get; private set; } = [];

    public string Advice { get; private set; } = Ended;

    /// <summary>The view that can be opened.</summary>
    public PreviewView? Open { get; private set; }

    /// <summary>What would change, and where patients would read it.</summary>
    public IReadOnlyList<(string Name, string Address)> Places { get; private set; } = [];

    public int NotListed { get; private set; }

    public RowNames Names { get; private set; } = null!;

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (Key is not null)
            return await OpenAsync(Key, cancel);
        var view = PreviewView.Parse(ViewName ?? PreviewView.Link.Name);
        var found = view is null ? null : await previews.OpenAsync(view, HttpContext);
        if (found?.Edition is { } edition)
            return Show(view!, edition);
        Names = await RowNames.OfAsync(db, cancel);
        Response.StatusCode = found is null ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict;
        Advice = view is null or { IsLink: false } ? NothingHere : found is null ? Ended : NotNow;
        // What stands against it is the clinic's own talk.
        Reasons = view is { IsLink: false } ? found?.Reasons ?? [] : [];
        return Page();
    }

    private PageResult Show(PreviewView view, Edition edition)
    {
        // By the names of what is shown: what else is renamed and not published is nobody's who came by a link.
        Names = RowNames.Of(edition.Content);
        var changes = EditionDifference.Between(current.Edition.Content, edition.Content);
        Open = view;
        Places =
        [
            .. changes.Take(MostPlaces).Select(change =>
                (Names.NameOf(change.Path), $"{view.At(RowPages.AddressOf(change.Path, edition))}#{PreviewMarks.First}")),
        ];
        NotListed = changes.Count - Places.Count;
        return Page();
    }

    private async Task<IActionResult> OpenAsync(string key, CancellationToken cancel)
    {
        if (!await links.OpenAsync(key, cancel))
        {
            refusals.Add("Followed a preview link that is not in force.");
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }
        PreviewPages.Keep(HttpContext, key);
        return LocalRedirect(PreviewPages.Door);
    }
}

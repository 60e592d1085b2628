using System.Globalization;
using System.Security.Claims;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What the layout of the staff area shows around a page.</summary>
public interface IStaffView
{
    string Title { get; }

    /// <summary>The way here, without this page.</summary>
    IReadOnlyList<Crumb> Crumbs => [];

    /// <summary>What has just been done.</summary>
    string? StatusMessage => null;

    /// <summary>What has just been done is a save of rows of the catalogue, and leaves nothing typed and unsaved.</summary>
    bool HasSaved => false;

    /// <summary>The row that has just been saved, or whose draft has been put away: the browser forgets its copy of the form.</summary>
    string? SavedRow => null;

    /// <summary>What is worth a look in the row that has just been saved.</summary>
    IReadOnlyList<string>? SavedWarnings => null;
}

/// <summary>What every page of the staff area can do; what a request meets on its way there, see <see cref="StaffFilter"/>.</summary>
public abstract class StaffPageModel : PageModel, IStaffView
{
    private string? _done;

    public abstract string Title { get; }

    public virtual IReadOnlyList<Crumb> Crumbs => [];

    [TempData]
    public string? StatusMessage { get; set; }

    string? IStaffView.StatusMessage => _done ?? StatusMessage;

    [TempData]
    public bool HasSaved { get; set; }

    [TempData]
    public string? SavedRow { get; set; }

    [TempData]
    public string[]? SavedWarnings { get; set; }

    IReadOnlyList<string>? IStaffView.SavedWarnings => SavedWarnings;

    /// <summary>Where the page stands, to come back to it.</summary>
    public virtual string OwnAddress => Request.Path;

    public int UserId => int.Parse(User.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);

    public bool IsAdministrator => User.IsInRole(nameof(StaffRole.Administrator));

    /// <summary>The name of the person whom a form of the page is about.</summary>
    public virtual Task<string> SubjectAsync() => Task.FromResult("");

    /// <summary>The answer goes to a script, not into a window.</summary>
    public bool IsScript => Request.Headers.XRequestedWith == "XMLHttpRequest";

    /// <summary>A reason that goes to a script, not into a window.</summary>
    public static JsonResult Told(string reason, int status) => new(new { reason }) { StatusCode = status };

    /// <summary>The page as it stands, with what was typed in its fields.</summary>
    public abstract Task<IActionResult> ShowAsync(CancellationToken cancel);

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    /// <summary>The form again, with what is wrong at the top.</summary>
    public Task<IActionResult> RefuseAsync(IEnumerable<string> reasons, int status, CancellationToken cancel)
    {
        foreach (var reason in reasons)
            ModelState.AddModelError("", reason);
        Response.StatusCode = status;
        return ShowAsync(cancel);
    }

    public Task<IActionResult> RefuseAsync(IEnumerable<string> reasons, CancellationToken cancel) =>
        RefuseAsync(reasons, StatusCodes.Status400BadRequest, cancel);

    public Task<IActionResult> RefuseAsync(string reason, CancellationToken cancel) => RefuseAsync([reason], cancel);

    protected Task<IActionResult> RefuseAsync(IdentityResult result, CancellationToken cancel) =>
        RefuseAsync(result.Errors.Select(error => error.Description).Distinct(), cancel);

    /// <param name="address">The next page.</param>
    /// <param name="message">That it shows first.</param>
    public IActionResult RedirectTo(string address, string message)
    {
        StatusMessage = message;
        return Redirect(address);
    }

    /// <summary>The same, once rows of the catalogue have been saved.</summary>
    public IActionResult SavedTo(string address, string message)
    {
        HasSaved = true;
        return RedirectTo(address, message);
    }

    /// <summary>The page as it stands, with what is still typed, and with what has just been done.</summary>
    public Task<IActionResult> StayAsync(string message, CancellationToken cancel)
    {
        ModelState.Clear();
        _done = message;
        return ShowAsync(cancel);
    }

    public Signature Sign(DateTimeOffset now, string? why = null) =>
        new(User.FindFirstValue(ClaimTypes.GivenName)!, now, string.IsNullOrWhiteSpace(why) ? null : why.Trim()) { ById = UserId };

    public AccountSignature SignAccount(TimeProvider clock) => new(UserId, Sign(clock.GetUtcNow()).By, clock.GetUtcNow());

    /// <summary>Reads fields that came another way than with this request; what cannot be read is left as it is.</summary>
    public async Task BindAsync<TForm>(TForm form, string name, IFormCollection fields) where TForm : class
    {
        await TryUpdateModelAsync(form, name, new FormValueProvider(BindingSource.Form, fields, CultureInfo.InvariantCulture));
        ModelState.Clear();
    }
}

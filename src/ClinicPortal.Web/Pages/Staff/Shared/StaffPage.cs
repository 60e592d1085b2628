using System.Globalization;
using System.Reflection;
using System.Security.Claims;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>
/// Every page of the staff area. A form whose token is too old or not ours is not carried out, but shown again with all that was typed:
/// that is why the token is looked at here and not by the framework, which answers with an empty page.
/// </summary>
[IgnoreAntiforgeryToken]
public abstract class StaffPage : PageModel
{
    public abstract string Title { get; }

    /// <summary>The way here, without this page.</summary>
    public virtual IReadOnlyList<Crumb> Crumbs => [];

    /// <summary>What has just been done, for the next page.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>The row that has just been saved or put away: the browser forgets its copy of the form.</summary>
    [TempData]
    public string? Saved { get; set; }

    /// <summary>The answer goes to a script, not into a window.</summary>
    protected bool IsScript => Request.Headers.XRequestedWith == "XMLHttpRequest";

    protected int UserId => int.Parse(User.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);

    public bool IsAdministrator => User.IsInRole(nameof(StaffRole.Administrator));

    /// <summary>The page as it stands, with what was typed in its fields.</summary>
    protected abstract Task<IActionResult> ShowAsync();

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>The form could not be read at all: nothing of it can be shown again.</summary>
    protected bool IsUnreadable { get; private set; }

    /// <summary>Handlers that take a form as it is, whatever is in it.</summary>
    protected virtual bool TakesAnything(string? handler) => false;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!HttpMethods.IsPost(Request.Method) || await WhyNotAsync() is not { } reason)
        {
            ForgetOtherForms();
            if (HttpMethods.IsPost(Request.Method) && !ModelState.IsValid && !TakesAnything(context.HandlerMethod?.Name))
                context.Result = await Refuse();
            else if (context.HandlerMethod?.MethodInfo.IsDefined(typeof(AsksAgainAttribute), inherit: false) == true && await Confirmation.AskAsync(this) is { } question)
                context.Result = IsScript ? new JsonResult(new { reason = Confirmation.Heading }) { StatusCode = StatusCodes.Status401Unauthorized } : question;
            else
                await next();
            return;
        }
        context.Result = IsScript ? new JsonResult(new { reason }) { StatusCode = StatusCodes.Status400BadRequest } : await Refuse(reason);
    }

    private async Task<string?> WhyNotAsync()
    {
        try
        {
            return await HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(HttpContext)
                ? null
                : "This form had been open for too long, or its sign-in has changed. Nothing was saved yet: look over your words below and send them again.";
        }
        catch (AntiforgeryValidationException)
        {
            ModelState.Clear();
            IsUnreadable = true;
            // With the form, nothing of the address has been read either.
            foreach (var (name, value) in RouteData.Values)
                if (GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase) is { CanWrite: true } property && property.PropertyType == typeof(string))
                    property.SetValue(this, value);
            return "A sign in this form cannot be read, perhaps from a paste, or it has too many fields. Nothing was saved: go back in your browser, where your words still are, take the sign out and send them again.";
        }
    }

    /// <summary>A page has several forms, and what another one needs is no fault of this one.</summary>
    private void ForgetOtherForms()
    {
        if (HttpMethods.IsPost(Request.Method) && Request.HasFormContentType)
            foreach (var field in ModelState.Keys.Where(field => !Request.Form.ContainsKey(field)).ToList())
                ModelState.Remove(field);
    }

    protected Signature Sign(string? why = null) => new(User.FindFirstValue(ClaimTypes.GivenName)!, TimeProvider.System.GetUtcNow(), string.IsNullOrWhiteSpace(why) ? null : why.Trim());

    /// <summary>The form again, with what is wrong at the top.</summary>
    protected Task<IActionResult> Refuse(params IEnumerable<string> reasons)
    {
        foreach (var reason in reasons)
            ModelState.AddModelError("", reason);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return ShowAsync();
    }

    protected Task<IActionResult> Refuse(IdentityResult result) => Refuse(result.Errors.Select(error => error.Description));

    protected IActionResult Then(string address, string done)
    {
        Done = done;
        return Redirect(address);
    }
}

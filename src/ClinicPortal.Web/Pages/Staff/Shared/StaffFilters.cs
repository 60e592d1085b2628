using System.Reflection;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Looks at a request to a staff page before its handler runs; <see cref="StaffPages"/> puts all of them on every page.</summary>
public abstract class StaffFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var page = (StaffPageModel)context.HandlerInstance;
        context.Result = await InsteadAsync(page, context.HandlerMethod, context.HttpContext.RequestAborted);
        if (context.Result is null)
            await next();
    }

    /// <summary>The answer in place of the handler's; none, if it may run.</summary>
    protected abstract Task<IActionResult?> InsteadAsync(
        StaffPageModel page, HandlerMethodDescriptor? handler, CancellationToken cancel);

    protected static bool Has<TAttribute>(HandlerMethodDescriptor? handler) where TAttribute : Attribute =>
        handler?.MethodInfo.IsDefined(typeof(TAttribute), inherit: false) == true;
}

/// <summary>
/// An address that names no row is not found, and one that named it once leads on, with the form that was sent; behind this filter the
/// page's row is always there.
/// </summary>
public sealed class RowExistsFilter(ClinicDbContext db) : StaffFilter
{
    protected override async Task<IActionResult?> InsteadAsync(
        StaffPageModel page, HandlerMethodDescriptor? handler, CancellationToken cancel)
    {
        if (page is not IRowPage row || await row.LoadAsync(cancel))
            return null;
        var (address, now) = (page.Request.Path.Value!, await db.CurrentPathAsync(row.Row, cancel));
        if (now == row.Row)
            return new NotFoundResult();
        var next = address.Contains(row.Row, StringComparison.Ordinal)
            ? address.Replace(row.Row, now, StringComparison.Ordinal)
            : StaffMap.Address(now);
        return new RedirectResult(new PathString(next) + page.Request.QueryString, permanent: false, preserveMethod: true);
    }
}

/// <summary>Stands on a handler that takes a form as it is, whatever is in it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class IgnoresModelStateAttribute : Attribute;

/// <summary>
/// A form that cannot be carried out is shown again with all that was typed: one whose token is too old or not ours (the framework would
/// answer with an empty page), one that names no handler, one whose fields cannot be read.
/// </summary>
public sealed class FormFilter(IAntiforgery antiforgery, RefusalLog refusals) : StaffFilter, IAsyncResourceFilter
{
    private const string TooOld =
        "This form had been open for too long, or its sign-in has changed. "
        + "Nothing was saved yet: look over your words below and send them again.";
    private const string NotSent = "Your session had ended, so this was not sent. Look over it, then send it again.";
    private const string NotSentWithoutFile =
        "Your session had ended, so this was not sent, and a file cannot be kept. Choose the file again, then send it.";
    private const string Unreadable =
        "A sign in this form cannot be read, perhaps from a paste, or it has too many fields. "
        + "Nothing was saved: go back in your browser, where your words still are, take the sign out and send them again.";
    private const string TooLarge =
        "This is too much to send at once, so nothing was saved. Press Back in your browser: your text should still be there. Then send "
        + "less text or a smaller file.";
    private const string UnknownHandler =
        "This page does not have the button that was pressed. Nothing was saved yet: look over your words below and send them again.";

    private (string Reason, int Status)? _unread;

    /// <summary>Reads the form before it is bound: at one that cannot be read, binding would stop and not even read the address.</summary>
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        try
        {
            if (request.HasFormContentType)
                await request.ReadFormAsync(context.HttpContext.RequestAborted);
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException)
        {
            request.Form = FormCollection.Empty;
            _unread = problem is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
                ? (TooLarge, StatusCodes.Status413PayloadTooLarge)
                : (Unreadable, StatusCodes.Status400BadRequest);
        }
        await next();
    }

    protected override async Task<IActionResult?> InsteadAsync(
        StaffPageModel page, HandlerMethodDescriptor? handler, CancellationToken cancel)
    {
        if (!HttpMethods.IsPost(page.Request.Method))
            return null;
        ForgetOtherForms(page);
        if (_unread is var (reason, status))
        {
            var refusal = await RefuseAsync(page, reason, cancel);
            page.Response.StatusCode = status;
            return refusal;
        }
        if (!await antiforgery.IsRequestValidAsync(page.HttpContext))
        {
            refusals.Add("Sent a form that was forged, or had been open for too long.", RefusalLog.PageOf(page.Request));
            return await RefuseAsync(page, TooOld, cancel);
        }
        if (page.Request.HasFormContentType && page.Request.Form.TryGetValue(UnsentForm.Shown, out var shown))
            return await page.RefuseAsync(
                [shown == UnsentForm.ShownWithoutFile ? NotSentWithoutFile : NotSent], StatusCodes.Status200OK, cancel);
        if (handler is null || !IsAskedFor(handler, page.Request.Query["handler"]))
            return await RefuseAsync(page, UnknownHandler, cancel);
        return page.ModelState.IsValid || Has<IgnoresModelStateAttribute>(handler) ? null : await page.RefuseAsync([], cancel);
    }

    /// <summary>The form again with the reason; a script gets the reason alone.</summary>
    private static async Task<IActionResult> RefuseAsync(StaffPageModel page, string reason, CancellationToken cancel) =>
        page.IsScript ? StaffPageModel.Told(reason, StatusCodes.Status400BadRequest) : await page.RefuseAsync(reason, cancel);

    /// <summary>A page has several forms, and what another one needs is no fault of this one.</summary>
    private static void ForgetOtherForms(StaffPageModel page)
    {
        if (page.Request.HasFormContentType)
            foreach (var field in page.ModelState.Keys.Where(field => !page.Request.Form.ContainsKey(field)).ToList())
                page.ModelState.Remove(field);
    }

    /// <summary>The framework falls back on the handler without a name, and that one often saves.</summary>
    private static bool IsAskedFor(HandlerMethodDescriptor handler, string? name) =>
        string.IsNullOrEmpty(name) || string.Equals(name, handler.Name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Stands on a handler that is carried out only for somebody who has shown a short while ago who it is.</summary>
/// <param name="deed">What it does, as it stands after "You want to"; {0} is <see cref="StaffPageModel.SubjectAsync"/>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresConfirmationAttribute(string deed) : Attribute
{
    public string Deed => deed;
}

/// <summary>Asks who it is before a handler that <see cref="RequiresConfirmationAttribute"/> stands on.</summary>
public sealed class ConfirmationFilter(StaffSignIn signIn) : StaffFilter
{
    protected override async Task<IActionResult?> InsteadAsync(
        StaffPageModel page, HandlerMethodDescriptor? handler, CancellationToken cancel)
    {
        if (handler?.MethodInfo.GetCustomAttribute<RequiresConfirmationAttribute>() is not { } required
            || await Confirmation.AskAsync(page, required.Deed, signIn, cancel) is not { } question)
            return null;
        return page.IsScript ? StaffPageModel.Told(Confirmation.Heading, StatusCodes.Status401Unauthorized) : question;
    }
}

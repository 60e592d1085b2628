using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Pages.Staff;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Features;

namespace ClinicPortal.Web.Accounts;

/// <summary>
/// A form that is sent after its session has ended is answered with the sign-in page, which carries what was typed: after signing in a row
/// is the person's draft, any other form stands on its page again, and nothing is lost without script either.
/// </summary>
public static class InterruptedForms
{
    public static async Task KeepAsync(
        RedirectContext<CookieAuthenticationOptions> refused, Func<RedirectContext<CookieAuthenticationOptions>, Task> otherwise)
    {
        var request = refused.Request;
        // Words that another site sends under the eyes of somebody who is signed out are not carried into the portal.
        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType
            && request.Headers.XRequestedWith.Count == 0 && SameOrigin.Sent(request))
        {
            var services = request.HttpContext.RequestServices;
            using var lease = services.GetRequiredService<InterruptedFormLimit>().Begin(request.HttpContext);
            if (!lease.IsAcquired)
            {
                services.GetRequiredService<RefusalLog>().Add("Sent more forms without being signed in than the portal takes in a minute.");
                refused.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                return;
            }
            if (await WordsOfAsync(request) is { } words)
            {
                refused.HttpContext.Items[DraftFields.Interrupted] = words;
                refused.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }
        }
        await otherwise(refused);
    }

    public static async Task LeadToSignInAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Items.ContainsKey(DraftFields.Interrupted) || context.Response.HasStarted)
            return;
        context.Request.QueryString = QueryString.Create("return", context.Request.Path);
        (context.Request.Path, context.Request.Method) = (StaffMap.SignIn, HttpMethods.Get);
        context.SetEndpoint(null);
        context.Features.Get<IRouteValuesFeature>()?.RouteValues.Clear();
        await next(context);
    }

    private static async Task<string?> WordsOfAsync(HttpRequest request)
    {
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            // A draft would not say that its file is missing.
            return (form.Files.Count == 0 ? DraftFields.Of(form) : null) ?? UnsentForm.Of(request, form);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}

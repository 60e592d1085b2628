using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Pages.Staff;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace ClinicPortal.Web.Accounts;

/// <summary>What holds for every request under <c>/staff</c>.</summary>
public static class StaffArea
{
    /// <summary>
    /// No staff page is kept by anyone, nor shown by a search engine; its forms may be long. Everywhere else cookies count for nothing, so
    /// patients' pages neither look a person up nor escape the page cache.
    /// </summary>
    public static IApplicationBuilder UseStaffArea(this IApplicationBuilder app) => app
        .UseWhen(context => !Holds(context), patients => patients.Use((context, next) =>
        {
            context.Request.Headers.Remove(HeaderNames.Cookie);
            return next(context);
        }))
        .UseWhen(Holds, staff => staff.Use(async (HttpContext context, RequestDelegate next) =>
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
                body.MaxRequestBodySize = context.Request.Path.StartsWithSegments(StaffMap.Content.Path, StringComparison.OrdinalIgnoreCase)
                    ? RequestLimits.StaffFileForm
                    : RequestLimits.StaffForm;
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.CacheControl = "no-store";
                context.Response.Headers["X-Robots-Tag"] = "noindex";
                return Task.CompletedTask;
            });
            await next(context);
            await InterruptedForms.LeadToSignInAsync(context, next);
        }));

    private static bool Holds(HttpContext context) =>
        context.Request.Path.StartsWithSegments(StaffMap.Root, StringComparison.OrdinalIgnoreCase);
}

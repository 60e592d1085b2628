using ClinicPortal.Web.Pages.Patients;
using ClinicPortal.Web.Pages.Staff;

namespace ClinicPortal.Web.Hosting;

/// <summary>Pages are only read, but for the staff area and the one form that patients send.</summary>
public static class AllowedMethods
{
    private const string Reading = "GET, HEAD";

    public static IApplicationBuilder UseAllowedMethods(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (IsRead(context.Request) || IsForm(context.Request) || CanonicalUrls.IsErrorPage(context))
        {
            await next();
        }
        else
        {
            context.Response.Headers.Allow = Reading;
            context.Response.StatusCode = HttpMethods.IsOptions(context.Request.Method)
                ? StatusCodes.Status204NoContent
                : StatusCodes.Status405MethodNotAllowed;
        }
    });

    /// <summary>For GET, and for HEAD, which asks for the same without its body.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder app, string pattern, Delegate handler) =>
        app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], handler);

    internal static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static bool IsForm(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && (request.Path == ClarityForm.Path || request.Path.StartsWithSegments(StaffMap.Root));
}

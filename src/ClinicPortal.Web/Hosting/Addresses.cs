using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Pages.Patients;
using Microsoft.AspNetCore.Diagnostics;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// One spelling for each address (lower case, no slash at the end; 308 from any other), none for a part that is blank, and only reading on
/// pages that are only read.
/// </summary>
public static class Addresses
{
    private const string Allowed = "GET, HEAD";

    public static IApplicationBuilder UseOneSpelling(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            await next();
        }
        else if (HttpMethods.IsPost(request.Method)
            && (request.Path == ClarityForm.Path || request.Path.StartsWithSegments(StaffServices.Root)))
        {
            await next();
        }
        else if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            context.Response.Headers.Allow = Allowed;
            context.Response.StatusCode =
                HttpMethods.IsOptions(request.Method) ? StatusCodes.Status204NoContent : StatusCodes.Status405MethodNotAllowed;
        }
        else if (HasBlankPart(request.Path.Value ?? "/"))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (Spelled(request.Path.Value ?? "/") is { } path && path != request.Path.Value)
        {
            context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
            context.Response.Headers.Location = new PathString(path).ToUriComponent() + request.QueryString.ToUriComponent();
        }
        else
        {
            await next();
        }
    });

    // A page would get no name at all: binding takes white space for nothing.
    private static bool HasBlankPart(string path) => path.Split('/').Any(part => part.Length > 0 && string.IsNullOrWhiteSpace(part));

    // Leading slashes fold into one: "//elsewhere.example" as a Location would lead off this site. Files keep their case.
    private static string Spelled(string path)
    {
        var trimmed = "/" + path.Trim('/');
        return Path.HasExtension(trimmed) ? trimmed : trimmed.ToLowerInvariant();
    }
}

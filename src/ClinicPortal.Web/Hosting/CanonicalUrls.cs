using Microsoft.AspNetCore.Diagnostics;

namespace ClinicPortal.Web.Hosting;

/// <summary>One spelling for each address, lower case and no slash at the end; 308 from any other, 404 where a part is blank.</summary>
public static class CanonicalUrls
{
    public static IApplicationBuilder UseCanonicalUrls(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (!AllowedMethods.IsRead(request) || IsErrorPage(context))
        {
            await next();
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

    /// <summary>The request is run again to show why it failed, whatever it was.</summary>
    internal static bool IsErrorPage(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    // A page would get no name at all: binding takes white space for nothing.
    private static bool HasBlankPart(string path) => path.Split('/').Any(part => part.Length > 0 && string.IsNullOrWhiteSpace(part));

    // Leading slashes fold into one: "//elsewhere.example" as a Location would lead off this site. Files keep their case.
    private static string Spelled(string path)
    {
        var trimmed = "/" + path.Trim('/');
        return Path.HasExtension(trimmed) ? trimmed : trimmed.ToLowerInvariant();
    }
}

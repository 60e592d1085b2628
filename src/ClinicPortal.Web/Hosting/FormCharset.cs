using Microsoft.Net.Http.Headers;

namespace ClinicPortal.Web.Hosting;

/// <summary>Forms come in UTF-8, as browsers send ours. One in another encoding gets 415: nobody may read it any more.</summary>
public static class FormCharset
{
    public static IApplicationBuilder UseFormCharset(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (IsUtf8(context.Request.ContentType))
            return next(context);
        // The page that says so is made of the same request, and would try to read the form once more.
        context.Request.ContentType = null;
        context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return Task.CompletedTask;
    });

    private static bool IsUtf8(string? contentType) =>
        !MediaTypeHeaderValue.TryParse(contentType, out var type) || !type.Charset.HasValue
        || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}

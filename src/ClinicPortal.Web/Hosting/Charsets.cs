using System.Net.Mime;

namespace ClinicPortal.Web.Hosting;

/// <summary>Style, script and drawings say that they are UTF-8, as pages do.</summary>
public static class Charsets
{
    private static readonly HashSet<string> Texts =
        [MediaTypeNames.Text.Css, MediaTypeNames.Text.JavaScript, MediaTypeNames.Image.Svg];

    public static IApplicationBuilder UseCharsets(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            if (context.Response.ContentType is { } type && Texts.Contains(type))
                context.Response.ContentType = $"{type}; charset=utf-8";
            return Task.CompletedTask;
        });
        return next(context);
    });
}

using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Net.Http.Headers;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// The portal below a path of its host: <c>Portal:PathBase</c>, or where that is empty what a trusted proxy says
/// (<c>X-Forwarded-Prefix</c>). Only this class knows of it: it takes the sub-path off each request, and puts it before every address that
/// leaves the portal, in pages, redirects and cookies. Everything in between writes its addresses from the root.
/// </summary>
public static partial class SubPath
{
    private const string HostCookie = "__Host-";
    private const string CookiePath = "; path=/";
    private const int LongestPrefix = 100;

    private static readonly object Key = new();

    /// <summary>Begins with a slash and ends with none; empty, where the portal stands at the root of its host.</summary>
    public static string Of(HttpContext context) => context.Items[Key] as string ?? "";

    /// <summary>What may stand before the addresses of a portal: names, each after a slash.</summary>
    public static bool IsPrefix(string text) => text.Length <= LongestPrefix && Names().IsMatch(text);

    /// <summary>The path in the portal of a path on its host.</summary>
    public static PathString Within(HttpContext context, PathString path) =>
        Of(context) is { Length: > 0 } prefix && path.StartsWithSegments(prefix, out var rest) ? rest : path;

    /// <summary>After the forwarded headers, before anything that looks at the path.</summary>
    public static IApplicationBuilder UseSubPath(this IApplicationBuilder app)
    {
        var own = app.ApplicationServices.GetRequiredService<PortalOptions>().PathBase;
        return app.Use((context, next) =>
        {
            var forwarded = context.Request.PathBase.Value!.TrimEnd('/');
            context.Request.PathBase = default;
            if ((own.Length > 0 ? own : forwarded) is { Length: > 0 } prefix && IsPrefix(prefix))
            {
                context.Items[Key] = prefix;
                context.Request.Path = Within(context, context.Request.Path);
                context.Response.OnStarting(() =>
                {
                    PutBefore(context.Response.Headers, prefix);
                    return Task.CompletedTask;
                });
            }
            return next(context);
        });
    }

    /// <summary>Within the page cache, which so keeps pages as they are sent.</summary>
    public static IApplicationBuilder UseSubPathInPages(this IApplicationBuilder app) => app.Use((context, next) =>
        Of(context) is { Length: > 0 } prefix && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null
            ? SendAsync(context, next, prefix)
            : next(context));

    private static async Task SendAsync(HttpContext context, RequestDelegate next, string prefix)
    {
        using var buffer = new MemoryStream();
        await ResponseBuffer.RunAsync(context, next, buffer);
        var body = buffer.Content();
        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
            body = Encoding.UTF8.GetBytes(PutBefore(Encoding.UTF8.GetString(body.Span), prefix));
        if (context.Response.ContentLength is not null)
            context.Response.ContentLength = body.Length;
        await ResponseBuffer.SendAsync(context, body);
    }

    private static string PutBefore(string html, string prefix)
    {
        var (result, done) = (new StringBuilder(html.Length + html.Length / 16), 0);
        foreach (var match in Address().EnumerateMatches(html))
        {
            // In what people read it is no address.
            if (html.AsSpan(0, match.Index).LastIndexOfAny('<', '>') is not (>= 0 and var tag) || html[tag] != '<')
                continue;
            var slash = match.Index + match.Length - 1;
            result.Append(html, done, slash - done).Append(prefix);
            done = slash;
        }
        return result.Append(html, done, html.Length - done).ToString();
    }

    private static void PutBefore(IHeaderDictionary headers, string prefix)
    {
        if (headers.Location.ToString() is ['/', ..] location)
            headers.Location = prefix + location;
        if (headers.SetCookie.Count > 0)
            headers[HeaderNames.SetCookie] = headers.SetCookie.Select(cookie => IsOfHost(cookie!)
                ? cookie
                : cookie!.Replace(CookiePath, $"; path={prefix}/", StringComparison.OrdinalIgnoreCase)).ToArray();
    }

    // Such a cookie counts for the whole host, or a browser does not take it.
    private static bool IsOfHost(string cookie) => cookie.StartsWith(HostCookie, StringComparison.Ordinal);

    [GeneratedRegex("""\s(?:href|src|action|formaction|data-[a-z-]+)="/(?!/)""")]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:/[A-Za-z0-9_~][A-Za-z0-9_~.-]*)+\z")]
    private static partial Regex Names();
}

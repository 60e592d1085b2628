using System.Globalization;
using System.Security.Cryptography;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Publishing;
using Microsoft.AspNetCore.DataProtection;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// Shows the patients' pages of another edition than the present one: as they were, or as they would be if everything were published that
/// staff have saved. Which one stands in a signed token that expires. It is kept in a cookie of the one browser that asked, so that every
/// link leads on in the same edition; each page says so, and none is kept or indexed.
/// </summary>
public sealed class EditionViews(
    IDataProtectionProvider protection, Publisher publisher, PastEditions past, CurrentEdition current, Market market, TimeProvider clock)
{
    public const string Cookie = "edition-view";

    /// <summary>In place of an edition's number.</summary>
    private const string Draft = "draft";

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("EditionView").ToTimeLimitedDataProtector();

    /// <summary>For a member of staff: as long as a working day.</summary>
    public static TimeSpan OfStaff { get; } = TimeSpan.FromHours(8);

    /// <summary>For a colleague who is sent a link.</summary>
    public static TimeSpan OfColleague { get; } = TimeSpan.FromDays(7);

    /// <param name="edition">Its number; none for the next edition, as it stands when it is read.</param>
    /// <param name="lasts">How long the token is good for.</param>
    public string TokenOf(int? edition, TimeSpan lasts) =>
        _protector.Protect(edition?.ToString(CultureInfo.InvariantCulture) ?? Draft, clock.GetUtcNow() + lasts);

    /// <summary>None, where the token has expired or was never one, where the edition is gone, and where no draft can be shown.</summary>
    public async Task<Edition?> OpenAsync(string? token, CancellationToken cancel)
    {
        string asked;
        try
        {
            asked = _protector.Unprotect(token ?? "", out var until);
            if (until < clock.GetUtcNow())
                return null;
        }
        catch (CryptographicException)
        {
            return null;
        }
        if (asked == Draft)
            return (await publisher.DraftAsync(chosen: null, clock.GetUtcNow(), cancel)).Edition is { } draft
                ? MarketEdition.For(market, draft)
                : null;
        var number = int.Parse(asked, CultureInfo.InvariantCulture);
        return number == current.Edition.Number ? current.Edition : await past.OpenAsync(number, cancel);
    }
}

public static class EditionViewPages
{
    /// <summary>Back to what patients read.</summary>
    public const string End = Path + "/end";

    private const string Path = "/preview", Home = "/";

    /// <summary>The address for a colleague. The token stands in the query, because paths are written small.</summary>
    public static string AddressOf(string token) => $"{Path}?token={token}";

    public static bool IsAsked(HttpRequest request) => request.Cookies.ContainsKey(EditionViews.Cookie);

    public static void Begin(HttpResponse response, string token, bool secure) =>
        response.Cookies.Append(EditionViews.Cookie, token, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = secure });

    /// <summary>After routing; for the pages of patients only.</summary>
    public static IApplicationBuilder UseEditionViews(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (IsAsked(context.Request) && !context.Request.Path.StartsWithSegments("/staff", StringComparison.Ordinal))
        {
            var read = context.RequestServices.GetRequiredService<RequestEdition>();
            var views = context.RequestServices.GetRequiredService<EditionViews>();
            if (await views.OpenAsync(context.Request.Cookies[EditionViews.Cookie], context.RequestAborted) is { } edition)
            {
                read.View(edition);
                context.Response.Headers["X-Robots-Tag"] = "noindex";
            }
            else
                context.Response.Cookies.Delete(EditionViews.Cookie);
            context.Response.Headers.CacheControl = "no-store";
        }
        await next();
    });

    public static void MapEditionViews(this IEndpointRouteBuilder app)
    {
        app.MapGet(End, (HttpContext context) =>
        {
            context.Response.Cookies.Delete(EditionViews.Cookie);
            return Results.LocalRedirect(Home);
        }).AllowAnonymous();
        app.MapGet(Path, async (string? token, HttpContext context, EditionViews views) =>
        {
            context.Response.Headers["X-Robots-Tag"] = "noindex";
            if (await views.OpenAsync(token, context.RequestAborted) is null)
                return Results.NotFound();
            Begin(context.Response, token!, context.Request.IsHttps);
            return Results.LocalRedirect(Home);
        }).AllowAnonymous();
    }
}

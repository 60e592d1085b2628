namespace ClinicPortal.Web.Hosting;

/// <summary>
/// What every cookie of the portal has in common. Where patients come by https (<c>Portal:PublicOrigin</c>), its name begins so that a
/// browser takes it over https alone: from this host and for all of it (<c>__Host-</c>), or below a sub-path from a neighbour on the same
/// host too (<c>__Secure-</c>).
/// </summary>
public static class PortalCookies
{
    private static string NameOf(string name, PortalOptions portal) =>
        !portal.IsHttps ? name
        : IsOfHost(portal) ? $"__Host-{name}"
        : $"__Secure-{name}";

    /// <param name="cookie">Of the framework or one's own.</param>
    /// <param name="name">Without what the origin puts before it.</param>
    /// <param name="path">For which it is meant; one of the whole host may be sent elsewhere too.</param>
    /// <param name="portal">Says the origin.</param>
    public static void Set(this CookieBuilder cookie, string name, string path, PortalOptions portal)
    {
        cookie.Name = NameOf(name, portal);
        cookie.Path = IsOfHost(portal) ? "/" : path;
        cookie.HttpOnly = true;
        // The request has the scheme of the origin, see Proxies.
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>One that comes back with links from elsewhere too, a mail for instance.</summary>
    public static void Append(HttpContext context, string name, string path, string value, TimeSpan? life)
    {
        var cookie = new CookieBuilder { SameSite = SameSiteMode.Lax, MaxAge = life };
        cookie.Set(name, path, PortalOf(context));
        context.Response.Cookies.Append(cookie.Name!, value, cookie.Build(context));
    }

    public static string? Read(HttpContext context, string name) => context.Request.Cookies[NameOf(name, PortalOf(context))];

    private static PortalOptions PortalOf(HttpContext context) => context.RequestServices.GetRequiredService<PortalOptions>();

    private static bool IsOfHost(PortalOptions portal) => portal is { IsHttps: true, PathBase: "" };
}

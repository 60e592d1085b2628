namespace ClinicPortal.Web.Hosting;

/// <summary>Whether a form comes from a page of this portal, by what the browser says of it and no page can forge.</summary>
public static class SameOrigin
{
    public static bool Sent(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" => true,
        "" => Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && IsOurs(request, origin),
        _ => false,
    };

    /// <summary>Whether a browser that names <paramref name="page"/> means this portal; a proxy may pass another host on.</summary>
    public static bool IsOurs(HttpRequest request, Uri page) =>
        page.Authority == request.Host.Value
        || page.Authority == request.HttpContext.RequestServices.GetRequiredService<PortalOptions>().PublicOrigin?.Authority;
}

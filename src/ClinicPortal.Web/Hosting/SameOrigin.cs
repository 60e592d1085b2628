namespace ClinicPortal.Web.Hosting;

/// <summary>Whether a form comes from a page of this portal, by what the browser says of it and no page can forge.</summary>
public static class SameOrigin
{
    public static bool Sent(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" => true,
        "" => Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == request.Host.Value,
        _ => false,
    };
}

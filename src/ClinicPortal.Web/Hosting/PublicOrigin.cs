using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// Scheme and host by which patients reach the portal, for canonical links and the sitemap: <c>Portal:PublicOrigin</c>, else the first
/// address that the server listens on. Never the Host header, which anybody can write.
/// </summary>
public sealed class PublicOrigin(PortalOptions options, IServer server)
{
    // The server has no addresses before it listens.
    private readonly Lazy<string> _origin = new(() => options.PublicOrigin?.GetLeftPart(UriPartial.Authority) ?? FirstAddress(server));

    /// <param name="path">Begins with a slash.</param>
    public string Of(string path) => _origin.Value + path;

    private static string FirstAddress(IServer server) =>
        ServerUrls.Reachable(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost").TrimEnd('/');
}

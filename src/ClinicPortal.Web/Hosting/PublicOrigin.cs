using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// Where patients reach the portal, for every address that leaves it whole: canonical links, the sitemap, mails, codes on paper. Scheme and
/// host are <c>Portal:PublicOrigin</c>, else the first address that the server listens on; the path begins with <c>Portal:PathBase</c>.
/// Never what a request says, which anybody can write: a link to set a password would lead to them.
/// </summary>
public sealed class PublicOrigin(PortalOptions options, IServer server)
{
    // The server has no addresses before it listens.
    private readonly Lazy<string> _origin = new(() => options.PublicOrigin?.GetLeftPart(UriPartial.Authority) ?? FirstAddress(server));

    /// <param name="path">From the root of the portal, with a slash before it.</param>
    public string Of(string path) => _origin.Value + options.PathBase + path;

    private static string FirstAddress(IServer server) =>
        ServerUrls.Reachable(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost").TrimEnd('/');
}

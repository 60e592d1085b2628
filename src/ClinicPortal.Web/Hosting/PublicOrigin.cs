using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// Scheme and host by which patients reach the portal, for canonical links and the sitemap: <c>Portal:PublicOrigin</c>, else the first
/// address that the server listens on. Never the Host header, which anybody can write.
/// </summary>
public sealed class PublicOrigin(IConfiguration configuration, IServer server)
{
    private readonly Lazy<string> _origin = new(() =>
        (configuration["Portal:PublicOrigin"] is { Length: > 0 } configured ? configured : FirstAddress(server)).TrimEnd('/'));

    /// <param name="path">Begins with a slash.</param>
    public string Of(string path) => _origin.Value + path;

    /// <summary>An address to call where the server was told to listen on all of them.</summary>
    public static string Reachable(string address) =>
        address.Replace("//*", "//localhost", StringComparison.Ordinal)
            .Replace("//+", "//localhost", StringComparison.Ordinal)
            .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
            .Replace("//[::]", "//localhost", StringComparison.Ordinal);

    private static string FirstAddress(IServer server) =>
        Reachable(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost");
}

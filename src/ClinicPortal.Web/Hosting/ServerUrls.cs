using System.Net.Sockets;

namespace ClinicPortal.Web.Hosting;

/// <summary><c>Urls</c>: the addresses on which the server listens.</summary>
public static class ServerUrls
{
    private const string Standard = "http://localhost:5080";

    /// <summary>What cannot be an address to listen on.</summary>
    public static IEnumerable<string> ProblemsIn(IConfiguration configuration) =>
        from url in Of(configuration)
        where !CanBeBound(url)
        select $"Urls is \"{configuration[WebHostDefaults.ServerUrlsKey]}\", and \"{url}\" is no address to listen on. "
            + "Set it to scheme, host and port, for example http://localhost:5080, and put a semicolon between several.";

    /// <summary>The first of them, as another program on this machine calls it.</summary>
    public static string FirstReachable(IConfiguration configuration) =>
        Reachable(Of(configuration) is [var first, ..] ? first : Standard).TrimEnd('/');

    /// <summary>An address to call where the server was told to listen on all of them.</summary>
    public static string Reachable(string address) =>
        address.Replace("//*", "//localhost", StringComparison.Ordinal)
            .Replace("//+", "//localhost", StringComparison.Ordinal)
            .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
            .Replace("//[::]", "//localhost", StringComparison.Ordinal);

    /// <summary>Listens until the process is told to end.</summary>
    /// <exception cref="SettingsException">An address is taken, or not one of this machine.</exception>
    public static async Task ListenAsync(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception failure) when (failure is IOException or SocketException || IsOfTheServer(failure))
        {
            await app.StopAsync();
            var urls = Of(app.Configuration) is { Length: > 0 } set ? string.Join(" and ", set) : "the address that the server chose";
            throw new SettingsException([
                $"The portal cannot listen on {urls}: {failure.Message.TrimEnd('.')}. "
                + "Set Urls to another address, or end the program that uses this one."]);
        }
        await app.WaitForShutdownAsync();
    }

    private static string[] Of(IConfiguration configuration) =>
        (configuration[WebHostDefaults.ServerUrlsKey] ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool CanBeBound(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return (address.Scheme.ToLowerInvariant() is "http" or "https")
                && address is { PathBase: "", Port: >= 0 and <= ushort.MaxValue }
                && (address.IsUnixPipe || address.Host is "*" or "+" || Uri.CheckHostName(address.Host) is not UriHostNameType.Unknown);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    // It has no exception of its own for what it cannot serve, a missing certificate for instance.
    private static bool IsOfTheServer(Exception failure) =>
        failure.Source?.StartsWith("Microsoft.AspNetCore.Server.Kestrel", StringComparison.Ordinal) == true;
}

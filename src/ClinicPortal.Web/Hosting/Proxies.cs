using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// What a proxy tells of the reader behind it. Where <see cref="PortalOptions.TrustedProxies"/> names the proxy, a client is the last hop
/// that is no trusted proxy, and the scheme and the sub-path are what the proxy says; nobody else's word counts. The host that a proxy
/// forwards is never taken. Where <see cref="PortalOptions.PublicOrigin"/> is set, every request has its scheme, whatever a proxy says.
/// </summary>
public static partial class Proxies
{
    private static readonly string[] Headers =
    [
        ForwardedHeadersDefaults.XForwardedForHeaderName, ForwardedHeadersDefaults.XForwardedProtoHeaderName,
        ForwardedHeadersDefaults.XForwardedPrefixHeaderName, ForwardedHeadersDefaults.XForwardedHostHeaderName, "Forwarded",
    ];

    public static IServiceCollection AddProxies(this IServiceCollection services, PortalOptions options) =>
        services.AddSingleton<ProxySightings>().Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            forwarded.ForwardLimit = null;
            foreach (var network in options.TrustedProxies)
                forwarded.KnownIPNetworks.Add(network);
            // Without a network in the list the framework would trust everybody.
            forwarded.ForwardedHeaders = options.TrustedProxies.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedPrefix;
        });

    public static void UseProxies(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<PortalOptions>();
        var sightings = app.Services.GetRequiredService<ProxySightings>();
        app.Use((context, next) =>
        {
            if (context.Connection.RemoteIpAddress is { } address && !IsTrusted(options, address)
                && Headers.FirstOrDefault(context.Request.Headers.ContainsKey) is { } header && sightings.NoteUntrusted(address, header))
                LogNotTrusted(app.Logger, address, header);
            return next(context);
        });
        app.UseForwardedHeaders();
        app.Use((context, next) =>
        {
            if (options.PublicOrigin is { } origin)
                context.Request.Scheme = origin.Scheme;
            if (context.Request.PathBase.Value is { Length: > 0 } prefix && prefix.TrimEnd('/') is var path
                && SubPath.IsPrefix(path) && path != options.PathBase && sightings.NotePrefix(path))
                LogOtherPrefix(app.Logger, path);
            return next(context);
        });
    }

    private static bool IsTrusted(PortalOptions options, IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return options.TrustedProxies.Any(network => network.Contains(plain));
    }

    [LoggerMessage(1007, LogLevel.Warning,
        "{Address} sends {Header} but is not a trusted proxy. The header is ignored, and everyone behind it counts as one client. "
        + "If it is your proxy, add its address to Portal:TrustedProxies and start the portal again. "
        + "This is logged once per start.")]
    private static partial void LogNotTrusted(ILogger logger, IPAddress address, string header);

    [LoggerMessage(1015, LogLevel.Warning,
        "A trusted proxy says that the portal is under {Prefix} (X-Forwarded-Prefix), but Portal:PathBase does not. Emails, printed codes "
        + "and the sitemap use Portal:PathBase. If patients reach the portal under {Prefix}, set Portal:PathBase to it and start the "
        + "portal again. If not, make the proxy remove the header. This is logged once per start.")]
    private static partial void LogOtherPrefix(ILogger logger, string prefix);
}

/// <summary>What proxies have sent since the portal began, and its settings do not allow for.</summary>
public sealed class ProxySightings
{
    private volatile string? _untrusted, _prefix;

    /// <summary>Who sends headers for others and is not trusted, and which header; none so far.</summary>
    public string? Untrusted => _untrusted;

    /// <summary>The path below which a trusted proxy says that the portal stands, where the settings say another.</summary>
    public string? Prefix => _prefix;

    /// <returns>Whether it is the first.</returns>
    public bool NoteUntrusted(IPAddress address, string header) =>
        Interlocked.CompareExchange(ref _untrusted, $"{address} has sent {header}", null) is null;

    /// <returns>Whether it is the first.</returns>
    public bool NotePrefix(string prefix) => Interlocked.CompareExchange(ref _prefix, prefix, null) is null;
}

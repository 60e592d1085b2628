using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// What a proxy tells of the reader behind it. Where <see cref="PortalOptions.TrustedProxies"/> names the proxy, a client is the last hop
/// that is no trusted proxy, and nobody else's word counts. Where none is named, every reader counts by the address that connects, and only
/// the scheme is taken from anyone: it decides nothing but the wish to stay with https.
/// </summary>
public static partial class Proxies
{
    public static IServiceCollection AddProxies(this IServiceCollection services, PortalOptions options) =>
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            forwarded.ForwardLimit = null;
            foreach (var network in options.TrustedProxies)
                forwarded.KnownIPNetworks.Add(network);
            forwarded.ForwardedHeaders = options.TrustedProxies.Count == 0
                ? ForwardedHeaders.XForwardedProto
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        });

    public static IApplicationBuilder UseProxies(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<PortalOptions>();
        var isTold = 0;
        app.Use((context, next) =>
        {
            if (context.Request.Headers.ContainsKey(ForwardedHeadersDefaults.XForwardedForHeaderName)
                && context.Connection.RemoteIpAddress is { } address && !IsTrusted(options, address)
                && Interlocked.Exchange(ref isTold, 1) == 0)
                LogNotTrusted(app.Logger, address);
            return next(context);
        });
        return app.UseForwardedHeaders();
    }

    private static bool IsTrusted(PortalOptions options, IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return options.TrustedProxies.Any(network => network.Contains(plain));
    }

    [LoggerMessage(1007, LogLevel.Warning,
        "{Address} says whom it forwards (X-Forwarded-For) and is no trusted proxy, so that everybody behind it counts as one client. "
        + "If it is your proxy, add its address to Portal:TrustedProxies and start the portal again. This is said once.")]
    private static partial void LogNotTrusted(ILogger logger, IPAddress address);
}

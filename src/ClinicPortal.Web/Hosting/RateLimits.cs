using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// How often one client may ask in a minute for what costs more than reading. Reading the present edition is never counted.
/// </summary>
public static class RateLimits
{
    // A household or a small clinic has one such network; who owns it can take any address in it.
    private const int NetworkBytes = 8;

    /// <summary>A policy that counts the requests for which <paramref name="perMinute"/> has an answer.</summary>
    public static IServiceCollection AddLimit(this IServiceCollection services, string policy, Func<HttpContext, int?> perMinute) =>
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                    rejected.HttpContext.Response.Headers.RetryAfter =
                        Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(policy, context => perMinute(context) is { } permits
                ? RateLimitPartition.GetFixedWindowLimiter(
                    ClientOf(context.Connection.RemoteIpAddress), _ => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter("not counted"));
        });

    /// <summary>
    /// As much of an address as may be kept: the first three of four numbers, of the new kind the first 48 bits. It tells one town or
    /// provider from another and no person from the neighbours.
    /// </summary>
    public static string? NetworkOf(IPAddress? address) => address switch
    {
        null => null,
        { IsIPv4MappedToIPv6: true } => NetworkOf(address.MapToIPv4()),
        { AddressFamily: AddressFamily.InterNetworkV6 } => $"{Beginning(address, 6)}/48",
        _ => $"{Beginning(address, 3)}/24",
    };

    private static IPAddress Beginning(IPAddress address, int bytes)
    {
        var kept = address.GetAddressBytes();
        kept.AsSpan(bytes).Clear();
        return new(kept);
    }

    /// <summary>An address, or of the new kind the network in which it lies.</summary>
    public static string ClientOf(IPAddress? address) => address switch
    {
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address?.ToString() ?? "",
    };
}

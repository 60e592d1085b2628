using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using ClinicPortal.Core.Publishing;
using Microsoft.AspNetCore.RateLimiting;

namespace ClinicPortal.Web.Setup;

/// <summary>
/// <c>?edition=N</c>: opens that edition before the page is made. It is the one public address that may run SQL, so each client may ask
/// for past editions only so often (<c>Portal:PastEditionsPerMinute</c>); what the page cache holds costs nothing and is not counted.
/// </summary>
public static class PastEditionPages
{
    /// <summary>The limit, for pages that read <see cref="ReadEdition.Key"/>.</summary>
    public const string Limit = "past-editions";

    private const int DefaultPerMinute = 60;

    // A household or a small clinic has one such network; who owns it can take any address in it.
    private const int NetworkBytes = 8;

    public static IServiceCollection AddPastEditions(this IServiceCollection services) => services
        .AddSingleton<PastEditions>()
        .AddScoped<ReadEdition>()
        .AddScoped(provider => provider.GetRequiredService<ReadEdition>().Edition)
        .AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = SayWhen;
            limiter.AddPolicy(Limit, context => OpensPast(context)
                ? RateLimitPartition.GetFixedWindowLimiter(ClientOf(context.Connection.RemoteIpAddress), _ => Window(context.RequestServices))
                : RateLimitPartition.GetNoLimiter("present"));
        });

    /// <summary>After routing and the page cache, before anything that takes an <see cref="Edition"/>.</summary>
    public static IApplicationBuilder UsePastEditions(this IApplicationBuilder app) => app.UseRateLimiter().Use(async (context, next) =>
    {
        if (Asks(context))
            context.RequestServices.GetRequiredService<ReadEdition>().Ask(await Open(context));
        await next();
    });

    /// <summary>An address, or of the new kind the network in which it lies.</summary>
    public static string ClientOf(IPAddress? address) => address switch
    {
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address?.ToString() ?? "",
    };

    private static FixedWindowRateLimiterOptions Window(IServiceProvider services) => new()
    {
        PermitLimit = services.GetRequiredService<IConfiguration>().GetValue("Portal:PastEditionsPerMinute", DefaultPerMinute),
        Window = TimeSpan.FromMinutes(1),
    };

    private static bool Asks(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<CachedPageAttribute>() is { } page && page.Query.Contains(ReadEdition.Key) && context.Request.Query.ContainsKey(ReadEdition.Key);

    private static bool OpensPast(HttpContext context) =>
        Asks(context) && NumberIn(context) is { } number && number < context.RequestServices.GetRequiredService<CurrentEdition>().Edition.Number;

    // Editions are numbered without a gap: what lies beyond the present one needs no look into the store.
    private static async Task<Edition?> Open(HttpContext context)
    {
        var present = context.RequestServices.GetRequiredService<ReadEdition>().Present;
        return NumberIn(context) is not { } number || number > present.Number ? null
            : number == present.Number ? present
            : await context.RequestServices.GetRequiredService<PastEditions>().OpenAsync(number, context.RequestAborted);
    }

    private static int? NumberIn(HttpContext context) => ReadEdition.NumberIn(context.Request.Query[ReadEdition.Key]);

    private static ValueTask SayWhen(OnRejectedContext rejected, CancellationToken cancel)
    {
        if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}

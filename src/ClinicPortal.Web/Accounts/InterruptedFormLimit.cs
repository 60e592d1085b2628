using System.Threading.RateLimiting;
using ClinicPortal.Web.Hosting;

namespace ClinicPortal.Web.Accounts;

/// <summary>How many forms of people who are signed out the portal reads: in a minute for each client, and at once in all.</summary>
public sealed class InterruptedFormLimit : IDisposable
{
    public const int PerMinute = 60;
    public const int AtOnce = 8;

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
            RateLimits.ClientOf(context.Connection.RemoteIpAddress),
            _ => new() { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) })),
        PartitionedRateLimiter.Create<HttpContext, string>(_ => RateLimitPartition.GetConcurrencyLimiter(
            "", _ => new() { PermitLimit = AtOnce })));

    /// <summary>To be given back when the form has been read; not acquired, if it is one too many.</summary>
    public RateLimitLease Begin(HttpContext context) => _limiter.AttemptAcquire(context);

    public void Dispose() => _limiter.Dispose();
}

using ClinicPortal.Core.Publishing;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: the database can be read and its newest edition is the one shown.
/// </summary>
public static class HealthEndpoints
{
    private const string Ready = "ready";

    public static void AddPortalHealthChecks(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<StoreCheck>("store", tags: [Ready]);

    public static void MapPortalHealthChecks(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();
    }

    private sealed class StoreCheck(Publisher publisher, CurrentEdition current) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await publisher.LatestNumberAsync(cancellationToken) >= current.Edition.Number
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy();
    }
}

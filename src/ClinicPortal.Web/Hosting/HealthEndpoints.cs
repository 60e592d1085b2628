using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: patients can be served, and in words how the store and its backups do.
/// What staff alone must wait for, or somebody must look after, is "degraded" and no reason to send patients away.
/// </summary>
public static class HealthEndpoints
{
    private const string Root = "/health";
    private const string Ready = "ready";

    public static void AddPortalHealthChecks(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<StoreCheck>("store", tags: [Ready]).AddCheck<BackupCheck>("backups", tags: [Ready]);
        // Before the one with which the framework refuses hosts.
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, AnyHost>());
    }

    public static void MapPortalHealthChecks(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks($"{Root}/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks(
                $"{Root}/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync })
            .AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        Status = report.Status.ToString(),
        Checks = report.Entries.ToDictionary(
            check => check.Key, check => new { Status = check.Value.Status.ToString(), Details = check.Value.Description }),
    });

    /// <summary>A probe asks by address and not by a name in <c>AllowedHosts</c>, and health says nothing of a host.</summary>
    private sealed class AnyHost(PortalOptions portal) : IStartupFilter
    {
        private readonly string _below = portal.PathBase + Root;

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, onward) =>
            {
                if (context.Request.Path.StartsWithSegments(Root) || context.Request.Path.StartsWithSegments(_below))
                    context.Request.Headers.Host = "";
                return onward(context);
            });
            next(app);
        };
    }

    private sealed class StoreCheck(Publisher publisher, CurrentEdition current, StoreCondition condition) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                if (await publisher.LatestNumberAsync(cancellationToken) < current.Edition.Number)
                    return HealthCheckResult.Unhealthy("The database does not hold the edition that patients read.");
            }
            catch (Exception failure) when (StoreTrouble.Of(failure) is { } unread)
            {
                condition.Note(failure);
                return HealthCheckResult.Unhealthy($"The database cannot be read because {unread.Reason}.");
            }
            return condition.Trouble switch
            {
                null => HealthCheckResult.Healthy("The database can be read and written."),
                { IsDamage: true } =>
                    HealthCheckResult.Unhealthy("The database is damaged. Nothing is published until a backup is restored."),
                var trouble => HealthCheckResult.Degraded($"Nothing can be saved because {trouble.Reason}."),
            };
        }
    }

    private sealed class BackupCheck(BackupMonitor monitor) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var report = await monitor.ReportAsync(cancellationToken);
            var details = string.Join(' ', [report.Newest, report.Drill, .. report.Problems]).Trim();
            return report.Problems.Count == 0 ? HealthCheckResult.Healthy(details) : HealthCheckResult.Degraded(details);
        }
    }
}

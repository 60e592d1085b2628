using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Feedback;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Reviewing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Core.Storage.Backups;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClinicPortal.Core;

public static class ClinicStore
{
    /// <summary>
    /// The store in <paramref name="dataDirectory"/>, which need not exist yet; <see cref="FirstStart"/> prepares it. Its clock is the
    /// <see cref="TimeProvider"/> of the services, and treatments may name the drawings of their <see cref="Checks.KnownPictures"/>.
    /// </summary>
    /// <param name="services">Get the store.</param>
    /// <param name="dataDirectory">Relative to where the process was started.</param>
    /// <param name="backups">When backups are made and which are kept; as is usual, in UTC, if left out.</param>
    public static IServiceCollection AddClinicStore(this IServiceCollection services, string dataDirectory, BackupPlan? backups = null)
    {
        var folder = new DataFolder(Path.GetFullPath(dataDirectory));
        return services
            .AddSingleton(folder)
            .AddSingleton(backups ?? new(new(), TimeZoneInfo.Utc))
            .AddSingleton<StoreCondition>()
            // Identity reads it from here while the model is built; without it there is no table for passkeys.
            .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .AddDbContextFactory<ClinicDbContext>((provider, options) => options
                .UseSqlite(folder.Connection, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
                .AddInterceptors(
                    new SafeConnections(), new HistoryInterceptor(provider.GetRequiredService<TimeProvider>()),
                    new AuditInterceptor(
                        provider.GetRequiredService<TimeProvider>(), provider.GetService<IActor>(),
                        provider.GetService<ILogger<AuditLog>>() ?? NullLogger<AuditLog>.Instance))
                .LogTo((_, level) => level == LogLevel.Error, NoteFailure(provider.GetRequiredService<StoreCondition>())))
            .AddSingleton<AuditLog>()
            .AddSingleton<BackupStore>()
            .AddSingleton<StoreRestore>()
            .AddSingleton<PortalStore>()
            .AddSingleton<FirstStart>()
            .AddSingleton<RestoreDrill>()
            .AddSingleton<Publisher>()
            .AddSingleton<Schedules>()
            .AddSingleton<SafetyHolds>()
            .AddSingleton<Statements>()
            .AddSingleton<ContentImporter>()
            .AddSingleton<ContentExporter>()
            .AddSingleton<CatalogueEditor>()
            .AddSingleton<Reviews>()
            .AddSingleton<ReviewComments>()
            .AddSingleton<ReviewLinks>()
            .AddSingleton<PreviewLinks>()
            .AddSingleton<CatalogueStructure>()
            .AddSingleton<CriterionKinds>()
            .AddSingleton<Batches>()
            .AddSingleton<WorkingDrafts>()
            .AddSingleton<ClarityCounts>();
    }

    /// <summary>Whatever fails at the store passes here, also where somebody catches it.</summary>
    private static Action<EventData> NoteFailure(StoreCondition condition) => data =>
    {
        if (data is IErrorEventData { Exception: { } failure })
            condition.Note(failure);
    };
}

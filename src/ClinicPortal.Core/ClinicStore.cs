using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Feedback;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Core;

public static class ClinicStore
{
    /// <summary>
    /// The store in <paramref name="dataDirectory"/>, which need not exist yet; <see cref="FirstStart"/> prepares it. Its clock is the
    /// <see cref="TimeProvider"/> of the services, and treatments may name the drawings of their <see cref="Checks.KnownPictures"/>.
    /// </summary>
    public static IServiceCollection AddClinicStore(this IServiceCollection services, string dataDirectory)
    {
        var folder = new DataFolder(Path.GetFullPath(dataDirectory));
        var connection = new SqliteConnectionStringBuilder { DataSource = folder.Database }.ToString();
        return services
            .AddSingleton(folder)
            // Identity reads it from here while the model is built; without it there is no table for passkeys.
            .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .AddDbContextFactory<ClinicDbContext>((provider, options) => options
                .UseSqlite(connection, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
                .AddInterceptors(new SafeConnections(), new HistoryInterceptor(provider.GetRequiredService<TimeProvider>())))
            .AddSingleton<PortalStore>()
            .AddSingleton<FirstStart>()
            .AddSingleton<Publisher>()
            .AddSingleton<ContentImporter>()
            .AddSingleton<ContentExporter>()
            .AddSingleton<CatalogueEditor>()
            .AddSingleton<CatalogueStructure>()
            .AddSingleton<CriterionKinds>()
            .AddSingleton<WorkingDrafts>()
            .AddSingleton<ClarityCounts>();
    }
}

using ClinicPortal.Core;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace ClinicPortal.Web.Hosting;

public static partial class StoreServices
{
    /// <summary>
    /// The store and what keeps patients on its newest edition; the keys lie beside it, or sign-ins would die with a restart.
    /// </summary>
    public static IServiceCollection AddStore(this IServiceCollection services, PortalOptions options)
    {
        var keys = new DirectoryInfo(Path.Combine(options.DataDirectory, "keys"));
        services.AddClinicStore(options.DataDirectory);
        services.AddHostedService<EditionWatcher>();
        services.AddDataProtection().SetApplicationName("ClinicPortal").PersistKeysToFileSystem(keys);
        return services;
    }

    /// <summary>Creates or upgrades the store, fills a new one with the sample clinic, and hands its newest edition to patients.</summary>
    public static async Task PrepareStoreAsync(this WebApplication app)
    {
        var (options, clock) = (app.Services.GetRequiredService<PortalOptions>(), app.Services.GetRequiredService<TimeProvider>());
        var sample = options.SampleContent ? Path.Combine(app.Environment.ContentRootPath, "content", "sample-clinic.yaml") : null;
        var isNew = !app.Services.GetRequiredService<PortalStore>().Exists;
        var edition = await ErrorReporting.NamingStoreAsync(options.DataDirectory, () =>
            app.Services.GetRequiredService<FirstStart>().PrepareAsync(sample, clock.GetUtcNow(), app.Lifetime.ApplicationStopping));
        app.Services.GetRequiredService<CurrentEdition>().Replace(edition);
        if (isNew)
            LogNewStore(app.Logger, options.DataDirectory);
    }

    [LoggerMessage(1005, LogLevel.Information, "There was no database in {Folder}: a new portal has begun there.")]
    private static partial void LogNewStore(ILogger logger, string folder);
}

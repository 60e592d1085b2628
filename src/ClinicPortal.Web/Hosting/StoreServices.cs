using ClinicPortal.Core;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;

namespace ClinicPortal.Web.Hosting;

public static partial class StoreServices
{
    // Each try has already waited for as long as every writer does.
    private static readonly TimeSpan PauseBetweenTries = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The store and what keeps patients on its newest edition; the keys lie beside it, or sign-ins would die with a restart.
    /// </summary>
    public static IServiceCollection AddStore(this IServiceCollection services, PortalOptions options)
    {
        var keys = new DirectoryInfo(new DataFolder(options.DataDirectory).Keys);
        services.AddClinicStore(options.DataDirectory, new(options.Backup, options.TimeZone));
        services.AddHttpClient<IDoiSystem, DoiSystem>(client =>
                (client.BaseAddress, client.Timeout) = (DoiSystem.Address, DoiSystem.Patience))
            // It answers by itself; nobody is asked to whom it points.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddTransient<DoiChecks>();
        services.AddHostedService<EditionWatcher>();
        services.AddHostedService<ScheduleService>();
        services.AddHostedService<StoreWatcher>();
        services.AddExceptionHandler<StoreFailureHandler>();
        // For new keys: each says for itself how it is used, so what older ones wrote can still be read.
        services.AddDataProtection().SetApplicationName("ClinicPortal").PersistKeysToFileSystem(keys)
            .UseCryptographicAlgorithms(new() { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        return services;
    }

    /// <summary>Creates or upgrades the store, fills a new one with the sample clinic, and hands its newest edition to patients.</summary>
    public static async Task PrepareStoreAsync(this WebApplication app)
    {
        var (options, clock) = (app.Services.GetRequiredService<PortalOptions>(), app.Services.GetRequiredService<TimeProvider>());
        var sample = options.SampleContent ? Path.Combine(app.Environment.ContentRootPath, "content", "sample-clinic.yaml") : null;
        var isNew = !app.Services.GetRequiredService<PortalStore>().Exists;
        var edition = await ErrorReporting.NamingStoreAsync(options.DataDirectory, () => WaitingForLocksAsync(app, () =>
            app.Services.GetRequiredService<FirstStart>().PrepareAsync(sample, clock.GetUtcNow(), app.Lifetime.ApplicationStopping)));
        var current = app.Services.GetRequiredService<CurrentEdition>();
        await current.CatchUpAsync(app.Services.GetRequiredService<SafetyHolds>(), app.Lifetime.ApplicationStopping);
        await current.CatchUpAsync(app.Services.GetRequiredService<Statements>(), app.Lifetime.ApplicationStopping);
        current.Replace(edition);
        if (isNew)
            LogNewStore(app.Logger, options.DataDirectory);
    }

    /// <summary>A start is worth waiting for: whatever else works with the database will end, and nobody is served meanwhile.</summary>
    private static async Task<T> WaitingForLocksAsync<T>(WebApplication app, Func<Task<T>> work)
    {
        for (var isTold = false; ; isTold = true)
        {
            try
            {
                return await work();
            }
            catch (Exception failure) when (StoreTrouble.Of(failure) is { IsLock: true })
            {
                if (!isTold)
                    LogLocked(app.Logger);
                await Task.Delay(PauseBetweenTries, app.Lifetime.ApplicationStopping);
            }
        }
    }

    [LoggerMessage(1006, LogLevel.Warning,
        "Another program has locked the database. The portal waits until it is free. If that program should not be running, stop it.")]
    private static partial void LogLocked(ILogger logger);

    [LoggerMessage(1005, LogLevel.Information, "There was no database in {Folder}: a new portal has begun there.")]
    private static partial void LogNewStore(ILogger logger, string folder);
}

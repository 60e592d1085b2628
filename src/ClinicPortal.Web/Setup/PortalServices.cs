using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;

namespace ClinicPortal.Web.Setup;

public static class PortalServices
{
    /// <summary>The store and what keeps patients on its newest edition; the keys lie beside it, or sign-ins would die with a restart.</summary>
    public static void AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        var store = PortalSettings.StoreOf(configuration);
        services.AddClinicStore(store);
        services.AddHostedService<EditionWatcher>();
        services.AddDataProtection().SetApplicationName("ClinicPortal").PersistKeysToFileSystem(Directory.CreateDirectory(store.Keys));
    }

    /// <summary>Creates or upgrades the store, fills a new one with the sample clinic, and hands its newest edition to patients.</summary>
    public static async Task PrepareStoreAsync(this WebApplication app)
    {
        var store = app.Services.GetRequiredService<ClinicStore>();
        var sample = PortalSettings.SampleOf(app.Configuration, app.Environment.ContentRootPath);
        var edition = await new FirstStart(store).PrepareAsync(sample, TimeProvider.System.GetUtcNow());
        app.Services.GetRequiredService<CurrentEdition>().Replace(edition);
    }

    /// <summary>What patients' pages need: one edition for each request, and nothing of the store.</summary>
    public static IServiceCollection AddPatientPages(this IServiceCollection services)
    {
        services.AddSingleton<CurrentEdition>();
        services.AddScoped(provider => provider.GetRequiredService<CurrentEdition>().Edition);
        services.AddSingleton<PatientMarkdown>();
        services.AddSingleton<PublicOrigin>();
        services.AddRazorPages();
        // For what the page cache does not keep: search answers and errors.
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        return services;
    }
}

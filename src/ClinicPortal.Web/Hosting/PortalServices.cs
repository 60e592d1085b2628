using ClinicPortal.Core;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Html;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ClinicPortal.Web.Hosting;

public static class PortalServices
{
    /// <summary>
    /// The store and what keeps patients on its newest edition; the keys lie beside it, or sign-ins would die with a restart.
    /// </summary>
    public static void AddStore(this WebApplicationBuilder builder)
    {
        var folder = PortalFolders.DataDirectory(builder.Configuration, builder.Environment);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddClinicStore(folder);
        builder.Services.AddHostedService<EditionWatcher>();
        builder.Services.AddDataProtection()
            .SetApplicationName("ClinicPortal")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "keys")));
    }

    /// <summary>Creates or upgrades the store, fills a new one with the sample clinic, and hands its newest edition to patients.</summary>
    /// <returns>What stands against it, in a sentence for whoever starts the portal; none, if it is done.</returns>
    public static async Task<string?> PrepareStoreAsync(this WebApplication app)
    {
        try
        {
            var sample = PortalFolders.SampleContent(app.Configuration, app.Environment);
            var edition = await app.Services.GetRequiredService<FirstStart>().PrepareAsync(sample, TimeProvider.System.GetUtcNow());
            app.Services.GetRequiredService<CurrentEdition>().Replace(edition);
            return null;
        }
        catch (Exception problem) when (StoreProblem.Sentence(problem, app.Services.GetRequiredService<DataFolder>().Path) is { } sentence)
        {
            return sentence;
        }
    }

    /// <summary>What patients' pages need: one edition for each request, and nothing of the store.</summary>
    public static IServiceCollection AddPatientPages(this IServiceCollection services)
    {
        services.AddMarket();
        services.AddSingleton<CurrentEdition>();
        services.AddPastEditions();
        services.AddSingleton<PatientMarkdown>();
        services.AddScoped<GlossaryNotes>();
        services.AddSingleton<PublicOrigin>();
        services.AddSingleton<ClinicCalendar>();
        services.AddRazorPages(options => options.Conventions.AllowAnonymousToFolder("/Patients"));
        services.Configure<RazorViewEngineOptions>(options =>
        {
            options.PageViewLocationFormats.Add("/Pages/Patients/Shared/{0}.cshtml");
            options.PageViewLocationFormats.Add("/Pages/Staff/Shared/{0}.cshtml");
        });
        // A proxy tells how the reader came; it decides nothing but the wish to stay with https, so it is taken from anyone.
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedProto;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
        });
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

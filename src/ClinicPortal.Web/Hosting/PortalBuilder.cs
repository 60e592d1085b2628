using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Html;
using Microsoft.AspNetCore.ResponseCompression;

namespace ClinicPortal.Web.Hosting;

/// <summary>What the portal and its commands begin with: the settings, read from one place and checked, and the clock.</summary>
public static class PortalBuilder
{
    /// <summary>For a command: its arguments are no settings.</summary>
    /// <exception cref="SettingsException">There are mistakes in the settings.</exception>
    public static (WebApplicationBuilder Builder, PortalOptions Options) ForCommand()
    {
        var builder = Create([]);
        // What a command prints is its answer.
        builder.Logging.ClearProviders();
        return (builder, AddOptions(builder, _ => []));
    }

    /// <summary>For the portal itself: also what every request meets, whatever it asks for.</summary>
    /// <exception cref="SettingsException">There are mistakes in the settings.</exception>
    public static (WebApplicationBuilder Builder, PortalOptions Options) ForServer(string[] args)
    {
        var builder = Create(args);
        var options = AddOptions(
            builder, read => [.. DataFolderProblems(read.DataDirectory), .. ServerUrls.ProblemsIn(builder.Configuration)]);
        builder.WebHost.ConfigureKestrel(RequestLimits.Apply);
        builder.AddPortalLogging(options);
        builder.Services.AddProxies(options);
        // For what the page cache does not keep: search answers and errors.
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        return (builder, options);
    }

    private static WebApplicationBuilder Create(string[] args)
    {
        // Where the program lies, if it is started from a folder without settings; else the host's own choice, the folder it is started in.
        var contentRoot = File.Exists("appsettings.json") ? null : AppContext.BaseDirectory;
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = contentRoot });
            builder.WebHost.UseStaticWebAssets();
            return builder;
        }
        catch (Exception problem) when (problem is InvalidDataException or FormatException)
        {
            throw new SettingsException([$"The settings cannot be read. {problem.Message} {problem.GetBaseException().Message}"]);
        }
    }

    private static PortalOptions AddOptions(WebApplicationBuilder builder, Func<PortalOptions, IEnumerable<string>> further)
    {
        var options = PortalOptionsReader.Read(builder.Configuration, builder.Environment.ContentRootPath, out var problems);
        if (problems.Concat(further(options)).ToList() is { Count: > 0 } all)
            throw new SettingsException(all);
        builder.Services.AddSingleton(options).AddSingleton(TimeProvider.System)
            .AddSingleton(services => services.GetRequiredService<PortalOptions>().Market)
            .AddSingleton(services => new TreatmentPictures(services.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider))
            .AddSingleton(services => services.GetRequiredService<TreatmentPictures>().Known);
        return options;
    }

    private static IEnumerable<string> DataFolderProblems(string folder)
    {
        try
        {
            new DataFolder(folder).Create();
            using var probe = File.Create(Path.Combine(folder, Path.GetRandomFileName()), 1, FileOptions.DeleteOnClose);
            return [];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return [
                $"The portal cannot write to its data folder {folder}: {problem.Message} "
                + "Set Portal:DataDirectory to a folder that it may write to."];
        }
    }
}

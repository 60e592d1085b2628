namespace ClinicPortal.Web.Hosting;

/// <summary>Where the portal keeps and finds things; relative paths stand under the content root.</summary>
public static class PortalFolders
{
    /// <summary>
    /// Where the program lies, if it is started from a folder without settings; else the host's own choice, the folder it is started in.
    /// </summary>
    public static string? ContentRoot => File.Exists("appsettings.json") ? null : AppContext.BaseDirectory;

    public static string DataDirectory(IConfiguration configuration, IHostEnvironment environment) =>
        Path.GetFullPath(configuration["Portal:DataDirectory"] ?? "data", environment.ContentRootPath);

    /// <summary>None, where the clinic is to start empty.</summary>
    public static string? SampleContent(IConfiguration configuration, IHostEnvironment environment) =>
        configuration.GetValue("Portal:SampleContent", true)
            ? Path.Combine(environment.ContentRootPath, "content", "sample-clinic.yaml")
            : null;
}

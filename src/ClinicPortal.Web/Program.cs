using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Commands;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Pages.Patients;
using ClinicPortal.Web.Pages.Staff;

return await ErrorReporting.RunAsync(() => CommandLine.RunAsync(args, ServeAsync, Console.Out, Console.Error), Console.Error);

static async Task<int> ServeAsync(string[] args)
{
    var (builder, options) = PortalBuilder.ForServer(args);
    builder.Services.AddStore(options);
    builder.Services.AddBackups();
    builder.Services.AddPatientPages();
    builder.Services.AddClarityForm();
    builder.Services.AddStaffAuthentication();
    builder.Services.AddStaffForms();
    builder.Services.AddStaffPages();
    builder.Services.AddPortalHealthChecks();

    await using var app = builder.Build();
    app.UseProxies();
    app.UseSubPath();
    app.UseSecurityHeaders(options);
    app.UseCharsets();
    app.UsePortalRequestLogging();
    app.UseKnownPages();
    app.UseStatusCodePagesWithReExecute("/error/{0}");
    app.UseExceptionHandler("/error/500");
    app.UseFormCharset();
    app.UseResponseCompression();
    app.UseAllowedMethods();
    app.UseCanonicalUrls();
    app.UseStaffArea();
    app.UsePatientPageRenderer();
    app.UseRouting();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UsePageCache();
    app.UseSubPathInPages();
    app.UseRateLimiter();
    app.UsePastEditions();
    app.MapStaticAssets().AllowAnonymous();
    app.MapRazorPages().WithStaticAssets();
    app.MapSearchEngineEndpoints();
    app.MapClarityForm();
    app.MapPreviews();
    app.MapPortalHealthChecks();
    app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous();

    await app.PrepareStoreAsync();
    await app.LogFirstStepsAsync();
    await app.ListenAsync();
    return 0;
}

public partial class Program;

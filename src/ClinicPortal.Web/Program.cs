using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Commands;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Pages.Patients;
using ClinicPortal.Web.Pages.Staff;

if (args is [ContentCommands.Name, ..])
    return await ContentCommands.RunAsync(args);
if (args is [StaffCommands.Name, ..])
    return await StaffCommands.RunAsync(args);
if (args is [HealthCommand.Name])
    return await HealthCommand.RunAsync();

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = PortalFolders.ContentRoot });
if ((MarketSetting.ProblemIn(builder.Configuration) ?? MailSender.ProblemIn(builder.Configuration)) is { } problem)
{
    await Console.Error.WriteLineAsync(problem);
    return 1;
}

builder.WebHost.UseStaticWebAssets();
builder.WebHost.ConfigureKestrel(Limits.Apply);
builder.AddStore();
builder.Services.AddPortalLogging(builder.Configuration);
builder.Services.AddPatientPages();
builder.Services.AddStaff();
builder.Services.AddStaffPages();
builder.Services.AddClarityForm();
builder.Services.AddPortalHealth();

var app = builder.Build();
app.UseForwardedHeaders();
app.UseSecurityHeaders(SecurityHeaders.Policy(app.Environment.IsDevelopment()));
app.UseRequestLine();
app.UseExceptionHandler("/error/500");
app.UseStatusCodePagesWithReExecute("/error/{0}");
app.UseResponseCompression();
app.UseOneSpelling();
app.UseStaffArea();
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
app.UseMiddleware<PageCache>();
app.UseRateLimiter();
app.UsePastEditions();
app.MapStaticAssets().AllowAnonymous();
app.MapRazorPages().WithStaticAssets();
app.MapMachinePages();
app.MapClarityForm();
app.MapPortalHealth();
app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous();

if (await app.PrepareStoreAsync() is { } obstacle)
{
    await Console.Error.WriteLineAsync(obstacle);
    return 1;
}
await app.LogFirstStepsAsync();
await app.RunAsync();
return 0;

public partial class Program;

using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Hosting;

namespace ClinicPortal.Web.Commands;

/// <summary><c>doctor</c>: what the portal stands on, each in order or not, with what to do; the portal may run or not.</summary>
public static class DoctorCommand
{
    public const string Name = "doctor";

    /// <returns>0 if nothing is wrong.</returns>
    public static async Task<int> RunAsync()
    {
        var (portal, options) = PortalBuilder.ForCommand();
        portal.Services.AddStore(options).AddBackups().AddSingleton<ClinicCalendar>().AddSingleton<IActor, CommandLineActor>()
            .AddSingleton<SystemChecks>();
        await using var services = portal.Services.BuildServiceProvider();
        return await RunAsync(services, Console.Out, CancellationToken.None);
    }

    /// <summary>The same on services that are already there.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, CancellationToken cancel)
    {
        var mail = services.GetRequiredService<PortalOptions>().Smtp;
        SystemCheck[] all = [.. await services.GetRequiredService<SystemChecks>().RunAsync(cancel), await MailCheck.TryAsync(mail, cancel)];
        foreach (var check in all)
        {
            await output.WriteLineAsync($"{WordFor(check.State),-7} {check.Subject}: {check.Finding}");
            if (check.Fix is not null)
                await output.WriteLineAsync($"        {check.Fix}");
        }
        return all.Any(check => check.State is SystemState.Wrong) ? 1 : 0;
    }

    private static string WordFor(SystemState state) => state switch
    {
        SystemState.Right => "ok",
        SystemState.Unsure => "check",
        _ => "PROBLEM",
    };
}

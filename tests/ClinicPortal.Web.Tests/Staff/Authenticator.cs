using ClinicPortal.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace ClinicPortal.Web.Tests.Staff;

internal static class Authenticator
{
    public static string CodeOf(string key, DateTimeOffset now) => AuthenticatorApp.CodeOf(key, now);

    /// <summary>Sets the app up on the account page.</summary>
    public static async Task<(string Key, List<string> RecoveryCodes)> SetUpAsync(StaffBrowser browser, DateTimeOffset now)
    {
        var begun = await StaffBrowser.ReadAsync(await browser.SendAsync("/staff/account/second-factor", []));
        var key = begun.QuerySelector(".key")!.TextContent;
        var done = await StaffBrowser.ReadAsync(
            await browser.SendAsync("/staff/account/second-factor", begun, new() { ["Code"] = CodeOf(key, now) }));
        return (key, [.. done.QuerySelectorAll(".codes li").Select(code => code.TextContent)]);
    }
}

/// <summary>A portal whose time stands still until a test moves it.</summary>
public sealed class StillPortal : PortalFactory
{
    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    public DateTimeOffset Now => Clock.GetUtcNow();

    private static bool IsOurs(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly == typeof(Program).Assembly;

    protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            // A week that a test leaves out is made up of no ticks: nobody makes backups or looks for editions.
            foreach (var service in services.Where(IsOurs).ToList())
                services.Remove(service);
        });
    }
}

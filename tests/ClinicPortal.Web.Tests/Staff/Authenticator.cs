using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>An authenticator app as RFC 6238 describes it, written apart from the portal's own.</summary>
internal static class Authenticator
{
    [SuppressMessage("Security", "CA5350", Justification = "The algorithm that authenticator apps know.")]
    public static string CodeOf(string key, DateTimeOffset now)
    {
        var bits = string.Concat(key.Replace(" ", "").Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter), 2).PadLeft(5, '0')));
        var bytes = bits.Chunk(8).Select(eight => Convert.ToByte(new string(eight), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, now.ToUnixTimeSeconds() / 30);
        var hash = new HMACSHA1(bytes).ComputeHash(counter);
        var offset = hash[19] & 15;
        var number = ((hash[offset] & 127) << 24) | (hash[offset + 1] << 16) | (hash[offset + 2] << 8) | hash[offset + 3];
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>Sets the app up on the account page.</summary>
    public static async Task<(string Key, List<string> RecoveryCodes)> SetUpAsync(StaffBrowser browser, DateTimeOffset now)
    {
        var begun = await StaffBrowser.ReadAsync(await browser.SendAsync("/staff/account/second-factor", []));
        var key = begun.QuerySelector(".key")!.TextContent;
        var done = await StaffBrowser.ReadAsync(await browser.SendAsync("/staff/account/second-factor", begun, new() { ["Code"] = CodeOf(key, now) }));
        return (key, [.. done.QuerySelectorAll(".codes li").Select(code => code.TextContent)]);
    }
}

/// <summary>A portal whose time stands still until a test moves it.</summary>
public sealed class StillPortal : PortalFactory
{
    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    public DateTimeOffset Now => Clock.GetUtcNow();

    protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
    }
}

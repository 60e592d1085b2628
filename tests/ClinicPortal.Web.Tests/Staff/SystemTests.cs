using System.Net;
using ClinicPortal.Core.Storage;
using ClinicPortal.Core.Storage.Backups;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Pages.Staff;
using ClinicPortal.Web.Tests.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>What an operator reads of a portal that runs: what is right, what is wrong, and what to do.</summary>
public sealed class SystemTests : IDisposable
{
    private const string System = "/staff/system", Wrong = "✗ Problem", Unsure = "○\u00a0Please\u00a0check", Right = "✓ OK";

    private static readonly string[] OrderOfStates = [Wrong, Unsure, Right];

    private readonly string _second = Directory.CreateTempSubdirectory("second-").FullName;

    public void Dispose() => Directory.Delete(_second, recursive: true);

    [Fact]
    public async Task A_portal_as_it_is_delivered_says_what_keeps_it_from_being_one_for_patients()
    {
        await using var portal = new StillPortal();

        var admin = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);

        var checks = ChecksIn(await admin.PageAsync(System));

        Assert.Equal(
            ["Address", "Encryption and cookies", "Backups", "Second copy"],
            from check in checks where check.State == Wrong select check.Subject);
        Assert.Equal(["Time", "Advertising rules"], from check in checks where check.State == Unsure select check.Subject);
        Assert.Equal(checks.OrderBy(check => OrderOfStates.IndexOf(check.State)), checks);
        Assert.All(checks, check => Assert.Equal(check.State != Right, check.Fix is not null));
    }

    [Fact]
    public async Task Once_everything_is_set_and_backed_up_nothing_is_wrong()
    {
        await using var portal = Complete();
        Assert.Equal(SystemState.Unsure, Of(await ChecksOfAsync(portal), "Backups").State);
        await portal.Services.GetRequiredService<BackupStore>().CreateAsync(BackupReason.ByHand, StaffBrowser.Cancel);

        var checks = await ChecksOfAsync(portal);

        Assert.All(checks, check => Assert.Equal((check.Subject, SystemState.Right), (check.Subject, check.State)));
        Assert.Equal("Patients reach the portal at https://clinic.example/portal/", Of(checks, "Address").Finding);
    }

    [Theory]
    [InlineData("PublicOrigin", "http://clinic.example", "Encryption and cookies", SystemState.Wrong, "Put a proxy with TLS")]
    [InlineData("TrustedProxies", "", "Proxy", SystemState.Unsure, "add its address to Portal:TrustedProxies")]
    [InlineData("TimeZone", "UTC", "Time", SystemState.Unsure, "set Portal:TimeZone")]
    [InlineData("Market", "none", "Advertising rules", SystemState.Unsure, "set Portal:Market")]
    [InlineData("Backup:At", "never", "Backups", SystemState.Wrong, "Set Portal:Backup:At")]
    [InlineData("Backup:SecondFolder", "/nowhere/at/all", "Second copy", SystemState.Wrong, "Connect its disk")]
    [InlineData("Backup:SecondFolder", "", "Second copy", SystemState.Wrong, "Set Portal:Backup:SecondFolder")]
    public async Task One_setting_that_is_not_as_it_should_be_is_named_with_what_to_do(
        string setting, string value, string subject, SystemState state, string fix)
    {
        await using var portal = Complete();
        portal.Settings[$"Portal:{setting}"] = value;

        var found = Of(await ChecksOfAsync(portal), subject);

        Assert.Equal(state, found.State);
        Assert.Contains(fix, found.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_proxies_have_sent_and_the_settings_do_not_allow_for_is_told()
    {
        await using var portal = Complete();
        var sightings = portal.Services.GetRequiredService<ProxySightings>();

        sightings.NotePrefix("/elsewhere");
        sightings.NoteUntrusted(IPAddress.Parse("203.0.113.9"), "X-Forwarded-For");

        var told = (await ChecksOfAsync(portal)).Where(check => check.Subject == "Proxy").ToList();
        Assert.Equal([SystemState.Wrong, SystemState.Unsure], from check in told select check.State);
        Assert.Contains("under /elsewhere, but Portal:PathBase is \"/portal\".", told[0].Finding, StringComparison.Ordinal);
        Assert.StartsWith("203.0.113.9 has sent X-Forwarded-For and is not a trusted proxy.", told[1].Finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_that_is_not_in_the_second_folder_too_is_wrong()
    {
        await using var portal = Complete();
        var made = await portal.Services.GetRequiredService<BackupStore>().CreateAsync(BackupReason.ByHand, StaffBrowser.Cancel);
        Assert.Equal(SystemState.Right, Of(await ChecksOfAsync(portal), "Second copy").State);

        File.Delete(Path.Combine(_second, made.File.Name));

        Assert.Contains(made.File.Name, Of(await ChecksOfAsync(portal), "Second copy").Finding, StringComparison.Ordinal);
        Assert.Equal(SystemState.Wrong, Of(await ChecksOfAsync(portal), "Second copy").State);
    }

    [Fact]
    public async Task A_data_folder_that_others_can_open_is_wrong()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("It has other rights.");
            return;
        }
        await using var portal = Complete();
        var folder = portal.Services.GetRequiredService<DataFolder>().Path;
        Assert.Equal(SystemState.Right, Of(await ChecksOfAsync(portal), "Permissions").State);

        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute);

        var found = Of(await ChecksOfAsync(portal), "Permissions");
        Assert.Equal((SystemState.Wrong, $"On the server, run: chmod go-rwx \"{folder}\""), (found.State, found.Fix));
    }

    [Fact]
    public async Task The_mail_server_is_tried_when_somebody_asks_for_it_and_gets_no_mail()
    {
        await using var post = new SmtpListener();
        await using var portal = new StillPortal();
        SetMailServer(portal, post.Port);
        var admin = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        Assert.Equal(Unsure, Of(ChecksIn(await admin.PageAsync(System)), "Mail").State);

        var tried = Of(ChecksIn(await StaffBrowser.ReadAsync(await admin.SendAsync(System, [], "button[formaction*=Mail]"))), "Mail");

        Assert.Equal((Right, $"The portal can reach 127.0.0.1, port {post.Port}."), (tried.State, tried.Finding));
        Assert.Equal(0, post.Unread);
    }

    [Fact]
    public async Task A_mail_server_that_does_not_answer_is_wrong()
    {
        var post = new SmtpListener();
        var port = post.Port;
        await post.DisposeAsync();
        await using var portal = new StillPortal();
        SetMailServer(portal, port);
        var admin = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);

        var tried = Of(ChecksIn(await StaffBrowser.ReadAsync(await admin.SendAsync(System, [], "button[formaction*=Mail]"))), "Mail");

        Assert.Equal(Wrong, tried.State);
        Assert.StartsWith($"127.0.0.1, port {port}, cannot be used: ", tried.Finding, StringComparison.Ordinal);
    }

    private StillPortal Complete()
    {
        var portal = new StillPortal();
        foreach (var (name, value) in new[]
        {
            ("PublicOrigin", "https://clinic.example"),
            ("PathBase", "/portal"),
            ("TrustedProxies", "10.0.0.1"),
            ("TimeZone", "Europe/London"),
            ("Market", "uk"),
            ("Backup:At", "03:00"),
            ("Backup:SecondFolder", _second),
        })
            portal.Settings[$"Portal:{name}"] = value;
        return portal;
    }

    private static void SetMailServer(StillPortal portal, int port)
    {
        foreach (var (name, value) in new[]
        {
            ("Host", "127.0.0.1"),
            ("Port", $"{port}"),
            ("From", "portal@clinic.example"),
            ("Tls", "None"),
        })
            portal.Settings[$"Portal:Smtp:{name}"] = value;
    }

    /// <summary>Without a browser, which signs in on http and at the root only.</summary>
    private static async Task<IReadOnlyList<SystemCheck>> ChecksOfAsync(StillPortal portal)
    {
        var page = ActivatorUtilities.CreateInstance<SystemModel>(portal.Services);
        await page.ShowAsync(StaffBrowser.Cancel);
        return page.Checks;
    }

    private static List<Check> ChecksIn(AngleSharp.Dom.IDocument page) =>
    [
        .. from row in page.QuerySelectorAll("main tbody tr")
           select new Check(
               row.Children[0].TextContent, row.Children[1].TextContent, row.Children[2].FirstChild!.TextContent.Trim(),
               row.QuerySelector("strong")?.TextContent),
    ];

    private static Check Of(List<Check> checks, string subject) => Assert.Single(checks, check => check.Subject == subject);

    private static SystemCheck Of(IReadOnlyList<SystemCheck> checks, string subject) =>
        Assert.Single(checks, check => check.Subject == subject);

    private sealed record Check(string Subject, string State, string Finding, string? Fix);
}

using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ClinicPortal.Browser.Tests.PatientsBrowser))]

namespace ClinicPortal.Browser.Tests;

/// <summary>One Chromium and one portal for all browser tests; where there is no Chromium the tests are skipped and say why.</summary>
public sealed class PatientsBrowser : IAsyncLifetime
{
    private const string Missing = "There is no Chromium: install it (Debian: apt-get install chromium), or name it in CHROMIUM.";

    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/opt/google/chrome/chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private PortalProcess? _portal;

    public string Address => _portal!.Address;

    public async ValueTask InitializeAsync()
    {
        if (FindChromium() is not { } chromium)
            return;

        _portal = await PortalProcess.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Arguments });
    }

    /// <summary>A page of a new reader, who has never been here.</summary>
    public async Task<IPage> OpenAsync(string path, BrowserNewContextOptions? reader = null)
    {
        if (_browser is null && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(Missing);
        Assert.SkipWhen(_browser is null, Missing);

        reader ??= new();
        reader.BaseURL = Address;
        var page = await (await _browser!.NewContextAsync(reader)).NewPageAsync();
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_portal is not null)
            await _portal.DisposeAsync();
    }

    private static string? FindChromium() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);
}

using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ClinicPortal.Browser.Tests.PatientsBrowser))]

namespace ClinicPortal.Browser.Tests;

/// <summary>One Chromium and one portal for all browser tests; where there is no Chromium the tests are skipped and say why.</summary>
public sealed class PatientsBrowser : IAsyncLifetime
{
    private const string Missing =
        "There is no Chromium: install it (Debian: apt-get install chromium-headless-shell), or name it in CHROMIUM.";

    private static readonly string[] Arguments =
    [
        // Without the second, every window of a whole Chromium brings helper windows of its own along, which cost more than the page.
        "--no-sandbox",
        "--disable-features=PreloadTopChromeWebUI,PreloadTopChromeWebUILessNavigations,Translate,MediaRouter,OptimizationHints",
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
        // Each window would start two processes of its own, one for about:blank; one for all of them costs about a third less.
        "--renderer-process-limit=1",
        // A page lives for a second or two here, and what the compilers that optimise cost is never earned back: axe needs half the time.
        "--js-flags=--no-turbofan,--no-maglev",
    ];

    private static readonly TimeSpan LongestClose = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(PortalProcess Portal, string Name), Lazy<Task>> _people = [];
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _sessions = [];
    private readonly ConcurrentDictionary<string, IReadOnlyList<(string Test, Func<Task> Close)>> _open = [];
    private readonly ConcurrentDictionary<(string Tests, bool? Script, string? Person), Lazy<Task<IBrowserContext>>> _shared = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private PortalProcess? _portal;

    public string Address => _portal!.Address;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Find() is not { } chromium)
            return;

        _portal = await PortalProcess.StartAsync(filled: false);
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(30_000);
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Arguments });
    }

    /// <summary>A page of a reader. Patients' pages keep nothing in the browser unasked: the readers of a class share a window.</summary>
    /// <param name="share">Not for a reader who asks the browser to keep something, or whose browser is to have kept nothing yet.</param>
    public Task<IPage> OpenAsync(string path, BrowserNewContextOptions? reader = null, bool share = true) =>
        OpenAsync(null, path, reader, share);

    /// <summary>A page of a person of the clinic who has just signed in; people of one name are one person.</summary>
    public Task<IPage> SignInAsync(
        string name, StaffRole role = StaffRole.Editor, string path = "/staff", BrowserNewContextOptions? reader = null) =>
        SignInAsync(null, name, role, path, reader);

    /// <inheritdoc cref="SignInAsync(string, StaffRole, string, BrowserNewContextOptions?)"/>
    /// <param name="portal">One of the test's own, which it may stop; none is the portal of all.</param>
    internal async Task<IPage> SignInAsync(
        PortalProcess? portal, string name, StaffRole role = StaffRole.Editor, string path = "/staff",
        BrowserNewContextOptions? reader = null)
    {
        var page = await OpenAsync(portal, $"/staff/sign-in?return={Uri.EscapeDataString(path)}", reader);
        portal ??= _portal!;
        await _people.GetOrAdd((portal, name), _ => new(() => portal.InviteAsync(name, role))).Value;
        await SignInOnAsync(page, name);
        return page;
    }

    /// <summary>A page of a person who signed in some time ago: all pages of one name share one session, so do not sign out here.</summary>
    /// <param name="share">In one window with the other tests of the class that ask for it, with what pages keep in the browser.</param>
    public async Task<IPage> OpenAsAsync(
        string name, string path, StaffRole role = StaffRole.Editor, BrowserNewContextOptions? reader = null, bool share = false)
    {
        reader ??= new();
        reader.StorageState =
            await _sessions.GetOrAdd(name, _ => new(async () => await (await SignInAsync(name, role)).Context.StorageStateAsync())).Value;
        return await OpenAsync(null, path, reader, share);
    }

    /// <summary>Fills in the sign-in form that a page shows.</summary>
    public static async Task SignInOnAsync(IPage page, string name)
    {
        await page.GetByLabel("E-mail address").FillAsync(PortalProcess.AddressOf(name));
        await page.GetByLabel("Password").FillAsync(PortalProcess.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("/staff/sign-in"));
        await LoadedAsync(page.MainFrame);
    }

    /// <summary>
    /// Waits until the page that stands there has come whole. <c>WaitForLoadStateAsync</c> listens for its events, and one that comes while
    /// it begins to listen is lost: on a busy machine that happens.
    /// </summary>
    public static Task LoadedAsync(IFrame frame) => frame.WaitForFunctionAsync("() => document.readyState === 'complete'");

    /// <summary>Does what leads to another page, and waits until that one has come whole, whatever its address.</summary>
    public static async Task LeaveAsync(IPage page, Func<Task> press)
    {
        await page.EvaluateAsync("() => { window.left = true; }");
        await press();
        await page.WaitForFunctionAsync("() => !window.left && document.readyState === 'complete'");
    }

    /// <summary>
    /// Waits for the page whose address ends so to have loaded. <c>WaitForURLAsync</c> looks at the address and listens only then: an
    /// arrival in between is lost.
    /// </summary>
    public static async Task ArriveAsync(IPage page, string end)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"{Regex.Escape(end)}$"));
        await LoadedAsync(page.MainFrame);
    }

    private async Task<IPage> OpenAsync(PortalProcess? portal, string path, BrowserNewContextOptions? reader, bool share = false)
    {
        if (_browser is null && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(Missing);
        Assert.SkipWhen(_browser is null, Missing);

        reader ??= new();
        reader.BaseURL = (portal ?? _portal!).Address;
        // One page crosses over into the next by dozens of pictures, each of which is drawn.
        reader.ReducedMotion ??= ReducedMotion.Reduce;
        var page = await NewPageAsync(reader, share);
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        return page;
    }

    /// <summary>
    /// The tests of a class run one after the other: what an earlier one has opened is closed, or hundreds of windows stay at work. It is
    /// closed after the new page is there, because two windows never share a process, and a new one compiles every script anew.
    /// </summary>
    private async Task<IPage> NewPageAsync(BrowserNewContextOptions reader, bool share)
    {
        var (tests, test) = (TestContext.Current.TestClass!.UniqueID, TestContext.Current.Test!.UniqueID);
        var page = share ? await NewPageInSharedWindowAsync(tests, reader) : await (await _browser!.NewContextAsync(reader)).NewPageAsync();
        var before = _open.GetValueOrDefault(tests, []);
        foreach (var (_, close) in before.Where(one => one.Test != test))
            await ClosedAsync(close());
        _open[tests] = [.. before.Where(one => one.Test == test), (test, () => share ? page.CloseAsync() : page.Context.CloseAsync())];
        return page;
    }

    /// <summary>
    /// A browser that is told to close a window while a page is on its way there may never say that it has, and Playwright sets no
    /// limit to that wait. The tests do not depend on it.
    /// </summary>
    private static async Task ClosedAsync(Task closing)
    {
        try
        {
            await closing.WaitAsync(LongestClose);
        }
        catch (TimeoutException)
        {
        }
    }

    /// <summary>What a page can be told by itself, size and colours, needs no window of its own.</summary>
    private async Task<IPage> NewPageInSharedWindowAsync(string tests, BrowserNewContextOptions reader)
    {
        BrowserNewContextOptions lasting =
            new() { BaseURL = reader.BaseURL, JavaScriptEnabled = reader.JavaScriptEnabled, StorageState = reader.StorageState };
        var window = _shared.GetOrAdd(
            (tests, lasting.JavaScriptEnabled, lasting.StorageState), _ => new(() => _browser!.NewContextAsync(lasting)));
        var page = await (await window.Value).NewPageAsync();
        if (reader.ViewportSize is { } size)
            await page.SetViewportSizeAsync(size.Width, size.Height);
        await page.EmulateMediaAsync(new()
        {
            ColorScheme = reader.ColorScheme,
            ForcedColors = reader.ForcedColors,
            ReducedMotion = reader.ReducedMotion,
        });
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
}

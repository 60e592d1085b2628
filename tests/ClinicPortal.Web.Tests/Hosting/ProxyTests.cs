using System.Collections.Concurrent;
using System.Net;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Tests.Accounts;
using ClinicPortal.Web.Tests.Staff;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ClinicPortal.Web.Tests.Hosting;

/// <summary>
/// What is taken of what a proxy says: for whom a request counts, told by the wrong tries to sign in that lead to a pause, the scheme and
/// the sub-path.
/// </summary>
public sealed class ProxyTests
{
    private const string Proxy = "203.0.113.9";
    private const string Reader = "198.51.100.7";
    private const string Other = "198.51.100.8";

    [Theory]
    [InlineData(Proxy)]
    [InlineData("10.0.0.0/8, 203.0.113.0/24")]
    public async Task Behind_a_trusted_proxy_each_client_counts_alone(string trusted)
    {
        await using var portal = new BehindProxy(trusted);

        await portal.TryTooOftenAsync(Proxy, Reader);

        Assert.True(await portal.MustWaitAsync(Proxy, Reader));
        Assert.False(await portal.MustWaitAsync(Proxy, Other));
    }

    [Fact]
    public async Task The_last_hop_that_is_no_trusted_proxy_counts_whatever_the_client_wrote_before_it()
    {
        await using var portal = new BehindProxy($"{Proxy}, 10.0.0.0/8");

        await portal.TryTooOftenAsync(Proxy, $"{Reader}, 10.1.2.3");

        Assert.True(await portal.MustWaitAsync(Proxy, $"{Other}, {Reader}, 10.1.2.3"));
        Assert.False(await portal.MustWaitAsync(Proxy, $"{Reader}, {Other}, 10.1.2.3"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.0/8")]
    public async Task A_forged_header_from_elsewhere_changes_nothing_and_stands_in_the_log_once(string trusted)
    {
        await using var portal = new BehindProxy(trusted);

        await portal.TryTooOftenAsync(Proxy, Reader);

        Assert.True(await portal.MustWaitAsync(Proxy, Other));
        Assert.False(await portal.MustWaitAsync(Other, Reader));
        var told = Assert.Single(portal.Warnings, line => line.Contains("not a trusted proxy", StringComparison.Ordinal));
        Assert.StartsWith(Proxy, told, StringComparison.Ordinal);
        Assert.Equal($"{Proxy} has sent X-Forwarded-For", portal.Services.GetRequiredService<ProxySightings>().Untrusted);
    }

    [Theory]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Prefix", "/elsewhere")]
    [InlineData("X-Forwarded-Host", "elsewhere.example")]
    [InlineData("Forwarded", "proto=https;host=elsewhere.example")]
    public async Task Of_nobody_else_any_such_header_is_taken(string header, string value)
    {
        await using var portal = new BehindProxy("10.0.0.0/8");
        using var plain = await portal.GetAsync("/staff/sign-in", Proxy);

        using var forged = await portal.GetAsync("/staff/sign-in", Proxy, (header, value));

        Assert.Equal(PathsAndRights(plain), PathsAndRights(forged));
        Assert.Equal(await AddressesOf(plain), await AddressesOf(forged));
        var told = Assert.Single(portal.Warnings, line => line.Contains("not a trusted proxy", StringComparison.Ordinal));
        Assert.StartsWith($"{Proxy} sends {header} ", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_that_a_trusted_proxy_forwards_is_not_taken_either()
    {
        await using var portal = new BehindProxy(Proxy);
        using var plain = await portal.GetAsync("/", Proxy);

        using var forged = await portal.GetAsync("/", Proxy, ("X-Forwarded-Host", "elsewhere.example"));

        Assert.Equal(await AddressesOf(plain), await AddressesOf(forged));
    }

    [Theory]
    [InlineData("", "https", true)]
    [InlineData("", "http", false)]
    [InlineData("http://clinic.example", "https", false)]
    [InlineData("https://clinic.example", "http", true)]
    public async Task The_scheme_is_that_of_the_public_origin_or_where_none_is_set_what_a_trusted_proxy_says(
        string origin, string forwarded, bool secure)
    {
        await using var portal = new BehindProxy(Proxy);
        portal.Settings["Portal:PublicOrigin"] = origin;

        using var answer = await portal.GetAsync("/staff/sign-in", Proxy, ("X-Forwarded-Proto", forwarded));

        Assert.All(
            answer.Headers.GetValues("Set-Cookie"),
            cookie => Assert.Equal(secure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task The_sub_path_that_a_trusted_proxy_says_stands_before_each_address_and_in_nobody_elses_cached_page()
    {
        await using var portal = new BehindProxy(Proxy);

        for (var time = 0; time < 2; time++)
            foreach (var prefix in new[] { "/one", "", "/two" })
            {
                using var answer = await portal.GetAsync("/treatments", Proxy, ("X-Forwarded-Prefix", prefix));
                var addresses = await AddressesOf(answer);
                Assert.All(addresses, address => Assert.StartsWith($"{prefix}/", address, StringComparison.Ordinal));
                Assert.Contains($"{prefix}/treatments/prp", addresses);
            }
        using var sent = await portal.GetAsync("/staff", Proxy, ("X-Forwarded-Prefix", "/one/"));
        Assert.StartsWith("/one/staff/sign-in?", sent.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("/one ", Assert.Single(portal.Warnings, line => line.Contains("X-Forwarded-Prefix", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("/a\"b")]
    [InlineData("/..")]
    [InlineData("/a b")]
    [InlineData("/a?b")]
    [InlineData("elsewhere")]
    public async Task What_is_no_sub_path_is_none(string prefix)
    {
        await using var portal = new BehindProxy(Proxy);

        using var answer = await portal.GetAsync("/treatments", Proxy, ("X-Forwarded-Prefix", prefix));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("/treatments/prp", await AddressesOf(answer));
    }

    [Fact]
    public async Task A_setting_for_the_sub_path_is_above_what_a_proxy_says()
    {
        await using var portal = new BehindProxy(Proxy);
        portal.Settings["Portal:PathBase"] = "/ours";

        using var answer = await portal.GetAsync("/treatments", Proxy, ("X-Forwarded-Prefix", "/theirs"));

        Assert.Contains("/ours/treatments/prp", await AddressesOf(answer));
    }

    [Fact]
    public async Task No_header_leads_a_mailed_link_elsewhere()
    {
        await using var post = new SmtpListener();
        await using var portal = new BehindProxy(Proxy);
        (portal.Settings["Portal:Smtp:Host"], portal.Settings["Portal:Smtp:Port"]) = ("127.0.0.1", $"{post.Port}");
        (portal.Settings["Portal:Smtp:From"], portal.Settings["Portal:Smtp:Tls"]) = ("portal@clinic.example", "None");
        portal.Settings["Portal:PublicOrigin"] = "https://clinic.example";
        portal.ClientOptions.BaseAddress = new("https://clinic.example");
        await StaffBrowser.InvitedAsync(portal, "Eve Editor", StaffRole.Editor);
        var browser = portal.BrowserOf(
            ("X-Forwarded-Prefix", "/elsewhere"), ("X-Forwarded-Host", "elsewhere.example"), ("Host", "elsewhere.example"));

        var asked = await browser.SendAsync(
            "/elsewhere/staff/sign-in", new() { ["Email"] = StaffBrowser.AddressOf("Eve Editor") }, "button[formaction*=Link]");

        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Contains("https://clinic.example/staff/invitation?", await post.NextAsync(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> PathsAndRights(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie[cookie.IndexOf(';', StringComparison.Ordinal)..]);

    private static async Task<IReadOnlyList<string>> AddressesOf(HttpResponseMessage answer)
    {
        var page = await StaffBrowser.ReadAsync(answer);
        return
        [
            .. page.QuerySelectorAll("[href^='/'], [src^='/'], [action^='/'], link[rel=canonical]").Select(element =>
                element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action")!)
                .Where(address => address is ['/', ..] || address.Contains("elsewhere", StringComparison.Ordinal)),
        ];
    }

    private sealed class BehindProxy : PortalFactory
    {
        public BehindProxy(string trusted) => Settings["Portal:TrustedProxies"] = trusted;

        public ConcurrentQueue<string> Warnings { get; } = [];

        private HttpClient Stranger => field ??= CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

        public async Task TryTooOftenAsync(string from, string forwardedFor)
        {
            for (var tries = 0; tries < SignInTries.Most; tries++)
                await MustWaitAsync(from, forwardedFor);
        }

        public async Task<HttpResponseMessage> GetAsync(string address, string from, params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add(ClientAddresses.Header, from);
            foreach (var (name, value) in headers)
                request.Headers.TryAddWithoutValidation(name, value);
            return await Stranger.SendAsync(request, StaffBrowser.Cancel);
        }

        /// <summary>Of somebody behind the proxy, whose requests have these headers.</summary>
        public StaffBrowser BrowserOf(params (string Name, string Value)[] headers) => BrowserOf(Proxy, headers);

        private StaffBrowser BrowserOf(string from, (string Name, string Value)[] headers)
        {
            var cookies = new CookieContainer();
            var client = CreateDefaultClient(ClientOptions.BaseAddress, new CookieContainerHandler(cookies));
            client.DefaultRequestHeaders.Add(ClientAddresses.Header, from);
            foreach (var (name, value) in headers)
                client.DefaultRequestHeaders.Add(name, value);
            return new(client, cookies);
        }

        /// <summary>By one try more.</summary>
        public async Task<bool> MustWaitAsync(string from, string forwardedFor)
        {
            var answer = await BrowserOf(from, [("X-Forwarded-For", forwardedFor)]).SignInAsync("Una Unknown");
            return (await StaffBrowser.ReadAsync(answer, HttpStatusCode.BadRequest)).QuerySelector(".alert")!.TextContent
                .Contains("Too many wrong tries", StringComparison.Ordinal);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services
                .AddSingleton<IStartupFilter>(new ClientAddresses())
                .Replace(ServiceDescriptor.Singleton<ILoggerFactory>(new LoggerFactory([new Listener(Warnings)]))));
        }
    }

    private sealed class Listener(ConcurrentQueue<string> warnings) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                warnings.Enqueue(formatter(state, exception));
        }

        public void Dispose() { }
    }
}

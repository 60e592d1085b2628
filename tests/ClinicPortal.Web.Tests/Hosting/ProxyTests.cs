using System.Collections.Concurrent;
using System.Net;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Tests.Staff;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ClinicPortal.Web.Tests.Hosting;

/// <summary>Whom a request counts for, told by the wrong tries to sign in that lead to a pause.</summary>
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
        var told = Assert.Single(portal.Warnings, line => line.Contains("no trusted proxy", StringComparison.Ordinal));
        Assert.StartsWith(Proxy, told, StringComparison.Ordinal);
    }

    private sealed class BehindProxy : PortalFactory
    {
        public BehindProxy(string trusted) => Settings["Portal:TrustedProxies"] = trusted;

        public ConcurrentQueue<string> Warnings { get; } = [];

        public async Task TryTooOftenAsync(string from, string forwardedFor)
        {
            for (var tries = 0; tries < SignInTries.Most; tries++)
                await MustWaitAsync(from, forwardedFor);
        }

        /// <summary>By one try more.</summary>
        public async Task<bool> MustWaitAsync(string from, string forwardedFor)
        {
            var cookies = new CookieContainer();
            var client = CreateDefaultClient(new CookieContainerHandler(cookies));
            client.DefaultRequestHeaders.Add(ClientAddresses.Header, from);
            client.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
            var answer = await new StaffBrowser(client, cookies).SignInAsync("Una Unknown");
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

using System.Globalization;
using System.Text.Json;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using ClinicPortal.Web.Tests.Staff;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;

namespace ClinicPortal.Web.Tests.Hosting;

public sealed class PortalLoggingTests
{
    [Fact]
    public async Task The_log_knows_the_page_and_nothing_of_the_reader()
    {
        await using var logging = new LoggingPortal();
        var request = new HttpRequestMessage(HttpMethod.Get, "/search?q=secret-worry");
        request.Headers.Add("X-Forwarded-For", "203.0.113.77");
        request.Headers.Add("User-Agent", "Telltale/1.0");
        await logging.Reader.SendAsync(request, TestContext.Current.CancellationToken);
        await logging.Get("/treatments/a%0AINF%20forged");
        await logging.Get("/compare/mesotherapy-vs-prp?rows=reversible");
        await logging.Get("/compare/mesotherapy-vs-prp?rows=reversible,pain");

        var lines = logging.Events.Select(line =>
            line.RenderMessage(System.Globalization.CultureInfo.InvariantCulture) + string.Join(' ', line.Properties)).ToList();

        Assert.Contains(lines, line => line.Contains("/search", StringComparison.Ordinal));
        Assert.DoesNotContain(
            lines,
            line =>
                line.Contains("secret-worry", StringComparison.Ordinal)
                    || line.Contains("reversible", StringComparison.Ordinal)
                    || line.Contains("203.0.113.77", StringComparison.Ordinal)
                    || line.Contains("Telltale", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains('\n', StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_stands_in_the_audit_log_is_an_event_of_its_kind_without_the_network_it_came_from()
    {
        await using var logging = new LoggingPortal();
        await StaffBrowser.InvitedAsync(logging, "Eve Editor", StaffRole.Editor);
        await new StaffBrowser(logging).SignInAsync("Eve Editor");

        await using var db = await StaffBrowser.StoreOf(logging);
        var kept = db.AuditRecords.AsEnumerable().Select(one => $"{one.Kind}: {one.Subject}: {one.What} By {one.By}.").ToList();
        var told = logging.Events.Where(line => line.Properties.ContainsKey("Kind")).ToList();

        Assert.Contains(kept, line => line.StartsWith("Access: Eve Editor (eve.editor@clinic.example): Invited.", StringComparison.Ordinal));
        Assert.Contains("SignIn: : Signed in with a password. By Eve Editor.", kept);
        Assert.Equal(kept.Order(), told.Select(line => line.RenderMessage(CultureInfo.InvariantCulture)).Order());
        Assert.All(told, line => Assert.DoesNotContain("Network", line.Properties.Keys));
    }

    [Fact]
    public async Task The_log_is_kept_in_the_data_folder_too_a_JSON_object_a_line_with_its_moment()
    {
        await using var portal = await PortalProcess.StartAsync();
        using (var reader = new HttpClient { BaseAddress = new Uri(portal.Address) })
            await reader.GetAsync("/glossary?q=secret-worry", TestContext.Current.CancellationToken);

        var lines = await LinesUntilAsync(new DataFolder(portal.Data).Logs, "/glossary");

        Assert.All(lines, line => Assert.Equal(TimeSpan.Zero, line.RootElement.GetProperty("@t").GetDateTimeOffset().Offset));
        Assert.Contains(lines, line => line.RootElement.TryGetProperty("Path", out var path) && path.GetString() == "/glossary");
    }

    /// <summary>The only file's lines, once it has that word: lines are written a little after what they tell.</summary>
    private static async Task<List<JsonDocument>> LinesUntilAsync(string folder, string word)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            var file = Assert.Single(Directory.GetFiles(folder, "portal-????????.log"));
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            var text = await reader.ReadToEndAsync(limit.Token);
            if (text.EndsWith('\n') && text.Contains(word, StringComparison.Ordinal))
                return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line))];
            await Task.Delay(50, limit.Token);
        }
    }

    private sealed class LoggingPortal : PortalFactory
    {
        private readonly Kept _kept = new();

        public IEnumerable<LogEvent> Events => _kept.Events;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<ILogEventSink>(_kept));
        }

        // Not the portal itself: the logger disposes of its sinks, on a thread of its own.
        private sealed class Kept : ILogEventSink
        {
            public System.Collections.Concurrent.ConcurrentQueue<LogEvent> Events { get; } = [];

            public void Emit(LogEvent logEvent) => Events.Enqueue(logEvent);
        }
    }
}

using System.Globalization;
using System.Net;
using System.Text.Json;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Tests.Staff;
using Microsoft.AspNetCore.Builder;
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
        await using var db = await StaffBrowser.StoreOf(logging);
        var before = db.AuditRecords.Count();
        await StaffBrowser.InvitedAsync(logging, "Eve Editor", StaffRole.Editor);
        await new StaffBrowser(logging).SignInAsync("Eve Editor");

        var kept = db.AuditRecords.OrderBy(one => one.Id).Skip(before).AsEnumerable()
            .Select(one => $"{one.Kind} by {one.By} [{one.Subject}] x{one.Count}: {one.What}").ToList();
        var told = logging.Events.Where(line => line.Properties.ContainsKey("Kind")).ToList();

        Assert.Contains(kept, line => line.Contains("[Eve Editor (eve.editor@clinic.example)] x1: Invited.", StringComparison.Ordinal));
        Assert.Contains("SignIn by Eve Editor [] x1: Signed in with a password.", kept);
        Assert.Equal(kept.Order(), told.Select(line => line.RenderMessage(CultureInfo.InvariantCulture)).Order());
        Assert.Contains(LoggingPortal.Network, db.AuditRecords.Select(one => one.Network));
        Assert.All(logging.Events, line => Assert.DoesNotContain(LoggingPortal.Host, EverythingIn(line), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_rolled_back_is_not_told_and_what_is_committed_is_told_once()
    {
        await using var logging = new LoggingPortal();
        foreach (var (subject, isCommitted) in new[] { ("one", false), ("two", true) })
        {
            await using var db = await StaffBrowser.StoreOf(logging);
            await using var transaction = await db.Database.BeginTransactionAsync(StaffBrowser.Cancel);
            db.Record(AuditKind.Export, subject, "Downloaded.");
            await db.SaveChangesAsync(StaffBrowser.Cancel);
            Assert.DoesNotContain(logging.Events, line => EverythingIn(line).Contains($"[{subject}]", StringComparison.Ordinal));
            await (isCommitted ? transaction.CommitAsync(StaffBrowser.Cancel) : transaction.RollbackAsync(StaffBrowser.Cancel));
        }

        Assert.DoesNotContain(logging.Events, line => EverythingIn(line).Contains("[one]", StringComparison.Ordinal));
        Assert.Single(logging.Events, line => EverythingIn(line).Contains("[two]", StringComparison.Ordinal));
    }

    private static string EverythingIn(LogEvent line) =>
        line.RenderMessage(CultureInfo.InvariantCulture) + string.Join(' ', line.Properties);

    [Fact]
    public async Task The_log_is_kept_in_the_data_folder_too_a_JSON_object_a_line_with_its_moment()
    {
        var data = Directory.CreateTempSubdirectory("logged-").FullName;
        // What waits to be written is written when the portal ends.
        await using (var portal = new PortalFactory { Data = data, Settings = { ["Portal:SampleContent"] = "false" } })
            await portal.Get("/glossary?q=secret-worry");

        var lines = Directory.GetFiles(new DataFolder(data).Logs, "portal-????????.log").SelectMany(File.ReadAllLines)
            .Select(line => JsonDocument.Parse(line)).ToList();
        PortalFactory.Delete(data);

        Assert.All(lines, line => Assert.Equal(TimeSpan.Zero, line.RootElement.GetProperty("@t").GetDateTimeOffset().Offset));
        Assert.Contains(lines, line => line.RootElement.TryGetProperty("Path", out var path) && path.GetString() == "/glossary");
    }

    private sealed class LoggingPortal : PortalFactory
    {
        public const string Host = "203.0.113.", Network = Host + "0/24";

        private readonly Kept _kept = new();

        public IEnumerable<LogEvent> Events => _kept.Events;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services
                .AddSingleton<ILogEventSink>(_kept).AddSingleton<IStartupFilter>(new FromOneAddress()));
        }

        private sealed class FromOneAddress : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
            {
                app.Use((context, onward) =>
                {
                    context.Connection.RemoteIpAddress = IPAddress.Parse($"{Host}8");
                    return onward();
                });
                next(app);
            };
        }

        // Not the portal itself: the logger disposes of its sinks, on a thread of its own.
        private sealed class Kept : ILogEventSink
        {
            public System.Collections.Concurrent.ConcurrentQueue<LogEvent> Events { get; } = [];

            public void Emit(LogEvent logEvent) => Events.Enqueue(logEvent);
        }
    }
}

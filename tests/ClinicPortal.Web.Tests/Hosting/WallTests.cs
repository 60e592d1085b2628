using System.Data.Common;
using System.Net;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ClinicPortal.Web.Tests.Hosting;

public sealed class WallTests
{
    private static readonly (string Exit, string Address)[] Exits =
    [
        ("/", "/"),
        ("/treatments", "/treatments"),
        ("/treatments/prp", "/treatments/prp"),
        ("/treatments/zirconite", "/treatments/zirconite"),
        ("/search", "/search?q=zirconite"),
        ("/compare", "/compare/prp-vs-zirconite"),
        ("/sitemap.xml", "/sitemap.xml"),
    ];

    private const string Secret = "Zirconite";

    [Fact]
    public void Patients_pages_never_hold_the_store()
    {
        var pages = typeof(PortalOptions).Assembly.GetTypes()
            .Where(type =>
                type.IsAssignableTo(typeof(PageModel))
                    && type.Namespace!.StartsWith("ClinicPortal.Web.Pages.Patients", StringComparison.Ordinal)).ToList();

        var needs = pages.SelectMany(page => page.GetConstructors())
            .SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => parameter.ParameterType);

        Assert.True(pages.Count > 10);
        Assert.DoesNotContain(
            needs,
            type =>
                type == typeof(ClinicDbContext)
                    || type == typeof(IDbContextFactory<ClinicDbContext>)
                    || type == typeof(Publisher)
                    || type == typeof(IServiceProvider));
    }

    [Fact]
    public void Settings_are_read_before_the_start_and_handed_in_from_there() =>
        Assert.Equal(["PortalOptionsReader.cs", "ServerUrls.cs", "SettingsReader.cs"], FilesWith("IConfiguration "));

    [Fact]
    public void The_clock_comes_in_at_one_place_and_is_handed_in_from_there() =>
        Assert.Equal(
            ["PortalBuilder.cs"],
            FilesWith(
                "TimeProvider.System", "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow"));

    [Fact]
    public async Task No_public_page_runs_sql()
    {
        await using var portal = new CountingPortal();
        await portal.GetPage("/");
        var before = portal.Commands.Count;

        foreach (var path in SearchEngineEndpoints.IndexedPaths(SampleClinic.Edition, KnownMarkets.None)
            .Concat(
                [
                    "/search?q=prp", "/compare?a=prp&b=prp", "/no/such/page", "/sitemap.xml", "/robots.txt", "/compare/prp-vs-no-treatment",
                    "/compare/mesotherapy-vs-prp?edition=1", "/compare/mesotherapy-vs-prp?edition=2",
                    "/compare/mesotherapy-vs-prp?edition=0", "/compare/mesotherapy-vs-prp?rows=onset,pain",
                    "/compare/mesotherapy-vs-prp/sheet?rows=onset,pain", "/health/live"]))
            Assert.InRange((int)(await portal.Get(path)).StatusCode, 200, 404);

        Assert.Equal(before, portal.Commands.Count);
        await portal.Get("/health/ready");
        Assert.NotEqual(before, portal.Commands.Count);
    }

    [Fact]
    public async Task A_draft_leaves_by_no_exit_until_it_is_published()
    {
        await using var portal = new PortalFactory();
        _ = portal.Reader;
        var draft = SampleClinic.Content.Treatments[0] with
        {
            Slug = "zirconite",
            FormerSlugs = [],
            Name = LocalText.English(Secret),
            ShortName = null,
        };
        var changed = SampleClinic.Content with
        {
            Treatments = [
                .. SampleClinic.Content.Treatments.Select(treatment =>
                    treatment with { Summary = LocalText.English($"{treatment.Summary} {Secret}") }),
                draft],
        };

        var before = await TagsOf(portal);
        Assert.Contains(before, one => one.Tag is not null);

        Assert.IsType<ImportOutcome.Imported>(
            await portal.Services.GetRequiredService<ContentImporter>()
                .ImportAsync(changed, cancel: TestContext.Current.CancellationToken));

        Assert.Equal("", await ExitsOf(portal));
        // Nor does a tag tell that something is about to change.
        Assert.Equal(before, await TagsOf(portal));

        var publisher = portal.Services.GetRequiredService<Publisher>();
        await publisher.PublishAsync("A test", null, DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);
        portal.Services.GetRequiredService<CurrentEdition>()
            .Replace(await publisher.OpenLatestAsync(TestContext.Current.CancellationToken));

        Assert.Equal("/ /treatments /treatments/prp /treatments/zirconite /search /compare /sitemap.xml", await ExitsOf(portal));
        // What is searched for is kept by nobody, and has none.
        Assert.Equal(
            ["/search"], before.Zip(await TagsOf(portal)).Where(exit => exit.First == exit.Second).Select(exit => exit.First.Exit));
    }

    private static IEnumerable<string> FilesWith(params string[] words)
    {
        var web = Path.Combine(SampleClinic.RepositoryRoot(), "src", "ClinicPortal.Web");
        return Directory.GetFiles(web, "*.cs*", SearchOption.AllDirectories)
            .Where(file => words.Any(File.ReadAllText(file).Contains)).Select(file => Path.GetFileName(file)).Order();
    }

    /// <summary>What an exit answers to somebody who has read it before.</summary>
    private static async Task<IReadOnlyList<(string Exit, HttpStatusCode Status, string? Tag)>> TagsOf(PortalFactory portal)
    {
        var tags = new List<(string, HttpStatusCode, string?)>();
        foreach (var (exit, address) in Exits)
        {
            var answer = await portal.Get(address);
            tags.Add((exit, answer.StatusCode, answer.Headers.ETag?.ToString()));
        }
        return tags;
    }

    /// <summary>The exits at which the secret word can be read.</summary>
    private static async Task<string> ExitsOf(PortalFactory portal)
    {
        var leaks = new List<string>();
        foreach (var (exit, address) in Exits)
        {
            var answer = await portal.Get(address);
            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var said = exit == "/search"
                ? html.Contains("/treatments/zirconite", StringComparison.Ordinal)
                : html.Contains(Secret, StringComparison.OrdinalIgnoreCase);
            if (answer.StatusCode == HttpStatusCode.OK && said)
                leaks.Add(exit);
        }
        return string.Join(' ', leaks);
    }

    private sealed class CountingPortal : PortalFactory
    {
        public CommandCounter Commands { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
            {
                services.ConfigureDbContext<ClinicDbContext>(options => options.AddInterceptors(Commands));
                // It looks for newer editions now and then, on nobody's request.
                services.RemoveAll<Microsoft.Extensions.Hosting.IHostedService>();
            });
        }
    }

    private sealed class CommandCounter : DbCommandInterceptor
    {
        private int _count;

        public int Count => _count;

        public override DbCommand CommandCreated(CommandEndEventData eventData, DbCommand result)
        {
            Interlocked.Increment(ref _count);
            return result;
        }
    }
}

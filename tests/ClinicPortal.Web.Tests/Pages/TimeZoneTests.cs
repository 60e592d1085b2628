using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using ClinicPortal.Web.Tests.Staff;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ClinicPortal.Web.Tests.Pages;

/// <summary>Days that people read are the clinic's days, wherever the server stands.</summary>
public sealed class TimeZoneTests
{
    private const string Pair = "/compare/mesotherapy-vs-prp";

    // 00:30 on 2 December in Istanbul.
    private static readonly DateTimeOffset Published = new(2026, 12, 1, 21, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Europe/Istanbul", "2 December 2026", "2026-12-02", "2 December 2026, 00:30 Istanbul time")]
    [InlineData(null, "1 December 2026", "2026-12-01", "1 December 2026, 21:30 UTC")]
    public async Task An_edition_is_of_the_clinics_day(string? zone, string day, string iso, string moment)
    {
        await using var portal = new ClinicIn(zone, Published);
        var staff = await StaffBrowser.SignedInAsync(portal, "Ada Admin");
        await PublishAsync(portal, "020 7946 0998");
        await ChangeAsync(portal);
        var home = await portal.GetPage("/");
        var time = home.QuerySelector("footer time")!;
        var sitemap = await (await portal.Get("/sitemap.xml")).Content.ReadAsStringAsync(StaffBrowser.Cancel);

        Assert.Equal((day, iso), (time.TextContent, time.GetAttribute("datetime")));
        Assert.Contains($"\"dateModified\":\"{iso}\"", home.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Contains($"Edition 2, published {day}.", (await portal.GetPage($"{Pair}/sheet")).QuerySelector(".sheet__foot")!.TextContent);
        Assert.Contains($"<lastmod>{iso}</lastmod>", sitemap);
        Assert.Contains($"published {moment}.", (await staff.PageAsync("/staff")).QuerySelector("main")!.TextContent);
        Assert.Equal($"{moment}, Nora Nurse", (await staff.PageAsync("/staff/history")).QuerySelector(".history h2")!.TextContent);

        await PublishAsync(portal, "020 7946 0999");
        Assert.Contains(
            $"edition\u00a02, published {day}",
            (await portal.GetPage($"{Pair}?edition=2")).GetElementById("past-edition")!.TextContent);
    }

    [Theory]
    [InlineData("America/Los_Angeles", false)]
    [InlineData(null, true)]
    public async Task A_review_is_overdue_after_the_clinics_midnight(string? zone, bool overdue)
    {
        // 22:00 on 1 December in Los Angeles, the day on which the review is due.
        await using var portal = new ClinicIn(zone, new(2026, 12, 2, 6, 0, 0, TimeSpan.Zero));
        _ = portal.Reader;
        portal.Services.GetRequiredService<CurrentEdition>().Replace(new Edition(2, Published, ReviewedUntil(new(2026, 12, 1))));

        Assert.Equal(overdue, (await portal.GetPage(Pair)).GetElementById("overdue") is not null);

        portal.Clock.Advance(TimeSpan.FromHours(2));
        Assert.NotNull((await portal.GetPage(Pair)).GetElementById("overdue"));
    }

    [Theory]
    [InlineData("Europe/Istanbul", " are older than 10 years")]
    [InlineData(null, "none is older than 10 years")]
    public async Task Sources_are_as_old_as_the_clinics_year_says(string? zone, string words)
    {
        // Half past midnight on 1 January 2027 in Istanbul.
        DateTimeOffset lastNight = new(2026, 12, 31, 21, 30, 0, TimeSpan.Zero);
        await using var portal = new ClinicIn(zone, lastNight);
        _ = portal.Reader;
        var content =
            SampleClinic.Content with { Sources = [.. SampleClinic.Content.Sources.Select(source => source with { Year = 2016 })] };
        portal.Services.GetRequiredService<CurrentEdition>().Replace(new Edition(2, lastNight, content));

        Assert.Contains(words, (await portal.GetPage(Pair)).GetElementById("made")!.TextContent);
    }

    [Theory]
    [InlineData("Europe/Istanbul", "from=2026-12-02", "to=2026-12-01")]
    [InlineData(null, "to=2026-12-01", "from=2026-12-02")]
    public async Task The_history_is_searched_by_the_clinics_days(string? zone, string found, string missed)
    {
        await using var portal = new ClinicIn(zone, Published);
        var staff = await StaffBrowser.SignedInAsync(portal, "Ada Admin");
        await ChangeAsync(portal);

        Assert.Contains("Nora Nurse", (await staff.PageAsync($"/staff/history?{found}")).QuerySelector(".history")!.TextContent);
        Assert.DoesNotContain("Nora Nurse", (await staff.PageAsync($"/staff/history?{missed}")).QuerySelector(".history")!.TextContent);
    }

    [Fact]
    public async Task A_draft_is_of_the_clinics_time()
    {
        const string Answer = "/staff/treatments/prp/answers/pain", Moment = "2 December 2026, 00:30 Istanbul time";
        await using var portal = new ClinicIn("Europe/Istanbul", Published);
        var staff = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        await staff.SendAsync(Answer, new() { ["Form.Text"] = "Half a sent" }, "button[formaction*=SaveDraft]");

        Assert.Contains(Moment, (await staff.PageAsync("/staff")).QuerySelector("section[aria-labelledby=unfinished]")!.TextContent);
        Assert.Contains(Moment, (await staff.PageAsync(Answer)).QuerySelector("div.draft")!.TextContent);

        await staff.SendAsync(Answer, [], "button[formaction*=DiscardDraft]");
        Assert.Contains(Moment, (await staff.PageAsync(Answer)).QuerySelector("p.draft")!.TextContent);
    }

    private static async Task ChangeAsync(PortalFactory portal)
    {
        await using var db = await StaffBrowser.StoreOf(portal);
        var set = new ChangeSet { By = "Nora Nurse", At = Published };
        set.Changes.Add(new() { Path = "treatments/prp", Version = 2, Before = "{}", After = "{}" });
        db.Add(set);
        await db.SaveChangesAsync(StaffBrowser.Cancel);
    }

    private static async Task PublishAsync(PortalFactory portal, string telephone)
    {
        var content = SampleClinic.Content with { Clinic = SampleClinic.Content.Clinic with { Telephone = telephone } };
        await portal.Services.GetRequiredService<ContentImporter>().ImportAsync(content, cancel: StaffBrowser.Cancel);
        var publisher = portal.Services.GetRequiredService<Publisher>();
        await publisher.PublishAsync("A test", null, Published, StaffBrowser.Cancel);
        portal.Services.GetRequiredService<CurrentEdition>().Replace(await publisher.OpenLatestAsync(StaffBrowser.Cancel));
    }

    private static ClinicContent ReviewedUntil(DateOnly day) => SampleClinic.Content.SignedUntil(day, units => units.Of("prp"));

    private sealed class ClinicIn : PortalFactory
    {
        public ClinicIn(string? zone, DateTimeOffset now)
        {
            Clock = new(now);
            if (zone is not null)
                Settings["Portal:TimeZone"] = zone;
        }

        public FakeTimeProvider Clock { get; }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
        }
    }
}

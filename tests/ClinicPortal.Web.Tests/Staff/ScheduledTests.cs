using System.Net;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>Publishing at a time that was set, as an administrator does it in the browser.</summary>
public class ScheduledTests
{
    private const string Publish = "/staff/publish", Scheduled = "/staff/scheduled", Prp = "/treatments/prp";
    private const string Mechanism = "/staff/treatments/prp/answers/mechanism", Later = "#publish button[formaction*=Later]";

    [Fact]
    public async Task A_choice_is_scheduled_listed_and_published_at_its_time()
    {
        await using var portal = new PortalFactory();
        portal.Settings["Portal:TimeZone"] = "Europe/London";
        var ada = await ChangedAsync(portal);
        Assert.Contains("London time", (await ada.PageAsync(Publish)).QuerySelector("#later-hint")!.TextContent);
        var day = Tomorrow(2);

        var answer = await ScheduleAsync(ada, day, "09:30");

        Assert.Equal(Scheduled, answer.Headers.Location!.OriginalString);
        var line = Assert.Single((await ada.PageAsync(Scheduled)).QuerySelectorAll(".history > li"));
        var when = $"{DateOnly.Parse(day, null):d MMMM yyyy}, 09:30 London time";
        Assert.StartsWith(when, line.QuerySelector("h2")!.Words());
        Assert.Contains("By Ada Admin", line.TextContent);
        Assert.Contains("Spring texts", line.TextContent);
        Assert.Contains("Another way", string.Join(' ', line.QuerySelectorAll("ins").Select(one => one.TextContent)));
        foreach (var address in new[] { "/staff", Publish, "/staff/editions" })
            Assert.Contains(when, (await ada.PageAsync(address)).QuerySelector($"a[href^='{Scheduled}#schedule']")!.Words());
        var pending = await ada.PageAsync(Publish);
        Assert.Contains($"scheduled for {when}", pending.QuerySelector(".pending summary")!.TextContent);
        Assert.Empty(pending.QuerySelectorAll("input[name=Chosen][checked]"));

        await ada.SendAsync(Mechanism, new() { ["Form.Text"] = "Written later." });
        await portal.Services.GetRequiredService<Schedules>().RunDueAsync(
            TimeZoneInfo.Utc, DateTimeOffset.UtcNow.AddDays(4), StaffBrowser.Cancel);
        await CatchUpAsync(portal);

        Assert.Contains("Another way.", (await portal.GetPage(Prp)).Body!.TextContent);
        Assert.Contains("Published late", (await ada.PageAsync("/staff/editions")).QuerySelector("#edition-2")!.TextContent);
        Assert.Equal("published", (await ada.PageAsync(Scheduled)).QuerySelector("h2 .state")!.TextContent);
    }

    [Fact]
    public async Task It_is_cancelled_or_published_now_with_a_button()
    {
        await using var portal = new PortalFactory();
        var ada = await ChangedAsync(portal);
        await ScheduleAsync(ada, Tomorrow(), "09:30");

        await ada.SendAsync(Scheduled, [], "button[formaction*=Cancel]");
        var page = await ada.PageAsync(Scheduled);
        Assert.Contains("Cancelled by Ada Admin", page.QuerySelector(".history")!.ParentElement!.TextContent);
        Assert.Null(page.QuerySelector("button[formaction*=Publish]"));

        await ScheduleAsync(ada, Tomorrow(), "09:30");
        await ada.SendAsync(Scheduled, [], "button[formaction*=Publish]");
        Assert.Contains("Another way.", (await portal.GetPage(Prp)).Body!.TextContent);
    }

    [Theory]
    [InlineData("", "09:30", "Choose both a date and a time")]
    [InlineData("2099-01-01", "", "Choose both a date and a time")]
    [InlineData("soon", "09:30", "\"soon\" in \"Date\" is not a date")]
    [InlineData("2099-01-01", "soon", "\"soon\" in \"Time\" is not a time")]
    [InlineData("2020-01-01", "09:30", "1 January 2020, 09:30 UTC has passed.")]
    [InlineData("2099-01-01", "09:30", "is more than a year away")]
    public async Task A_time_that_is_none_is_told_and_nothing_is_lost(string day, string time, string words)
    {
        await using var portal = new PortalFactory();
        var ada = await ChangedAsync(portal);

        var page = await StaffBrowser.ReadAsync(await ScheduleAsync(ada, day, time), HttpStatusCode.BadRequest);

        Assert.Contains(words, page.QuerySelector("#problems")!.TextContent);
        Assert.Equal("Spring texts", page.QuerySelector("#note")!.GetAttribute("value"));
        Assert.Single(page.QuerySelectorAll("input[name=Chosen][checked]"));
        Assert.Empty(await portal.Services.GetRequiredService<Schedules>().OpenAsync(withText: false, StaffBrowser.Cancel));
    }

    [Fact]
    public async Task A_time_that_the_clocks_pass_over_or_show_twice_is_explained()
    {
        await using var portal = new ClockedPortal("2026-09-01T00:00Z");
        portal.Settings["Portal:TimeZone"] = "Pacific/Auckland";
        var ada = await ChangedAsync(portal);

        await ScheduleAsync(ada, "2026-09-27", "02:30");

        var page = await ada.PageAsync(Scheduled);
        foreach (var told in new[] { page.QuerySelector(".done")!, page.QuerySelector(".history > li")! })
            Assert.Contains(
                "02:30 does not exist that day. It will be published at the first moment after: 27 September 2026, 03:00 Auckland time.",
                told.Words());
        await ada.SendAsync(Scheduled, [], "button[formaction*=Cancel]");
        await ScheduleAsync(ada, "2027-04-04", "02:30");
        Assert.Contains("02:30 comes twice that day. It will be published the first time.", (await ada.PageAsync(Scheduled)).Body!.Words());
    }

    [Fact]
    public async Task What_has_a_time_in_it_is_not_published_at_once()
    {
        await using var portal = new PortalFactory();
        var ada = await ChangedAsync(portal);

        var page = await StaffBrowser.ReadAsync(
            await ada.SendAsync(
                Publish, new() { ["Day"] = Tomorrow(), ["Time"] = "09:30", ["Reason"] = PublishingInTests.Reason },
                "#publish button:not([formaction])"),
            HttpStatusCode.BadRequest);

        Assert.Contains("there is a date or time under “Publish later”", page.QuerySelector("#problems")!.TextContent);
        Assert.Equal("09:30", page.QuerySelector("#time")!.GetAttribute("value"));
        Assert.DoesNotContain("Another way.", (await portal.GetPage(Prp)).Body!.TextContent);
    }

    [Fact]
    public async Task One_that_was_stopped_is_told_to_all_staff_until_somebody_removes_it()
    {
        await using var portal = new PortalFactory();
        var ada = await ChangedAsync(portal);
        await ScheduleAsync(ada, Tomorrow(), "09:30");
        await portal.Services.GetRequiredService<SafetyHolds>().PlaceAsync(
            "treatments/prp", "PRP", "Wrong.", null, new(9, "Ben", DateTimeOffset.UtcNow), StaffBrowser.Cancel);
        await portal.Services.GetRequiredService<Schedules>().RunDueAsync(
            TimeZoneInfo.Utc, DateTimeOffset.UtcNow.AddDays(4), StaffBrowser.Cancel);

        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        foreach (var address in new[] { "/staff", Publish, "/staff/editions" })
            Assert.Contains(
                "Hidden from patients by a safety hold: PRP: How it is meant to work.",
                (await nora.PageAsync(address)).QuerySelector("section[aria-labelledby=stopped]")!.TextContent);
        Assert.Null((await nora.PageAsync(Scheduled)).QuerySelector("main form"));
        var refused = await StaffBrowser.ReadAsync(
            await ada.SendAsync(Scheduled, [], "button[formaction*=Publish]"), HttpStatusCode.BadRequest);
        Assert.Contains("Hidden from patients by a safety hold", refused.QuerySelector("#problems")!.TextContent);

        await ada.SendAsync(Scheduled, [], "button[formaction*=Cancel]");
        Assert.Null((await nora.PageAsync("/staff")).QuerySelector("section[aria-labelledby=stopped]"));
    }

    private static Task<HttpResponseMessage> ScheduleAsync(StaffBrowser ada, string day, string time) => ada.SendAsync(
        Publish, new() { ["Day"] = day, ["Time"] = time, ["Note"] = "Spring texts", ["Reason"] = PublishingInTests.Reason }, Later);

    private static string Tomorrow(int days = 1) => DateTime.UtcNow.AddDays(days).ToString("yyyy-MM-dd", null);

    private static async Task CatchUpAsync(PortalFactory portal)
    {
        var (publisher, current) = (
            portal.Services.GetRequiredService<Publisher>(), portal.Services.GetRequiredService<CurrentEdition>());
        await current.CatchUpAsync(publisher, await publisher.LatestNumberAsync(StaffBrowser.Cancel), StaffBrowser.Cancel);
    }

    private static async Task<StaffBrowser> ChangedAsync(PortalFactory portal)
    {
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        await ada.SendAsync(Mechanism, new() { ["Form.Text"] = "Another way." });
        return ada;
    }

    /// <summary>On a day of its own.</summary>
    private sealed class ClockedPortal(string now) : PortalFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
                services.AddSingleton<TimeProvider>(new FakeTimeProvider(DateTimeOffset.Parse(now, null))));
        }
    }
}

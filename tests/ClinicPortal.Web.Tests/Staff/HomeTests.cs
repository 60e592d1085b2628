using System.Net;
using AngleSharp.Dom;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Feedback;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using ClinicPortal.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Staff;

public sealed class HomeTests
{
    private const string Onset = "/staff/treatments/prp/answers/onset";

    [Fact]
    public async Task Words_that_were_kept_and_not_saved_are_listed_to_their_writer_alone()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var rita = await StaffBrowser.SignedInAsync(portal, "Rita Reception");
        await nora.SendAsync(Onset, new() { ["Form.Text"] = "Half a sent" }, "button[formaction*=SaveDraft]");

        var link = (await nora.PageAsync("/staff")).QuerySelector("section[aria-labelledby=unfinished] a")!;

        Assert.Equal(("PRP: First change", Onset), (link.TextContent, link.GetAttribute("href")));
        Assert.Null((await rita.PageAsync("/staff")).QuerySelector("section[aria-labelledby=unfinished]"));
    }

    [Theory]
    [InlineData("/staff/sources", "Menu: Sources", "Sources")]
    [InlineData("/staff/sources/new", "Menu: Sources", "Sources")]
    [InlineData("/staff/account", "Menu", null)]
    public async Task The_menu_of_a_phone_names_the_page_and_opens_without_script(string address, string label, string? here)
    {
        await using var portal = new PortalFactory();
        var page = await (await StaffBrowser.SignedInAsync(portal, "Nora Nurse")).PageAsync(address);

        var button = page.QuerySelector("header button[popovertarget]")!;
        Assert.Equal((label, "button"), (button.TextContent, button.GetAttribute("type")));
        var menu = page.GetElementById(button.GetAttribute("popovertarget")!)!;
        Assert.True(menu.HasAttribute("popover"));
        Assert.Equal(here, menu.QuerySelector("a[aria-current]")?.TextContent);
    }

    [Fact]
    public async Task What_has_changed_is_named_counted_and_published_by_an_administrator()
    {
        await using var portal = new PortalFactory();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        await ada.SendAsync(Onset, new() { ["Form.Text"] = "At once.", ["Form.Parts[0].Min"] = "0", ["Form.Parts[0].Max"] = "0" });

        var page = await ada.PageAsync("/staff");
        Assert.Contains("1 place changed", page.QuerySelector("a[href='/staff/treatments/prp']")!.Closest("tr")!.TextContent);
        var publish = await ada.PageAsync(page.QuerySelector("section[aria-labelledby=patients] a.button")!.GetAttribute("href")!);
        Assert.Equal("PRP: First change", publish.QuerySelector(".pending label")!.Words());

        await ada.SendAsync("/staff/publish", publish, new() { ["Note"] = "Onset", ["Reason"] = PublishingInTests.Reason });
        Assert.Contains("At once.", (await portal.GetPage("/treatments/prp")).Body!.TextContent);
        Assert.Contains(
            "Nothing has been changed since",
            (await ada.PageAsync("/staff")).QuerySelector("section[aria-labelledby=patients]")!.TextContent);
    }

    [Fact]
    public async Task What_stands_against_publishing_leads_to_the_page_where_it_is_put_right()
    {
        await using var portal = new PortalFactory();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        await ada.SendAsync(Onset, new() { ["Form.Text"] = "Soon.", ["Form.Parts[0].Min"] = "30", ["Form.Parts[0].Max"] = "2" });

        var page = await StaffBrowser.ReadAsync(await ada.SendAsync("/staff/publish", []), HttpStatusCode.BadRequest);

        var link = page.QuerySelectorAll("#publish li")
            .Single(item => item.TextContent.Contains("\"From\" is higher than \"To\"."))
            .QuerySelector("a")!;
        Assert.Equal((Onset, "PRP: First change"), (link.GetAttribute("href"), link.TextContent));
        Assert.DoesNotContain("Soon.", (await portal.GetPage("/treatments/prp")).Body!.TextContent);
    }

    [Fact]
    public async Task What_is_wrong_with_the_backups_is_told_to_everybody_and_how_they_stand_to_administrators()
    {
        await using var portal = new PortalFactory();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        portal.Services.GetRequiredService<BackupMonitor>().Failure = "The last backup could not be made.";

        var (hers, theirs) = (await nora.PageAsync("/staff"), await ada.PageAsync("/staff"));

        Assert.All([hers, theirs], page => Assert.Equal(
            "The last backup could not be made.", page.QuerySelector("section[aria-labelledby=backup-problems] li")!.TextContent));
        Assert.Equal(
            "There is no backup yet. No backup has been test-restored yet.",
            theirs.QuerySelector("section[aria-labelledby=backups] p")!.TextContent);
        Assert.Null(hers.QuerySelector("section[aria-labelledby=backups]"));
        var readiness = await portal.Get("/health/ready");
        Assert.Equal(HttpStatusCode.OK, readiness.StatusCode);
        Assert.Contains(
            """
            "backups":{"status":"Degraded","details":"There is no backup yet. No backup has been test-restored yet. The last backup could
            """.Trim(),
            await readiness.Content.ReadAsStringAsync(StaffBrowser.Cancel));
    }

    [Fact]
    public async Task What_contradicts_itself_on_patients_pages_is_listed_with_the_page_where_it_is_put_right()
    {
        await using var portal = new PortalFactory();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        await ada.SendAsync(Onset, new() { ["Form.Text"] = "After 3 to 4 weeks." });
        Assert.DoesNotContain(Findings(await ada.PageAsync("/staff")), link => link == Onset);

        await ada.SendAsync("/staff/publish", new() { ["Reason"] = PublishingInTests.Reason });

        Assert.Contains(Findings(await ada.PageAsync("/staff")), link => link == Onset);
    }

    [Theory]
    [InlineData(-31, null)]
    [InlineData(-30, ": due on ")]
    [InlineData(0, ": due on ")]
    [InlineData(1, ": was due on ")]
    public async Task A_review_is_named_a_month_before_its_day_and_then_as_late(int daysLate, string? words)
    {
        await using var portal = new StillPortal();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var due = DateOnly.FromDateTime(portal.Now.UtcDateTime).AddDays(-daysLate);
        portal.Services.GetRequiredService<CurrentEdition>().Replace(
            new Edition(2, portal.Now, SampleClinic.Content.SignedUntil(due, units => units.Of("prp"))));

        var link = (await nora.PageAsync("/staff"))
            .QuerySelector("section[aria-labelledby=attention] a[href='/staff/review/treatments/prp']");

        Assert.Equal(words is not null, link is not null);
        if (words is not null)
            Assert.Contains($"{words}{RunningText.NameOf(due)}.", link!.Closest("li")!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 0, false)]
    [InlineData(3, 0, true)]
    [InlineData(3, 3, true)]
    [InlineData(3, 4, false)]
    public async Task A_question_that_as_many_readers_call_unclear_as_clear_is_named(int notClear, int clear, bool named)
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var (counts, today) = (portal.Services.GetRequiredService<ClarityCounts>(), DateOnly.FromDateTime(DateTime.UtcNow));
        foreach (var said in Enumerable.Repeat(false, notClear).Concat(Enumerable.Repeat(true, clear)))
            await counts.AddAsync("onset", said, today, StaffBrowser.Cancel);

        Assert.Equal(named, Findings(await nora.PageAsync("/staff")).Contains("/staff/criteria/onset"));
    }

    private static IEnumerable<string?> Findings(IDocument home) =>
        home.QuerySelectorAll("section[aria-labelledby=attention] li a").Select(link => link.GetAttribute("href"));
}

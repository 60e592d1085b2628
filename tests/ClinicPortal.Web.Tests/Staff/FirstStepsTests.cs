using System.Net;
using AngleSharp.Dom;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>An empty clinic is led to its first publication, by somebody who has neither a file nor script.</summary>
public sealed class FirstStepsTests
{
    [Fact]
    public async Task An_empty_clinic_ends_with_two_published_treatments_compared_by_a_patient()
    {
        await using var portal = new PortalFactory { Settings = { ["Portal:SampleContent"] = "false" } };
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        var empty = await ada.PageAsync("/staff");

        Assert.DoesNotContain("1970", empty.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing is published yet.", empty.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(7, StepsOf(empty).Count);
        await SendAsync(0, new() { ["Form.Name"] = "Wrist Clinic", ["Form.Telephone"] = "020 7946 0111" });
        await ada.SendAsync("/staff/clinic", new() { ["Form.Telephone"] = "020 7946 0222" }, "button[formaction*=SaveDraft]");
        Assert.Null((await ada.PageAsync("/staff/clinic")).QuerySelector(".done a"));
        await SendAsync(1, new() { ["Form.Name"] = "Numb fingers" });
        await SendAsync(2, []);
        await SendAsync(3, new() { ["Form.Name"] = "Night splint", ["Form.Summary"] = "A splint for the night." });
        await SendAsync(3, new() { ["Form.Name"] = "Watchful waiting", ["Form.Summary"] = "You wait and see." });
        var steps = StepsOf(await ada.PageAsync("/staff"));
        Assert.Equal([true, true, true, true, false, false, false], steps.Select(step => step.Done));
        Assert.Equal("/staff/treatments/night-splint", steps[4].Address);
        var missing = (await ada.PageAsync("/staff/matrix")).QuerySelector("#empty-evidence")!;
        Assert.Equal("What each treatment does for each concern: 2 still to fill in", missing.QuerySelector("summary")!.TextContent.Trim());
        Assert.Equal(
            ["Night splint: Numb fingers", "Watchful waiting: Numb fingers"],
            missing.QuerySelectorAll("a").Select(link => link.TextContent));
        await SendAsync(5, new() { ["Form.Offer"] = "NotUsual" });
        await SendAsync(5, new() { ["Form.Offer"] = "NotUsual" });
        Assert.True(StepsOf(await ada.PageAsync("/staff"))[5].Done);
        Assert.Null((await ada.PageAsync("/staff/matrix")).QuerySelector("#empty-evidence"));
        await ada.SendAsync("/staff/treatments/night-splint/answers/what", new() { ["Form.Text"] = "It holds the wrist straight." });

        var listed = await StaffBrowser.ReadAsync(
            await ada.SendAsync("/staff/publish", [], "main form[method=post] button.button"),
            HttpStatusCode.BadRequest);
        var gaps = listed.QuerySelectorAll("#publish li").Where(item => item.QuerySelector("a[href^='/staff/treatments/']") is not null);
        Assert.Contains(gaps, gap => gap.TextContent.Contains("Watchful waiting answers no question yet.", StringComparison.Ordinal));
        Assert.Contains(gaps, gap => gap.TextContent.Contains("Night splint has neither an answer nor a reason", StringComparison.Ordinal));

        var published = await ada.SendAsync("/staff/publish", new() { ["Reason"] = PublishingInTests.Reason });

        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        var comparison = await portal.GetPage("/compare/night-splint-vs-watchful-waiting");
        Assert.Contains("It holds the wrist straight.", comparison.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Wrist Clinic", comparison.Body.TextContent, StringComparison.Ordinal);
        Assert.Empty(StepsOf(await ada.PageAsync("/staff")));

        async Task SendAsync(int step, Dictionary<string, string> typed)
        {
            var page = await ada.PageAsync("/staff");
            Assert.Equal(
                StepsOf(page).First(one => !one.Done).Address, page.QuerySelector("[aria-current=step] a")!.GetAttribute("href"));
            var sent = await ada.SendAsync(StepsOf(page)[step].Address, typed);
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
            // Each leads on to the next.
            var done = (await ada.PageAsync(sent.Headers.Location!.OriginalString)).QuerySelector(".done a")!;
            Assert.Equal("/staff#first-steps", done.GetAttribute("href"));
        }
    }

    private static List<(string Address, bool Done)> StepsOf(IDocument page) =>
    [
        .. page.QuerySelectorAll("section[aria-labelledby=first-steps] li").Select(step =>
            (step.QuerySelector("a")!.GetAttribute("href")!, step.QuerySelector(".state") is not null)),
    ];
}

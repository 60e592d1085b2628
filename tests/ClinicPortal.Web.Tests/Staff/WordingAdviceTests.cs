using System.Net;
using AngleSharp.Dom;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>What the checks find in words stands beside the form and before publishing: advice, or what a market has a rule of.</summary>
public class WordingAdviceTests
{
    private const string Publish = "/staff/publish", Mechanism = "/staff/treatments/prp/answers/mechanism";
    private const string Send = "#publish button:not([formaction])", Words = "We guarantee that it works.";

    [Fact]
    public async Task Without_a_market_it_is_advice()
    {
        await using var portal = new PortalFactory();
        var ada = await PromisingAsync(portal);

        var beside = Beside(await ada.PageAsync(Mechanism));
        Assert.Contains("A promised result. Nobody can promise a result.", beside, StringComparison.Ordinal);
        Assert.Matches("“[^”]*guarantee[^”]*”\\.", beside);
        Assert.DoesNotContain("may forbid this", beside, StringComparison.Ordinal);

        var page = await ada.PageAsync(Publish);
        var advice = page.QuerySelector("#publish .fold")!;
        Assert.Equal("Advice about the wording: 1", advice.QuerySelector("summary")!.TextContent);
        Assert.Equal(Mechanism, Link(advice));
        Assert.DoesNotContain(page.QuerySelectorAll("h2"), heading => heading.TextContent == "Check these first");
    }

    [Fact]
    public async Task Where_the_market_has_a_rule_it_is_published_with_a_reason()
    {
        await using var portal = new PortalFactory { Settings = { ["Portal:Market"] = "uk" } };
        var ada = await PromisingAsync(portal);

        Assert.Contains(
            "A rule in the United Kingdom may forbid this. You can still publish the text, but you have to give a reason.",
            Beside(await ada.PageAsync(Mechanism)), StringComparison.Ordinal);

        var page = await ada.PageAsync(Publish);
        Assert.Null(page.QuerySelector("#publish .fold"));
        var heading = Assert.Single(page.QuerySelectorAll("h2"), heading => heading.TextContent == "Check these first");
        Assert.Equal(Mechanism, Link(heading.NextElementSibling!));

        Assert.Equal(HttpStatusCode.BadRequest, (await ada.SendAsync(Publish, new() { ["Reason"] = "" }, Send)).StatusCode);
        Assert.DoesNotContain(Words, (await portal.GetPage("/treatments/prp")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await ada.SendAsync(Publish, new() { ["Reason"] = PublishingInTests.Reason }, Send)).StatusCode);
        Assert.Contains(Words, (await portal.GetPage("/treatments/prp")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<StaffBrowser> PromisingAsync(PortalFactory portal)
    {
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        await ada.SendAsync(Mechanism, new() { ["Form.Text"] = Words });
        return ada;
    }

    private static string Beside(IDocument page) => page.QuerySelector("ul[aria-labelledby=wording-advertising]")!.Words();

    private static string Link(IElement list) => Assert.Single(list.QuerySelectorAll("a[href^='/staff/treatments']")).GetAttribute("href")!;
}

using System.Net;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Tests.Pages;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>What staff have typed or saved and nobody has published, at every way out to patients.</summary>
public sealed class UnpublishedTests
{
    private const string Word = "zyxunpublished";

    [Fact]
    public async Task It_stands_on_no_page_that_patients_machines_or_caches_can_read()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        string[] exits =
        [
            .. EveryPageTests.Addresses.Select(address => address.Data), "/sitemap.xml", "/robots.txt", $"/search?q={Word}",
            "/treatments/mezo?q=x", $"/treatments/new-{Word}", $"/compare/prp-vs-new-{Word}",
            "/compare/mesotherapy-vs-prp?edition=1", "/treatments/prp?edition=1", $"/treatments/new-{Word}?edition=1", "/health/ready",
        ];
        // Half of them are in the page cache before anything is typed.
        foreach (var exit in exits.Where((_, index) => index % 2 == 0))
            await portal.Get(exit);

        await browser.SendAsync(
            "/staff/treatments/prp/answers/onset", new() { ["Form.Text"] = $"Saved {Word}", ["Form.Brief"] = $"Saved {Word}" });
        await browser.SendAsync(
            "/staff/treatments/prp",
            new() { ["Form.Name"] = $"PRP {Word}", ["Form.Summary"] = $"Told {Word}", ["Form.OtherNames"] = Word });
        await browser.SendAsync(
            "/staff/treatments/new", new() { ["Form.Name"] = $"New {Word}", ["Form.Summary"] = $"Told {Word}" });
        await browser.SendAsync("/staff/sources/seed", new() { ["Form.Reference"] = $"Reference {Word}" });
        await browser.SendAsync(
            "/staff/treatments/prp/answers/pain", new() { ["Form.Text"] = $"Draft {Word}" }, "button[formaction*=SaveDraft]");
        Assert.Contains(Word, (await browser.PageAsync("/staff")).Body!.TextContent, StringComparison.Ordinal);

        foreach (var exit in exits)
            foreach (var reader in new[] { portal.Get(exit), browser.GetAsync(exit) })
            {
                var text = await (await reader).Content.ReadAsStringAsync(StaffBrowser.Cancel);
                Assert.DoesNotMatch($"(Saved|PRP|Told|New|Reference|Draft) {Word}", text);
                // A search and an address that nothing answers to repeat what was asked.
                if (!exit.Contains(Word, StringComparison.Ordinal))
                    Assert.DoesNotContain(Word, text, StringComparison.Ordinal);
            }
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Get($"/treatments/new-{Word}")).StatusCode);
    }

    [Fact]
    public async Task Script_in_a_text_is_harmless_where_staff_see_it_and_where_patients_do()
    {
        const string script = "<script>alert(1)</script> <img src=x onerror=alert(1)> [click](javascript:alert(1)) "
            + "[data](data:text/html,x) \"'><svg onload=alert(1)>";
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);

        await browser.SendAsync(
            "/staff/treatments/prp/answers/mechanism", new() { ["Form.Text"] = script, ["Form.Brief"] = script, ["Why"] = script });
        await browser.SendAsync("/staff/treatments/prp", new() { ["Form.Summary"] = script, ["Form.OtherNames"] = script });
        await browser.SendAsync("/staff/sources/seed", new() { ["Form.Reference"] = script });
        await browser.SendAsync("/staff/publish", new() { ["Note"] = script, ["Reason"] = script });

        var patients = await portal.GetPage("/treatments/prp");
        Assert.Contains("alert(1)", patients.Body!.TextContent, StringComparison.Ordinal);
        foreach (var page in new[]
        {
            patients, await portal.GetPage("/"), await portal.GetPage("/search?q=prp"), await portal.GetPage("/compare/mesotherapy-vs-prp"),
            await portal.GetPage("/sources"), await portal.GetPage("/treatments"),
            await browser.PageAsync("/staff/treatments/prp/answers/mechanism"), await browser.PageAsync("/staff/treatments/prp"),
            await browser.PageAsync("/staff/sources/seed"),
            await browser.PageAsync("/staff"), await browser.PageAsync("/staff/history"), await browser.PageAsync("/staff/sources"),
        })
        {
            Assert.All(
                page.QuerySelectorAll("script"),
                element => Assert.True(element.HasAttribute("src") || element.GetAttribute("type") == "application/ld+json"));
            Assert.Empty(page.QuerySelectorAll("[onerror], [onload], a[href^='javascript' i], a[href^='data' i], main svg[onload]"));
            Assert.DoesNotContain(page.QuerySelectorAll("img"), image => image.GetAttribute("src") == "x");
        }
    }
}

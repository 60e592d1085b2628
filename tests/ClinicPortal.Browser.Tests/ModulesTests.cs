using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClinicPortal.Browser.Tests;

/// <summary>Each module makes its own part of a page quicker; a page stands without any of them.</summary>
public sealed class ModulesTests(PatientsBrowser browser)
{
    [Theory]
    [InlineData("")]
    [InlineData("throw new Error('broken');")]
    [InlineData("export function enhance() { throw new Error('broken'); }")]
    public async Task One_that_fails_is_reported_and_leaves_the_others_at_work(string script)
    {
        var page = await browser.OpenAsAsync("Anna One", "/staff");
        var reported = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                reported.Add(message.Text);
        };
        await page.RouteAsync(new Regex("/modules/autosave\\."), route =>
            script.Length == 0 ? route.AbortAsync() : route.FulfillAsync(new() { ContentType = "text/javascript", Body = script }));

        await page.GotoAsync("/staff/treatments/prp/answers/reversible");

        // Both come after it on this page.
        await Expect(page.GetByRole(AriaRole.Toolbar)).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Find in this list")).ToBeVisibleAsync();
        Assert.Contains(reported, line => line.Contains("\"autosave\"", StringComparison.Ordinal));
    }
}

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

    [Fact]
    public async Task A_whole_group_is_ticked_and_unticked_by_one_button()
    {
        var page = await browser.OpenAsAsync("Anna One", "/staff");
        await page.EvaluateAsync(
            """
            async () => {
              const form = document.createElement("form");
              form.innerHTML = "<fieldset><legend>PRP</legend><input type=checkbox checked><input type=checkbox></fieldset>"
                + "<fieldset><legend>Only one</legend><input type=checkbox></fieldset>";
              document.querySelector("main").append(form);
              (await import("/js/modules/groups.js")).enhance(form);
            }
            """);
        var boxes = page.Locator("main > form fieldset").First.GetByRole(AriaRole.Checkbox);

        await page.GetByRole(AriaRole.Button, new() { Name = "Tick all: PRP" }).ClickAsync();
        await Expect(boxes.And(page.Locator(":checked"))).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "Untick all: PRP" }).ClickAsync();
        await Expect(boxes.And(page.Locator(":checked"))).ToHaveCountAsync(0);

        // One box by hand tells the button what it would do next.
        foreach (var box in await boxes.AllAsync())
            await box.CheckAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Untick all: PRP" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Only one" })).ToHaveCountAsync(0);
    }
}

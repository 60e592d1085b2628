using System.Net;
using Microsoft.Playwright;

namespace ClinicPortal.Browser.Tests;

public sealed class CourseTests(PatientsBrowser browser)
{
    private static readonly BrowserNewContextOptions NoScript = new() { JavaScriptEnabled = false };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_weeks_are_typed_by_keyboard_and_answered_in_view_with_the_marks_kept(bool withScript)
    {
        var page = await browser.OpenAsync($"{PublicPages.Comparison}?rows=onset,pain#planning", withScript ? null : NoScript);

        await page.Locator("#weeks").FillAsync("4");
        await page.Locator("#weeks").PressAsync("Enter");

        await PatientsBrowser.ArriveAsync(page, "#planning");
        Assert.EndsWith(
            $"{PublicPages.Comparison}?rows=onset,pain&weeks=4#planning", WebUtility.UrlDecode(page.Url), StringComparison.Ordinal);
        Assert.StartsWith("In 4 weeks, on ", await page.Locator(".courses strong").First.InnerTextAsync());
        Assert.Equal(
            ["onset", "pain"],
            await page.Locator(".question .more__body").EvaluateAllAsync<string[]>("rows => rows.slice(3).map(row => row.id)"));
        Assert.InRange(await page.Locator("#planning").EvaluateAsync<double>("head => head.getBoundingClientRect().top"), 0, 400);
    }

    [Fact]
    public async Task Weeks_that_mean_nothing_are_told_and_a_link_leads_to_the_field_with_what_was_typed()
    {
        var page = await browser.OpenAsync($"{PublicPages.Comparison}#planning");

        await page.Locator("#weeks").FillAsync("soon");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show when to start" }).ClickAsync();
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).ClickAsync();

        Assert.Equal("weeks", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal("soon", await page.Locator("#weeks").InputValueAsync());
        Assert.Equal("Enter the weeks as a whole number from 1 to 104.", await page.Locator("#weeks-problem").InnerTextAsync());
    }

    [Fact]
    public async Task A_screen_reader_hears_the_words_of_a_strip_and_not_its_drawing()
    {
        var page = await browser.OpenAsync($"{PublicPages.Comparison}#planning");

        var said = await page.Locator(".strips").First.AriaSnapshotAsync();

        Assert.Contains("listitem: \"At its quickest:", said, StringComparison.Ordinal);
        Assert.DoesNotContain("img", said, StringComparison.Ordinal);
    }
}

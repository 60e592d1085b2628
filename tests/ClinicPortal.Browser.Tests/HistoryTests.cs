using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClinicPortal.Browser.Tests;

/// <summary>What has changed in a text is read as one text, with the changed words in their places.</summary>
public sealed class HistoryTests(PatientsBrowser browser)
{
    private const string Cell = "/staff/treatments/microneedling/answers/mechanism";

    [Fact]
    public async Task A_changed_word_of_the_history_stands_in_its_line()
    {
        var page = await browser.OpenAsAsync("Anna One", Cell);
        await SaveAsync(page, Cell, "Fine needles make small channels.");
        await SaveAsync(page, Cell, "Fine needles make tiny channels.");

        await page.GotoAsync("/staff/history?place=treatments/microneedling/answers/mechanism");

        await StandsInOneLineAsync(page.Locator(".history__change").First);
    }

    [Fact]
    public async Task A_changed_word_of_a_conflict_stands_in_its_line()
    {
        const string Address = "/staff/treatments/microneedling/answers/combine";
        var (one, other) = (await browser.OpenAsAsync("Anna One", Address), await browser.OpenAsAsync("Ben Other", Address));
        await SaveAsync(one, Address, "Not on the same day.");
        await other.GotoAsync(Address);
        await SaveAsync(one, Address, "Never on the same day.");

        await other.FillAsync("#text", "Seldom on the same day.");
        await PressSaveAsync(other);

        await StandsInOneLineAsync(other.Locator(".conflict .sides > div").Nth(1));
        await StandsInOneLineAsync(other.Locator(".conflict .sides > div").Nth(2));
    }

    private static async Task StandsInOneLineAsync(ILocator difference)
    {
        var (before, after) = (await BoxAsync(difference.Locator("del").First), await BoxAsync(difference.Locator("ins").First));
        var text = await BoxAsync(difference.Locator(":has(> ins)").First);

        Assert.Equal(before.Y, after.Y, 1.0);
        Assert.True(before.X + before.Width <= after.X, "The new word does not follow the old one.");
        Assert.InRange(text.Height, after.Height, 2 * after.Height);
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator one) => (await one.BoundingBoxAsync())!;

    private static async Task SaveAsync(IPage page, string address, string text)
    {
        await page.GotoAsync(address);
        await page.FillAsync("#text", text);
        await PressSaveAsync(page);
        await Expect(page.Locator(".done")).ToContainTextAsync("Saved, version");
    }

    private static Task PressSaveAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
}

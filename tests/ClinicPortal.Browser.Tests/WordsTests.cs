using Microsoft.Playwright;

namespace ClinicPortal.Browser.Tests;

/// <summary>A medical word and the card with its meaning.</summary>
public sealed class WordsTests(PatientsBrowser browser)
{
    [Theory]
    [InlineData(390, 844)]
    [InlineData(1280, 800)]
    [InlineData(320, 256)]
    public async Task By_keyboard_and_without_script_a_word_brings_its_meaning_and_leads_back(int width, int height)
    {
        var page = await browser.OpenAsync(
            PublicPages.Comparison, new() { JavaScriptEnabled = false, ViewportSize = new() { Width = width, Height = height } });
        var (word, card) = (page.Locator("#said-centrifuge"), page.Locator("#word-centrifuge"));
        await PublicPages.UnfoldAsync(page, "#said-centrifuge");
        Assert.False(await IsInViewAsync(card));

        await word.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        Assert.Equal("word-centrifuge", await FocusedAsync(page));
        Assert.True(await IsInViewAsync(card));
        Assert.StartsWith("Centrifuge", await card.InnerTextAsync(), StringComparison.Ordinal);
        Assert.InRange((await card.BoundingBoxAsync())!.Height, 40, height / 2 + 1);

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        Assert.Equal("said-centrifuge", await FocusedAsync(page));
        Assert.True(await IsInViewAsync(word));
        Assert.False(await IsInViewAsync(card));
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.id");

    private static Task<bool> IsInViewAsync(ILocator one) =>
        one.EvaluateAsync<bool>(
            "one => { const box = one.getBoundingClientRect(); return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight + 1; }");
}

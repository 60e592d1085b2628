using Microsoft.Playwright;

namespace ClinicPortal.Browser.Tests;

public sealed class ClarityTests(PatientsBrowser browser)
{
    private const string Arranged = $"{PublicPages.Comparison}?rows=onset,pain&weeks=4";

    [Fact]
    public async Task Without_script_the_reader_comes_back_to_the_row_with_all_that_they_chose()
    {
        var page = await browser.OpenAsync(Arranged, new() { JavaScriptEnabled = false });

        await PublicPages.UnfoldAsync(page, "#onset");
        await page.Locator("#onset .clarity summary").ClickAsync();
        await page.Locator("#onset .clarity button[name=yes]").ClickAsync();

        await PatientsBrowser.ArriveAsync(page, "#thanks-onset");
        Assert.EndsWith($"{Arranged}#thanks-onset", page.Url, StringComparison.Ordinal);
        Assert.True(await page.Locator("#thanks-onset").IsVisibleAsync());
    }

    [Fact]
    public async Task With_script_the_page_stays_as_it_is_and_the_thanks_have_the_focus()
    {
        var page = await browser.OpenAsync(Arranged);
        await PublicPages.UnfoldAsync(page);
        await page.Locator("#ask-pregnancy").CheckAsync();

        await page.Locator("#pain .clarity button[name=no]").PressAsync("Enter");

        await page.Locator("#thanks-pain").WaitForAsync(new() { State = WaitForSelectorState.Visible });
        Assert.Equal("thanks-pain", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.True(await page.Locator("#ask-pregnancy").IsCheckedAsync());
        Assert.EndsWith(Arranged, page.Url, StringComparison.Ordinal);
    }
}

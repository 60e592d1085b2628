using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClinicPortal.Browser.Tests;

/// <summary>The matrix by keyboard: a grid with one stop for Tab, in which an answer opens where it stands.</summary>
public sealed class GridTests(PatientsBrowser browser)
{
    private const string Matrix = "/staff/matrix?group=fit";

    [Fact]
    public async Task Arrows_lead_through_the_grid_and_Tab_stops_in_it_once()
    {
        var page = await OpenAsync("Gina Grid");
        Assert.Equal(1, await page.Locator(".matrix a[tabindex='0']").CountAsync());
        await page.Locator(".matrix a[tabindex='0']").FocusAsync();
        var cells = await page.Locator("tbody tr").First.Locator("a").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");
        var rows = await page.Locator("tbody th a").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");

        Assert.Equal(cells[1], await FocusedAsync(page));
        Assert.Equal(cells[2], await PressAsync(page, "ArrowRight"));
        Assert.Equal(cells[^1], await PressAsync(page, "End"));
        Assert.Equal(cells[^1], await PressAsync(page, "ArrowRight"));
        Assert.Equal(rows[0], await PressAsync(page, "Home"));
        Assert.Equal(rows[1], await PressAsync(page, "ArrowDown"));
        Assert.Equal(rows[^1], await PressAsync(page, "PageDown", times: 9));
        Assert.Contains("/all-answers/", await PressAsync(page, "Control+End", "Control+Home", "ArrowRight"), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator(".matrix a[tabindex='0']").CountAsync());
        await page.Keyboard.PressAsync("Tab");
        Assert.False(await page.EvaluateAsync<bool>("document.activeElement.closest('.matrix') !== null"));
    }

    [Fact]
    public async Task An_answer_opens_in_place_is_saved_alone_and_gives_the_focus_back()
    {
        var page = await OpenAsync("Gina Grid");
        var sent = new List<string>();
        page.Request += (_, request) =>
        {
            if (request.Method == "POST" && !request.Url.Contains("handler=", StringComparison.Ordinal))
                sent.Add(new Uri(request.Url).AbsolutePath);
        };
        var cell = page.Locator("#cell-peel-medium-areas-concerns .cell");
        await cell.FocusAsync();

        await page.Keyboard.PressAsync("F2");
        await Expect(page.Locator(".opened #text")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("Written in the grid.");
        await page.Keyboard.PressAsync("Control+S");

        await Expect(page.Locator(".matrix-status")).ToContainTextAsync("Saved, version 2.");
        await Expect(cell).ToBeFocusedAsync();
        await Expect(cell).ToContainTextAsync("Written in the grid.");
        await Expect(page.Locator(".opened")).ToHaveCountAsync(0);
        Assert.Equal(["/staff/treatments/peel-medium/answers/areas-concerns"], sent);
        Assert.EndsWith(Matrix, page.Url, StringComparison.Ordinal);
        Assert.Equal(0, await page.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.startsWith('words:')).length"));
    }

    [Fact]
    public async Task Esc_closes_an_answer_and_keeps_every_word_also_while_the_server_is_away()
    {
        var page = await OpenAsync("Gina Grid");
        var cell = page.Locator("#cell-ha-filler-areas-concerns .cell");
        await page.RouteAsync("**/answers/areas-concerns*", route =>
            route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        await cell.ClickAsync();
        await Expect(page.Locator(".opened #text")).ToBeFocusedAsync();
        await page.Locator(".opened #text").FillAsync("Words on their way.");
        await page.Locator(".opened").GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator(".opened [role=alert]")).ToContainTextAsync("Your text is still here");

        await page.Keyboard.PressAsync("Escape");
        await Expect(cell).ToBeFocusedAsync();
        await Expect(cell).ToContainTextAsync("your draft");
        await page.UnrouteAllAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".opened #text")).ToHaveValueAsync("Words on their way.");
        await Expect(page.Locator(".opened .status")).ToContainTextAsync("Draft saved at");
        await page.ReloadAsync();
        await Expect(cell).ToContainTextAsync("your draft");
    }

    [Fact]
    public async Task Another_persons_save_is_met_in_place_with_both_texts()
    {
        var (mine, theirs) = (await OpenAsync("Gina Grid"), await OpenAsync("Hans Grid"));
        foreach (var page in new[] { mine, theirs })
        {
            await page.Locator("#cell-botulinum-areas-concerns .cell").ClickAsync();
            await Expect(page.Locator(".opened #text")).ToBeFocusedAsync();
        }
        foreach (var (page, words) in new[] { (theirs, "Their words."), (mine, "My words.") })
        {
            await page.Locator(".opened #text").FillAsync(words);
            await page.Locator(".opened").GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Expect(page.Locator(page == theirs ? ".matrix-status" : ".opened .conflict")).Not.ToBeEmptyAsync();
        }

        await Expect(mine.Locator(".opened .conflict")).ToContainTextAsync("Their words.");
        await Expect(mine.Locator(".opened #text")).ToHaveValueAsync("My words.");
        await mine.Locator(".opened").GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(mine.Locator(".matrix-status")).ToContainTextAsync("Saved, version 3.");
    }

    /// <summary>The matrix, once its cells open in place: until then they are links.</summary>
    private async Task<IPage> OpenAsync(string name)
    {
        var page = await browser.OpenAsAsync(name, Matrix);
        await Expect(page.GetByRole(AriaRole.Grid)).ToBeVisibleAsync();
        return page;
    }

    private static async Task<string> PressAsync(IPage page, params string[] keys)
    {
        foreach (var key in keys)
            await page.Keyboard.PressAsync(key);
        return await FocusedAsync(page);
    }

    private static async Task<string> PressAsync(IPage page, string key, int times)
    {
        for (var time = 0; time < times; time++)
            await page.Keyboard.PressAsync(key);
        return await FocusedAsync(page);
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.href ?? ''");
}

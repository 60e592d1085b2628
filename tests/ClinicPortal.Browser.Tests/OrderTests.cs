using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClinicPortal.Browser.Tests;

/// <summary>The order of a list, changed by dragging a row by its handle.</summary>
public sealed class OrderTests(PatientsBrowser browser)
{
    private const string List = "/staff/lists/questions";

    [Fact]
    public async Task A_row_is_saved_where_it_is_let_go_and_its_place_is_announced()
    {
        var page = await browser.OpenAsAsync("Dora Drag", List);
        var before = await RowsAsync(page);

        await TakeAsync(page, 0, 2);
        await page.Mouse.UpAsync();

        await Expect(page.Locator(".order")).ToContainTextAsync("Moved to place 3.");
        string[] after = [before[1], before[2], before[0], .. before[3..]];
        Assert.Equal(after, await RowsAsync(page));
        await page.ReloadAsync();
        Assert.Equal(after, await RowsAsync(page));
    }

    [Fact]
    public async Task A_row_goes_back_when_Esc_is_pressed_and_when_it_cannot_be_saved()
    {
        var page = await browser.OpenAsAsync("Dora Drag", List);
        var before = await RowsAsync(page);

        await TakeAsync(page, 0, 1);
        Assert.Equal(before[1], (await RowsAsync(page))[0]);
        await page.Keyboard.PressAsync("Escape");
        await page.Mouse.UpAsync();
        Assert.Equal(before, await RowsAsync(page));

        await page.RouteAsync("**/*handler=Move", route => route.AbortAsync());
        await TakeAsync(page, 0, 1);
        await page.Mouse.UpAsync();
        await Expect(page.Locator(".order")).ToContainTextAsync("Reload the page to see the order.");
        Assert.Equal(before, await RowsAsync(page));
    }

    /// <summary>Takes a row by its handle and drags it over another.</summary>
    private static async Task TakeAsync(IPage page, int row, int over)
    {
        var handles = page.Locator(".drag");
        await Expect(handles.First).ToBeVisibleAsync();
        var (from, to) = ((await handles.Nth(row).BoundingBoxAsync())!, (await page.Locator("tbody tr").Nth(over).BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(from.X + from.Width / 2, from.Y + from.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + from.Width / 2, to.Y + to.Height - 4, new() { Steps = 4 });
    }

    private static Task<string[]> RowsAsync(IPage page) =>
        page.Locator("tbody tr").EvaluateAllAsync<string[]>("rows => rows.map(row => row.id)");
}

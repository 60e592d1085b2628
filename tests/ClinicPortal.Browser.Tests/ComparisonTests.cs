using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ClinicPortal.Browser.Tests;

public sealed class ComparisonTests(PatientsBrowser browser)
{
    private const string Table = "table.comparison:not(.glance, .course)";

    [Fact]
    public async Task The_keyboard_alone_leads_from_the_home_page_to_the_differences()
    {
        var page = await browser.OpenAsync("/");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await Focused(page, "element => element.getAttribute('href')"));

        await TabTo(page, "select[name=a]");
        await ArrowTo(page, "prp");
        await TabTo(page, "select[name=b]");
        await ArrowTo(page, "mesotherapy");
        await TabTo(page, ".picker button");
        await page.Keyboard.PressAsync("Enter");
        await PatientsBrowser.ArriveAsync(page, "/compare/mesotherapy-vs-prp");

        await TabTo(page, "#only-differences");
        Assert.NotEqual("none", await Focused(page, "element => getComputedStyle(element).outlineStyle"));
        await page.Keyboard.PressAsync("Space");

        Assert.Equal(0, await Visible(page, $"{Table} tr[data-agreement=same]:not([data-always-shown=true])"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_differences_hides_what_is_the_same_and_never_a_risk_or_an_unknown(bool withScript)
    {
        var page = await browser.OpenAsync(PublicPages.Comparison, new() { JavaScriptEnabled = withScript });
        var all = await page.Locator($"{Table} tr[data-agreement]").CountAsync();
        var same = await page.Locator($"{Table} tr[data-agreement=same]:not([data-always-shown=true])").CountAsync();
        Assert.NotEqual(0, same);
        Assert.Equal(all, await Visible(page, $"{Table} tr[data-agreement]"));

        await page.Locator("#only-differences").CheckAsync();

        Assert.Equal(all - same, await Visible(page, $"{Table} tr[data-agreement]"));
        Assert.Equal(2, await Visible(page, $"{Table} tr[data-always-shown=true]"));

        await page.Locator("#only-differences").UncheckAsync();

        Assert.Equal(all, await Visible(page, $"{Table} tr[data-agreement]"));
    }

    [Fact]
    public async Task Without_script_the_picker_works_and_the_page_says_the_same()
    {
        var with = await browser.OpenAsync(PublicPages.Comparison);
        var without = await browser.OpenAsync("/", new() { JavaScriptEnabled = false });

        await without.Locator("select[name=a]").SelectOptionAsync("prp");
        await without.Locator("select[name=b]").SelectOptionAsync("mesotherapy");
        await without.Locator(".picker button").ClickAsync();

        // The address stands before the end of the page has come.
        await without.WaitForLoadStateAsync();
        Assert.EndsWith(PublicPages.Comparison, without.Url, StringComparison.Ordinal);
        Assert.Equal(await with.Locator("main").InnerTextAsync(), await without.Locator("main").InnerTextAsync());
    }

    [Fact]
    public async Task A_treatment_chosen_in_one_field_cannot_be_chosen_in_the_other()
    {
        var page = await browser.OpenAsync("/");

        await page.Locator("select[name=a]").SelectOptionAsync("prp");

        Assert.True(await page.Locator("select[name=b] option[value=prp]").IsDisabledAsync());
    }

    [Theory]
    [InlineData("questions, asked of each treatment", "How soon might I see a change?")]
    [InlineData("The questions that matter most and where the answers differ", "How soon might I see a change?")]
    [InlineData("Worked out from the answers above", "Time in the clinic")]
    public async Task A_screen_reader_hears_a_table_whose_answers_have_their_question_and_their_treatment(string name, string question)
    {
        var page = await browser.OpenAsync(PublicPages.Comparison, new() { ViewportSize = new() { Width = 320, Height = 640 } });

        var table = page.GetByRole(AriaRole.Table, new() { NameString = name });
        Assert.Equal(1, await table.CountAsync());
        Assert.Equal(
            ["Question", "Mesotherapy", "PRP", "No treatment"], await table.GetByRole(AriaRole.Columnheader).AllTextContentsAsync());
        var row =
            table.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { NameString = question }) }).First;
        Assert.Equal(3, await row.GetByRole(AriaRole.Cell).CountAsync());
    }

    [Fact]
    public async Task A_screen_reader_hears_of_each_picture_what_it_shows_of_whom()
    {
        var page = await browser.OpenAsync("/compare/botulinum-vs-ha-filler");

        var pictures = page.GetByRole(AriaRole.Region, new() { Name = "Numbers from studies" }).GetByRole(AriaRole.Img);
        var arms = await page.Locator(".arms > li").AllAsync();
        Assert.Equal(arms.Count, await pictures.CountAsync());
        foreach (var arm in arms)
        {
            var words = await arm.Locator("p").AllInnerTextsAsync();
            await Assertions.Expect(arm.GetByRole(AriaRole.Img))
                .ToHaveAccessibleNameAsync(new Regex($"{Regex.Escape(words[0])}: {Regex.Escape(words[1][..1])}", RegexOptions.IgnoreCase));
        }
        Assert.Equal(1, await pictures.And(page.GetByLabel(
            "A clear change in forehead lines (2 grades or more), judged by both doctor and patient. Botulinum toxin: it happened in 61 "
                + "of 100 people; in 39 it did not.")).CountAsync());
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Pictures_side_by_side_have_one_size(int width)
    {
        var page =
            await browser.OpenAsync("/compare/botulinum-vs-ha-filler", new() { ViewportSize = new() { Width = width, Height = 800 } });

        var sizes = await page.Locator(".arms").EvaluateAllAsync<string[][]>(
            "numbers => numbers.map(number => [...number.querySelectorAll('.icons')].map(one => one.getBoundingClientRect()).map(box => "
                + "`${Math.round(box.width)} by ${Math.round(box.height)}`))");
        Assert.Contains(sizes, arms => arms.Length > 1);
        Assert.All(sizes, arms => Assert.Single(arms.Distinct()));
    }

    [Fact]
    public async Task A_column_head_that_a_phone_hides_comes_into_view_with_the_focus()
    {
        var page = await browser.OpenAsync(PublicPages.Comparison, new() { ViewportSize = new() { Width = 320, Height = 640 } });
        var head = page.Locator($"{Table} thead th a").First;
        Assert.InRange((await page.Locator($"{Table} thead").BoundingBoxAsync())!.Width, 0, 1);

        await head.FocusAsync();

        Assert.InRange((await head.BoundingBoxAsync())!.Width, 40, 320);
        Assert.InRange((await page.Locator($"{Table} thead").BoundingBoxAsync())!.Width, 200, 320);
    }

    [Fact]
    public async Task Another_choice_starts_from_the_one_that_is_shown()
    {
        var page = await browser.OpenAsync(PublicPages.Comparison);

        await page.GetByRole(AriaRole.Link, new() { Name = "Change the treatments" }).ClickAsync();
        await page.Locator("select[name=b]").SelectOptionAsync("microneedling");
        await page.Locator(".picker button").ClickAsync();

        Assert.EndsWith("/compare/mesotherapy-vs-microneedling", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_phone_short_answers_stand_side_by_side_and_prose_stands_in_a_stack()
    {
        var page = await browser.OpenAsync(PublicPages.Comparison, new() { ViewportSize = new() { Width = 390, Height = 844 } });

        // The two treatments beside each other, no treatment below them: three columns would break their names.
        Assert.Equal(2, (await Tops(page, $"{Table} tr#session-time td")).Count);
        Assert.Single(await Tops(page, $"{Table} tr#session-time td:not(.baseline)"));
        Assert.Equal(3, (await Tops(page, $"{Table} tr#what td")).Count);
    }

    [Fact]
    public async Task The_column_heads_stay_in_view_while_the_table_is_read()
    {
        var page = await browser.OpenAsync(PublicPages.Comparison, new() { ViewportSize = new() { Width = 1280, Height = 700 } });

        await page.Locator($"{Table} tr#aftercare").ScrollIntoViewIfNeededAsync();

        var head = await page.Locator($"{Table} thead th a").First.BoundingBoxAsync();
        Assert.InRange(head!.Y, -1, 100);
    }

    [Fact]
    public async Task The_first_visit_takes_six_requests_and_sixty_kilobytes_and_asks_nobody_else()
    {
        var page = await browser.OpenAsync("about:blank");
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        double bytes = 0;
        session.Event("Network.loadingFinished").OnEvent += (_, finished) =>
            bytes += finished!.Value.GetProperty("encodedDataLength").GetDouble();
        var requests = new List<string>();
        page.Request += (_, request) => requests.Add(request.Url);
        var assets = new List<IResponse>();
        page.Response += (_, response) => assets.Add(response);

        await page.GotoAsync(browser.Address + PublicPages.Comparison, new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.InRange(requests.Count, 1, 6);
        Assert.InRange(bytes, 5_000, 60_000);
        Assert.All(requests, address => Assert.StartsWith(browser.Address, address, StringComparison.Ordinal));
        foreach (var asset in assets.Where(response =>
            response.Url.EndsWith(".css", StringComparison.Ordinal) || response.Url.EndsWith(".svg", StringComparison.Ordinal)))
        {
            Assert.Contains("immutable", await asset.HeaderValueAsync("cache-control"), StringComparison.Ordinal);
            Assert.Equal("gzip", await asset.HeaderValueAsync("content-encoding"));
        }
    }

    [Fact]
    public async Task On_paper_navigation_and_controls_are_gone_and_every_answer_is_there()
    {
        var page = await browser.OpenAsync(PublicPages.Comparison);
        var rows = await page.Locator($"{Table} tr[data-agreement]").CountAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal(0, await Visible(page, "nav, .picker, .only-differences, .skip"));
        Assert.Equal(rows, await Visible(page, $"{Table} tr[data-agreement]"));
        Assert.NotEmpty(await page.PdfAsync(new() { Format = "A4" }));
    }

    private static async Task ArrowTo(IPage page, string value)
    {
        for (var presses = 0; await Focused(page, "element => element.value") != value; presses++)
        {
            Assert.InRange(presses, 0, 20);
            await page.Keyboard.PressAsync("ArrowDown");
        }
    }

    private static async Task TabTo(IPage page, string selector)
    {
        for (var presses = 0; presses < 60; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }
        Assert.Fail($"Tab does not reach {selector}.");
    }

    private static Task<string> Focused(IPage page, string read) => page.Locator("*:focus").EvaluateAsync<string>(read);

    private static async Task<int> Visible(IPage page, string selector)
    {
        var visible = 0;
        foreach (var element in await page.Locator(selector).AllAsync())
            visible += await element.IsVisibleAsync() ? 1 : 0;
        return visible;
    }

    private static async Task<HashSet<int>> Tops(IPage page, string selector) =>
        [
            .. await page.Locator(selector)
            .EvaluateAllAsync<int[]>("cells => cells.map(cell => Math.round(cell.getBoundingClientRect().top))")];
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ClinicPortal.Browser.Tests;

public sealed class ComparisonTests(PatientsBrowser browser)
{
    private const string HowSure = "#evidence table.comparison";

    /// <summary>A quarter of what is folded is the same.</summary>
    private const string MuchTheSame = "/compare/mesotherapy-vs-peel-superficial?rows=what,mechanism,process,onset,duration";

    [Fact]
    public async Task The_keyboard_alone_leads_from_the_home_page_to_a_whole_answer()
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

        await TabTo(page, "details.more:has(> #serious-risks) > summary");
        Assert.NotEqual("none", await Focused(page, "element => getComputedStyle(element).outlineStyle"));
        Assert.False(await page.Locator("#serious-risks").IsVisibleAsync());
        await page.Keyboard.PressAsync("Enter");

        Assert.True(await page.Locator("#serious-risks").IsVisibleAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Hiding_what_is_the_same_hides_that_and_nothing_else(bool withScript)
    {
        var page = await browser.OpenAsync(MuchTheSame, new() { JavaScriptEnabled = withScript });
        await PublicPages.UnfoldAsync(page);
        var all = await page.Locator("details.group tr[data-agreement]").CountAsync();
        var same = await page.Locator("details.group tr[data-agreement=same]").CountAsync();
        Assert.NotEqual(0, same);

        await page.Locator("#only-differences").CheckAsync();

        Assert.Equal(all - same, await Visible(page, "details.group tr[data-agreement]"));

        await page.Locator("#only-differences").UncheckAsync();

        Assert.Equal(all, await Visible(page, "details.group tr[data-agreement]"));
    }

    [Fact]
    public async Task An_address_of_an_answer_opens_what_it_is_folded_in()
    {
        var page = await browser.OpenAsync($"{PublicPages.Comparison}#aftercare", new() { JavaScriptEnabled = false });

        Assert.True(await page.Locator("#aftercare").IsVisibleAsync());
        Assert.False(await page.Locator("#what").IsVisibleAsync());
    }

    [Theory]
    [InlineData(PublicPages.Scoped, 844)]
    [InlineData(PublicPages.Comparison, 844)]
    [InlineData("/compare/botulinum-vs-ha-filler-vs-laser-fractional-vs-microneedling?concern=wrinkles-static", 844)]
    public async Task On_a_phone_the_first_verdict_stands_in_the_first_screen(string address, int height)
    {
        var page = await browser.OpenAsync(address, new() { ViewportSize = new() { Width = 390, Height = height } });

        var verdict = await page.Locator(".card__verdict, .concerns td p").First.BoundingBoxAsync();
        Assert.InRange(verdict!.Y + verdict.Height, 0, height);
    }

    [Theory]
    [InlineData(PublicPages.Scoped)]
    [InlineData(PublicPages.Comparison)]
    [InlineData("/compare/carboxytherapy-vs-mesotherapy-vs-prp?concern=cellulite")]
    [InlineData("/compare/carboxytherapy-vs-mesotherapy-vs-prp")]
    [InlineData("/compare/botulinum-vs-ha-filler-vs-laser-fractional-vs-microneedling")]
    [InlineData("/compare/botulinum-vs-ha-filler-vs-laser-fractional-vs-microneedling?concern=wrinkles-static")]
    public async Task The_first_questions_end_within_three_screens_of_a_phone(string address)
    {
        var page = await browser.OpenAsync(address, new() { ViewportSize = new() { Width = 390, Height = 844 } });

        var last = await page.Locator(".question").Last.BoundingBoxAsync();
        Assert.InRange(last!.Y + last.Height, 844, 3 * 844);
    }

    [Theory]
    [InlineData(PublicPages.Scoped, 8)]
    [InlineData(PublicPages.Comparison, 8)]
    [InlineData("/compare/botulinum-vs-ha-filler-vs-laser-fractional-vs-microneedling", 10)]
    [InlineData("/treatments/prp", 4)]
    [InlineData("/concerns/hair-loss", 4)]
    public async Task Folded_it_takes_few_screens_of_a_phone(string address, int screens)
    {
        var page = await browser.OpenAsync(address, new() { ViewportSize = new() { Width = 390, Height = 844 } });

        Assert.InRange(await page.EvaluateAsync<double>("document.documentElement.scrollHeight / innerHeight"), 1, screens);
    }

    [Theory]
    [InlineData("Sources", "#cited-1", "#source-1")]
    public async Task A_number_brings_its_source_and_leads_back_without_script(string fold, string number, string source)
    {
        var page = await browser.OpenAsync(
            $"{PublicPages.Comparison}#evidence", new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 844 } });
        Assert.False(await page.Locator(source).IsVisibleAsync());

        await page.Locator(number).ClickAsync();

        Assert.True(await page.Locator(source).IsVisibleAsync());
        Assert.InRange((await page.Locator(source).BoundingBoxAsync())!.Y, 0, 844);
        await page.Locator(source).GetByText("Back to the text").ClickAsync();
        Assert.InRange((await page.Locator(number).BoundingBoxAsync())!.Y, 0, 844);
        Assert.True(await page.GetByRole(AriaRole.Heading, new() { Name = fold, Exact = true }).IsVisibleAsync());
    }

    [Fact]
    public async Task Without_script_the_picker_works_and_the_page_says_the_same()
    {
        var with = await browser.OpenAsync(PublicPages.Comparison);
        var without = await browser.OpenAsync("/", new() { JavaScriptEnabled = false });

        await without.Locator("select[name=a]").SelectOptionAsync("prp");
        await without.Locator("select[name=b]").SelectOptionAsync("mesotherapy");
        await without.Locator(".picker button").ClickAsync();

        await Assertions.Expect(without).ToHaveURLAsync(new Regex($"{Regex.Escape(PublicPages.Comparison)}$"));
        // The address stands before the end of the page has come.
        await without.Locator(".foot").WaitForAsync();
        Assert.Equal(await with.Locator("main").TextContentAsync(), await without.Locator("main").TextContentAsync());
    }

    [Fact]
    public async Task A_treatment_chosen_in_one_field_cannot_be_chosen_in_the_other()
    {
        var page = await browser.OpenAsync("/");

        await page.Locator("select[name=a]").SelectOptionAsync("prp");

        Assert.True(await page.Locator("select[name=b] option[value=prp]").IsDisabledAsync());
    }

    [Theory]
    [InlineData("Time, for each option", "How soon might I see a change?")]
    [InlineData("How sure we are that it helps", "Pattern hair loss")]
    [InlineData("Worked out from the answers above", "Time in the clinic")]
    public async Task A_screen_reader_hears_a_table_whose_answers_have_their_question_and_their_treatment(string name, string question)
    {
        var page = await browser.OpenAsync(PublicPages.Comparison, new() { ViewportSize = new() { Width = 320, Height = 640 } });
        await PublicPages.UnfoldAsync(page);

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
        var page = await browser.OpenAsync("/compare/botulinum-vs-ha-filler#numbers");

        var pictures = page.Locator("#numbers").GetByRole(AriaRole.Img);
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
            await browser.OpenAsync(
                "/compare/botulinum-vs-ha-filler#numbers", new() { ViewportSize = new() { Width = width, Height = 800 } });

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
        await PublicPages.UnfoldAsync(page, "#evidence");
        var head = page.Locator($"{HowSure} thead th a").First;
        Assert.InRange((await page.Locator($"{HowSure} thead").BoundingBoxAsync())!.Width, 0, 1);

        await head.FocusAsync();

        Assert.InRange((await head.BoundingBoxAsync())!.Width, 40, 320);
        Assert.InRange((await page.Locator($"{HowSure} thead").BoundingBoxAsync())!.Width, 200, 320);
    }

    [Fact]
    public async Task Another_choice_starts_from_the_one_that_is_shown()
    {
        var page = await browser.OpenAsync(PublicPages.Comparison);

        await page.GetByText("Add a treatment").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Change all of them" }).ClickAsync();
        await page.Locator("select[name=b]").SelectOptionAsync("microneedling");
        await page.Locator(".picker button").ClickAsync();

        Assert.EndsWith("/compare/mesotherapy-vs-microneedling", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_phone_short_answers_stand_side_by_side_and_prose_stands_in_a_stack()
    {
        var page = await browser.OpenAsync(PublicPages.Comparison, new() { ViewportSize = new() { Width = 390, Height = 844 } });

        await PublicPages.UnfoldAsync(page);
        // The two treatments beside each other, no treatment below them: three columns would break their names.
        Assert.Equal(2, (await Tops(page, "tr#session-time td")).Count);
        Assert.Single(await Tops(page, "tr#session-time td:not(.baseline)"));
        Assert.Equal(3, (await Tops(page, "tr#what td")).Count);
    }

    [Fact]
    public async Task The_column_heads_stay_in_view_while_the_table_is_read()
    {
        var page = await browser.OpenAsync(PublicPages.Comparison, new() { ViewportSize = new() { Width = 1280, Height = 700 } });

        await PublicPages.UnfoldAsync(page, "#evidence");
        await page.Locator($"{HowSure} tbody tr").Last.ScrollIntoViewIfNeededAsync();

        var head = await page.Locator($"{HowSure} thead th a").First.BoundingBoxAsync();
        Assert.InRange(head!.Y, -1, 100);
    }

    [Fact]
    public async Task The_first_visit_takes_six_requests_and_sixty_kilobytes_and_asks_nobody_else()
    {
        // A reader of their own, whose browser has kept nothing yet.
        var page = await browser.OpenAsync("about:blank", share: false);
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
    public async Task On_paper_navigation_and_controls_are_gone_and_the_first_answers_are_whole()
    {
        var page = await browser.OpenAsync(PublicPages.Scoped);
        await PublicPages.UnfoldAsync(page, "#aftercare");

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal(0, await Visible(page, "nav, .picker, .only-differences, .skip, .actions, .clarity"));
        Assert.Equal(15, await Visible(page, ".question .whole > div"));
        Assert.True(await page.Locator("#aftercare").IsVisibleAsync());
        Assert.False(await page.Locator("#what").IsVisibleAsync());
        Assert.True(await page.Locator(".sources li").Last.IsVisibleAsync(), "The small numbers lead to nothing on paper.");
        Assert.NotEmpty(await page.PdfAsync(new() { Format = "A4" }));
    }

    [Theory]
    [InlineData("/treatments/ha-filler")]
    [InlineData("/concerns/hair-loss")]
    public async Task On_paper_any_other_page_is_open_throughout(string address)
    {
        var page = await browser.OpenAsync(address);
        var parts = await page.Locator(".fold__body").CountAsync();
        Assert.InRange(parts, 2, 50);
        Assert.Equal(0, await Visible(page, ".fold__body"));

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal(parts, await Visible(page, ".fold__body"));
        Assert.True(await page.Locator(".sources li").Last.IsVisibleAsync());
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

using Microsoft.Playwright;

namespace ClinicPortal.Browser.Tests;

public sealed class DecidingTests(PatientsBrowser browser)
{
    private const string Marked = $"{PublicPages.Comparison}?rows=onset,pain";

    private static readonly BrowserNewContextOptions NoScript = new() { JavaScriptEnabled = false };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_tick_by_keyboard_shows_and_names_what_speaks_of_it(bool withScript)
    {
        var page = await browser.OpenAsync(PublicPages.Comparison, withScript ? null : NoScript);
        await PublicPages.UnfoldAsync(page, "#not-suitable");
        var cell = page.Locator("#not-suitable .whole > div").First;
        Assert.DoesNotContain("You ticked", await cell.AriaSnapshotAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator(".asked:visible").CountAsync());

        await page.Locator("#ask-breastfeeding").FocusAsync();
        await page.Keyboard.PressAsync("Space");

        Assert.Contains("You ticked “Breastfeeding”: ask the clinic first.", await cell.AriaSnapshotAsync(), StringComparison.Ordinal);
        Assert.Equal(2, await page.Locator(".whole .asked:visible", new() { HasText = "“Breastfeeding”" }).CountAsync());
        Assert.Equal(0, await page.Locator(".asked:visible", new() { HasText = "“Pregnancy”" }).CountAsync());
        Assert.Equal(
            "Mesotherapy and PRP: ask the clinic first. See “Who should not have it, or should tell the clinic first?”",
            await page.Locator(".ask-first .asked:visible").InnerTextAsync());

        await page.Keyboard.PressAsync("Space");

        Assert.Equal(0, await page.Locator(".asked:visible").CountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Marked_questions_come_first_and_the_others_come_back(bool withScript)
    {
        var page = await browser.OpenAsync($"{PublicPages.Comparison}?without=no-treatment", withScript ? null : NoScript);

        await page.GetByText("Choose my questions").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "How much does it hurt?" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "How soon might I see a change?" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Put these first" }).ClickAsync();

        await PatientsBrowser.ArriveAsync(page, $"{PublicPages.Comparison}?without=no-treatment&rows=onset,pain#first-questions");
        Assert.Equal(
            ["evidence", "serious-risks", "not-suitable", "onset", "pain"],
            await page.Locator(".question .more__body").EvaluateAllAsync<string[]>("bodies => bodies.map(body => body.id)"));
        // Of two options in three questions; the table of concerns has answered the other two.
        Assert.Equal(6, await page.Locator(".question .lines dd:visible").CountAsync());
    }

    [Fact]
    public async Task Ticks_are_gone_with_the_page_until_the_reader_keeps_them_and_again_when_they_are_cleared()
    {
        var page = await browser.OpenAsync(PublicPages.Comparison, share: false);
        await TickAsync("#ask-pregnancy");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#ask-pregnancy")).Not.ToBeCheckedAsync();

        await TickAsync("#ask-pregnancy");
        await page.GetByLabel("Keep my ticks on this device").CheckAsync();
        await page.GotoAsync("/compare/botulinum-vs-ha-filler");
        await Assertions.Expect(page.Locator("#ask-pregnancy")).ToBeCheckedAsync();
        await TickAsync("#ask-breastfeeding");
        await page.GotoAsync(PublicPages.Comparison);
        await Assertions.Expect(page.Locator("#ask-breastfeeding")).ToBeCheckedAsync();

        await PublicPages.UnfoldAsync(page, "#not-suitable");
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear my ticks" }).ClickAsync();
        await Assertions.Expect(page.Locator("#ask-pregnancy")).Not.ToBeCheckedAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#ask-breastfeeding")).Not.ToBeCheckedAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length"));

        async Task TickAsync(string box)
        {
            await PublicPages.UnfoldAsync(page, "#not-suitable");
            await page.Locator(box).CheckAsync();
        }
    }

    [Fact]
    public async Task What_is_ticked_shows_in_the_card_at_the_top()
    {
        var page = await browser.OpenAsync(PublicPages.Scoped, NoScript);
        await PublicPages.UnfoldAsync(page, "#not-suitable");

        await page.Locator("#ask-blood-thinners").CheckAsync();

        Assert.Equal(
            "You ticked “Blood thinners”: ask the clinic first.", await page.Locator(".card .asked:visible").First.InnerTextAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_check_answers_gently_and_explains(bool withScript)
    {
        var page = await browser.OpenAsync(PublicPages.Comparison, withScript ? null : NoScript);
        await PublicPages.UnfoldAsync(page, "#ready");
        var question = page.Locator(".ready__questions li").First;
        Assert.Equal(0, await question.Locator(".answer:visible").CountAsync());

        await question.Locator("select").SelectOptionAsync("wrong");
        Assert.StartsWith(
            "Not quite. Mesotherapy: we are not sure it helps.", await question.Locator(".answer:visible").InnerTextAsync(),
            StringComparison.Ordinal);

        await question.Locator("select").SelectOptionAsync("right");
        Assert.StartsWith(
            "That is right. Mesotherapy: we are not sure it helps.", await question.Locator(".answer:visible").InnerTextAsync(),
            StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator(".answer:visible").CountAsync());
    }

    [Fact]
    public async Task One_no_leads_to_a_talk_and_four_times_yes_does_not()
    {
        var page = await browser.OpenAsync(PublicPages.Comparison, NoScript);
        await PublicPages.UnfoldAsync(page, "#ready");
        var answers = page.Locator(".sure select");
        Assert.Equal(4, await answers.CountAsync());

        for (var question = 0; question < 4; question++)
        {
            Assert.Equal(0, await page.Locator(".answer:visible").CountAsync());
            await answers.Nth(question).SelectOptionAsync("yes");
        }
        Assert.StartsWith("You said yes to all four.", await page.Locator(".answer:visible").InnerTextAsync(), StringComparison.Ordinal);

        await answers.Nth(2).SelectOptionAsync("no");
        Assert.StartsWith(
            "You said no at least once. Talk it over with the clinic before you decide",
            await page.Locator(".answer:visible").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_a_reader_ticks_and_answers_no_request_leaves_the_browser()
    {
        var page = await browser.OpenAsync(PublicPages.Comparison);
        var requests = new List<string>();
        page.Request += (_, request) => requests.Add(request.Url);

        await TickAndAnswerAsync(page);
        await page.Locator("#ask-pregnancy").PressAsync("Enter");
        await page.Locator(".sure select").First.PressAsync("Enter");

        Assert.Empty(requests);
        Assert.EndsWith(PublicPages.Comparison, page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PublicPages.Comparison)]
    [InlineData(Marked)]
    [InlineData("/compare/botulinum-vs-ha-filler-vs-laser-fractional-vs-microneedling")]
    public async Task Ticked_answered_and_unfolded_axe_finds_no_barrier_and_nothing_scrolls_sideways(string address)
    {
        var page = await browser.OpenAsync(address);
        await TickAndAnswerAsync(page);
        await page.SetViewportSizeAsync(1280, 800);
        Assert.Equal(1280, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        await Barriers.NoneOn(page);

        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task In_forced_colours_a_note_still_stands_out_and_says_what_it_is()
    {
        var page = await browser.OpenAsync(PublicPages.Comparison, new() { ForcedColors = ForcedColors.Active });
        await PublicPages.UnfoldAsync(page, "#not-suitable");
        await page.Locator("#ask-pregnancy").CheckAsync();

        var note = page.Locator(".whole .asked:visible").First;
        Assert.Equal("You ticked “Pregnancy”: ask the clinic first.", await note.InnerTextAsync());
        Assert.Equal("solid", await note.EvaluateAsync<string>("note => getComputedStyle(note).borderInlineStartStyle"));
    }

    [Fact]
    public async Task On_paper_the_ticks_go_along_and_the_checks_stay_behind()
    {
        var page = await browser.OpenAsync(Marked);
        await PublicPages.UnfoldAsync(page, "#not-suitable");
        await page.Locator("#ask-pregnancy").CheckAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal(1, await page.Locator(".ask-first li:visible").CountAsync());
        Assert.Equal(2, await page.Locator(".whole .asked:visible", new() { HasText = "“Pregnancy”" }).CountAsync());
        Assert.Equal(0, await page.Locator(".ready:visible, #what-matters:visible, .steps:visible, .ask-first__keep:visible").CountAsync());

        await page.Locator("#ask-pregnancy").EvaluateAsync("box => { box.checked = false; }");
        Assert.False(await page.Locator(".ask-first").IsVisibleAsync());
    }

    private static async Task TickAndAnswerAsync(IPage page)
    {
        await PublicPages.UnfoldAsync(page);
        foreach (var box in await page.Locator(".ask-first li input").AllAsync())
            await box.CheckAsync();
        foreach (var answer in await page.Locator(".ready select").AllAsync())
            await answer.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator(".sure select").First.SelectOptionAsync("no");
    }
}

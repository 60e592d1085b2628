using Microsoft.Playwright;

namespace ClinicPortal.Browser.Tests;

public sealed class AccessibilityTests(PatientsBrowser browser)
{
    public static TheoryData<string> Pages => PublicPages.All;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_no_barrier_nothing_scrolls_sideways_one_script_is_loaded_and_the_console_is_silent(string address)
    {
        var page = await browser.OpenAsync("about:blank");
        var (complaints, scripts) = (Barriers.Complaints(page), new List<string>());
        page.Request += (_, request) =>
        {
            if (request.ResourceType == "script")
                scripts.Add(new Uri(request.Url).AbsolutePath);
        };
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });

        complaints.AddRange(await Barriers.FoundOnAsync(page));

        Assert.Equal("", string.Join('\n', complaints));
        Assert.StartsWith("/js/portal.", Assert.Single(scripts.Distinct()), StringComparison.Ordinal);
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData(PublicPages.Comparison)]
    [InlineData($"{PublicPages.Comparison}?concern=hair-loss&rows=onset,pain&weeks=40")]
    [InlineData("/compare/botulinum-vs-ha-filler-vs-laser-fractional-vs-microneedling")]
    [InlineData("/compare/botulinum-vs-ha-filler/sheet")]
    public async Task At_400_percent_tab_leads_to_every_control_and_none_is_covered(string address)
    {
        // 1280 by 1024 pixels, four times as large.
        var page = await browser.OpenAsync(address, new() { ViewportSize = new() { Width = 320, Height = 256 } });

        await KeyboardWalk.LeadsToEveryControlAsync(page);
    }

    [Theory]
    [InlineData(ReducedMotion.NoPreference, true)]
    [InlineData(ReducedMotion.Reduce, false)]
    public async Task Pages_cross_over_and_stand_still_for_who_wants_less_motion(ReducedMotion wanted, bool crosses)
    {
        var page = await browser.OpenAsync("/", new() { ReducedMotion = wanted });
        // A page is revealed when it is first drawn, which may be after it has loaded.
        await page.AddInitScriptAsync(
            """
            addEventListener('pagereveal', event => { window.crosses = event.viewTransition !== null; });
            """);

        await page.GetByRole(AriaRole.Link, new() { Name = "Treatments", Exact = true }).ClickAsync();
        await PatientsBrowser.ArriveAsync(page, "/treatments");

        await page.WaitForFunctionAsync("() => 'crosses' in window");
        Assert.Equal(crosses, await page.EvaluateAsync<bool>("window.crosses"));
        await page.GotoAsync(PublicPages.Comparison);
        Assert.Equal(0, await page.EvaluateAsync<int>("document.getAnimations().length"));
    }

    [Fact]
    public async Task Dark_mode_is_dark_and_light_mode_is_light()
    {
        var light = await browser.OpenAsync(PublicPages.Comparison, new() { ColorScheme = ColorScheme.Light });
        var dark = await browser.OpenAsync(PublicPages.Comparison, new() { ColorScheme = ColorScheme.Dark });

        Assert.InRange(await Brightness(light), 200, 255);
        Assert.InRange(await Brightness(dark), 0, 60);
    }

    [Fact]
    public async Task In_forced_colours_a_difference_is_still_told_in_words_and_certainty_still_has_its_bar()
    {
        var page = await browser.OpenAsync(PublicPages.Comparison, new() { ForcedColors = ForcedColors.Active });

        await PublicPages.UnfoldAsync(page);
        Assert.Equal("differs", await page.Locator("tr[data-agreement=differs] .agreement").First.InnerTextAsync());
        var (filled, empty) = (await Step(page, 0), await Step(page, 3));
        Assert.NotEqual(filled, empty);
    }

    [Theory]
    [InlineData(".numbers .icons__yes", "CanvasText")]
    [InlineData(".numbers .icons__hole", "Canvas")]
    [InlineData(".strips .strip__session", "CanvasText")]
    [InlineData(".strips .strip__change", "CanvasText")]
    [InlineData(".strips .strip__day", "Highlight")]
    public async Task In_forced_colours_pictures_and_strips_use_the_readers_colours(string shape, string colour)
    {
        var page = await browser.OpenAsync(PublicPages.Comparison, new() { ForcedColors = ForcedColors.Active });

        var (drawn, wanted) = (await page.Locator(shape).First.EvaluateAsync<string>("shape => getComputedStyle(shape).stroke"),
            await page.EvaluateAsync<string>(
                "colour => { document.body.style.color = colour; return getComputedStyle(document.body).color; }", colour));

        Assert.Equal(wanted, drawn);
    }

    private static Task<double> Brightness(IPage page) => page.EvaluateAsync<double>(
        "() => { const [r, g, b] = getComputedStyle(document.documentElement).backgroundColor.match(/[\\d.]+/g).map(Number); return 0.299 "
            + "* r + 0.587 * g + 0.114 * b; }");

    private static Task<string> Step(IPage page, int step) => page.Locator(".certainty[data-steps='1'] i").Nth(step)
        .EvaluateAsync<string>("step => getComputedStyle(step).backgroundColor + getComputedStyle(step).borderTopWidth");
}

using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ClinicPortal.Browser.Tests;

public sealed class AccessibilityTests(PatientsBrowser browser)
{
    internal static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    public static TheoryData<string> Pages => PublicPages.All;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_no_barrier_wide_or_narrow_light_or_dark(string address)
    {
        var page = await browser.OpenAsync(address);
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (1280, ColorScheme.Dark), (320, ColorScheme.Light), (320, ColorScheme.Dark) })
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });

            var result = await page.RunAxe(Rules);

            Assert.Equal("", string.Join('\n', result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{width} {scheme} {rule.Id}: {node.Html}"))));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_scrolls_sideways_at_320_pixels(string address)
    {
        var page = await browser.OpenAsync(address, new() { ViewportSize = new() { Width = 320, Height = 640 } });

        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_complains_on_the_console(string address)
    {
        var page = await browser.OpenAsync("/about");
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);

        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });

        Assert.Equal("", string.Join('\n', complaints));
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

        Assert.True(await page.Locator("tr[data-agreement=differs] .agreement").First.IsVisibleAsync());
        Assert.Contains("differs", await page.Locator("tr[data-agreement=differs] .agreement").First.InnerTextAsync(), StringComparison.Ordinal);
        var (filled, empty) = (await BarColour(page, 0), await BarColour(page, 3));
        Assert.NotEqual(filled, empty);
    }

    private static Task<double> Brightness(IPage page) => page.EvaluateAsync<double>(
        "() => { const [r, g, b] = getComputedStyle(document.documentElement).backgroundColor.match(/[\\d.]+/g).map(Number); return 0.299 * r + 0.587 * g + 0.114 * b; }");

    private static Task<string> BarColour(IPage page, int step) => page.Locator(".certainty[data-steps='1'] i").Nth(step)
        .EvaluateAsync<string>("step => getComputedStyle(step).backgroundColor");
}

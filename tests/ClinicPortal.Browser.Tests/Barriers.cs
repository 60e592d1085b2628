using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ClinicPortal.Browser.Tests;

/// <summary>What axe finds on a page, wide and narrow, light and dark.</summary>
internal static class Barriers
{
    private static readonly AxeRunOptions AllRules = Options(
        new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });

    // Light and dark differ in nothing but colours, and these are the rules that look at them.
    private static readonly AxeRunOptions RulesOfColour = Options(new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] });

    public static async Task NoneOn(IPage page) => Assert.Equal("", string.Join('\n', await FoundOnAsync(page)));

    /// <summary>Leaves the page narrow and dark.</summary>
    public static async Task<IReadOnlyList<string>> FoundOnAsync(IPage page)
    {
        var found = new List<string>();
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (1280, ColorScheme.Dark), (320, ColorScheme.Light), (320, ColorScheme.Dark) })
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });

            var result = await page.RunAxe(scheme == ColorScheme.Light ? AllRules : RulesOfColour);

            found.AddRange(result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{width} {scheme} {rule.Id}: {node.Html}")));
        }
        return found;
    }

    // What passes is not listed: on a long page that takes longer than to find it.
    private static AxeRunOptions Options(RunOnlyOptions rules) => new() { RunOnly = rules, ResultTypes = [ResultType.Violations] };
}

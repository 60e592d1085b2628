using ClinicPortal.Testing;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ClinicPortal.Browser.Tests;

/// <summary>What axe finds on a page, wide and narrow, light and dark.</summary>
internal static class Barriers
{
    private static readonly object AllRules = new
    {
        type = "tag",
        values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice" },
    };

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // No page has frames. What passes is not listed: on a long page that takes longer than to find it.
    private const string Run =
        """
        async rules => {
          const { violations } = await axe.run(document, { runOnly: rules, resultTypes: ["violations"], iframes: false });
          return violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`));
        }
        """;

    /// <summary>Fills with what the page's console complains of from now on; an answer that refuses is none of it.</summary>
    public static List<string> Complaints(IPage page)
    {
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        return complaints;
    }

    public static async Task NoneOn(IPage page) => Assert.Equal("", string.Join('\n', await FoundOnAsync(page)));

    /// <summary>Leaves the page narrow and dark.</summary>
    public static async Task<IReadOnlyList<string>> FoundOnAsync(IPage page)
    {
        await page.EvaluateAsync(Axe);
        var found = new List<string>();
        // The colours of a wide page are those of a narrow one, so that in the dark only the soak looks at both.
        // A rule that looks at colours meets both schemes, one that looks at the layout both widths; the soak looks at every pair.
        foreach (var (width, scheme) in new[]
        {
            (1280, ColorScheme.Light),
            (1280, ColorScheme.Dark),
            (320, ColorScheme.Light),
            (320, ColorScheme.Dark),
        }.Where(look => Trials.IsFull || look is (1280, ColorScheme.Light) or (320, ColorScheme.Dark)))
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });

            var violations = await page.EvaluateAsync<string[]>(Run, AllRules);

            found.AddRange(violations.Select(violation => $"{width} {scheme} {violation}"));
        }
        return found;
    }
}

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

    // In the short form half of the pages are looked at in the first way and half in the second, so that colours meet both schemes and
    // layouts both widths; the soak looks at each page in every way.
    private static readonly (int Width, ColorScheme Scheme)[] Looks =
    [
        (1280, ColorScheme.Light), (320, ColorScheme.Dark), (1280, ColorScheme.Dark), (320, ColorScheme.Light),
    ];

    /// <summary>Leaves the page narrow.</summary>
    public static async Task<IReadOnlyList<string>> FoundOnAsync(IPage page)
    {
        await page.EvaluateAsync(Axe);
        var found = new List<string>();
        foreach (var (width, scheme) in Trials.IsFull ? Looks : [Looks[new Uri(page.Url).PathAndQuery.Sum(letter => letter) % 2]])
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });

            var violations = await page.EvaluateAsync<string[]>(Run, AllRules);

            found.AddRange(violations.Select(violation => $"{width} {scheme} {violation}"));
        }
        await page.SetViewportSizeAsync(320, 800);
        return found;
    }
}

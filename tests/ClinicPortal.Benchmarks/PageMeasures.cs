using System.Globalization;
using ClinicPortal.Testing;
using Microsoft.Playwright;

namespace ClinicPortal.Benchmarks;

/// <summary>
/// The reading test of a running portal: how long its pages are, how soon they answer, and what they take, each on a phone and on a desk.
/// </summary>
internal static class PageMeasures
{
    private static readonly string[] Usual =
    [
        "/", "/compare/mesotherapy-vs-prp", "/compare/mesotherapy-vs-prp?concern=hair-loss",
        "/compare/botulinum-vs-ha-filler?concern=wrinkles-static", "/compare/carboxytherapy-vs-mesotherapy-vs-prp?concern=cellulite",
        "/compare/botulinum-vs-ha-filler-vs-laser-fractional-vs-microneedling?concern=wrinkles-static", "/treatments/prp",
        "/concerns/hair-loss",
    ];

    private static readonly (int Width, int Height)[] Screens = [(390, 844), (1280, 800)];

    private const string Look =
        """
        () => {
          const bottom = (one) => one ? Math.round(one.getBoundingClientRect().bottom + scrollY) : null;
          const folded = document.documentElement.scrollHeight;
          const stops = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
            .filter((one) => one.tabIndex >= 0 && one.checkVisibility()).length;
          const verdict = bottom(document.querySelector(".card__verdict, .concerns td p, .verdicts dd, .overview__evidence"));
          const questions = bottom([...document.querySelectorAll(".question")].at(-1));
          for (const one of document.querySelectorAll("main details")) one.open = true;
          const words = document.querySelector("main").innerText.split(/\s+/).length;
          return [folded, document.documentElement.scrollHeight, verdict, questions, words, stops].map((one) => one ?? -1);
        }
        """;

    /// <param name="address">Of the portal, without a path.</param>
    /// <param name="paths">Those to measure; none measures the usual ones.</param>
    public static async Task<int> PrintAsync(string address, IReadOnlyList<string> paths)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (Chromium.Find() is not { } chromium)
        {
            await Console.Error.WriteLineAsync("There is no Chromium: install it, or name it in CHROMIUM.");
            return 1;
        }
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
        Console.WriteLine(
            "| page | width | folded px | screens | unfolded px | first verdict ends | first questions end | words | KB | requests | tab "
                + "stops |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var path in paths.Count > 0 ? paths : Usual)
            foreach (var screen in Screens)
                Console.WriteLine(await LineAsync(browser, address.TrimEnd('/') + path, path, screen));
        return 0;
    }

    private static async Task<string> LineAsync(IBrowser browser, string url, string path, (int Width, int Height) screen)
    {
        await using var context =
            await browser.NewContextAsync(new() { ViewportSize = new() { Width = screen.Width, Height = screen.Height } });
        var page = await context.NewPageAsync();
        var network = await context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        var (bytes, requests) = (0.0, 0);
        network.Event("Network.loadingFinished").OnEvent += (_, finished) =>
            bytes += finished!.Value.GetProperty("encodedDataLength").GetDouble();
        page.Request += (_, _) => requests++;
        await page.GotoAsync(url, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var seen = await page.EvaluateAsync<int[]>(Look);
        string Pixels(int at) => seen[at] < 0 ? "" : $"{seen[at]}";
        string[] cells =
        [
            path, $"{screen.Width}", $"{seen[0]}", $"{(double)seen[0] / screen.Height:0.0}", $"{seen[1]}", Pixels(2), Pixels(3),
            $"{seen[4]}",
            $"{bytes / 1000:0.0}", $"{requests}", $"{seen[5]}",
        ];
        return $"| {string.Join(" | ", cells)} |";
    }
}

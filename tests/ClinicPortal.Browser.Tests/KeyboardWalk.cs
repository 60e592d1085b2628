using Microsoft.Playwright;

namespace ClinicPortal.Browser.Tests;

/// <summary>Tab from the top of a page to its end, as a person without a mouse goes.</summary>
internal static class KeyboardWalk
{
    private const string Controls = "a[href], button, input:not([type=hidden]), select, textarea, summary";

    private const string Mark =
        "controls => { for (const one of document.querySelectorAll(controls)) if (one.checkVisibility() && one.tabIndex >= 0) "
            + "one.dataset.missed = ''; document.activeElement.blur(); return document.querySelectorAll('[data-missed]').length; }";

    // What lies over the middle of the part in view must be the control itself, a part of it, or what it stands in.
    private const string Arrive =
        """
        () => {
          const at = document.activeElement;
          delete at.dataset.missed;
          const left = document.querySelectorAll('[data-missed]').length;
          if (at === document.body) return { left };
          const isInView = box => box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          const box = [...at.getClientRects()].find(isInView);
          const middle = (start, end, size) => (Math.max(start, 0) + Math.min(end, size)) / 2;
          const over = box && document.elementFromPoint(
            middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight));
          const wrong = getComputedStyle(at).outlineStyle === 'none' ? 'shows no focus'
            : !box ? 'is out of view'
            : !over || !(at.contains(over) || over.contains(at)) ? 'is covered'
            : null;
          return { left, wrong: wrong && `${wrong}: ${at.outerHTML}` };
        }
        """;

    /// <summary>Every control is reached, shows that it has the focus, and is in view and not covered when it has it.</summary>
    public static async Task LeadsToEveryControlAsync(IPage page)
    {
        var count = await page.EvaluateAsync<int>(Mark, Controls);
        var wrong = new List<string>();

        // A region that scrolls takes the focus as well.
        var stop = new Stop { Left = count };
        for (var presses = 0; presses <= 2 * count && stop.Left > 0; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            stop = await page.EvaluateAsync<Stop>(Arrive);
            if (stop.Wrong is { } complaint)
                wrong.Add(complaint);
        }

        Assert.NotEqual(0, count);
        Assert.Empty(await page.Locator("[data-missed]").EvaluateAllAsync<string[]>("missed => missed.map(one => one.outerHTML)"));
        Assert.Empty(wrong);
    }

    private sealed class Stop
    {
        public int Left { get; set; }

        public string? Wrong { get; set; }
    }
}

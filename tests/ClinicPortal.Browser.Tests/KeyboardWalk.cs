using Microsoft.Playwright;

namespace ClinicPortal.Browser.Tests;

/// <summary>Tab from the top of a page to its end, as a person without a mouse goes.</summary>
internal static class KeyboardWalk
{
    private const string Controls = "a[href], button, input:not([type=hidden]), select, textarea, summary";

    // At each key let go, what lies over the middle of what has the focus, as far as that is in view, must be it itself, a part of it, or
    // what it stands in.
    private const string Begin =
        """
        controls => {
          // What a frame shows is a page of its own, which is walked through as one.
          for (const frame of document.querySelectorAll('iframe')) frame.inert = true;
          for (const one of document.querySelectorAll(controls))
            if (one.checkVisibility() && one.tabIndex >= 0) one.dataset.missed = '';
          document.activeElement.blur();
          window.walked = [];
          const seen = new Set();
          const isInView = box => box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          const middle = (start, end, size) => (Math.max(start, 0) + Math.min(end, size)) / 2;
          addEventListener('keyup', () => {
            const at = document.activeElement;
            if (at === document.body || seen.has(at)) return;
            seen.add(at);
            delete at.dataset.missed;
            const box = [...at.getClientRects()].find(isInView);
            const over = box && document.elementFromPoint(
              middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight));
            const wrong = getComputedStyle(at).outlineStyle === 'none' ? 'shows no focus'
              : !box ? 'is out of view'
              : !over || !(at.contains(over) || over.contains(at)) ? `is covered by ${over?.outerHTML.slice(0, 80)}`
              : null;
            if (wrong) window.walked.push(`${wrong}: ${at.outerHTML}`);
          }, { capture: true });
          return document.querySelectorAll('[data-missed]').length;
        }
        """;

    private const string Missed = "[...document.querySelectorAll('[data-missed]')].map(one => one.outerHTML)";

    /// <summary>Every control is reached, shows that it has the focus, and is in view and not covered when it has it.</summary>
    public static async Task LeadsToEveryControlAsync(IPage page)
    {
        var count = await page.EvaluateAsync<int>(Begin, Controls);
        Assert.NotEqual(0, count);

        // As often as there are controls; then as often as some are missed, because a region that scrolls takes the focus as well.
        var keyboard = await page.Context.NewCDPSessionAsync(page);
        for (var (pressed, missed) = (0, count); missed > 0 && pressed <= 2 * count; pressed += missed)
        {
            await Task.WhenAll(Enumerable.Range(0, missed).SelectMany(_ => Press(keyboard)));
            missed = (await page.EvaluateAsync<string[]>(Missed)).Length;
        }
        await keyboard.DetachAsync();

        await page.EvaluateAsync("document.querySelectorAll('iframe').forEach(frame => { frame.inert = false; })");
        Assert.Empty(await page.EvaluateAsync<string[]>(Missed));
        Assert.Empty(await page.EvaluateAsync<string[]>("window.walked"));
    }

    /// <summary>All presses are on their way before the first is answered: drawing a page after each costs more than the rest.</summary>
    private static IEnumerable<Task> Press(ICDPSession keyboard) => new[] { "rawKeyDown", "keyUp" }.Select(type => keyboard.SendAsync(
        "Input.dispatchKeyEvent", new() { ["type"] = type, ["key"] = "Tab", ["code"] = "Tab", ["windowsVirtualKeyCode"] = 9 }));
}

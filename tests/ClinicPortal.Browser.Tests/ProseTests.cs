using Microsoft.Playwright;

namespace ClinicPortal.Browser.Tests;

public sealed class ProseTests(PatientsBrowser browser)
{
    private const string Cell = "/staff/treatments/prp/answers/mechanism";

    [Theory]
    [InlineData("Bold", "a word", "word", "a **word**")]
    [InlineData("Italic", "a word", "word", "a *word*")]
    [InlineData("Italic", "a **word**", "word", "a ***word***")]
    [InlineData("Bold", "two  words ", "two  words ", "**two  words** ")]
    [InlineData("Bold", "- one\n- two", "- one\n- two", "- **one**\n- **two**")]
    [InlineData("List", "one\ntwo", "one\ntwo", "- one\n- two")]
    [InlineData("Link", "see this", "this", "see [this](https://)")]
    [InlineData("Link", "see https://a.example", "https://a.example", "see [](https://a.example)")]
    public async Task A_button_changes_the_chosen_words_and_undo_takes_it_back(string tool, string typed, string chosen, string changed)
    {
        var field = await FieldAsync(typed);
        await ChooseAsync(field, chosen);

        await Tool(field, tool).ClickAsync();
        Assert.Equal(changed, await field.InputValueAsync());
        Assert.True(await field.EvaluateAsync<bool>("field => field === document.activeElement"));

        await field.PressAsync("Control+z");
        Assert.Equal(typed, await field.InputValueAsync());
    }

    [Theory]
    [InlineData("Bold", "a word", "word")]
    [InlineData("Italic", "a word", "word")]
    [InlineData("Italic", "a **word**", "word")]
    [InlineData("List", "one\ntwo", "one\ntwo")]
    [InlineData("Link", "see this", "this")]
    public async Task The_same_button_again_takes_the_form_away(string tool, string typed, string chosen)
    {
        var field = await FieldAsync(typed);
        await ChooseAsync(field, chosen);

        await Tool(field, tool).ClickAsync();
        Assert.NotEqual(typed, await field.InputValueAsync());
        await Tool(field, tool).ClickAsync();

        Assert.Equal(typed, await field.InputValueAsync());
    }

    [Fact]
    public async Task The_keys_do_what_the_buttons_do()
    {
        var field = await FieldAsync("bold slanted linked");
        foreach (var (words, key) in new[] { ("bold", "b"), ("slanted", "i"), ("linked", "k") })
        {
            await ChooseAsync(field, words);
            await field.PressAsync($"Control+{key}");
        }

        Assert.Equal("**bold** *slanted* [linked](https://)", await field.InputValueAsync());
    }

    [Fact]
    public async Task The_buttons_are_one_stop_for_tab_and_arrows_lead_along_them()
    {
        var field = await FieldAsync("words");
        var page = field.Page;
        await field.FocusAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        Assert.Equal("Bold", await Focused(page));

        foreach (var (key, tool) in new[]
        {
            ("ArrowRight", "Italic"),
            ("End", "Link"),
            ("ArrowRight", "Bold"),
            ("ArrowLeft", "Link"),
            ("Home", "Bold"),
            ("ArrowRight", "Italic"),
        })
        {
            await page.Keyboard.PressAsync(key);
            Assert.Equal(tool, await Focused(page));
        }
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("text", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.PressAsync("Shift+Tab");
        Assert.Equal("Italic", await Focused(page));
    }

    [Fact]
    public async Task The_buttons_are_large_enough_for_a_finger_and_belong_to_their_field()
    {
        var field = await FieldAsync("words");
        var bar = field.Page.GetByRole(AriaRole.Toolbar, new() { Name = "What patients read" });

        Assert.Equal("text", await bar.GetAttributeAsync("aria-controls"));
        foreach (var button in await bar.GetByRole(AriaRole.Button).AllAsync())
        {
            var box = (await button.BoundingBoxAsync())!;
            Assert.InRange(box.Width, 24, 200);
            Assert.InRange(box.Height, 24, 100);
        }
    }

    [Fact]
    public async Task Without_script_there_are_no_buttons_and_the_hint_tells_the_form()
    {
        var page = await browser.OpenAsAsync("Anna One", Cell, reader: new() { JavaScriptEnabled = false });

        Assert.Equal(0, await page.GetByRole(AriaRole.Toolbar).CountAsync());
        Assert.Contains("**bold**", await page.Locator("#text-hint").InnerTextAsync(), StringComparison.Ordinal);
    }

    /// <summary>What a program puts into the clipboard, a file of <c>Clipboards/</c>, and what is written in its place.</summary>
    public static TheoryData<string, string> Clipboards => new()
    {
        {
            "word-list",
            "**Before** the session\n\n- no *aspirin*\n   - unless prescribed\n- 10 mg at most\n1. first"
        },
        {
            "google-docs",
            "**After the session**\n\n**Rest** and *drink* water.\n\n- one\n   - inner\n- [two](https://clinic.example/a_%28b%29)"
        },
        {
            "web-page",
            "**Dose**\n\nTake 10⁶ cells\\*, **not** more than that.\nNext line.\n\nWeek | Dose\n\n1 | 5 mg\n\n1. wash\n1. rest"
        },
    };

    [Theory]
    [MemberData(nameof(Clipboards))]
    public async Task What_is_pasted_becomes_short_Markdown(string from, string markdown)
    {
        var html = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Clipboards", $"{from}.html"), TestContext.Current.CancellationToken);
        var field = await FieldAsync("");
        var complaints = new List<string>();
        field.Page.Console += (_, message) => complaints.Add(message.Text);

        Assert.Equal(markdown, await PasteAsync(field, html, "plain words"));

        Assert.True(complaints.Count == 0, $"{from}: {string.Join('\n', complaints)}");
        await field.PressAsync("Control+z");
        Assert.Equal("", await field.InputValueAsync());
    }

    [Fact]
    public async Task Plain_words_are_pasted_as_they_are_and_an_address_makes_a_link_of_the_chosen_words()
    {
        var field = await FieldAsync("see this page");
        await ChooseAsync(field, "this page");

        Assert.Equal("see [this page](https://clinic.example/a)", await PasteAsync(field, "", "https://clinic.example/a"));
        Assert.False(await field.EvaluateAsync<bool>($"field => ({Paste})(field, '', 'plain').defaultPrevented"));
    }

    [Fact]
    public async Task The_preview_follows_what_is_typed_and_does_not_take_the_word()
    {
        var field = await FieldAsync($"So **strong** {Guid.NewGuid()}", "/staff/treatments/prp/answers/evidence");

        await Assertions.Expect(field.Page.Locator("aside .preview strong").GetByText("strong", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Equal(0, await field.Page.Locator("aside[aria-live], aside [aria-live], aside [role=status]").CountAsync());
        Assert.True(await field.EvaluateAsync<bool>("field => field === document.activeElement"));
    }

    private const string Paste = """
        (field, html, plain) => {
          const data = new DataTransfer();
          if (html) data.setData("text/html", html);
          data.setData("text/plain", plain);
          const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
          field.dispatchEvent(event);
          return event;
        }
        """;

    private static Task<string> PasteAsync(ILocator field, string html, string plain) =>
        field.EvaluateAsync<string>(
            $"(field, [html, plain]) => {{ ({Paste})(field, html, plain); return field.value; }}", new[] { html, plain });

    private async Task<ILocator> FieldAsync(string typed, string cell = Cell)
    {
        var page = await browser.OpenAsAsync("Anna One", cell, share: true);
        var field = page.Locator("#text");
        await page.GetByRole(AriaRole.Toolbar).WaitForAsync();
        await field.FillAsync(typed);
        return field;
    }

    private static async Task ChooseAsync(ILocator field, string words) =>
        await field.EvaluateAsync(
            "(field, words) => { field.focus(); const at = field.value.indexOf(words); field.setSelectionRange(at, at + words.length); }",
            words);

    private static ILocator Tool(ILocator field, string name) => field.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.textContent");
}

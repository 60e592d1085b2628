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

    public static TheoryData<string, string, string> Clipboards => new()
    {
        {
            "a list of Word",
            """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><style>p.MsoNormal {margin:0cm} @list l0 {mso-list-id:1}</style></head><body lang=EN-GB style='tab-interval:36.0pt'>
            <!--StartFragment-->
            <p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span style='mso-fareast-language:EN-US'>Before</span></b><span style='mso-spacerun:yes'>  </span>the
            session<o:p></o:p></p>
            <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><!--[endif]-->no <i>aspirin</i><o:p></o:p></p>
            <p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span></span><![endif]>unless prescribed</p>
            <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>&#61623;<span>&nbsp;&nbsp;</span></span><![endif]>10&nbsp;mg at most</p>
            <p class=MsoNormal><o:p>&nbsp;</o:p></p>
            <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><!--[if !supportLists]--><span>1.<span>&nbsp;&nbsp;</span></span><![endif]-->first</p>
            <!--EndFragment--></body></html>
            """,
            "**Before** the session\n\n- no *aspirin*\n   - unless prescribed\n- 10 mg at most\n1. first"
        },
        {
            "Google Docs",
            """
            <meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b3c4d-7fff"><h2 dir="ltr" style="line-height:1.38"><span style="font-size:16pt;font-weight:400">After the session</span></h2><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:700;font-style:normal;">Rest</span><span style="font-size:11pt;font-weight:400;"> and </span><span style="font-weight:400;font-style:italic;">drink</span><span style="font-weight:400"> water.</span></p><br /><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400">one</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>inner</span></p></li></ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><a href="https://clinic.example/a_(b)"><span style="font-weight:400;text-decoration:underline">two</span></a></p></li></ul></b><br class="Apple-interchange-newline">
            """,
            "**After the session**\n\n**Rest** and *drink* water.\n\n- one\n   - inner\n- [two](https://clinic.example/a_%28b%29)"
        },
        {
            "a web page",
            """
            <div class="article" onclick="alert(1)"><h1>Dose</h1><p>Take 10<sup>6</sup> cells*, <strong>not</strong> <a href="javascript:alert(1)">more</a> than <a href="/relative">that</a>.<br>Next line.</p><table><thead><tr><th>Week</th><th>Dose</th></tr></thead><tbody><tr><td><p>1</p></td><td>5 mg</td></tr></tbody></table><ol><li>wash</li><li>rest</li></ol><script>alert(2)</script><img src="https://tracker.example/pixel.gif" alt=""><style>p { color: red }</style></div>
            """,
            "**Dose**\n\nTake 10⁶ cells\\*, **not** more than that.\nNext line.\n\nWeek | Dose\n\n1 | 5 mg\n\n1. wash\n1. rest"
        },
    };

    [Theory]
    [MemberData(nameof(Clipboards))]
    public async Task What_is_pasted_becomes_short_Markdown(string from, string html, string markdown)
    {
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
        var page = await browser.OpenAsAsync("Anna One", cell);
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

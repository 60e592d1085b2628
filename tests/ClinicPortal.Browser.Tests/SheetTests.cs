using System.Text;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace ClinicPortal.Browser.Tests;

public sealed class SheetTests(PatientsBrowser browser)
{
    private const string Everything =
        "?rows=what,mechanism,process,sessions,interval,session-time,onset,duration,downtime,pain,common-effects,serious-risks,"
        + "not-suitable,reversible,areas-concerns,evidence,combine,who,aftercare,cost-band";

    [Theory]
    [InlineData("mesotherapy-vs-prp")]
    [InlineData("prp-vs-no-treatment")]
    [InlineData("carboxytherapy-vs-hair-transplant")]
    [InlineData("carboxytherapy-vs-laser-fractional")]
    [InlineData("botulinum-vs-ha-filler")]
    [InlineData("carboxytherapy-vs-laser-fractional-vs-microneedling")]
    [InlineData("botulinum-vs-ha-filler-vs-laser-fractional-vs-microneedling")]
    [InlineData("carboxytherapy-vs-mesotherapy-vs-peel-medium-vs-peel-superficial")]
    [InlineData("mesotherapy-vs-prp", "?rows=mechanism,onset,pain,reversible")]
    [InlineData("mesotherapy-vs-prp", Everything)]
    [InlineData("botulinum-vs-ha-filler-vs-laser-fractional-vs-microneedling", Everything)]
    public async Task It_is_one_page_on_both_papers(string treatments, string rows = "")
    {
        var page = await browser.OpenAsync($"/compare/{treatments}/sheet{rows}");

        foreach (var format in new[] { "A4", "Letter" })
            Assert.Equal(1, Pages(await page.PdfAsync(new() { Format = format })));
    }

    [Fact]
    public async Task The_whole_comparison_still_prints_on_several_pages() =>
        Assert.InRange(Pages(await (await browser.OpenAsync(PublicPages.Comparison)).PdfAsync(new() { Format = "A4" })), 2, 30);

    [Theory]
    [InlineData("mesotherapy-vs-prp", "?rows=onset,pain")]
    [InlineData("prp-vs-no-treatment")]
    [InlineData("botulinum-vs-ha-filler-vs-laser-fractional-vs-microneedling")]
    public async Task Every_word_of_the_sheet_stands_on_the_paper(string treatments, string rows = "")
    {
        var page = await browser.OpenAsync($"/compare/{treatments}/sheet{rows}");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var texts = await page.Locator(".sheet").EvaluateAsync<string[]>(
            "sheet => { const walk = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT), texts = []; while (walk.nextNode()) if "
                + "(walk.currentNode.parentElement.checkVisibility() && !walk.currentNode.parentElement.closest('.visually-hidden')) "
                + "texts.push(walk.currentNode.data); return texts; }");

        using var paper = PdfDocument.Open(await page.PdfAsync(new() { Format = "A4" }));

        var printed = Squeezed(paper.GetPage(1).Text);
        Assert.All(texts, text => Assert.Contains(Squeezed(text), printed, StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("Edition 1", StringComparison.Ordinal));
        Assert.Contains(
            texts,
            text =>
                text.Contains($"/compare/{treatments}?", StringComparison.Ordinal) && text.Contains("edition=1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_paper_there_is_the_sheet_and_nothing_else()
    {
        var page = await browser.OpenAsync($"{PublicPages.Comparison}/sheet");
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var gone in new[] { ".masthead", ".foot", ".crumbs", ".sheet-help" })
            Assert.False(await page.Locator(gone).IsVisibleAsync());
        foreach (var there in new[] { ".sheet .qr", ".sheet__questions", ".sheet__sources", ".sheet__address", ".sheet td >> nth=0" })
            Assert.True(await page.Locator(there).IsVisibleAsync());
        Assert.Equal("table-cell", await page.Locator(".sheet td").First.EvaluateAsync<string>("cell => getComputedStyle(cell).display"));
    }

    [Fact]
    public async Task The_button_prints_and_without_script_the_page_says_where_printing_is_found()
    {
        var with = await browser.OpenAsync($"{PublicPages.Comparison}/sheet");
        await with.EvaluateAsync("() => { window.print = () => document.title = 'printed'; }");
        await with.GetByRole(AriaRole.Button, new() { Name = "Print" }).ClickAsync();
        Assert.Equal("printed", await with.TitleAsync());

        var without = await browser.OpenAsync($"{PublicPages.Comparison}/sheet", new() { JavaScriptEnabled = false });
        Assert.Equal(0, await without.GetByRole(AriaRole.Button, new() { Name = "Print" }).CountAsync());
        Assert.Contains("from your browser's menu", await without.Locator(".sheet-help").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static int Pages(byte[] pdf)
    {
        using var paper = PdfDocument.Open(pdf);
        return paper.NumberOfPages;
    }

    // A font may print "fi" as one sign.
    private static string Squeezed(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter)));
}

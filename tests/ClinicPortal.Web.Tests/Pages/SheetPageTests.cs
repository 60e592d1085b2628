using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ClinicPortal.Testing;
using QRCoder;

namespace ClinicPortal.Web.Tests.Pages;

public sealed partial class SheetPageTests(SheetPageTests.KnownOrigin portal) : IClassFixture<SheetPageTests.KnownOrigin>
{
    private const string Pair = "/compare/mesotherapy-vs-prp";
    private const string Origin = "https://clinic.example";

    [Fact]
    public async Task The_comparison_links_to_its_sheet_and_back()
    {
        Assert.Equal($"{Pair}/sheet", Link(await portal.GetPage(Pair), "Print one page"));
        Assert.Equal(Pair, Link(await portal.GetPage($"{Pair}/sheet"), "Back to the whole comparison"));
        Assert.Equal(
            $"{Pair}/sheet?without=no-treatment&edition=1",
            Link(await portal.GetPage($"{Pair}?without=no-treatment&edition=1"), "Print one page"));
    }

    [Fact]
    public async Task It_holds_what_a_talk_needs()
    {
        var sheet = (await portal.GetPage($"{Pair}/sheet")).QuerySelector(".sheet")!;

        Assert.Contains("Edition 1, published", sheet.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{Origin}{Pair}?edition=1", sheet.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sample content, not reviewed by a clinician", sheet.TextContent, StringComparison.Ordinal);
        Assert.Contains("What could go seriously wrong?", sheet.TextContent, StringComparison.Ordinal);
        Assert.Contains("Who should not have it", sheet.TextContent, StringComparison.Ordinal);
        Assert.Contains("18 of 19 people (redness)", sheet.TextContent, StringComparison.Ordinal);
        Assert.Contains("Alam M 2018", sheet.QuerySelector(".sheet__sources")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            SampleClinic.Content.Questions[0].Text.ToString(), sheet.QuerySelector(".sheet__questions")!.TextContent,
            StringComparison.Ordinal);
        Assert.Matches("On the web page: \\d+ more questions", sheet.TextContent);
    }

    [Fact]
    public async Task Its_code_opens_exactly_this_editions_comparison()
    {
        Assert.Equal(Drawn($"{Origin}{Pair}?edition=1"), await Code($"{Pair}/sheet"));
        Assert.Equal(Drawn($"{Origin}{Pair}?without=no-treatment&edition=1"), await Code($"{Pair}/sheet?without=no-treatment"));
        Assert.NotEqual(Drawn($"{Origin}{Pair}"), await Code($"{Pair}/sheet"));
    }

    [Fact]
    public async Task It_is_kept_out_of_search_engines()
    {
        var page = await portal.GetPage($"{Pair}/sheet");

        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.DoesNotContain(
            "/sheet", await (await portal.Get("/sitemap.xml")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/compare/prp-vs-mesotherapy/sheet", "/compare/mesotherapy-vs-prp/sheet")]
    [InlineData(
        "/compare/prp-vs-mesotherapy/sheet?without=no-treatment&edition=1",
        "/compare/mesotherapy-vs-prp/sheet?without=no-treatment&edition=1")]
    public async Task Another_spelling_moves_to_the_one_sheet(string address, string canonical) =>
        Assert.Equal(canonical, (await portal.Get(address)).Headers.Location!.OriginalString);

    [Theory]
    [InlineData("/compare/prp-vs-mezoterapi/sheet")]
    [InlineData("/compare/mesotherapy-vs-prp/sheet?edition=2")]
    public async Task What_does_not_exist_is_not_found(string address) => await portal.GetPage(address, HttpStatusCode.NotFound);

    private static string? Link(IParentNode page, string words) =>
        page.QuerySelectorAll("main a").Single(link => link.TextContent == words).GetAttribute("href");

    private async Task<HashSet<(int X, int Y)>> Code(string address)
    {
        var path = (await portal.GetPage(address)).QuerySelector("svg.qr .qr__ink")!.GetAttribute("d")!;
        return [
            .. Run().Matches(path).SelectMany(run => Enumerable.Range(Number(run, 1), Number(run, 3)).Select(x => (x, Number(run, 2))))];
    }

    private static HashSet<(int X, int Y)> Drawn(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        return [
            .. from y in Enumerable.Range(
                0,
                code.ModuleMatrix.Count) from x in Enumerable.Range(0, code.ModuleMatrix.Count) where code.ModuleMatrix[y][x] select (x,
                y)];
    }

    private static int Number(Match run, int group) => int.Parse(run.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\3z")]
    private static partial Regex Run();

    public sealed class KnownOrigin : PortalFactory
    {
        public KnownOrigin() => Settings["Portal:PublicOrigin"] = Origin;
    }
}

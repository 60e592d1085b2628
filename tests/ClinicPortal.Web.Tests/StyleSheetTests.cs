using System.IO.Compression;
using System.Text.RegularExpressions;
using ClinicPortal.Testing;

namespace ClinicPortal.Web.Tests;

/// <summary>A style file per component, joined in the build into the sheets that pages load.</summary>
public sealed partial class StyleSheetTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly string Folder = Path.Combine(PortalProcess.ContentRoot, "wwwroot", "css");

    public static TheoryData<string> Sources =>
        [.. Directory.EnumerateFiles(Folder, "*.css", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file))];

    /// <summary>
    /// A class belongs to one of the two sheets that stand on a screen together: the staff area sets custom properties of what is public,
    /// or has a class of its own. The print sheet alone may name a class of another, to say how it looks on paper.
    /// </summary>
    [Fact]
    public void No_class_stands_in_both_the_public_and_the_staff_sheet()
    {
        var site = ClassesOf("site");
        var staff = ClassesOf("staff");

        Assert.Contains("comparison", site);
        Assert.Contains("history", staff);
        Assert.Empty(site.Intersect(staff));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void No_rule_is_about_an_id(string source) =>
        Assert.DoesNotContain(Selectors(Source(source)), selector => IdSelector().IsMatch(selector));

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_file_leaves_layers_to_the_build_and_is_short_enough_to_read(string source)
    {
        Assert.DoesNotContain("@layer", Source(source), StringComparison.Ordinal);
        Assert.InRange(Source(source).Count(sign => sign == '\n'), 1, 200);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Each_file_is_in_the_sheet_of_its_folder(string source) =>
        Assert.Contains(Source(source), await SheetAsync(SheetOf(source)), StringComparison.Ordinal);

    [Theory]
    [InlineData("site", "reset", "tokens", "base", "layout", "components", "pages")]
    [InlineData("staff", "components")]
    [InlineData("print", "print")]
    public async Task A_sheet_orders_its_layers_once_and_opens_each_once(string sheet, params string[] layers)
    {
        var statements = LayerStatement().Matches(await SheetAsync(sheet)).Select(match => match.Value);

        const string Order = "@layer reset, tokens, base, layout, components, pages, print;";
        Assert.Equal([Order, .. layers.Select(layer => $"@layer {layer} {{")], statements);
    }

    [Fact]
    public async Task What_a_public_page_loads_is_under_20_kilobytes() =>
        Assert.InRange(Compressed(await SheetAsync("site")) + Compressed(await SheetAsync("print")), 1_000, 20_000);

    private static string SheetOf(string source) =>
        source.Split(Path.DirectorySeparatorChar)[0] is var folder and ("staff" or "print") ? folder : "site";

    private static string Source(string source) => File.ReadAllText(Path.Combine(Folder, source));

    private async Task<string> SheetAsync(string name)
    {
        var answer = await portal.Get($"/css/{name}.css");
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static HashSet<string> ClassesOf(string sheet) =>
    [
        .. Sources.Select(row => row.Data).Where(source => SheetOf(source) == sheet)
            .SelectMany(source => Selectors(Source(source))).SelectMany(selector => Class().Matches(selector)).Select(match => match.Value),
    ];

    private static IEnumerable<string> Selectors(string css) =>
        Prelude().Matches(Text().Replace(Comment().Replace(css, ""), "\"\"")).Select(match => match.Value);

    private static long Compressed(string text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return compressed.Length;
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Text();

    // What stands before a brace: the selector of a rule, or the condition around rules.
    [GeneratedRegex(@"[^{};]+(?=\{)")]
    private static partial Regex Prelude();

    [GeneratedRegex(@"(?<=\.)[A-Za-z][\w-]*")]
    private static partial Regex Class();

    [GeneratedRegex(@"#[A-Za-z]|\[id")]
    private static partial Regex IdSelector();

    [GeneratedRegex(@"@layer [^{;]+[{;]")]
    private static partial Regex LayerStatement();
}

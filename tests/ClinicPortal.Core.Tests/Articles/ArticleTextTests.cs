using System.IO.Compression;
using System.Text;
using ClinicPortal.Core.Articles;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ClinicPortal.Core.Tests.Articles;

public class ArticleTextTests
{
    [Fact]
    public void Plain_text_has_headings_paragraphs_and_items()
    {
        var article = ArticleText.Of(
            """
            A title

            A line that is wrapped because it is longer than a line of a letter may be,
            and goes on here. It ends.
            - An item
            2. Another
            How does it work?
            """);

        Assert.Equal(
            [
                new(ArticleBlockKind.Heading, "A title"),
                new(ArticleBlockKind.Paragraph,
                    "A line that is wrapped because it is longer than a line of a letter may be, and goes on here. It ends."),
                new(ArticleBlockKind.ListItem, "An item"), new(ArticleBlockKind.ListItem, "Another"),
                new(ArticleBlockKind.Heading, "How does it work?"),
            ],
            article.Blocks);
    }

    [Fact]
    public void A_web_page_is_read_without_its_scripts_and_menus()
    {
        var article = ArticleText.Of(
            """
            <!DOCTYPE html><html><head><title>T</title><meta name="author" content="A. Writer">
            <style>p { color: red }</style><script>if (a < b) document.write("<p>no</p>")</script></head>
            <body><nav><p>Menu</p></nav><h2>Pain</h2><p>It <b>hurts</b> a&nbsp;little &amp; passes.<ul><li>One<li>Two</ul>
            <img src="https://example.com/a.png" onerror="alert(1)"><noscript>no</noscript></body></html>
            """);

        Assert.Equal(
            [
                new(ArticleBlockKind.Heading, "Pain", 2), new(ArticleBlockKind.Paragraph, "It hurts a little & passes."),
                new(ArticleBlockKind.ListItem, "One"), new(ArticleBlockKind.ListItem, "Two"),
            ],
            article.Blocks);
        Assert.Equal("A. Writer", article.Author);
    }

    [Fact]
    public void What_an_article_is_written_as_is_read_as_the_same()
    {
        var article = ArticleText.Of("<h3>Pain</h3><p>It hurts.</p><ul><li>A little.</li></ul>");

        Assert.Equal(article.Blocks, ArticleText.Of(article.ToString()).Blocks);
    }

    [Fact]
    public void A_document_of_Word_is_read_by_its_styles()
    {
        var article = ArticleText.Read(Document());

        Assert.Equal(
            [
                new(ArticleBlockKind.Heading, "Ağrı", 2), new(ArticleBlockKind.Paragraph, "It hurts."),
                new(ArticleBlockKind.ListItem, "A little."),
            ],
            article.Blocks);
        Assert.Equal("A. Writer", article.Author);
    }

    [Fact]
    public void What_a_document_refers_to_is_not_looked_up() => Assert.Equal(
        3, ArticleText.Read(Document(main => main.AddExternalRelationship(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
            new("http://127.0.0.1:9/t.dotm")))).Blocks.Count);

    [Fact]
    public void A_document_with_macros_is_refused() => Refused("macros", Document(main =>
    {
        using var macros = main.AddNewPart<VbaProjectPart>().GetStream();
        macros.Write("macro"u8);
    }));

    [Fact]
    public void A_document_that_unpacks_without_end_is_refused()
    {
        using var file = new MemoryStream();
        file.Write(Document());
        using (var package = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        using (var part = package.CreateEntry("word/media/bomb.xml", CompressionLevel.SmallestSize).Open())
            for (var megabyte = 0; megabyte < 40; megabyte++)
                part.Write(new byte[1024 * 1024]);
        Refused("too large", file.ToArray());
    }

    // The size that the package states stands twice; what is unpacked is counted all the same.
    [Fact]
    public void A_document_that_lies_about_its_size_is_refused()
    {
        using var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = package.CreateEntry("word/document.xml", CompressionLevel.SmallestSize).Open())
            for (var megabyte = 0; megabyte < 40; megabyte++)
                part.Write(new byte[1024 * 1024]);
        var bytes = file.ToArray();
        var stated = BitConverter.GetBytes(40 * 1024 * 1024);
        for (var at = bytes.AsSpan().IndexOf(stated); at >= 0; at = bytes.AsSpan().IndexOf(stated))
            BitConverter.GetBytes(1).CopyTo(bytes, at);

        Assert.Throws<ArticleException>(() => ArticleText.Read(bytes));
    }

    [Fact]
    public void A_document_whose_text_has_no_end_is_refused() =>
        Refused("longer", Document(main => main.Document!.Body!.AppendChild(Paragraph(new string('a', ArticleText.MaxLength + 1)))));

    [Theory]
    [InlineData("PK and nothing else", "cannot be read")]
    [InlineData("%PDF-1.7", "paste it")]
    [InlineData("{\\rtf1}", "paste it")]
    [InlineData("a\0b", "not a text file")]
    [InlineData("  \n ", "no text")]
    public void What_is_no_article_is_refused_with_a_sentence(string file, string says) => Refused(says, Encoding.UTF8.GetBytes(file));

    [Fact]
    public void An_old_or_encrypted_document_is_refused() =>
        Refused("password", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0]);

    [Fact]
    public void Other_encodings_are_refused() => Refused("UTF-8", [0x61, 0xFC, 0x62]);

    [Fact]
    public void A_long_text_is_refused_with_a_sentence() =>
        Refused("longer", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("PRP is painful. ", 2 * 1024 * 1024 / 16))));

    [Fact]
    public void Tags_that_never_close_are_read_like_any_others() => Assert.Equal(
        "end", ArticleText.Of(string.Concat(Enumerable.Repeat("<div><b><i>", 100_000)) + "end").Blocks.Single().Text);

    [Fact]
    public void A_file_beyond_the_limit_is_refused() => Refused("MB", new byte[ArticleText.MaxFileSize + 1]);

    private static void Refused(string says, byte[] file) =>
        Assert.Contains(says, Assert.Throws<ArticleException>(() => ArticleText.Read(file)).Message, StringComparison.Ordinal);

    private static byte[] Document(Action<MainDocumentPart>? change = null)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Creator = "A. Writer";
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new(
                new Style(new StyleName { Val = "heading 2" }) { StyleId = "Balk2", Type = StyleValues.Paragraph });
            var item = Paragraph("A little.");
            item.ParagraphProperties = new(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 }));
            var heading = Paragraph("Ağrı");
            heading.ParagraphProperties = new(new ParagraphStyleId { Val = "Balk2" });
            main.Document = new(new Body(heading, new Paragraph(new Run(new Text("It ") { Space = SpaceProcessingModeValues.Preserve }),
                new Run(new Text("hurts."))), item));
            change?.Invoke(main);
        }
        return file.ToArray();
    }

    private static Paragraph Paragraph(string text) => new(new Run(new Text(text)));
}

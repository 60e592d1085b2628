using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ClinicPortal.Core.Articles;

/// <summary>
/// Reads a document of Word from beginning to end. What it would unpack to is counted before it is opened; nothing outside of it is looked
/// up, and one with macros is refused.
/// </summary>
internal static class WordArticle
{
    private const long MaxUnpacked = 32 * 1024 * 1024;
    private const long MaxPart = 16 * 1024 * 1024;
    private const int MaxParts = 2_000;

    /// <summary>Word's own styles have this name in every language; "heading 1" is the highest.</summary>
    private const string HeadingStyle = "heading ";

    public static ArticleText Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var stream = new MemoryStream(file.ToArray(), writable: false);
            RefuseHostile(stream);
            stream.Position = 0;
            using var document = WordprocessingDocument.Open(
                stream, isEditable: false, new OpenSettings { AutoSave = false, MaxCharactersInPart = MaxPart });
            if (document.DocumentType is WordprocessingDocumentType.MacroEnabledDocument or WordprocessingDocumentType.MacroEnabledTemplate)
                throw HasMacros();
            if (document.MainDocumentPart is not { } main)
                throw Refused();
            return new(
                [.. Blocks(main, main.StyleDefinitionsPart is { } styles ? HeadingLevels(styles) : [])],
                document.PackageProperties.Creator is { Length: > 0 } author ? author : null);
        }
        catch (Exception damaged) when (damaged is OpenXmlPackageException or InvalidDataException or XmlException or IOException
            or FormatException or InvalidOperationException or NotSupportedException or ArgumentException)
        {
            throw Refused(damaged);
        }
    }

    private static ArticleException Refused(Exception? inner = null) =>
        new("This document cannot be read. Open it in Word, save it again as .docx, and upload that.", inner);

    // A package says how large its parts are; what they really are is counted too.
    private static void RefuseHostile(MemoryStream file)
    {
        using var package = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (package.Entries.Any(part => part.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            throw HasMacros();
        var left = MaxUnpacked;
        var buffer = new byte[64 * 1024];
        if (package.Entries.Count > MaxParts || package.Entries.Sum(part => Math.Min(part.Length, MaxUnpacked)) > MaxUnpacked)
            throw TooLarge();
        foreach (var part in package.Entries)
        {
            using var unpacked = part.Open();
            for (int read; (read = unpacked.Read(buffer)) > 0;)
                if ((left -= read) < 0)
                    throw TooLarge();
        }
    }

    private static ArticleException HasMacros() => new("This document contains macros. Save it as .docx without them.");

    private static ArticleException TooLarge() => new("This document is too large. Copy the text that you need and paste it.");

    private static Dictionary<string, int> HeadingLevels(StyleDefinitionsPart part)
    {
        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        using var reader = OpenXmlReader.Create(part);
        string? style = null;
        while (reader.Read())
            if (reader.IsStartElement && reader.ElementType == typeof(Style))
                style = Attribute(reader, "styleId");
            else if (style is not null && reader.IsStartElement && reader.ElementType == typeof(StyleName)
                && Attribute(reader, "val") is { } name && name.StartsWith(HeadingStyle, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(name.AsSpan(HeadingStyle.Length), out var level) && level is >= 1 and <= 6)
                levels[style] = level;
        return levels;
    }

    private static IEnumerable<ArticleBlock> Blocks(MainDocumentPart part, Dictionary<string, int> headings)
    {
        var text = new StringBuilder();
        var (kind, level) = (ArticleBlockKind.Paragraph, 0);
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
            if (reader.ElementType == typeof(Paragraph))
            {
                if (ArticleText.Block(kind, text.ToString(), level) is { } block)
                    yield return block;
                text.Clear();
                (kind, level) = (ArticleBlockKind.Paragraph, 0);
            }
            else if (!reader.IsStartElement)
                continue;
            else if (reader.ElementType == typeof(ParagraphStyleId) && headings.TryGetValue(Attribute(reader, "val") ?? "", out level))
                kind = ArticleBlockKind.Heading;
            else if (reader.ElementType == typeof(NumberingProperties) && kind == ArticleBlockKind.Paragraph)
                kind = ArticleBlockKind.ListItem;
            else if (reader.ElementType == typeof(Text))
                text.Append(reader.GetText());
            else if (reader.ElementType == typeof(Break) || reader.ElementType == typeof(TabChar))
                text.Append(' ');
        if (ArticleText.Block(kind, text.ToString(), level) is { } last)
            yield return last;
    }

    private static string? Attribute(OpenXmlReader reader, string name) =>
        reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == name).Value;
}

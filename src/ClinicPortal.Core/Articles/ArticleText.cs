using System.Text;
using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Articles;

public enum ArticleBlockKind
{
    Heading,
    Paragraph,
    ListItem,
}

/// <param name="Kind">What it is.</param>
/// <param name="Text">In one line.</param>
/// <param name="Level">Of a heading, 1 for the highest; 0 where the article does not say.</param>
public sealed record ArticleBlock(ArticleBlockKind Kind, string Text, int Level = 0);

/// <summary>An article without its layout: headings, paragraphs and the items of lists, in the order in which they are read.</summary>
/// <param name="Blocks">None of them empty.</param>
/// <param name="Author">As the file says; none where it does not.</param>
/// <param name="Date">As the file says; none where it does not.</param>
public sealed partial record ArticleText(IReadOnlyList<ArticleBlock> Blocks, string? Author = null, string? Date = null)
{
    /// <summary>In characters: a little more than 20 pages of a book.</summary>
    public const int MaxLength = 60_000;

    /// <summary>In bytes.</summary>
    public const int MaxFileSize = 4 * 1024 * 1024;

    private const int LongestHeading = 100;
    private const int MostWordsOfHeading = 12;
    private const int ShortestWrappedLine = 50;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads a file that is plain text, HTML or a document of Word (.docx).</summary>
    /// <exception cref="ArticleException">It is none of them, too large, or not what it says it is.</exception>
    public static ArticleText Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > MaxFileSize)
            throw new ArticleException($"This file is larger than {MaxFileSize / 1024 / 1024} MB. Import a part of it at a time.");
        var start = file.Span;
        if (start.StartsWith("PK"u8))
            return Bounded(WordArticle.Read(file));
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new ArticleException(
                "This document has a password or was made by an old version of Word. Save it as .docx without a password.");
        if (start.StartsWith("%PDF"u8) || start.StartsWith("{\\rtf"u8))
            throw new ArticleException("Articles can be plain text, HTML or .docx. Copy the text of this file and paste it.");
        try
        {
            using var reader = new StreamReader(new MemoryStream(file.ToArray()), StrictUtf8);
            return Of(reader.ReadToEnd());
        }
        catch (DecoderFallbackException notText)
        {
            throw new ArticleException("This file is not UTF-8 text. Save it as UTF-8, or copy its text and paste it.", notText);
        }
    }

    /// <summary>Reads plain text or HTML.</summary>
    /// <exception cref="ArticleException">It is too long, or no text.</exception>
    public static ArticleText Of(string text)
    {
        if (text.Contains('\0'))
            throw new ArticleException("This is not a text file. Choose another.");
        return HtmlStart().IsMatch(text) ? Bounded(HtmlArticle.Read(text)) : Bounded(new(OfPlain(text)));
    }

    /// <summary>Plain text that is read as the same blocks again.</summary>
    public override string ToString() => string.Join("\n\n", Blocks.Select(block => block.Kind switch
    {
        ArticleBlockKind.Heading => $"{new string('#', Math.Max(1, block.Level))} {block.Text}",
        ArticleBlockKind.ListItem => $"- {block.Text}",
        _ => block.Text,
    }));

    /// <summary>A block of what stands in a file, cleaned; none, where nothing is left.</summary>
    internal static ArticleBlock? Block(ArticleBlockKind kind, string text, int level = 0) =>
        Spaces().Replace(InputCleaner.Line(text), " ").Trim() is { Length: > 0 } clean ? new(kind, clean, level) : null;

    private static ArticleText Bounded(ArticleText article)
    {
        if (article.Blocks.Count == 0)
            throw new ArticleException("There is no text to read. Paste the article, or choose a file.");
        if (article.Blocks.Sum(block => block.Text.Length) > MaxLength)
            throw new ArticleException($"This article is longer than {MaxLength:N0} characters. Import a part of it at a time.");
        return article;
    }

    private static List<ArticleBlock> OfPlain(string text)
    {
        if (text.Length > MaxFileSize)
            throw new ArticleException($"This article is longer than {MaxLength:N0} characters. Import a part of it at a time.");
        var lines = new List<string>();
        var previous = "";
        foreach (var line in InputCleaner.Clean(text).Split('\n').Select(line => line.Trim()))
        {
            if (IsWrapped(previous, line))
                lines[^1] += " " + line;
            else if (line.Length > 0)
                lines.Add(line);
            previous = line;
        }
        return [.. lines.Select(OfLine).OfType<ArticleBlock>()];
    }

    private static ArticleBlock? OfLine(string line)
    {
        if (MarkedHeading().Match(line) is { Success: true } heading)
            return Block(ArticleBlockKind.Heading, heading.Groups["text"].Value, heading.Groups["marks"].Length);
        if (Item().Match(line) is { Success: true } item)
            return Block(ArticleBlockKind.ListItem, line[item.Length..]);
        return Block(IsHeading(line) ? ArticleBlockKind.Heading : ArticleBlockKind.Paragraph, line);
    }

    private static bool IsWrapped(string previous, string line) =>
        previous.Length >= ShortestWrappedLine && line.Length > 0 && !EndsSentence(previous) && !MarkedHeading().IsMatch(previous)
        && !MarkedHeading().IsMatch(line) && !Item().IsMatch(line);

    private static bool IsHeading(string line) =>
        line.Length <= LongestHeading && line.Count(sign => sign == ' ') < MostWordsOfHeading
        && (!EndsSentence(line) || (line[^1] == '?' && PlainText.Sentences(line).Count() == 1));

    private static bool EndsSentence(string line) => line.TrimEnd('"', '”', '’', ')') is [.., '.' or '!' or '?' or ';'];

    [GeneratedRegex(@"^\s*<(!doctype|html|body|head|main|article|section|div|h[1-6]|p|ul|ol|span|meta|script|style|table)\b|</(p|h[1-6])>",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HtmlStart();

    [GeneratedRegex(@"^(?<marks>#{1,6}) +(?<text>.+)$")]
    private static partial Regex MarkedHeading();

    [GeneratedRegex(@"^([-*+]|\d{1,3}[.)]) +")]
    private static partial Regex Item();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

using System.Buffers;
using System.Text;

namespace ClinicPortal.Core.Catalogue;

/// <summary>Short Markdown as plain text, where it is read outside a page: in one line, in search results, in titles.</summary>
public static class PlainText
{
    // Their full stop does not end a sentence.
    private static readonly string[] Abbreviations = ["e.g", "i.e", "approx", "Dr", "vs"];

    private static readonly SearchValues<char> Markers = SearchValues.Create("*_`[]\\#>-+\n\r\t");

    /// <summary>The text in one line without the markers of emphasis, links, code, headings and lists.</summary>
    public static string Of(string markdown)
    {
        if (markdown.AsSpan().IndexOfAny(Markers) < 0)
            return markdown.Trim();

        var plain = new StringBuilder(markdown.Length);
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            var content = WithoutLeadingMarkers(line.Trim());
            if (content.IsEmpty)
                continue;
            if (plain.Length > 0)
                plain.Append(' ');
            AppendWithoutMarkers(content, plain);
        }
        return plain.ToString();
    }

    /// <summary>Up to the first full stop, question or exclamation mark that ends a sentence, or the end of the first paragraph.</summary>
    public static string FirstSentence(string markdown)
    {
        var paragraph = markdown.TrimStart().ReplaceLineEndings("\n");
        var text = Of(paragraph.IndexOf("\n\n", StringComparison.Ordinal) is > 0 and var end ? paragraph[..end] : paragraph);
        for (var i = 0; i < text.Length; i++)
            if (text[i] is '.' or '!' or '?' && EndsSentence(text, i, out var after))
                return text[..after];
        return text;
    }

    /// <summary>Every sentence of the text, word for word.</summary>
    public static IEnumerable<string> Sentences(string markdown)
    {
        var text = Of(markdown);
        return SentencePlaces(text).Select(place => text[place]);
    }

    /// <summary>Where the sentences of one line stand, from the first character of each that is no blank to its last.</summary>
    public static IEnumerable<Range> SentencePlaces(string line)
    {
        var start = 0;
        for (var i = 0; i < line.Length; i++)
            if (i >= start && line[i] is '.' or '!' or '?' && EndsSentence(line, i, out var after))
            {
                yield return Trimmed(line, start, after);
                start = after;
            }
        if (!line.AsSpan(start).IsWhiteSpace())
            yield return Trimmed(line, start, line.Length);
    }

    /// <summary>Where the words stand in the text as whole words, whatever their case; below 0 where they do not.</summary>
    public static int FindWords(string text, string words)
    {
        for (var at = -1; words.Length > 0 && (at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase)) >= 0;)
            if (!IsInsideWord(text, at) && (at + words.Length == text.Length || !char.IsLetterOrDigit(text[at + words.Length])))
                return at;
        return -1;
    }

    // "Non-ablative" is not "ablative".
    private static bool IsInsideWord(string text, int start) =>
        start > 0
            && (char.IsLetterOrDigit(text[start - 1]) || (text[start - 1] == '-' && start > 1 && char.IsLetterOrDigit(text[start - 2])));

    private static Range Trimmed(string line, int start, int end) =>
        (end - line.AsSpan(start..end).TrimStart().Length)..(start + line.AsSpan(start..end).TrimEnd().Length);

    private static bool EndsSentence(string text, int mark, out int after)
    {
        after = mark + 1;
        while (after < text.Length && text[after] is '"' or '”' or '’' or ')' or ']' or '*' or '_')
            after++;
        if (after < text.Length && !char.IsWhiteSpace(text[after]))
            return false;
        var word = text.AsSpan(0, mark);
        word = word[(word.LastIndexOfAny(' ', '(') + 1)..];
        // "1. Clean the skin": the number of a list is no sentence.
        if (word.Length == mark && !word.ContainsAnyExceptInRange('0', '9'))
            return after == text.Length;
        foreach (var abbreviation in Abbreviations)
            if (word.SequenceEqual(abbreviation))
                return after == text.Length;
        return true;
    }

    private static ReadOnlySpan<char> WithoutLeadingMarkers(ReadOnlySpan<char> line)
    {
        if (line.TrimStart('#') is var heading && heading.Length < line.Length && (heading.IsEmpty || heading[0] == ' '))
            return heading.Trim();
        if (line.StartsWith(">"))
            return WithoutLeadingMarkers(line[1..].Trim());
        return line.StartsWith("- ") || line.StartsWith("* ") || line.StartsWith("+ ") ? line[2..].Trim() : line;
    }

    private static bool IsInsideWord(ReadOnlySpan<char> line, int i) =>
        i > 0 && i < line.Length - 1 && char.IsLetterOrDigit(line[i - 1]) && char.IsLetterOrDigit(line[i + 1]);

    private static void AppendWithoutMarkers(ReadOnlySpan<char> line, StringBuilder plain)
    {
        for (var i = 0; i < line.Length; i++)
            switch (line[i])
            {
                case '\\' when i + 1 < line.Length && char.IsPunctuation(line[i + 1]): plain.Append(line[++i]); break;
                case '*' or '`' or '[': break;
                case '_' when !IsInsideWord(line, i): break;
                case ']' when i + 1 < line.Length && line[i + 1] == '(' && line[i..].IndexOf(')') is > 0 and var end: i += end; break;
                case ']': break;
                default: plain.Append(line[i]); break;
            }
    }
}

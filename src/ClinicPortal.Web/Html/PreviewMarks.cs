using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ClinicPortal.Web.Html;

/// <summary>
/// Makes a patients' page into its preview: its links stay in the preview, and each text that the other page does not have is marked with a
/// word. It compares pages as patients read them, so no page has to know of it, and nothing that they read is left out.
/// </summary>
public static partial class PreviewMarks
{
    /// <summary>The id of the first mark.</summary>
    public const string First = "new-1";

    /// <summary>The id of the place that a preview is about: the first mark there, or the place itself where nothing is marked.</summary>
    public const string Start = "preview-start";

    // Whatever stands around these is one text.
    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "button", "cite", "dfn", "em", "i", "input", "kbd", "label", "mark", "q", "s", "small", "span", "strong",
        "sub", "sup", "time", "u",
    };

    /// <summary>What stands there is not of the clinic, is no text, or is numbered by where it stands.</summary>
    private const string Skipped = "svg, script, style, select, textarea, a[href^='#source-'], [data-edition]";

    /// <param name="html">The page.</param>
    /// <param name="other">The page that it is held against; none marks nothing.</param>
    /// <param name="word">That stands at each mark.</param>
    /// <param name="place">The id of what the preview is about; none is about the whole page.</param>
    /// <param name="at">Makes the address in the preview of a patients' page.</param>
    public static string Of(string html, string? other, string word, string? place, Func<string, string> at)
    {
        var parser = new HtmlParser();
        var page = parser.ParseDocument(html);
        KeepLinks(page, at);
        if (other is not null)
            Mark(page, parser.ParseDocument(other), word);
        if (StartOf(page, place) is { } start)
        {
            var anchor = page.CreateElement("span");
            anchor.Id = Start;
            start.Prepend(anchor);
        }
        return page.ToHtml(HtmlMarkupFormatter.Instance);
    }

    private static void KeepLinks(IDocument page, Func<string, string> at)
    {
        foreach (var form in page.QuerySelectorAll("form[method=post]"))
            form.Remove();
        foreach (var link in page.QuerySelectorAll("a[href]:not([target])"))
            if (link.GetAttribute("href")! is ['/', ..] address)
                link.SetAttribute("href", at(address));
            else if (link.GetAttribute("href")!.StartsWith("http", StringComparison.Ordinal))
            {
                link.SetAttribute("target", "_blank");
                link.SetAttribute("rel", "nofollow noopener");
            }
        foreach (var form in page.QuerySelectorAll("form[action^='/']"))
            form.SetAttribute("action", at(form.GetAttribute("action")!));
        page.QuerySelector("link[rel=canonical]")?.Remove();
    }

    private static void Mark(IDocument page, IDocument other, string word)
    {
        var known = Texts(other).GroupBy(block => block.Text).ToDictionary(texts => texts.Key, texts => texts.Count());
        var count = 0;
        foreach (var (block, text) in Texts(page).ToList())
        {
            if (known.TryGetValue(text, out var left) && left > 0)
            {
                known[text] = left - 1;
                continue;
            }
            count++;
            block.ClassList.Add("fresh");
            var mark = page.CreateElement("strong");
            (mark.ClassName, mark.Id, mark.TextContent) = ("fresh__word", IdOf(count), word);
            block.Prepend(mark, page.CreateTextNode(" "));
            OpenFoldsOver(block);
        }
        if (page.QuerySelector(".notice--view .page") is { } notice)
            notice.AppendChild(Count(page, count, word));
    }

    private static IElement? StartOf(IDocument page, string? place)
    {
        const string Marked = ".fresh";
        if (place is null || page.GetElementById(place) is not { } found)
            return page.QuerySelector(Marked);
        // The line that says a question in short stands above the whole answer.
        var whole = found.Closest("section.question") ?? found;
        var start = whole.QuerySelector(Marked) ?? (whole is IHtmlTableRowElement row ? row.Cells[0] : whole);
        OpenFoldsOver(start);
        return start;
    }

    private static void OpenFoldsOver(IElement element)
    {
        foreach (var fold in element.Ancestors<IHtmlDetailsElement>())
            fold.IsOpen = true;
    }

    private static IElement Count(IDocument page, int count, string word)
    {
        var told = page.CreateElement("span");
        told.ClassName = "fresh__count";
        told.InnerHtml = count == 0
            ? "Nothing is marked on this page."
            : string.Create(CultureInfo.InvariantCulture, $"Marked “{word}” on this page: <a href=\"#{First}\">{count}</a>.");
        return told;
    }

    private static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"new-{number}");

    private static IEnumerable<(IElement Block, string Text)> Texts(IDocument page) =>
        from text in page.QuerySelector("main")?.Descendants<IText>() ?? []
        where text.ParentElement is { } parent && parent.Closest(Skipped) is null
        group text.Data by BlockOf(text) into texts
        let whole = Space().Replace(string.Concat(texts), " ").Trim()
        where whole.Any(char.IsLetterOrDigit)
        select (texts.Key, whole);

    private static IElement BlockOf(IText text)
    {
        var block = text.ParentElement!;
        while (Inline.Contains(block.LocalName) && block.ParentElement is { } around)
            block = around;
        return block;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

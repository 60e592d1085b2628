using System.Runtime.CompilerServices;
using ClinicPortal.Core.Catalogue;
using Ganss.Xss;
using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Microsoft.AspNetCore.Html;

namespace ClinicPortal.Web.Html;

/// <summary>
/// The one door from the store's Markdown to a patient's page: Markdig without raw HTML, then an allow-list, because Markdig alone lets
/// <c>javascript:</c> links through. What it made of a text is kept for as long as the text itself lives.
/// </summary>
public sealed class PatientMarkdown
{
    private static readonly MarkdownPipeline Pipeline = CreatePipeline();

    private readonly ConditionalWeakTable<LocalText, HtmlString> _blocks = [];

    private readonly HtmlSanitizer _sanitizer = CreateSanitizer();

    /// <summary>Paragraphs, lists, emphasis and links of <paramref name="text"/> in its main culture.</summary>
    public HtmlString Block(LocalText text) =>
        _blocks.GetValue(text, one => new HtmlString(_sanitizer.Sanitize(Markdown.ToHtml(one.ToString(), Pipeline)).Trim()));

    // What the allow-list would take away with all its words is not read as Markdown in the first place: patients see it as it was typed.
    private static MarkdownPipeline CreatePipeline()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml();
        builder.BlockParsers.TryRemove<HeadingBlockParser>();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<FencedCodeBlockParser>();
        builder.BlockParsers.TryRemove<QuoteBlockParser>();
        builder.BlockParsers.TryRemove<ThematicBreakParser>();
        builder.BlockParsers.Find<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        builder.InlineParsers.TryRemove<CodeInlineParser>();
        return builder.Build();
    }

    private static HtmlSanitizer CreateSanitizer()
    {
        var options = new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string> { "p", "strong", "em", "ul", "ol", "li", "a", "br" },
            AllowedAttributes = new HashSet<string> { "href", "rel" },
            UriAttributes = new HashSet<string> { "href" },
            AllowedSchemes = new HashSet<string> { "https", "http", "mailto" },
        };
        var sanitizer = new HtmlSanitizer(options);
        sanitizer.PostProcessNode += (_, e) =>
        {
            if (e.Node is AngleSharp.Html.Dom.IHtmlAnchorElement link)
                link.SetAttribute("rel", "nofollow noopener");
        };
        return sanitizer;
    }
}

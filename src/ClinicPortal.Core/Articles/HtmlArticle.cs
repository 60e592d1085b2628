using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace ClinicPortal.Core.Articles;

/// <summary>
/// Reads the text of a web page tag by tag. No tree is made, so that a page whose tags stand inside each other without end takes no more
/// time than another; nothing that it refers to is loaded.
/// </summary>
internal static class HtmlArticle
{
    private static readonly HashSet<string> Blocks =
    [
        "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "footer",
        "form", "header", "hr", "li", "main", "ol", "p", "section", "table", "td", "th", "tr", "ul", "h1", "h2", "h3", "h4", "h5", "h6",
    ];

    /// <summary>What stands between their tags is no part of the article.</summary>
    private static readonly HashSet<string> Silent =
    [
        "button", "footer", "head", "iframe", "nav", "noscript", "object", "option", "script", "select", "style", "svg", "template",
        "textarea", "title",
    ];

    public static ArticleText Read(string html)
    {
        var blocks = new List<ArticleBlock>();
        var text = new StringBuilder();
        var (kind, level) = (ArticleBlockKind.Paragraph, 0);
        var silent = new Stack<string>();
        string? author = null, date = null;
        using var source = new TextSource(html);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
            switch (token)
            {
                case HtmlTagToken tag when tag.Type == HtmlTokenType.StartTag:
                    tokens.State = ModeAfter(tag.Name);
                    if (tag.Name == "meta")
                        (author, date) = (author ?? Meta(tag, "author"), date ?? Meta(tag, "article:published_time") ?? Meta(tag, "date"));
                    if (Silent.Contains(tag.Name) && !tag.IsSelfClosing)
                        silent.Push(tag.Name);
                    if (Blocks.Contains(tag.Name))
                        Begin(tag.Name);
                    break;
                case HtmlTagToken end:
                    if (silent.Contains(end.Name))
                        while (silent.Pop() != end.Name)
                        {
                        }
                    if (Blocks.Contains(end.Name))
                        Begin("p");
                    break;
                default:
                    if (token.Type == HtmlTokenType.Character && silent.Count == 0)
                        text.Append(token.Data);
                    break;
            }
        Begin("p");
        return new(blocks, author, date);

        void Begin(string tag)
        {
            if (ArticleText.Block(kind, text.ToString(), level) is { } block)
                blocks.Add(block);
            text.Clear();
            level = tag is ['h', >= '1' and <= '6'] ? tag[1] - '0' : 0;
            kind = level > 0 ? ArticleBlockKind.Heading : tag == "li" ? ArticleBlockKind.ListItem : ArticleBlockKind.Paragraph;
        }
    }

    private static HtmlParseMode ModeAfter(string tag) => tag switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "iframe" or "noscript" => HtmlParseMode.Rawtext,
        "textarea" or "title" => HtmlParseMode.RCData,
        _ => HtmlParseMode.PCData,
    };

    private static string? Meta(HtmlTagToken tag, string name) =>
        tag.GetAttribute("name") == name || tag.GetAttribute("property") == name ? tag.GetAttribute("content") : null;
}

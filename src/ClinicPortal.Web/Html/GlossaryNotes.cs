using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Deciding;
using ClinicPortal.Core.Editions;
using Microsoft.AspNetCore.Html;

namespace ClinicPortal.Web.Html;

/// <summary>
/// The glossary on one page: where a word first stands in prose it is a link to its meaning, which stands at the page's end. Prose is
/// marked when it is asked for, so the page must ask in the order in which it is read.
/// </summary>
public sealed class GlossaryNotes(Edition edition, PatientMarkdown markdown)
{
    private static readonly ConditionalWeakTable<Edition, GlossaryMatcher> Glossaries = [];

    // Letters of every language stay letters: a word ends where an entity begins.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly GlossaryMentions _words = new(Glossaries.GetValue(edition, one => new(one.Content.Glossary)));

    /// <summary>In the order of the glossary's page.</summary>
    public IReadOnlyList<GlossaryTermEntry> Explained =>
        [.. _words.Terms.OrderBy(term => term.Term.ToString(), StringComparer.OrdinalIgnoreCase)];

    /// <summary>Short Markdown, as <see cref="PatientMarkdown.Block"/> writes it.</summary>
    public IHtmlContent Block(LocalText text) => Marked(markdown.Block(text));

    /// <summary>Plain text in one line.</summary>
    public IHtmlContent Line(string text) => Marked(new(Encoder.Encode(text)));

    private HtmlString Marked(HtmlString prose)
    {
        var html = prose.Value!;
        var marked = new StringBuilder();
        var written = 0;
        for (var at = 0; at < html.Length; at = AfterMarkup(html, at))
        {
            var run = html.AsSpan(at);
            run = run.IndexOfAny('<', '&') is >= 0 and var markup ? run[..markup] : run;
            for (var from = 0; _words.Next(run, from) is { } place; from = place.End)
            {
                var slug = Encoder.Encode(place.Term.Slug);
                marked.Append(html, written, at + place.Start - written)
                    .Append("<a class=\"word\" id=\"said-")
                    .Append(slug)
                    .Append("\" href=\"#word-")
                    .Append(slug)
                    .Append("\" role=\"doc-glossref\">")
                    .Append(run[place.Start..place.End]).Append("</a>");
                written = at + place.End;
            }
            at += run.Length;
        }
        return written == 0 ? prose : new(marked.Append(html, written, html.Length - written).ToString());
    }

    // A link is passed over whole; of all that the allow-list lets through, only links have attributes.
    private static int AfterMarkup(string html, int at)
    {
        var end = at == html.Length ? "" : html[at] == '&' ? ";" : html.AsSpan(at).StartsWith("<a ") ? "</a>" : ">";
        return html.IndexOf(end, at, StringComparison.Ordinal) is >= 0 and var found ? found + end.Length : html.Length;
    }
}

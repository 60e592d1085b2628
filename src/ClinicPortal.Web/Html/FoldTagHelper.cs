using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClinicPortal.Web.Html;

/// <summary>
/// A part of a page that opens on a tap: its heading, a line of what is in it, and its content, which carries the id, so that a link to it
/// opens the part in the browser itself.
/// </summary>
[HtmlTargetElement("fold", Attributes = "id, title")]
public sealed class FoldTagHelper : TagHelper
{
    /// <summary>Of the content.</summary>
    public required string Id { get; set; }

    /// <summary>The heading.</summary>
    public required string Title { get; set; }

    /// <summary>What is in it; none leaves the line out.</summary>
    public string? Preview { get; set; }

    /// <summary>1 to 6.</summary>
    public int Level { get; set; } = 3;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "details";
        output.Attributes.SetAttribute("class", $"fold {output.Attributes["class"]?.Value}".TrimEnd());
        output.PreContent.AppendHtml($"<summary><h{Level}>").Append(Title).AppendHtml($"</h{Level}>");
        if (!string.IsNullOrEmpty(Preview))
            output.PreContent.AppendHtml("<p class=\"fold__preview\">").Append(Preview).AppendHtml("</p>");
        output.PreContent.AppendHtml($"</summary><div class=\"fold__body\" id=\"{HtmlEncoder.Default.Encode(Id)}\">");
        output.PostContent.AppendHtml("</div>");
    }
}

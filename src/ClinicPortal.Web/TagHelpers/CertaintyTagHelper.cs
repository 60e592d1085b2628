using ClinicPortal.Core.Catalogue;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClinicPortal.Web.TagHelpers;

/// <summary>How sure we are: a bar of four steps and its word, never one without the other.</summary>
[HtmlTargetElement("certainty", Attributes = "of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CertaintyTagHelper : TagHelper
{
    public required Certainty Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "certainty");
        output.Attributes.SetAttribute("data-steps", (int)Of);
        output.Content.SetHtmlContent("<span class=\"certainty__bar\" aria-hidden=\"true\"><i></i><i></i><i></i><i></i></span> <span class=\"certainty__word\">");
        output.Content.Append($"{CertaintyWords.LabelOf(Of)} certainty");
        output.Content.AppendHtml("</span>");
    }
}

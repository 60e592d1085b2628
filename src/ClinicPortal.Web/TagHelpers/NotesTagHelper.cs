using System.Globalization;
using ClinicPortal.Web.Pages;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClinicPortal.Web.TagHelpers;

/// <summary>The notes of a statement: links to its sources at the end of the page, and the mark of what a clinician has still to confirm.</summary>
[HtmlTargetElement("notes", Attributes = "of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NotesTagHelper : TagHelper
{
    /// <summary>Keys of the sources.</summary>
    public required IReadOnlyList<string> Of { get; set; }

    public required SourceNotes In { get; set; }

    public bool ToBeConfirmed { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of.Count == 0 && !ToBeConfirmed)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "notes");
        foreach (var key in Of)
        {
            var number = In.NumberOf(key).ToString(CultureInfo.InvariantCulture);
            output.Content.AppendHtml($"<a href=\"#source-{number}\" aria-label=\"Source {number}\">{number}</a>");
        }
        if (ToBeConfirmed)
            output.Content.AppendHtml("<span aria-hidden=\"true\">†</span><span class=\"visually-hidden\"> to be confirmed by a clinician</span>");
    }
}

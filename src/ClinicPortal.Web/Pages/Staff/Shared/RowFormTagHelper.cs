using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>The form of a row: says which row and which version of it, and keeps what is typed.</summary>
[HtmlTargetElement("form", Attributes = "editing")]
public sealed class RowFormTagHelper : TagHelper
{
    public required IRowEditing Editing { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // After a preview the window's own address would only preview again.
        output.Attributes.SetAttribute("action", ViewContext.HttpContext.Request.Path.Value);
        output.Attributes.SetAttribute("data-module", "autosave");
        output.Attributes.SetAttribute("data-row", Editing.Draft.Row);
        output.Attributes.SetAttribute("data-person", Editing.Draft.Person);
        output.PreContent.AppendHtml($"""<input type="hidden" name="Form.Version" value="{Editing.Version}">""");
        if (Editing.Preview is { } preview)
            output.PostElement.AppendHtml(preview);
    }
}

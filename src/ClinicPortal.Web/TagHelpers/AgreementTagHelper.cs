using ClinicPortal.Core.Comparing;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClinicPortal.Web.TagHelpers;

/// <summary>Says in words how the options of a row stand to each other; colour only repeats it.</summary>
[HtmlTargetElement("agreement", Attributes = "of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AgreementTagHelper : TagHelper
{
    public required Agreement Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "agreement");
        output.Attributes.SetAttribute("data-agreement", KeyOf(Of));
        output.Content.SetContent(Of switch
        {
            Agreement.Same => "the same",
            Agreement.Overlaps => "overlaps",
            Agreement.Differs => "differs",
            Agreement.PartlyUnknown => "partly unknown",
            Agreement.NotCompared => "not compared",
            _ => throw new InvalidOperationException($"No wording for {Of}."),
        });
    }

    /// <summary>The value of <c>data-agreement</c>, on which the style sheet and the only-differences view rest.</summary>
    public static string KeyOf(Agreement agreement) => agreement switch
    {
        Agreement.Same => "same",
        Agreement.Overlaps => "overlaps",
        Agreement.Differs => "differs",
        Agreement.PartlyUnknown => "partly-unknown",
        Agreement.NotCompared => "not-compared",
        _ => throw new InvalidOperationException($"No key for {agreement}."),
    };
}

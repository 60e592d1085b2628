using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ClinicPortal.Web.Html;

/// <summary>A telephone number that a phone can call.</summary>
public static class TelephoneHtml
{
    public static IHtmlContent Of(string telephone, string? style = null)
    {
        var link = new TagBuilder("a") { Attributes = { ["href"] = $"tel:{telephone.Replace(" ", "", StringComparison.Ordinal)}" } };
        if (style is not null)
            link.AddCssClass(style);
        link.InnerHtml.Append(telephone);
        return link;
    }
}

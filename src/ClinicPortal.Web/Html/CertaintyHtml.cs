using ClinicPortal.Core.Catalogue;
using Microsoft.AspNetCore.Html;

namespace ClinicPortal.Web.Html;

/// <summary>How sure we are: a bar of four steps and its word, never one without the other.</summary>
public static class CertaintyHtml
{
    private static readonly Dictionary<Certainty, IHtmlContent> Marks = Enum.GetValues<Certainty>().ToDictionary(
        certainty => certainty,
        IHtmlContent (certainty) => new HtmlString(
            $"""<span class="certainty" data-steps="{(int)certainty}">"""
                + """<span class="certainty__bar" aria-hidden="true"><i></i><i></i><i></i><i></i></span> """
                + $"""<span class="certainty__word">{CertaintyLabels.LabelOf(certainty)} certainty</span></span>"""));

    public static IHtmlContent Of(Certainty certainty) => Marks[certainty];
}

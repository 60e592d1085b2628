using ClinicPortal.Core.Comparing;
using Microsoft.AspNetCore.Html;

namespace ClinicPortal.Web.Html;

// A mark is markup that must never be got wrong and stands a hundred times on a page. It writes itself, because a tag helper for each
// of them made a comparison five times as slow as a plain page (docs/adr/0003-marks-write-themselves.md).

/// <summary>Says in words that the options of a row are known to differ; colour only repeats it. Of all else nothing is said.</summary>
public static class AgreementHtml
{
    private static readonly HtmlString Differs = new("""<span class="agreement">differs</span>""");

    public static IHtmlContent Of(Agreement agreement) => agreement == Agreement.Differs ? Differs : HtmlString.Empty;

    /// <summary>The value of <c>data-agreement</c>, on which the style sheet and the view without what is the same rest.</summary>
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

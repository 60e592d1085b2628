using ClinicPortal.Core.Comparing;
using Microsoft.AspNetCore.Html;

namespace ClinicPortal.Web.Html;

// A mark is markup that must never be got wrong and stands a hundred times on a page. It writes itself, because a tag helper for each
// of them made a comparison five times as slow as a plain page (docs/adr/0003-marks-write-themselves.md).

/// <summary>Says in words how the options of a row stand to each other; colour only repeats it.</summary>
public static class AgreementHtml
{
    private static readonly Dictionary<Agreement, IHtmlContent> Marks = Enum.GetValues<Agreement>().ToDictionary(
        agreement => agreement,
        IHtmlContent (agreement) =>
            new HtmlString($"""<span class="agreement" data-agreement="{KeyOf(agreement)}">{WordsOf(agreement)}</span>"""));

    public static IHtmlContent Of(Agreement agreement) => Marks[agreement];

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

    private static string WordsOf(Agreement agreement) => agreement switch
    {
        Agreement.Same => "the same",
        Agreement.Overlaps => "overlaps",
        Agreement.Differs => "differs",
        Agreement.PartlyUnknown => "partly unknown",
        Agreement.NotCompared => "not compared",
        _ => throw new InvalidOperationException($"No wording for {agreement}."),
    };
}

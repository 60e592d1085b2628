using ClinicPortal.Core.Catalogue;
using Microsoft.AspNetCore.Html;

namespace ClinicPortal.Web.Html;

/// <summary>
/// How sure we are: a bar of four steps and its word, never one without the other. A grade that a clinician has still to check is drawn as
/// an outline and says so.
/// </summary>
public static class CertaintyHtml
{
    private static readonly Dictionary<(Certainty, bool, bool), HtmlString> Marks = (
        from certainty in Enum.GetValues<Certainty>()
        from open in new[] { false, true }
        from saysSo in new[] { false, true }
        select (certainty, open, saysSo)).ToDictionary(mark => mark, mark => Write(mark.certainty, mark.open, mark.saysSo));

    /// <param name="certainty">The grade.</param>
    /// <param name="toBeConfirmed">A clinician has still to check it.</param>
    /// <param name="saysSo">In full; else in a word, and the page says once what an outline means.</param>
    public static IHtmlContent Of(Certainty certainty, bool toBeConfirmed = false, bool saysSo = true) =>
        Marks[(certainty, toBeConfirmed, saysSo)];

    /// <summary>Of what is known for a concern; none where nobody has studied or graded it.</summary>
    public static IHtmlContent? Of(ConcernEvidenceEntry? evidence, bool saysSo = true) =>
        evidence is { Offer: ConcernOffer.Studied, Certainty: { } certainty } ? Of(certainty, evidence.ToBeConfirmed, saysSo) : null;

    private static HtmlString Write(Certainty certainty, bool toBeConfirmed, bool saysSo) => new(
        $"""<span class="certainty" data-steps="{(int)certainty}"{(toBeConfirmed ? " data-unchecked" : "")}>"""
            + """<span class="certainty__bar" aria-hidden="true"><i></i><i></i><i></i><i></i></span> """
            + $"""<span class="certainty__word">{CertaintyLabels.LabelOf(certainty)}"""
            + (
                saysSo
                    ? $" certainty{(toBeConfirmed ? ", still to be checked" : "")}"
                    : """<span class="visually-hidden"> certainty</span>""")
            + "</span></span>");
}

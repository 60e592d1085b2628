using System.Collections.Concurrent;
using ClinicPortal.Web.Pages.Patients;
using Microsoft.AspNetCore.Html;

namespace ClinicPortal.Web.Html;

/// <summary>
/// "Was this clear?" of one question, folded; its buttons belong to the one form of the page, whose id is <see cref="Form"/>.
/// </summary>
public static class ClarityHtml
{
    public const string Form = "clarity";

    private static readonly ConcurrentDictionary<string, IHtmlContent> Marks = [];

    /// <param name="criterion">A slug, which needs no encoding.</param>
    public static IHtmlContent Of(string criterion) => Marks.GetOrAdd(criterion, slug => new HtmlString(
        $"""<details class="clarity"><summary>Was this clear?</summary>{Button("yes", "Yes", slug)} {Button("no", "No", slug)}</details>"""
            + $"""<p class="clarity__thanks" id="{ClarityForm.ThanksOf(slug)}" tabindex="-1">"""
            + "Thank you. That is counted, and nothing about you is.</p>"));

    private static string Button(string name, string word, string slug) =>
        $"""<button class="button button--quiet" form="{Form}" name="{name}" value="{slug}">{word}</button>""";
}

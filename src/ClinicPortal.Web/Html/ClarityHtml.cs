using System.Text.Encodings.Web;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Web.Pages.Patients;
using Microsoft.AspNetCore.Html;

namespace ClinicPortal.Web.Html;

/// <summary>
/// "Was this clear?" of one or several questions, folded; the buttons belong to the one form of the page, whose id is <see cref="Form"/>.
/// </summary>
public sealed class ClarityHtml(params IEnumerable<CriterionEntry> criteria) : IHtmlContent
{
    public const string Form = "clarity";

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<details class=\"clarity\"><summary>Was this clear?</summary><ul>");
        foreach (var criterion in criteria)
            writer.Write(
                $"""<li>{encoder.Encode(criterion.Question.ToString())} {Button("yes", "Yes", criterion)} {Button("no", "No", criterion)}"""
                    + $"""<p class="clarity__thanks" id="{ClarityForm.ThanksOf(criterion.Slug)}" tabindex="-1">"""
                    + "Thank you. We count your answer and keep nothing about you.</p></li>");
        writer.Write("</ul></details>");
    }

    // A slug needs no encoding.
    private static string Button(string name, string word, CriterionEntry criterion) =>
        $"""<button class="button button--quiet" form="{Form}" name="{name}" value="{criterion.Slug}">{word}</button>""";
}

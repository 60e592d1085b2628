using System.Text.Encodings.Web;
using ClinicPortal.Core.Catalogue;
using Microsoft.AspNetCore.Html;

namespace ClinicPortal.Web.Html;

/// <summary>
/// What is known of one treatment for one concern: the sentence whose verb follows the certainty, its note, its sources, its bar.
/// </summary>
public sealed class EvidenceHtml(ConcernEvidenceEntry? evidence, SourceNotes notes) : IHtmlContent
{
    // Numbered now, not when it is written: the list of sources may be made before the page is written out.
    private readonly IHtmlContent _notes = evidence is null ? HtmlString.Empty : notes.Of(evidence.Sources, evidence.ToBeConfirmed);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write(evidence is null ? "<p class=\"absent\">" : "<p>");
        encoder.Encode(writer, $"{EvidencePhrase.Of(evidence)}. {evidence?.Note} ");
        _notes.WriteTo(writer, encoder);
        writer.Write("</p>");
        CertaintyHtml.Of(evidence)?.WriteTo(writer, encoder);
    }
}

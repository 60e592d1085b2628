using System.Text.Encodings.Web;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Deciding;
using Microsoft.AspNetCore.Html;

namespace ClinicPortal.Web.Html;

/// <summary>
/// The whole answer of a cell: its text or why there is none, its sources, and what it means for what the reader ticks.
/// </summary>
public sealed class AnswerHtml(AnswerEntry? answer, GlossaryNotes words, SourceNotes notes, IEnumerable<AskFirstNote> asked) : IHtmlContent
{
    // Marked and numbered now, not when it is written: the page asks in the order in which it is read.
    private readonly IHtmlContent? _text = answer?.Text is { } text ? words.Block(text) : null;
    private readonly IHtmlContent? _notes = answer is null ? null : notes.Of(answer.Sources, answer.ToBeConfirmed);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (_text is not null)
            _text.WriteTo(writer, encoder);
        else
            writer.Write($"<p class=\"absent\">{encoder.Encode(AbsenceLabels.Of(answer?.Absence))}</p>");
        _notes?.WriteTo(writer, encoder);
        foreach (var note in asked)
            writer.Write($"<p class=\"asked c{note.Item.Slot}\">{encoder.Encode(note.Sentence)}</p>");
    }
}

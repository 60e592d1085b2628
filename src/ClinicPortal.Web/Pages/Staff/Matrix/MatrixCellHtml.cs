using System.Text.Encodings.Web;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Comparing;
using Microsoft.AspNetCore.Html;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>
/// One cell of the matrix: the beginning of the answer, its states in words and with a sign, and the way to its page. It writes itself,
/// because a page holds hundreds of them.
/// </summary>
/// <param name="cell">That it shows.</param>
/// <param name="address">Where the page of the answer leads back to.</param>
/// <param name="hasDraft">The person has words of theirs in it that are not saved.</param>
public sealed class MatrixCellHtml(MatrixCell cell, MatrixAddress address, bool hasDraft) : IHtmlContent
{
    private const int MostText = 90;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var isInView = address.State is not { } asked || cell.States.Contains(asked);
        var answer = encoder.Encode(StaffMap.Answer(cell.Treatment.Slug, cell.Criterion.Slug, address));
        writer.Write($"""<a class="cell" data-state="{MatrixAddress.SlugOf(cell.State)}" href="{answer}">""");
        if (isInView && cell.State != CellState.Empty)
            writer.Write($"""<span class="cell__text">{encoder.Encode(Shortened(Brief.Of(cell.Criterion, cell.Answer)))}</span> """);
        new StatesHtml(cell.States).WriteTo(writer, encoder);
        if (hasDraft)
            writer.Write(""" <span class="cell__draft">your draft</span>""");
        writer.Write("</a>");
    }

    /// <summary>Ends with a word; one that is too long by itself ends where the room does, but not within a sign of two halves.</summary>
    private static string Shortened(string text)
    {
        if (text.Length <= MostText)
            return text;
        var end = text.LastIndexOf(' ', MostText) is var space && space > 0 ? space
            : char.IsHighSurrogate(text[MostText - 1]) ? MostText - 1
            : MostText;
        return text[..end] + " …";
    }
}

/// <summary>States in words, each with a sign before it, so that no colour has to be told from another.</summary>
public sealed class StatesHtml(IReadOnlyList<CellState> states) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("""<span class="cell__states">""");
        foreach (var (index, state) in states.Index())
            writer.Write($"""{(index > 0 ? ", " : "")}<span aria-hidden="true">{SignOf(state)}</span> {CellStates.NameOf(state)}""");
        writer.Write("</span>");
    }

    private static string SignOf(CellState state) => state switch
    {
        CellState.Contradicts => "≠",
        CellState.Empty => "○",
        CellState.NoSource => "?",
        CellState.ToBeConfirmed => "†",
        CellState.Overdue => "!",
        CellState.Changed => "Δ",
        CellState.Reason => "–",
        CellState.Filled => "✓",
        _ => throw new InvalidOperationException($"No sign for {state}."),
    };
}

/// <summary>What a script is told of an answer that it has saved.</summary>
/// <param name="Message">What was done.</param>
/// <param name="Warnings">What is worth a look.</param>
/// <param name="Cell">As it stands now.</param>
public sealed record SavedCell(string Message, IReadOnlyList<string> Warnings, MatrixCellHtml Cell);

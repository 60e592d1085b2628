using System.Text.Encodings.Web;
using ClinicPortal.Core.Editing;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Microsoft.AspNetCore.Html;

namespace ClinicPortal.Web.Html;

/// <summary>What has changed in a text, word by word: taken out, put in, and the rest as it was.</summary>
public sealed class DifferenceHtml(FieldDifference difference) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        string taken = "", put = "", between = "";
        foreach (var piece in InlineDiffBuilder.Diff(
            difference.Before, difference.After, ignoreWhiteSpace: false, ignoreCase: false, new WordChunker()).Lines)
        {
            var isChange = piece.Type is ChangeType.Deleted or ChangeType.Inserted;
            if (!isChange && (taken + put).Length > 0 && string.IsNullOrWhiteSpace(piece.Text))
            {
                between += piece.Text;
                continue;
            }
            // A space between two changed words belongs to the change: whole passages are read, and not one word of each in turn.
            if (isChange)
                (taken, put) = (taken + between, put + between);
            else
                Flush();
            if (!isChange)
                encoder.Encode(writer, between + piece.Text);
            between = "";
            if (piece.Type == ChangeType.Deleted)
                taken += piece.Text;
            else if (piece.Type == ChangeType.Inserted)
                put += piece.Text;
        }
        Flush();
        encoder.Encode(writer, between);

        void Flush()
        {
            Write("del", taken);
            Write("ins", put);
            (taken, put) = ("", "");
        }

        void Write(string element, string text)
        {
            if (text.Length == 0)
                return;
            writer.Write($"<{element}>");
            encoder.Encode(writer, text);
            writer.Write($"</{element}>");
        }
    }
}

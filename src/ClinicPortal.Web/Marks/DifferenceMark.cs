using System.Text.Encodings.Web;
using ClinicPortal.Core.Editing;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Microsoft.AspNetCore.Html;

namespace ClinicPortal.Web.Marks;

/// <summary>What has changed in a text, word by word: taken out, put in, and the rest as it was.</summary>
public sealed class DifferenceMark(FieldDifference difference) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var piece in InlineDiffBuilder.Diff(difference.Before, difference.After, ignoreWhiteSpace: false, ignoreCase: false, new WordChunker()).Lines)
        {
            var element = piece.Type switch { ChangeType.Deleted => "del", ChangeType.Inserted => "ins", _ => null };
            if (element is not null)
                writer.Write($"<{element}>");
            encoder.Encode(writer, piece.Text ?? "");
            if (element is not null)
                writer.Write($"</{element}>");
        }
    }
}

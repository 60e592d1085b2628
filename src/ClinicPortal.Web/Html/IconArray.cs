using System.Globalization;
using System.Text.Encodings.Web;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Numbers;
using Microsoft.AspNetCore.Html;

namespace ClinicPortal.Web.Html;

/// <summary>
/// One arm that has a count as a picture: discs for those it happened to, rings for the others, in one block. A row of icons is one dashed
/// line, so that a thousand of them weigh no more than forty lines; shape and place tell as much as colour.
/// </summary>
public sealed class IconArray(OutcomeNumberEntry number, OutcomeArmEntry arm, Pictogram picture) : IHtmlContent
{
    private const int Bar = 1_000;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var drawn = new PictogramArm(arm.Label, arm.Count!.Value, picture.Denominator);
        var (width, height) = picture.HasIcons ? (picture.Columns * 2, picture.Rows * 2) : (Bar, 20);
        writer.Write(
            $"""<svg class="icons" viewBox="0 0 {width} {height}" role="img" """
                + $"""aria-label="{encoder.Encode(NumberFormatter.Name(number, arm))}">""");
        if (picture.HasIcons)
            WriteIcons(writer, drawn);
        else
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"""<rect class="icons__whole" width="{Bar}" height="20"/>"""
                    + $"""<rect class="icons__part" width="{drawn.Share * Bar:0.###}" height="20"/>"""));
        writer.Write("</svg>");
    }

    private void WriteIcons(TextWriter writer, PictogramArm drawn)
    {
        var y = 1;
        foreach (var (filled, unfilled) in picture.RowsOf(drawn))
        {
            Write("icons__yes", 0, filled);
            Write("icons__no", filled, unfilled);
            Write("icons__hole", filled, unfilled);
            y += 2;
        }

        // From the middle of the first icon to a hair behind that of the last: a dash that starts on the very end is not drawn.
        void Write(string shape, int first, int count)
        {
            if (count > 0)
                writer.Write($"""<path class="{shape}" d="M{(first * 2) + 1} {y}h{(count - 1) * 2}.1"/>""");
        }
    }
}

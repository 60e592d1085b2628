using System.Globalization;
using System.Text.Encodings.Web;
using ClinicPortal.Core.Courses;
using Microsoft.AspNetCore.Html;

namespace ClinicPortal.Web.Html;

/// <summary>
/// One strip of a timeline, from today to the last of its weeks. Its words stand beside it, so it is hidden from screen readers; what lies
/// beyond the last week is cut off.
/// </summary>
public sealed class TimelineHtml(TimelineStrip strip, int weeks, Occasion occasion) : IHtmlContent
{
    private const int Width = 320;
    private const int Height = 12;
    private const int Edge = 4;
    private const decimal Narrowest = 4;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"""<svg class="strip" viewBox="0 0 {Width} {Height}" aria-hidden="true">"""
                + $"""<path class="strip__time" d="M{Edge} 6H{Width - Edge}"/>"""));
        if (strip.Marks > 0)
            Write("strip__marks", string.Concat(strip.Sessions.Select(session => $"M{X(session)} 6H{X(session + strip.Marks)}")));
        if (strip.Sessions.Count > 0)
            Write("strip__session", string.Concat(strip.Sessions.Select(session => $"M{X(session)} 6h.01")));
        if (strip.Change is var (from, to))
            writer.Write(
                $"""<rect class="strip__change" x="{X(from)}" y="3" height="6" """
                    + $"""width="{Figure(Math.Max(Narrowest, At(to ?? decimal.MaxValue) - At(from)))}"/>""");
        Write("strip__day", $"M{X(occasion.Away)} 0v{Height}");
        writer.Write("</svg>");

        void Write(string shape, string path) => writer.Write($"""<path class="{shape}" d="{path}"/>""");
    }

    private decimal At(decimal minutes) => Edge + (Math.Min(1, minutes / (weeks * QuantityRange.Week)) * (Width - (2 * Edge)));

    private string X(decimal minutes) => Figure(At(minutes));

    private static string Figure(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

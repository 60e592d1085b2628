using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace ClinicPortal.Web.Html;

/// <summary>
/// An address as a QR code. One path drawn here instead of the library's own SVG, which is a rectangle for each run of modules and ten
/// times as long; black on white in every colour scheme, because scanners need it so.
/// </summary>
public sealed class QrCodeHtml(string address, string label = "QR code of the address of this comparison") : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        // Level M still reads with an eighth of it smudged, and stays coarse enough for a cheap printer.
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count;
        writer.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"""<svg class="qr" viewBox="0 0 {size} {size}" role="img" aria-label="{label}" shape-rendering="crispEdges">"""
                + $"""<path class="qr__paper" d="M0 0h{size}v{size}H0z"/><path class="qr__ink" d="{Path(code)}"/></svg>"""));
    }

    private static string Path(QRCodeData code)
    {
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
            for (var x = 0; x < code.ModuleMatrix[y].Count; x++)
                if (code.ModuleMatrix[y][x])
                {
                    var start = x;
                    while (x + 1 < code.ModuleMatrix[y].Count && code.ModuleMatrix[y][x + 1])
                        x++;
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start + 1}v1h-{x - start + 1}z");
                }
        return path.ToString();
    }
}

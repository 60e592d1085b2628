using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.FileProviders;

namespace ClinicPortal.Web.Html;

/// <summary>
/// The line drawings of treatments, a file each in <see cref="Folder"/>, read once. They stand inside the page, so that they take the
/// colour of the text around them and need no request.
/// </summary>
public sealed partial class TreatmentPictures
{
    /// <summary>Under the web root.</summary>
    public const string Folder = "img/treatments";

    private const string Extension = ".svg";
    private const string Start = "<svg";
    private const string Unspoken = "aria-hidden=\"true\"";

    private readonly SortedDictionary<string, (string Name, string Drawing)> _drawings = new(StringComparer.Ordinal);

    public TreatmentPictures(IFileProvider files)
    {
        foreach (var file in files.GetDirectoryContents(Folder).Where(file => file.Name.EndsWith(Extension, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(file.CreateReadStream());
            var (key, drawing) = (file.Name[..^Extension.Length], reader.ReadToEnd().Trim());
            // What the drawing shows in a page is said by the page: its own title would be shown on top of that.
            var name = Title().Match(drawing) is { Success: true } title ? WebUtility.HtmlDecode(title.Groups[1].Value)
                : RunningText.StartUpperCase(key.Replace('-', ' '));
            _drawings.Add(key, (name, Title().Replace(drawing, "")));
        }
        Known = new([.. _drawings.Keys]);
    }

    public KnownPictures Known { get; }

    /// <summary>Each drawing by its key, with its name in people's words, in their order, for those who choose one.</summary>
    public IEnumerable<(string Key, string Name, HtmlString Drawing)> All =>
        _drawings.OrderBy(one => one.Value.Name, StringComparer.OrdinalIgnoreCase)
            .Select(one => (one.Key, one.Value.Name, Drawn(one.Value.Drawing, Unspoken)));

    /// <summary>The drawing of the treatment; nothing, where it has none.</summary>
    public IHtmlContent Of(TreatmentEntry treatment)
    {
        if (treatment.Picture is not { } key || !_drawings.TryGetValue(key, out var one))
            return HtmlString.Empty;
        var spoken = treatment.PictureAlt is { } alt
            ? $"""role="img" aria-label="{HtmlEncoder.Default.Encode(alt.ToString())}" """.TrimEnd()
            : Unspoken;
        return Drawn(one.Drawing, spoken);
    }

    private static HtmlString Drawn(string drawing, string spoken) =>
        new($"""{Start} class="picture" {spoken}{drawing[Start.Length..]}""");

    [GeneratedRegex(@"\s*<title>([^<]*)</title>", RegexOptions.CultureInvariant)]
    private static partial Regex Title();
}

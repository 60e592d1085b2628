using System.Text.Encodings.Web;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.FileProviders;

namespace ClinicPortal.Web.Html;

/// <summary>
/// The line drawings of treatments, a file each in <see cref="Folder"/>, read once. They stand inside the page, so that they take the
/// colour of the text around them and need no request.
/// </summary>
public sealed class TreatmentPictures
{
    /// <summary>Under the web root.</summary>
    public const string Folder = "img/treatments";

    private const string Extension = ".svg";
    private const string Start = "<svg";

    private readonly SortedDictionary<string, string> _drawings = new(StringComparer.Ordinal);

    public TreatmentPictures(IFileProvider files)
    {
        foreach (var file in files.GetDirectoryContents(Folder).Where(file => file.Name.EndsWith(Extension, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(file.CreateReadStream());
            _drawings.Add(file.Name[..^Extension.Length], reader.ReadToEnd().Trim());
        }
        Known = new([.. _drawings.Keys]);
    }

    public KnownPictures Known { get; }

    /// <summary>The drawing of the treatment; nothing, where it has none.</summary>
    public IHtmlContent Of(TreatmentEntry treatment)
    {
        if (treatment.Picture is not { } key || !_drawings.TryGetValue(key, out var drawing))
            return HtmlString.Empty;
        var spoken = treatment.PictureAlt is { } alt
            ? $"""role="img" aria-label="{HtmlEncoder.Default.Encode(alt.ToString())}" """.TrimEnd()
            : """aria-hidden="true" """.TrimEnd();
        return new HtmlString($"""{Start} class="picture" {spoken}{drawing[Start.Length..]}""");
    }
}

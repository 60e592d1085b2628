using System.Text.RegularExpressions;

namespace ClinicPortal.Core.Catalogue;

/// <summary>
/// The name of a thing in addresses and in the content file: 1-60 characters, lower-case letters and digits in words joined by single
/// hyphens. The word "vs" is reserved, because it separates treatments in <c>/compare/a-vs-b</c>.
/// </summary>
public static partial class Slug
{
    public const int MaxLength = 60;

    /// <summary>Between the beginning and the end of a text.</summary>
    public const string Pattern = "[a-z0-9]+(-[a-z0-9]+)*";

    public static bool IsValid(string? slug) =>
        slug is { Length: > 0 and <= MaxLength } && Shape().IsMatch(slug) && !slug.Split('-').Contains("vs");

    [GeneratedRegex("^" + Pattern + @"\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}

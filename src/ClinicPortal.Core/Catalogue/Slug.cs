using System.Globalization;
using System.Text.RegularExpressions;
using AnyAscii;

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

    /// <summary>In the staff area's addresses, in place of the name of what is not there yet; nothing is named so.</summary>
    public const string New = "new";

    /// <summary>The first that a thing had, which a renaming leaves as it is.</summary>
    public static string FirstOf(string slug, IReadOnlyList<string> former) => former.FirstOrDefault(slug);

    /// <summary>
    /// A slug made of what people call a thing: "Gençlik Aşısı" becomes "genclik-asisi". Empty, if that has no letter and no figure.
    /// </summary>
    public static string From(string name)
    {
        var slug = "";
        foreach (var word in Words(name))
        {
            var longer = slug == "" ? word : $"{slug}-{word}";
            if (longer.Length > MaxLength)
                return slug == "" ? longer[..MaxLength] : slug;
            slug = longer;
        }
        return slug;
    }

    /// <summary>The same and then with figures at its end, without end: for a thing that needs a slug of its own.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="otherwise">A slug to begin with, where the name makes none.</param>
    public static IEnumerable<string> Candidates(string name, string otherwise)
    {
        var slug = From(name) is { Length: > 0 } made ? made : otherwise;
        return Enumerable.Range(1, int.MaxValue).Select(number => Numbered(slug, number)).Where(one => one != New);
    }

    private static string Numbered(string slug, int number)
    {
        var end = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{number}");
        return slug[..Math.Min(slug.Length, MaxLength - end.Length)].TrimEnd('-') + end;
    }

    // An apostrophe joins what stands on both sides of it.
    private static IEnumerable<string> Words(string name) =>
        Word().Matches(name.Transliterate().Replace("'", "", StringComparison.Ordinal).ToLowerInvariant())
            .Select(word => word.Value).Where(word => word != "vs");

    [GeneratedRegex("[a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("^" + Pattern + @"\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace ClinicPortal.Core.Catalogue;

/// <summary>A reference as it stands on one line of paper: who and when, "Alam M 2018"; the page has it in full.</summary>
public static partial class ShortReference
{
    private const int Longest = 48;

    public static string Of(SourceEntry source) => Of(source, parts: 1);

    /// <summary>Of several that stand together: where two would read alike, each has the next part of its reference too.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<SourceEntry> sources)
    {
        var alike = sources.CountBy(Of).Where(brief => brief.Value > 1).Select(brief => brief.Key).ToHashSet();
        return [.. sources.Select(source => Of(source) is var brief && alike.Contains(brief) ? Of(source, parts: 2) : brief)];
    }

    private static string Of(SourceEntry source, int parts)
    {
        var text = source.Reference.Trim();
        var ends = PartEnd().Matches(text).Select(mark => mark.Index).Where(index => index > 0);
        var words = text[..ends.Skip(parts - 1).FirstOrDefault(text.Length)].Trim('"', '“', '”', '.', ' ');
        var brief = words.Length <= Longest ? words
            : words[..(words.LastIndexOf(' ', Longest) is > 0 and var space ? space : Longest)] + " …";
        return source.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"{brief} {year}") : brief;
    }

    [GeneratedRegex(@"[,:]|\. ")]
    private static partial Regex PartEnd();
}

using System.Globalization;

namespace ClinicPortal.Core.Catalogue;

/// <summary>A reference as it stands on one line of paper: who and when, "Alam M 2018"; the page has it in full.</summary>
public static class ShortReference
{
    private const int Longest = 48;

    public static string Of(SourceEntry source)
    {
        var text = source.Reference.Trim();
        var end = new[]
        {
            text.IndexOf(',', StringComparison.Ordinal),
            text.IndexOf(':', StringComparison.Ordinal),
            text.IndexOf(". ", StringComparison.Ordinal),
        }
            .Where(mark => mark > 0).DefaultIfEmpty(text.Length).Min();
        var who = text[..end].Trim('"', '“', '”', '.', ' ');
        var brief = who.Length <= Longest ? who : who[..who.LastIndexOf(' ', Longest)] + " …";
        return source.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"{brief} {year}") : brief;
    }
}

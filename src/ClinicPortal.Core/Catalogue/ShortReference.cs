using System.Globalization;

namespace ClinicPortal.Core.Catalogue;

/// <summary>A reference as it stands on one line of paper: who and when, "Alam M 2018"; the page has it in full.</summary>
public static class ShortReference
{
    private const int Longest = 48;

    public static string Of(SourceEntry source) => Dated(source, Brief(EndOfPart(source.Reference.Trim(), 0), source));

    /// <summary>Of several that stand together: where two would read alike, each has the next part of its reference too.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<SourceEntry> sources)
    {
        var alike = sources.Select(Of).GroupBy(brief => brief).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return [.. sources.Select(source => Of(source) is var brief && alike.Contains(brief) ? WithNextPart(source) : brief)];
    }

    private static string WithNextPart(SourceEntry source)
    {
        var text = source.Reference.Trim();
        return Dated(source, Brief(EndOfPart(text, Math.Min(text.Length, EndOfPart(text, 0) + 1)), source));
    }

    private static int EndOfPart(string text, int from) =>
        new[]
        {
            text.IndexOf(',', from), text.IndexOf(':', from), text.IndexOf(". ", from, StringComparison.Ordinal),
        }
            .Where(mark => mark > 0).DefaultIfEmpty(text.Length).Min();

    private static string Brief(int end, SourceEntry source)
    {
        var words = source.Reference.Trim()[..end].Trim('"', '“', '”', '.', ' ');
        return words.Length <= Longest ? words
            : words[..(words.LastIndexOf(' ', Longest) is > 0 and var space ? space : Longest)] + " …";
    }

    private static string Dated(SourceEntry source, string brief) =>
        source.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"{brief} {year}") : brief;
}

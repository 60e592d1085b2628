using System.Globalization;
using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>Something in a catalogue that must be put right before anyone can rely on it.</summary>
/// <param name="Path">Where it stands: <c>treatments[3].answers[2].sources[0]</c>.</param>
/// <param name="Message">What is wrong with which thing, and what to do.</param>
public sealed partial record ContentProblem(string Path, string Message)
{
    /// <summary>The row in which staff put it right, as the history names it; none for the catalogue as a whole.</summary>
    public string? RowIn(ClinicContent content) => RowAt(Path, content);

    /// <summary>Each message with the row in which staff put it right.</summary>
    public static IReadOnlyList<(string Message, string? Row)> Told(IEnumerable<ContentProblem> problems, ClinicContent content) =>
        [.. problems.Select(problem => (problem.Message, problem.RowIn(content)))];

    /// <summary>The row to which a place of a catalogue belongs, as the history names it; none, where it belongs to none.</summary>
    public static string? RowAt(string path, ClinicContent content)
    {
        if (path.Split('.')[0] == ClinicProfile.OnlyPath)
            return ClinicProfile.OnlyPath;
        if (Place().Match(path) is not { Success: true } place || CatalogueKinds.FindByList(place.Groups["list"].Value) is not { } kind)
            return null;
        var entry = kind.EntriesIn(content)[Number(place.Groups["item"])];
        return kind.Parts.FirstOrDefault(part => part.List == place.Groups["parts"].Value) is { } part
            ? part.PathOf(kind.HandleOf(entry), part.HandleOf(part.EntriesIn(entry)[Number(place.Groups["part"])]))
            : kind.PathOf(kind.HandleOf(entry));
    }

    private static int Number(Group figures) => int.Parse(figures.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<list>[a-z-]+)\[(?<item>\d+)\](\.(?<parts>[a-z-]+)\[(?<part>\d+)\])?", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}

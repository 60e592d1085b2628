using System.Text.RegularExpressions;

namespace ClinicPortal.Core.Catalogue;

/// <summary>Reads the named steps of a scale in an English text: "mild", "mild to moderate", "moderate or more", "up to strong".</summary>
internal static partial class StepReader
{
    public static IEnumerable<StatedRange> Read(string text, IReadOnlyList<string> steps)
    {
        var named = Named(text, steps);
        for (var at = 0; at < named.Count; at++)
        {
            var (first, from, to) = named[at];
            var last = at + 1 < named.Count && Joins().IsMatch(text[to..named[at + 1].From]) && named[at + 1].Step > first ? ++at : at;
            to = named[last].To;
            var isOpen = OpenAfter().IsMatch(text[to..]) || OpenBefore().IsMatch(text[..from]);
            var isBound = BoundAfter().IsMatch(text[to..]) || BoundBefore().IsMatch(text[..from]);
            yield return new(text[from..to], new(isBound ? 0 : first), isOpen && last == at && first == named[last].Step
                ? null : new(named[last].Step), isOpen)
            { Figures = [new(first), new(named[last].Step)] };
        }
    }

    // The longest name first: "very strong" is not "strong".
    private static List<(int Step, int From, int To)> Named(string text, IReadOnlyList<string> steps)
    {
        var names = steps.Index().Where(step => step.Item.Length > 0).OrderByDescending(step => step.Item.Length).ToList();
        if (names.Count == 0)
            return [];
        var pattern = string.Join('|', names.Select(step => $@"(?<s{step.Index}>{Regex.Escape(step.Item)}(?:e?r|e?st|ly|s)?)"));
        return
        [
            .. from match in Regex.Matches(text, $@"(?<![\p{{L}}\p{{Nd}}])(?:{pattern})(?![\p{{L}}\p{{Nd}}])",
                   RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)
               let step = names.First(step => match.Groups[$"s{step.Index}"].Success).Index
               select (step, match.Index, match.Index + match.Length),
        ];
    }

    [GeneratedRegex(@"^\s*(?:to|or|-|–|—)\s*(?:about|sometimes)?\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joins();

    [GeneratedRegex(@"^\s+(?:or|and) (?:more|worse|higher|above|over)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OpenAfter();

    [GeneratedRegex(@"\bat least\s+\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OpenBefore();

    [GeneratedRegex(@"^\s+(?:or less|at most)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BoundAfter();

    [GeneratedRegex(@"\b(?:up to|at most)\s+\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BoundBefore();
}

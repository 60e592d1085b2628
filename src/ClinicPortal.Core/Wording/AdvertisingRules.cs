using System.Buffers;
using System.Text.RegularExpressions;

namespace ClinicPortal.Core.Wording;

/// <summary>
/// What is looked for in one language. A pattern is a regular expression on a line of its own: whole words, small letters; <c>{name}</c>
/// stands for a list of words of the file. No repetition is endless, so that the time grows with the length of the text alone.
/// </summary>
internal sealed partial class AdvertisingRules
{
    // Further away, "not" denies something else.
    private const int ReachOfDenial = 70;

    private const int LongestWord = 30;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",;:.!?–—()");

    private readonly string _language;
    private readonly PatternIndex _deniedBefore;
    private readonly PatternIndex _deniedAfter;
    private readonly PatternIndex _hedged;
    private readonly PatternIndex _finds;
    private readonly List<Kind> _kinds;
    private readonly Dictionary<string, KindPatterns> _data;

    public AdvertisingRules(string language)
    {
        _language = language;
        var file = WordingData.Read<LanguageFile>($"advertising.{language}.yaml");
        var lists = file.Lists.ToDictionary(list => list.Key, list => $"(?:{string.Join('|', WordingData.Lines(list.Value))})");
        _deniedBefore = new(Patterns(file.DeniedBefore, lists));
        _deniedAfter = new(Patterns(file.DeniedAfter, lists));
        _hedged = new(Patterns(file.Hedged, lists));
        _data = file.Kinds;
        var finds = file.Kinds.SelectMany(kind => Patterns(kind.Value.Finds, lists).Select(pattern => (Kind: kind, Pattern: pattern)))
            .ToList();
        var kinds = file.Kinds.ToDictionary(
            kind => kind.Key,
            kind => new Kind(Advertising.Kind(kind.Key), kind.Value, new(() => new(Patterns(kind.Value.Except, lists)))));
        _finds = new([.. finds.Select(one => one.Pattern)]);
        _kinds = [.. finds.Select(one => kinds[one.Kind.Key])];
    }

    public string Proposal(string kind) => _data[kind].Proposal;

    public IReadOnlyList<WordingFinding> Find(string text)
    {
        var folded = FoldedText.Of(text, _language);
        return [.. FoldedText.Parts(folded).SelectMany(range => FindIn(folded[range], range.Start.Value, text))];
    }

    private IEnumerable<WordingFinding> FindIn(string part, int from, string text)
    {
        var excepted = new Dictionary<Kind, List<(int Pattern, int Start, int End)>>();
        foreach (var (pattern, start, end) in _finds.Matches(part))
        {
            var kind = _kinds[pattern];
            if (!excepted.TryGetValue(kind, out var innocent))
                excepted.Add(kind, innocent = [.. kind.Except.Value.Matches(part)]);
            if (!innocent.Exists(other => other.Start < end && start < other.End) && !IsInnocent(kind.Data, part, start, end))
                yield return new(from + start, text[(from + start)..(from + end)], kind.Rule, kind.Data.Proposal);
        }
    }

    private bool IsInnocent(KindPatterns kind, string part, int start, int end)
    {
        if (!kind.Despite.Contains("asked") && part[FoldedText.SentenceAt(part, start, end)].EndsWith('?'))
            return true;
        var before = ClauseBefore(part, start);
        return (!kind.Despite.Contains("denied") && (_deniedBefore.Stands(before) || _deniedAfter.Stands(ClauseAfter(part, end))))
            || (kind.Despite.Contains("only-flat") && _hedged.Stands(before));
    }

    private static string ClauseBefore(string part, int end)
    {
        var before = part.AsSpan(Math.Max(0, end - ReachOfDenial)..end);
        return before[(before.LastIndexOfAny(ClauseEnds) + 1)..].ToString();
    }

    private static string ClauseAfter(string part, int start)
    {
        var after = part.AsSpan(start, Math.Min(ReachOfDenial, part.Length - start));
        return (after.IndexOfAny(ClauseEnds) is >= 0 and var end ? after[..end] : after).ToString();
    }

    // Words are found whole; a line that begins with "=" has the bounds that it says, as signs are no words.
    private static IReadOnlyList<(string Pattern, bool IsWord)> Patterns(string lines, Dictionary<string, string> lists) =>
    [
        .. WordingData.Lines(lines).Select(line => (
            Bounded(ListName().Replace(line.TrimStart('=').Trim(), name => lists[name.Groups[1].Value])), !line.StartsWith('='))),
    ];

    // No repetition is without an end: a pattern that fails has then tried a fixed number of chars and no more.
    private static string Bounded(string pattern) =>
        Endless().Replace(pattern, sign => sign.Value == "+" ? $"{{1,{LongestWord}}}" : $"{{0,{LongestWord}}}");

    [GeneratedRegex(@"(?<=\\w|\\d|[^\\]\])[+*]")]
    private static partial Regex Endless();

    [GeneratedRegex("{([a-z]+)}")]
    private static partial Regex ListName();

    private sealed record Kind(WordingRule Rule, KindPatterns Data, Lazy<PatternIndex> Except);

    // YAML fills them in.
    private sealed class LanguageFile
    {
        public required Dictionary<string, string> Lists { get; init; }

        public required string DeniedBefore { get; init; }

        public required string DeniedAfter { get; init; }

        public required string Hedged { get; init; }

        public required Dictionary<string, KindPatterns> Kinds { get; init; }
    }

    private sealed class KindPatterns
    {
        public required string Proposal { get; init; }

        public List<string> Despite { get; init; } = [];

        public string Finds { get; init; } = "";

        public string Except { get; init; } = "";
    }
}

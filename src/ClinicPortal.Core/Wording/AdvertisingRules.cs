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
    private readonly Regex[] _deniedBefore;
    private readonly Regex[] _deniedAfter;
    private readonly Regex[] _hedged;
    private readonly List<(WordingRule Rule, KindPatterns Data, Regex[] Finds, Regex[] Except)> _kinds;
    private readonly Dictionary<string, KindPatterns> _data;

    public AdvertisingRules(string language)
    {
        _language = language;
        var file = WordingData.Read<LanguageFile>($"advertising.{language}.yaml");
        var lists = file.Lists.ToDictionary(list => list.Key, list => $"(?:{string.Join('|', Lines(list.Value))})");
        _deniedBefore = Compile(file.DeniedBefore, lists);
        _deniedAfter = Compile(file.DeniedAfter, lists);
        _hedged = Compile(file.Hedged, lists);
        _data = file.Kinds;
        _kinds =
        [
            .. from kind in file.Kinds
               where kind.Value.Finds != ""
               select (Advertising.Kind(kind.Key), kind.Value, Compile(kind.Value.Finds, lists), Compile(kind.Value.Except, lists)),
        ];
    }

    public string Proposal(string kind) => _data[kind].Proposal;

    public IReadOnlyList<WordingFinding> Find(string text)
    {
        var folded = FoldedText.Of(text, _language);
        return
        [
            .. from range in FoldedText.Parts(folded)
               let part = folded[range]
               from kind in _kinds
               let excepted = new Lazy<List<Match>>(() => [.. Matches(kind.Except, part)])
               from match in Matches(kind.Finds, part)
               where !IsInnocent(kind.Data, excepted, part, match)
               let start = range.Start.Value + match.Index
               orderby start
               select new WordingFinding(start, text.Substring(start, match.Length), kind.Rule, kind.Data.Proposal),
        ];
    }

    private static IEnumerable<Match> Matches(Regex[] patterns, string part) =>
        patterns.SelectMany(pattern => pattern.Matches(part)).Where(match => match.Length > 0);

    private static bool Stands(Regex[] patterns, ReadOnlySpan<char> words)
    {
        foreach (var pattern in patterns)
            if (pattern.IsMatch(words))
                return true;
        return false;
    }

    private bool IsInnocent(KindPatterns kind, Lazy<List<Match>> excepted, string part, Match match)
    {
        var end = match.Index + match.Length;
        if (excepted.Value.Any(other => other.Index < end && match.Index < other.Index + other.Length))
            return true;
        var sentence = part[FoldedText.SentenceAt(part, match.Index, end)];
        if (!kind.Despite.Contains("asked") && sentence.EndsWith('?'))
            return true;
        var before = ClauseBefore(part, match.Index);
        return (!kind.Despite.Contains("denied") && (Stands(_deniedBefore, before) || Stands(_deniedAfter, ClauseAfter(part, end))))
            || (kind.Despite.Contains("only-flat") && Stands(_hedged, before));
    }

    private static ReadOnlySpan<char> ClauseBefore(string part, int end)
    {
        var before = part.AsSpan(Math.Max(0, end - ReachOfDenial)..end);
        return before[(before.LastIndexOfAny(ClauseEnds) + 1)..];
    }

    private static ReadOnlySpan<char> ClauseAfter(string part, int start)
    {
        var after = part.AsSpan(start, Math.Min(ReachOfDenial, part.Length - start));
        return after.IndexOfAny(ClauseEnds) is >= 0 and var end ? after[..end] : after;
    }

    private static Regex[] Compile(string lines, Dictionary<string, string> lists) =>
    [
        .. Lines(lines).Select(line => new Regex(
            Bounded(ListName().Replace(line, name => lists[name.Groups[1].Value])),
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)),
    ];

    private static string[] Lines(string lines) =>
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Words are found whole; a line that begins with "=" has the bounds that it says, as signs are no words.
    // No repetition is without an end: a pattern that fails has then tried a fixed number of chars and no more.
    private static string Bounded(string pattern) => Endless().Replace(
        WordsWhole(pattern), sign => sign.Value == "+" ? $"{{1,{LongestWord}}}" : $"{{0,{LongestWord}}}");

    private static string WordsWhole(string pattern) => pattern.StartsWith('=') ? $"(?:{pattern[1..].Trim()})" : $@"\b(?:{pattern})\b";

    [GeneratedRegex(@"(?<=\\w|\\d|[^\\]\])[+*]")]
    private static partial Regex Endless();

    [GeneratedRegex("{([a-z]+)}")]
    private static partial Regex ListName();

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

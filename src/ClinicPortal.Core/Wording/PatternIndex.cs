using System.Buffers;
using System.Text.RegularExpressions;

namespace ClinicPortal.Core.Wording;

/// <summary>
/// Many regular expressions over one text. Each of their alternatives is tried only where the letters stand with which it begins, so that
/// most are never tried; what is found is what each expression alone would find from the left.
/// </summary>
public sealed class PatternIndex
{
    private readonly int _patterns;
    private readonly List<Alternative> _alternatives = [];
    private readonly Node _words = new();
    private readonly Node _signs = new();

    /// <param name="patterns">Regular expressions, and whether they find whole words.</param>
    public PatternIndex(IReadOnlyList<(string Pattern, bool IsWord)> patterns)
    {
        _patterns = patterns.Count;
        foreach (var (index, (pattern, isWord)) in patterns.Index())
            foreach (var alternative in PatternLetters.Split(pattern).SelectMany(Parted))
            {
                var (heads, needed) = PatternLetters.Of(alternative);
                foreach (var head in heads)
                    (isWord ? _words : _signs).Add(head, _alternatives.Count);
                _alternatives.Add(new(
                    index,
                    new(() => needed is null ? null : SearchValues.Create([.. needed], StringComparison.Ordinal)),
                    new(() => Anchored(alternative, isWord))));
            }
    }

    public bool Stands(string text) => _patterns > 0 && Matches(text).Any();

    /// <summary>By their place; at one place in the order of the patterns. None is empty.</summary>
    public IEnumerable<(int Pattern, int Start, int End)> Matches(string text)
    {
        var hopeful = new bool?[_alternatives.Count];
        var free = new int[_patterns];
        var tried = new List<int>();
        for (var at = 0; at < text.Length; at++)
        {
            // Inside a word no word begins.
            var isInside = at > 0 && char.IsLetterOrDigit(text[at]) && char.IsLetterOrDigit(text[at - 1]);
            if (isInside && !_signs.Begins(text[at]))
                continue;
            tried.Clear();
            _signs.Find(text, at, tried);
            if (!isInside)
                _words.Find(text, at, tried);
            tried.Sort();
            foreach (var alternative in tried)
            {
                var (pattern, needed, regex) = _alternatives[alternative];
                if (free[pattern] > at
                    || !(hopeful[alternative] ??= needed.Value is not { } letters || text.AsSpan().ContainsAny(letters))
                    || regex.Value.Match(text, at) is not { Success: true } match)
                    continue;
                free[pattern] = Math.Max(at + 1, at + match.Length);
                if (match.Length > 0)
                    yield return (pattern, at, at + match.Length);
            }
        }
    }

    // What may begin with anything would be tried at every word, or every other one.
    private static IReadOnlyList<string> Parted(string alternative) =>
        PatternLetters.Of(alternative).Heads.Any(head => head is "" or [>= 'a' and <= 'z'])
            ? PatternLetters.SplitFirstGroup(alternative)
            : [alternative];

    private static Regex Anchored(string pattern, bool isWord) => new(
        isWord ? $@"\G\b(?:{pattern})\b" : $@"\G(?:{pattern})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <param name="Needed">Letters of which a match holds some; none, where that cannot be told.</param>
    private sealed record Alternative(int Pattern, Lazy<SearchValues<string>?> Needed, Lazy<Regex> Regex);

    /// <summary>The letters with which alternatives begin, as a tree.</summary>
    private sealed class Node
    {
        private readonly List<char> _letters = [];
        private readonly List<Node> _next = [];
        private readonly List<int> _ends = [];

        /// <summary>Whether an alternative may begin with the letter.</summary>
        public bool Begins(char letter) => _ends.Count > 0 || _letters.Contains(PatternLetters.Fold(letter));

        public void Add(ReadOnlySpan<char> head, int alternative)
        {
            if (head.IsEmpty)
            {
                _ends.Add(alternative);
                return;
            }
            if (!_letters.Contains(head[0]))
            {
                _letters.Add(head[0]);
                _next.Add(new());
            }
            _next[_letters.IndexOf(head[0])].Add(head[1..], alternative);
        }

        public void Find(string text, int at, List<int> found)
        {
            for (var node = this; ; at++)
            {
                if (node._ends.Count > 0)
                    found.AddRange(node._ends);
                if (at == text.Length || node._letters.IndexOf(PatternLetters.Fold(text[at])) is not (>= 0 and var next))
                    return;
                node = node._next[next];
            }
        }
    }
}

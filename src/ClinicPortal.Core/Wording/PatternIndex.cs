using System.Buffers;
using System.Runtime.InteropServices;
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
    private readonly List<(int Alternative, SearchValues<string> Needed)> _common = [];
    private readonly Node _words = new();
    private readonly Node _signs = new();

    /// <param name="patterns">Regular expressions, and whether they find whole words.</param>
    public PatternIndex(IReadOnlyList<(string Pattern, bool IsWord)> patterns)
    {
        _patterns = patterns.Count;
        foreach (var (index, (pattern, isWord)) in patterns.Index())
            foreach (var alternative in PatternLetters.Split(pattern))
            {
                var letters = PatternLetters.Of(alternative);
                foreach (var head in letters.Heads)
                    (isWord ? _words : _signs).Add(head, _alternatives.Count);
                // It would be tried at every word, or every other one.
                if (letters.Heads.Any(head => head is "" or [>= 'a' and <= 'z']) && letters.Needed is { } needed)
                    _common.Add((_alternatives.Count, SearchValues.Create([.. needed], StringComparison.Ordinal)));
                _alternatives.Add(new(index, new(() => Anchored(alternative, isWord))));
            }
    }

    public bool Stands(string text) => _patterns > 0 && Matches(text).Any();

    /// <summary>By their place; at one place in the order of the patterns. None is empty.</summary>
    public IEnumerable<(int Pattern, int Start, int End)> Matches(string text)
    {
        var hopeless = _common.Where(one => !text.AsSpan().ContainsAny(one.Needed)).Select(one => one.Alternative).ToHashSet();
        var free = new int[_patterns];
        var tried = new List<int>();
        for (var at = 0; at < text.Length; at++)
        {
            tried.Clear();
            _signs.Find(text, at, tried);
            // Inside a word no word begins.
            if (at == 0 || !char.IsLetterOrDigit(text[at]) || !char.IsLetterOrDigit(text[at - 1]))
                _words.Find(text, at, tried);
            tried.Sort();
            foreach (var alternative in tried)
            {
                var (pattern, regex) = _alternatives[alternative];
                if (free[pattern] > at || hopeless.Contains(alternative) || regex.Value.Match(text, at) is not { Success: true } match)
                    continue;
                free[pattern] = Math.Max(at + 1, at + match.Length);
                if (match.Length > 0)
                    yield return (pattern, at, at + match.Length);
            }
        }
    }

    private static Regex Anchored(string pattern, bool isWord) => new(
        isWord ? $@"\G\b(?:{pattern})\b" : $@"\G(?:{pattern})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private sealed record Alternative(int Pattern, Lazy<Regex> Regex);

    /// <summary>The letters with which alternatives begin, as a tree.</summary>
    private sealed class Node
    {
        private readonly Dictionary<char, Node> _next = [];
        private readonly List<int> _ends = [];

        public void Add(ReadOnlySpan<char> head, int alternative)
        {
            if (head.IsEmpty)
                _ends.Add(alternative);
            else
                (CollectionsMarshal.GetValueRefOrAddDefault(_next, head[0], out _) ??= new()).Add(head[1..], alternative);
        }

        public void Find(string text, int at, List<int> found)
        {
            for (var node = this; ; at++)
            {
                found.AddRange(node._ends);
                if (at == text.Length || !node._next.TryGetValue(PatternLetters.Fold(text[at]), out node!))
                    return;
            }
        }
    }
}

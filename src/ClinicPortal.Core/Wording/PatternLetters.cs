namespace ClinicPortal.Core.Wording;

/// <summary>
/// Letters that stand in every text that a regular expression finds. It is told from the expression, of what the files of rules are written
/// in (letters, classes, groups, repetitions, looking around); what it cannot tell, it does not claim.
/// </summary>
/// <param name="Heads">Beginnings of which a match has one, any figure as 0; an empty one says that it may begin with anything.</param>
/// <param name="Needed">Of which a match holds one somewhere; none, where that cannot be told.</param>
internal sealed record PatternLetters(IReadOnlySet<string> Heads, IReadOnlySet<string>? Needed)
{
    public static PatternLetters Of(string pattern)
    {
        var (heads, needed) = new Reader(pattern).Alternatives();
        return new(heads.Select(head => head.Letters).ToHashSet(), needed);
    }

    /// <summary>The alternatives of a pattern that stand in no group, in their order.</summary>
    public static IEnumerable<string> Split(string pattern) => new Reader(pattern).Split();

    /// <summary>"(?:a|b)c" as "(?:a)c" and "(?:b)c", which find the same in this order; any other pattern as it is.</summary>
    public static IReadOnlyList<string> SplitFirstGroup(string pattern) => new Reader(pattern).SplitFirstGroup();

    /// <summary>Any figure as 0, as <see cref="Heads"/> have it.</summary>
    public static char Fold(char letter) => char.IsDigit(letter) ? '0' : letter;

    /// <param name="Letters">That stand there for certain.</param>
    /// <param name="IsOpen">What comes next in the pattern follows at once.</param>
    private readonly record struct Head(string Letters, bool IsOpen)
    {
        /// <summary>Longer ones tell no more apart.</summary>
        private const int Longest = 6;

        public static readonly Head Nothing = new("", true);

        public static readonly Head Anything = new("", false);

        public static Head Of(char letter) => new($"{Fold(letter)}", true);

        public Head Then(Head next) => (Letters + next.Letters) is { Length: >= Longest } enough
            ? new(enough[..Longest], false)
            : new(Letters + next.Letters, next.IsOpen);
    }

    private sealed class Reader(string pattern)
    {
        private const int MostHeads = 500;

        // As a word of so many letters.
        private const int RarityOfSign = 3;

        private int _at;

        public IEnumerable<string> Split()
        {
            for (var start = 0; start <= pattern.Length; start = ++_at)
            {
                Sequence();
                yield return pattern[start.._at];
            }
        }

        public IReadOnlyList<string> SplitFirstGroup()
        {
            if (!pattern.StartsWith("(?:", StringComparison.Ordinal))
                return [pattern];
            List<string> inside = [];
            _at = "(?".Length;
            do
            {
                var start = ++_at;
                Sequence();
                inside.Add(pattern[start.._at]);
            }
            while (pattern[_at] == '|');
            _at++;
            return IsRepeated ? [pattern] : [.. inside.Select(one => $"(?:{one}){pattern[_at..]}")];
        }

        public (HashSet<Head> Heads, HashSet<string>? Needed) Alternatives()
        {
            var (heads, needed) = Sequence();
            while (_at < pattern.Length && pattern[_at] == '|')
            {
                _at++;
                var (others, otherNeeded) = Sequence();
                heads.UnionWith(others);
                needed = needed is null || otherNeeded is null ? null : [.. needed, .. otherNeeded];
            }
            return (heads, needed);
        }

        private (HashSet<Head> Heads, HashSet<string>? Needed) Sequence()
        {
            HashSet<Head>? first = null;
            HashSet<Head> run = [Head.Nothing];
            HashSet<string>? needed = null;
            while (_at < pattern.Length && pattern[_at] is not ('|' or ')'))
            {
                var (next, inside) = Repeated(Item());
                needed = Better(needed, inside);
                run = run.Count * next.Count > MostHeads ? Closed(run)
                    : [.. run.SelectMany(head => head.IsOpen ? next.Select(head.Then) : [head])];
                if (run.Any(head => head.IsOpen))
                    continue;
                needed = Better(needed, LettersOf(run));
                first ??= run;
                run = [Head.Nothing];
            }
            return (first ?? [.. run], Better(needed, LettersOf(run)));
        }

        private (HashSet<Head> Heads, HashSet<string>? Needed) Item()
        {
            switch (pattern[_at++])
            {
                case '(':
                    return Group();
                case '[':
                    return (Class(), null);
                case '.':
                    return ([Head.Anything], null);
                case '^' or '$':
                    return ([Head.Nothing], null);
                case '\\':
                    return ([Escaped(pattern[_at++])], null);
                case var letter:
                    return ([Head.Of(letter)], null);
            }
        }

        private (HashSet<Head> Heads, HashSet<string>? Needed) Group()
        {
            var kind = pattern.AsSpan(_at);
            var looks = kind.StartsWith("?=") || kind.StartsWith("?!") || kind.StartsWith("?<");
            if (kind.StartsWith('?'))
                _at += kind.StartsWith("?<") ? 3 : 2;
            var inside = Alternatives();
            _at++;
            return looks ? ([Head.Nothing], null) : inside;
        }

        private HashSet<Head> Class()
        {
            var end = pattern.IndexOf(']', _at);
            var inside = pattern[_at..end];
            _at = end + 1;
            if (inside.StartsWith('^') || inside.Contains('\\', StringComparison.Ordinal))
                return [Head.Anything];
            HashSet<Head> heads = [];
            for (var at = 0; at < inside.Length; at++)
            {
                var last = at + 2 < inside.Length && inside[at + 1] == '-' ? inside[at + 2] : inside[at];
                for (var letter = inside[at]; letter <= last; letter++)
                    heads.Add(Head.Of(letter));
                at += last == inside[at] ? 0 : 2;
            }
            return heads;
        }

        private static Head Escaped(char sign) => sign switch
        {
            'd' => Head.Of('0'),
            'b' => Head.Nothing,
            _ when char.IsAsciiLetterOrDigit(sign) => Head.Anything,
            _ => Head.Of(sign),
        };

        private bool IsRepeated => _at < pattern.Length && pattern[_at] is '?' or '*' or '+' or '{';

        private (HashSet<Head> Heads, HashSet<string>? Needed) Repeated((HashSet<Head> Heads, HashSet<string>? Needed) once)
        {
            if (!IsRepeated)
                return once;
            var sign = pattern[_at++];
            var mayLack = sign is '?' or '*' || (sign == '{' && pattern[_at] == '0');
            if (sign == '{')
                _at = pattern.IndexOf('}', _at) + 1;
            if (_at < pattern.Length && pattern[_at] == '?')
                _at++;
            var heads = sign == '?' ? once.Heads : Closed(once.Heads);
            return mayLack ? ([.. heads, Head.Nothing], null) : (heads, once.Needed);
        }

        private static HashSet<Head> Closed(HashSet<Head> heads) => [.. heads.Select(head => head with { IsOpen = false })];

        // Figures are folded there, and a text is not.
        private static HashSet<string>? LettersOf(HashSet<Head> heads) =>
            heads.Any(head => head.Letters is "" || head.Letters.Contains('0', StringComparison.Ordinal)) ? null
            : [.. heads.Select(head => head.Letters)];

        private static HashSet<string>? Better(HashSet<string>? one, HashSet<string>? other) =>
            Rarity(other) > Rarity(one) ? other : one;

        private static int Rarity(HashSet<string>? letters) =>
            letters?.Min(one => one.Length + (one.All(letter => char.IsLetter(letter) || letter == ' ') ? 0 : RarityOfSign)) ?? 0;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace ClinicPortal.Core.Catalogue;

/// <summary>
/// Reads the amounts in an English text, as <see cref="ValueFormatter"/> writes them and as people do: "4 to 10", "15–30 minutes", "two or
/// three", "up to 3 days", "none to about a week", "at least 6 months", "5 or more", "half an hour", "a day or two", "£100 to £300".
/// </summary>
/// <remarks>
/// Words that give no number ("several", "some weeks") are no amounts. Digits inside a name ("B12", "2nd") are none either.
/// </remarks>
public static partial class EnglishAmounts
{
    private static readonly string[] ToTwenty =
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];

    private static readonly Dictionary<string, decimal> Numbers =
        new(ToTwenty.Select((word, index) => KeyValuePair.Create(word, index + 1m)))
        {
            ["thirty"] = 30,
            ["forty"] = 40,
            ["fifty"] = 50,
            ["sixty"] = 60,
            ["seventy"] = 70,
            ["eighty"] = 80,
            ["ninety"] = 90,
            ["single"] = 1,
            ["once"] = 1,
            ["couple"] = 2,
            ["twice"] = 2,
        };

    private static readonly Dictionary<string, (Unit Unit, int Times)> Units = new()
    {
        ["minute"] = (Unit.Minute, 1),
        ["min"] = (Unit.Minute, 1),
        ["hour"] = (Unit.Hour, 1),
        ["hr"] = (Unit.Hour, 1),
        ["day"] = (Unit.Day, 1),
        ["week"] = (Unit.Week, 1),
        ["wk"] = (Unit.Week, 1),
        ["fortnight"] = (Unit.Week, 2),
        ["month"] = (Unit.Month, 1),
        ["year"] = (Unit.Year, 1),
        ["yr"] = (Unit.Year, 1),
    };

    private static readonly Dictionary<string, Amount> Frequencies = new()
    {
        ["hourly"] = new(1, Unit.Hour),
        ["daily"] = new(1, Unit.Day),
        ["weekly"] = new(1, Unit.Week),
        ["fortnightly"] = new(2, Unit.Week),
        ["monthly"] = new(1, Unit.Month),
        ["yearly"] = new(1, Unit.Year),
        ["annually"] = new(1, Unit.Year),
    };

    private static readonly string[][] Nothing =
        Phrases("none", "zero", "immediately", "instantly", "at once", "straight away", "right away");

    private static readonly string[] Currencies = ["pounds", "euros", "dollars", "lira", "gbp", "eur", "usd", "tl"];

    private static readonly HashSet<string> Approximately =
        ["about", "around", "roughly", "approximately", "nearly", "almost", "some", "~"];

    private static readonly string[][] ApproximatelyBefore = Phrases([.. Approximately]);

    // They stand between what is said of a number and the number itself.
    private static readonly HashSet<string> Fillers = [.. Approximately, "usually", "often", "sometimes", "the"];

    private static readonly string[][] OpenBefore = Phrases(
        "at least", "more than", "longer than", "not sooner than", "no sooner than", "not earlier than", "no earlier than",
        "not before", "no less than", "not less than", "no fewer than", "minimum of", "minimum");

    private static readonly string[][] OpenAfter =
        Phrases("or more", "or longer", "or later", "or over", "or above", "and more", "and over", "and up", "upwards", "at least");

    // "Over 6 weeks" may mean during them, and "from 6 weeks" where they begin; of money they leave no doubt.
    private static readonly string[][] OpenBeforeMoney = Phrases("over", "from", "above");

    private static readonly string[][] BoundBefore = Phrases(
        "up to", "at most", "no more than", "not more than", "no longer than", "not longer than", "less than", "fewer than", "under",
        "below", "within", "until", "as long as", "as much as", "maximum of", "maximum");

    private static readonly string[][] BoundAfter =
        Phrases("or less", "or fewer", "or under", "or sooner", "at most", "at the most", "at the latest", "maximum");

    public static IReadOnlyList<StatedRange> Read(string text) => [.. new Reader(text).Ranges()];

    private sealed record Token(string Word, int Start, int End)
    {
        public decimal? Digits { get; init; }

        public bool IsMoney { get; init; }
    }

    /// <param name="Amount">That was read.</param>
    /// <param name="IsFigure">It stands there as a figure or the word for one.</param>
    /// <param name="First">Of its tokens.</param>
    /// <param name="Next">After them.</param>
    /// <param name="IsFrequency">It tells how often.</param>
    private sealed record Part(Amount Amount, bool IsFigure, int First, int Next, bool IsFrequency = false);

    private sealed class Reader(string text)
    {
        private readonly List<Token> _tokens = [.. TokenPattern().Matches(text).Select(TokenOf)];

        public IEnumerable<StatedRange> Ranges()
        {
            for (var at = 0; at < _tokens.Count;)
            {
                if (AmountAt(at) is not { } first)
                {
                    at++;
                    continue;
                }
                var ends = EndsFrom(first);
                at = (ends?.Last ?? first).Next;
                foreach (var range in RangesOf(ends?.First ?? first, ends?.Last, ref at))
                    yield return range;
            }
        }

        private List<StatedRange> RangesOf(Part first, Part? last, ref int next)
        {
            var end = last ?? first;
            var isOpen = Follows(OpenAfter, ref next) || FollowsPlus(ref next) || Precedes(OpenBefore, first.First)
                || (last is null && first.Amount.IsMoney && Precedes(OpenBeforeMoney, first.First));
            var isBound = !isOpen && (Follows(BoundAfter, ref next) || Precedes(BoundBefore, first.First));
            // "5 or more weeks": the unit comes last.
            if (isOpen && last is null && first.Amount.Unit is null && UnitAt(next) is { } unit)
            {
                next++;
                first = first with { Amount = new(first.Amount.Number * unit.Times, unit.Unit) };
                end = first;
            }
            var words = text[_tokens[first.First].Start.._tokens[next - 1].End];
            IReadOnlyList<Amount> figures =
                [.. new[] { first, last }.OfType<Part>().Where(part => part.IsFigure).Select(part => part.Amount)];
            var isApproximate = Precedes(ApproximatelyBefore, first.First);
            List<StatedRange> ranges = [];
            if (last is not null || !isBound)
                ranges.Add(Range(first.Amount, isOpen && last is null ? null : end.Amount));
            if (isBound)
                ranges.Add(Range(end.Amount with { Number = 0 }, end.Amount));
            return ranges;

            StatedRange Range(Amount min, Amount? max) => new(words, min, max, isOpen)
            {
                Figures = figures,
                IsApproximate = isApproximate,
                IsFrequency = first.IsFrequency,
            };
        }

        /// <summary>Both ends of a range, which lend each other their unit; none where the amount stands alone.</summary>
        private (Part First, Part Last)? EndsFrom(Part first)
        {
            var join = first.Next;
            if (join >= _tokens.Count)
                return null;
            var word = _tokens[join].Word;
            var joins = word is "to" or "-" or "–" or "—" or "or" or "until" || (word == "and" && Precedes([["between"]], first.First));
            if (!joins || AmountAt(SkipFillers(join + 1)) is not { } last)
                return null;
            // "A day or two".
            var isLoose = word == "or" && first.Amount.Number == 1 && !first.IsFigure;
            if (first.Amount.Unit is { } unit && last.Amount is { Unit: null, IsMoney: false, IsNothing: false })
            {
                if (word != "to" && !isLoose)
                    return null;
                last = last with { Amount = last.Amount with { Unit = unit } };
            }
            else if (!first.Amount.IsNothing && first.Amount is { Unit: null, IsMoney: false })
                first = first with { Amount = new(first.Amount.Number * TimesOf(last), last.Amount.Unit, last.Amount.IsMoney) };
            else if (first.Amount.IsMoney && last.Amount is { Unit: null })
                last = last with { Amount = last.Amount with { IsMoney = true } };
            var isUpsideDown = first.Amount.Unit == last.Amount.Unit && first.Amount.Number >= last.Amount.Number;
            return isUpsideDown || first.Amount.IsMoney != last.Amount.IsMoney && !first.Amount.IsNothing ? null : (first, last);
        }

        // Two to four fortnights are four to eight weeks.
        private int TimesOf(Part part) => UnitAt(part.Next - 1)?.Times ?? 1;

        private Part? AmountAt(int at)
        {
            if (at >= _tokens.Count)
                return null;
            var word = _tokens[at].Word;
            foreach (var nothing in Nothing)
                if (Matches(nothing, at) is { } after)
                    return new(new(0), IsFigure: false, at, after);
            if (Frequencies.TryGetValue(word, out var frequency))
                return new(frequency, IsFigure: false, at, at + 1, IsFrequency: true);
            if (word == "half")
                return WordAt(at + 1) is "a" or "an" && UnitAt(at + 2) is { } halved
                    ? new(new(0.5m * halved.Times, halved.Unit), IsFigure: true, at, at + 3)
                    : null;
            if (word is "a" or "an" or "each" or "every" or "per")
                return UnitAt(at + 1) is { } each
                    ? new(new(each.Times, each.Unit), IsFigure: false, at, at + 2, IsFrequency: word is not ("a" or "an"))
                    : null;
            return NumberAt(at);
        }

        private Part? NumberAt(int at)
        {
            var token = _tokens[at];
            if ((token.Digits ?? Worded(token.Word)) is not { } number)
                return null;
            var next = at + 1;
            if (number is >= 20 and < 100 && token.Digits is null && WordAt(next) == "-" && Worded(WordAt(next + 1)) is < 10 and { } ones)
                (number, next) = (number + ones, next + 2);
            if (token.Word == "couple" && WordAt(next) == "of")
                next++;
            if (Matches(["and", "a", "half"], next) is { } after)
                (number, next) = (number + 0.5m, after);
            var isFigure = token.Digits is not null || token.Word is not ("one" or "single" or "once" or "couple");
            if (token.IsMoney || Currencies.Contains(WordAt(next)))
                return new(new(number, IsMoney: true), isFigure, at, token.IsMoney ? next : next + 1);
            var unitAt = WordAt(next) == "-" && UnitAt(next + 1) is not null ? next + 1 : next;
            if (UnitAt(unitAt) is { } unit)
                return new(new(number * unit.Times, unit.Unit), isFigure || token.Word == "one", at, unitAt + 1);
            // "2nd" and "3x" are no numbers of anything.
            return token.Digits is not null
                && next < _tokens.Count
                && _tokens[next].Start == token.End
                && char.IsLetter(_tokens[next].Word[0])
                ? null
                : new(new(number), isFigure, at, next);
        }

        private static decimal? Worded(string word) => Numbers.TryGetValue(word, out var number) ? number : null;

        private (Unit Unit, int Times)? UnitAt(int at)
        {
            var word = WordAt(at);
            return Units.TryGetValue(word, out var unit) || (word.EndsWith('s') && Units.TryGetValue(word[..^1], out unit)) ? unit : null;
        }

        private string WordAt(int at) => at >= 0 && at < _tokens.Count ? _tokens[at].Word : "";

        private int SkipFillers(int at)
        {
            while (Fillers.Contains(WordAt(at)))
                at++;
            return at;
        }

        private bool Precedes(string[][] phrases, int at)
        {
            do
            {
                if (phrases.Any(phrase => Matches(phrase, at - phrase.Length) == at))
                    return true;
            }
            while (Fillers.Contains(WordAt(--at)));
            return false;
        }

        private bool Follows(string[][] phrases, ref int at)
        {
            foreach (var phrase in phrases)
                if (Matches(phrase, at) is { } after)
                {
                    at = after;
                    return true;
                }
            return false;
        }

        // "5+", and not "30 minutes + a rest".
        private bool FollowsPlus(ref int at)
        {
            if (WordAt(at) != "+" || _tokens[at].Start != _tokens[at - 1].End)
                return false;
            at++;
            return true;
        }

        /// <summary>Where it goes on after the phrase; none, if another stands there.</summary>
        private int? Matches(ReadOnlySpan<string> phrase, int at)
        {
            foreach (var word in phrase)
                if (WordAt(at++) != word)
                    return null;
            return at;
        }
    }

    private static string[][] Phrases(params IEnumerable<string> phrases) => [.. phrases.Select(phrase => phrase.Split(' '))];

    private static Token TokenOf(Match match)
    {
        var half = match.Groups["half"].Success ? 0.5m : 0;
        return new(match.Value.ToLowerInvariant(), match.Index, match.Index + match.Length)
        {
            Digits = match.Groups["digits"] is { Success: true } digits
                ? decimal.Parse(
                    digits.Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture) + half
                : match.Groups["half"].Success ? half : null,
            IsMoney = match.Groups["money"].Success,
        };
    }

    [GeneratedRegex(
        @"(?<money>\p{Sc}\s?)?(?<digits>[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,9})?|[0-9]{1,15}(?:\.[0-9]{1,9})?)(?<half>½)?"
            + @"|(?<half>½)|\p{L}[\p{L}\p{Nd}'’]*|\S",
        RegexOptions.CultureInvariant)]
    private static partial Regex TokenPattern();
}

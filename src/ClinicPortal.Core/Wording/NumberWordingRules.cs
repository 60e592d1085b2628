using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Wording;

/// <summary>
/// What is looked for in one language, and in which form a figure is proposed. No repetition is endless, so that the time grows with the
/// length of the text alone.
/// </summary>
internal sealed partial class NumberWordingRules
{
    private static readonly WordingRule OneIn = NumberWording.Kind("one-in");
    private static readonly WordingRule PerCent = NumberWording.Kind("per-cent");
    private static readonly WordingRule FrequencyWord = NumberWording.Kind(NumberWording.FrequencyWord);
    private static readonly WordingRule Denominators = NumberWording.Kind(NumberWording.Denominators);

    private readonly string _language;
    private readonly LanguageFile _file;
    private readonly NumberFormatInfo _format;
    private readonly Dictionary<string, decimal> _numbers;
    private readonly Dictionary<string, string> _lists;
    private readonly SearchValues<string> _figureKeys;
    private readonly SearchValues<string> _perCentKeys;
    private readonly SearchValues<string> _frequencyKeys;
    private readonly Regex _oneIn;
    private readonly Regex _perCent;
    private readonly Regex _count;
    private readonly PatternIndex _frequency;
    private readonly Regex _harm;
    private readonly Regex _counted;
    private readonly Regex _unknown;
    private readonly Regex _except;
    private readonly List<(Regex Words, string Meaning)> _frequencies;

    public NumberWordingRules(string language)
    {
        _language = language;
        _file = WordingData.Read<LanguageFile>($"numbers.{language}.yaml");
        _format = new() { NumberDecimalSeparator = _file.DecimalSign, NumberGroupSeparator = _file.GroupSign };
        _numbers = _file.Numbers.Concat(_file.Ordinals).ToDictionary();
        var (point, comma) = (Regex.Escape(_file.DecimalSign), Regex.Escape(_file.GroupSign));
        _lists = _file.Lists.ToDictionary(list => list.Key, list => string.Join('|', WordingData.Lines(list.Value)));
        var digits = $@"\d{{1,3}}(?:{comma}\d{{3}}){{1,3}}(?![\d{comma}])|\d{{1,9}}(?:{point}\d{{1,3}})?";
        _lists["number"] = $"(?:{digits}|{AnyOf(_file.Numbers.Keys)})";
        _lists["ordinal"] = $"(?:{AnyOf(_file.Ordinals.Keys)})";
        _lists["frequency"] = $"(?:{string.Join('|', _file.Frequencies.Select(band => band.Words))})";
        _figureKeys = Keys(_file.FigureKeys);
        _perCentKeys = Keys(_file.PerCentKeys);
        _frequencyKeys = Keys(_file.FrequencyKeys);
        _oneIn = Whole(_file.OneIn);
        _perCent = Whole(_file.PerCent);
        _count = Whole(_file.Count);
        _frequency = new([(_lists["frequency"], true)]);
        _harm = Compile(@"\b(?:{harm})");
        _counted = Compile(_file.Counted.Trim());
        _unknown = Compile(_file.FrequencyUnknown.Trim());
        _except = Whole(_file.FrequencyExcept);
        _frequencies = _file.Frequencies.ConvertAll(band => (Compile($"^(?:{band.Words})$"), band.Meaning));
    }

    public IReadOnlyList<IReadOnlyList<WordingFinding>> Find(IReadOnlyList<string> texts)
    {
        var folded = texts.Select(text => FoldedText.Of(text, _language)).ToList();
        var figures = folded.ConvertAll(text => Figures(text).ToList());
        var denominator = figures.SelectMany(all => all).Select(figure => figure.Denominator).DefaultIfEmpty().Max();
        return
        [
            .. from text in texts.Index()
               select figures[text.Index].Where(figure => figure.Rule != Denominators || figure.Rate.Of != denominator)
                   .Select(figure => figure.ToFinding(text.Item, Proposal(figure, denominator)))
                   .Concat(FrequencyWords(text.Item, folded[text.Index]))
                   .OrderBy(finding => finding.Start).ToList(),
        ];
    }

    // A count that is part of another figure is none of its own.
    private IEnumerable<Figure> Figures(string text)
    {
        foreach (var range in FoldedText.Parts(text))
        {
            var (part, start) = (text[range], range.Start.Value);
            var hasKey = part.AsSpan().ContainsAny(_figureKeys);
            List<Figure> found =
            [
                .. hasKey ? Figures(_oneIn, OneIn, part, start).Where(figure => !IsOfGroup(figure.Rate)) : [],
                .. part.AsSpan().ContainsAny(_perCentKeys) ? Figures(_perCent, PerCent, part, start) : [],
            ];
            if (hasKey)
                found.AddRange(Figures(_count, Denominators, part, start)
                    .Where(count => count.Rate.IsOutOfPowerOfTen && !found.Exists(count.Overlaps)).ToList());
            foreach (var figure in found)
                yield return figure;
        }
    }

    private IEnumerable<Figure> Figures(Regex pattern, WordingRule rule, string part, int start) =>
        from match in pattern.Matches(part)
        let quote = match.Groups["share"] is { Success: true } share ? share : match
        let who = match.Groups["who"]
        let length = who.Success ? who.Index + who.Length - quote.Index : quote.Length
        let of = rule == PerCent ? 100 : Number(match.Groups["of"]) ?? 0
        let rate = new Rate(Number(match.Groups["count"]) ?? 1, of)
        where of > 1 && rate.Count <= of && (rule != OneIn || !IsYear(match.Groups["of"].Value))
        select new Figure(
            start + quote.Index, length, rule, rate, Number(match.Groups["low"]), who.Success ? who.Value : _file.People);

    private IEnumerable<WordingFinding> FrequencyWords(string text, string folded) =>
        from range in FoldedText.Parts(folded)
        let part = folded[range]
        where part.AsSpan().ContainsAny(_frequencyKeys)
        from found in _frequency.Matches(part)
        let frequency = part[found.Start..found.End]
        let clause = Clause(part, found.Start, found.End)
        where !clause.EndsWith('?') && _harm.IsMatch(clause) && !_counted.IsMatch(clause) && !_unknown.IsMatch(part)
        where !_except.Matches(clause).Any(other => other.Value.Contains(frequency, StringComparison.Ordinal))
        let start = range.Start.Value + found.Start
        let words = text.Substring(start, frequency.Length)
        select new WordingFinding(start, words, FrequencyWord, FrequencyProposal(frequency, words));

    // A semicolon parts one harm from the next.
    private static string Clause(string part, int start, int end)
    {
        var sentence = FoldedText.SentenceAt(part, start, end);
        var (from, to) = (sentence.Start.Value, sentence.End.Value);
        var before = part.LastIndexOf(';', start, start - from + 1);
        var after = part.IndexOf(';', start, to - start);
        return part[(before < 0 ? from : before + 1)..(after < 0 ? to : after)].TrimEnd();
    }

    private string FrequencyProposal(string folded, string words) =>
        _frequencies.First(band => band.Words.IsMatch(folded)).Meaning is { Length: > 0 } meaning
            ? _file.FrequencyProposal + " "
                + WordingData.Filled(_file.FrequencyMeaning, ("words", RunningText.StartLowerCase(words)), ("meaning", meaning))
            : _file.FrequencyProposal;

    private string Proposal(Figure figure, decimal denominator)
    {
        var rate = figure.Rate;
        var count = Written(rate.CountOutOf(denominator));
        if (figure.Low is { } low)
            count = WordingData.Filled(
                _file.Range, ("low", Written((rate with { Count = low }).CountOutOf(denominator))), ("count", count));
        else if (!rate.IsWholeOutOf(denominator))
            count = WordingData.Filled(_file.About, ("count", count));
        var form = figure.Rule == PerCent ? _file.FormOfPeople : _file.Form;
        var written = WordingData.Filled(form, ("count", count), ("of", Written(denominator)), ("who", figure.Who));
        return WordingData.Filled(_file.FigureProposal, ("figure", written));
    }

    private string Written(decimal number) => number.ToString("N0", _format);

    // A group that was counted, "44 in 60", is no "1 in X", and "5 in 100" is as the portal counts.
    private static bool IsOfGroup(Rate rate) => rate.Count > 1 && (rate.IsOutOfPowerOfTen || rate.Of > 20);

    private static bool IsYear(string figures) => figures is ['1', '9', _, _] or ['2', '0', not '0', _];

    private decimal? Number(Group group) => !group.Success ? null
        : _numbers.TryGetValue(group.Value, out var number) ? number
        : decimal.Parse(group.Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, _format);

    private static string AnyOf(IEnumerable<string> words) =>
        string.Join('|', words.OrderByDescending(word => word.Length).Select(Regex.Escape).DefaultIfEmpty("(?!)"));

    // What a pattern cannot match without; it saves looking at most texts. "#" stands for every number.
    private SearchValues<string> Keys(List<string> keys) => SearchValues.Create(
        [
            .. from key in keys
               from number in key.StartsWith('#') ? _file.Numbers.Keys.Concat("0123456789".Select(digit => $"{digit}")) : [""]
               select number + key.TrimStart('#'),
        ],
        StringComparison.Ordinal);

    private Regex Whole(string lines) => Compile($@"(?<![\w%]|\d[.,])(?:{string.Join('|', WordingData.Lines(lines))})(?!\w)");

    // A list may name another.
    private Regex Compile(string pattern)
    {
        while (ListName().IsMatch(pattern))
            pattern = ListName().Replace(pattern, name => _lists[name.Groups[1].Value]);
        return new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    }

    [GeneratedRegex("{([a-z]+)}")]
    private static partial Regex ListName();

    /// <param name="Low">Of a range whose upper end is the rate's count.</param>
    /// <param name="Who">"women"; the language's word for people where the text does not say.</param>
    private sealed record Figure(int Start, int Length, WordingRule Rule, Rate Rate, decimal? Low, string Who)
    {
        public decimal Denominator => Rule == Denominators ? Rate.Of : Rate.Denominator;

        public bool Overlaps(Figure other) => other.Start < Start + Length && Start < other.Start + other.Length;

        public WordingFinding ToFinding(string text, string proposal) => new(Start, text.Substring(Start, Length), Rule, proposal);
    }

    // YAML fills them in.
    private sealed class LanguageFile
    {
        public required string DecimalSign { get; init; }

        public required string GroupSign { get; init; }

        public required Dictionary<string, decimal> Numbers { get; init; }

        public Dictionary<string, decimal> Ordinals { get; init; } = [];

        public required Dictionary<string, string> Lists { get; init; }

        public required List<string> FigureKeys { get; init; }

        public required List<string> PerCentKeys { get; init; }

        public required List<string> FrequencyKeys { get; init; }

        public required string OneIn { get; init; }

        public required string PerCent { get; init; }

        public required string Count { get; init; }

        public required List<Band> Frequencies { get; init; }

        public required string Counted { get; init; }

        public required string FrequencyUnknown { get; init; }

        public required string FrequencyExcept { get; init; }

        public required string Form { get; init; }

        public required string FormOfPeople { get; init; }

        public required string People { get; init; }

        public required string About { get; init; }

        public required string Range { get; init; }

        public required string FigureProposal { get; init; }

        public required string FrequencyProposal { get; init; }

        public required string FrequencyMeaning { get; init; }
    }

    private sealed class Band
    {
        public required string Words { get; init; }

        public string Meaning { get; init; } = "";
    }
}

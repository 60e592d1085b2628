using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;

namespace ClinicPortal.Core.Editing;

/// <summary>
/// A typed value in one cell of a table: "about 4 to 6 weeks", "5 or more", "up to 3 days", "Mild to moderate", "Non-ablative: 3 to 5;
/// ablative: 1 to 3 (under local anaesthetic)". What is written is read as the same value again.
/// </summary>
public static partial class FigureText
{
    private const decimal Largest = 1_000_000;

    private const int Longest = 1_000;

    private const string Quotation = @"""(?:[^""]|"""")*""";

    private const string Figure = @"\d(?:[\d.,'’]|[ \u00A0\u202F](?=\d{3}))*";

    private static readonly SearchValues<char> Marks = SearchValues.Create("\":;()\n");

    private static readonly Dictionary<string, Unit> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["min"] = Unit.Minute,
        ["mins"] = Unit.Minute,
        ["h"] = Unit.Hour,
        ["hr"] = Unit.Hour,
        ["hrs"] = Unit.Hour,
        ["d"] = Unit.Day,
        ["wk"] = Unit.Week,
        ["wks"] = Unit.Week,
        ["yr"] = Unit.Year,
        ["yrs"] = Unit.Year,
    };

    static FigureText()
    {
        foreach (var unit in Enum.GetValues<Unit>())
            (Units[UnitLength.Of(unit).Name], Units[UnitLength.Of(unit).Name + "s"]) = (unit, unit);
    }

    public static string Write(CriterionEntry criterion, AttributeValue value) =>
        string.Join("; ", value.Parts.Select(part => Write(criterion, part)));

    /// <param name="criterion">To which the value belongs.</param>
    /// <param name="text">As it was typed.</param>
    /// <param name="before">What stands there; a part keeps what its words say in other languages.</param>
    /// <param name="value">None, if it cannot be read.</param>
    /// <returns>Why not, in a sentence; none, if it can.</returns>
    public static string? Read(CriterionEntry criterion, string text, AttributeValue? before, out AttributeValue? value)
    {
        value = null;
        if (!ValueKinds.Of(criterion).IsMeasured)
            return $"\"{criterion.Term}\" is answered in words only. Move the figure to the Answer column, or leave this cell empty.";
        if (text.Length > Longest)
            return "This is too long for a figure. Write the words into the answer.";
        var parts = new List<ValuePart>();
        foreach (var (index, words) in Parts(text).Index())
        {
            if (Part(criterion, words, before?.Parts.ElementAtOrDefault(index), out var part) is not { } problem)
            {
                parts.Add(part!);
                continue;
            }
            if (Ambiguous().Match(text) is { Success: true } unclear)
                return Unclear(unclear.Value);
            value = IsInWords(criterion, text) ? StatedValue.In(criterion, text)?.Value : null;
            return value is null ? problem : null;
        }
        value = new() { Parts = parts };
        return null;
    }

    /// <summary>Which of "1,000" and "1.000" is a thousand and which is one depends on who reads it: such a figure is none.</summary>
    internal static string? Number(string text, out decimal number)
    {
        number = 0;
        var figures = Regex.Replace(text, @"[\s\u00A0\u202F'’](?=\d{3})", "");
        if (Ambiguous().IsMatch(figures))
            return Unclear(figures);
        var sign = figures.LastIndexOfAny(['.', ',']);
        var isThousands = sign >= 0 && Thousands().IsMatch(figures);
        if (sign >= 0 && !isThousands)
            figures = figures[..sign].Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal)
                + "." + figures[(sign + 1)..];
        else
            figures = figures.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        return Shape().IsMatch(text)
            && decimal.TryParse(figures, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && number <= Largest
            ? null
            : $"\"{text}\" is not a number from 0 to 1,000,000. Write it like this: 2 or 2.5.";
    }

    /// <summary>"Two or three", "none", "£150": what is in figures is read as figures or not at all.</summary>
    private static bool IsInWords(CriterionEntry criterion, string text) =>
        text.AsSpan().IndexOfAny(Marks) < 0
        && (!text.Any(char.IsDigit)
            || (ValueKinds.Of(criterion).IsPrice && char.GetUnicodeCategory(text[0]) == UnicodeCategory.CurrencySymbol));

    private static string Unclear(string figure)
    {
        var digits = figure.Split('.', ',');
        var fraction = digits[1].TrimEnd('0');
        // Three places after the point could be read as a thousand again.
        var small = fraction == "" ? digits[0] : $"{digits[0]}.{(fraction.Length == 3 ? fraction + "0" : fraction)}";
        return $"\"{figure}\" could mean {digits[0]}{digits[1]} or {small}. Write {digits[0]}{digits[1]} or {small}.";
    }

    private static string Write(CriterionEntry criterion, ValuePart part)
    {
        var words = Words(criterion, part, ValueKinds.Of(criterion).StepsOf(criterion));
        // A step may be called so that its name reads as something else.
        if (Parts(words).Count() > 1 || Part(criterion, words, part, out var read) is not null || read != part)
            words = Words(criterion, part, null);
        return words;
    }

    private static string Words(CriterionEntry criterion, ValuePart part, IReadOnlyList<string>? steps)
    {
        var amount = (part.Min, part.Max) switch
        {
            ({ } min, { } max) when min == max => End(min),
            ({ } min, { } max) => $"{End(min)} to {End(max)}",
            ({ } min, null) => $"{End(min)} or more",
            (null, { } max) => $"up to {End(max)}",
            _ => "",
        };
        var unit = part.Unit is { } of ? $" {UnitLength.Of(of).Name}{(amount == "1" ? "" : "s")}" : "";
        return (part.Label is { } label ? Quoted(label.ToString()) + ": " : "") + (part.Approximate ? "about " : "") + amount + unit
            + (part.Note is { } note ? $" ({Quoted(note.ToString())})" : "");

        string End(decimal end) =>
            steps is not null && decimal.Truncate(end) == end && end >= 0 && end < steps.Count ? steps[(int)end] : Plain(end);
    }

    // Three places after the point could be read as a thousand; a fourth leaves no doubt.
    private static string Plain(decimal figure) =>
        PlainNumber.Of(figure) is var plain && Ambiguous().IsMatch(plain) ? plain + "0" : PlainNumber.Of(figure);

    private static string Quoted(string words) =>
        words.AsSpan().IndexOfAny(Marks) >= 0 || words != words.Trim()
            ? $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : words;

    private static string Unquoted(string words) =>
        words.Length > 1 && words[0] == '"' && words[^1] == '"'
            ? words[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal)
            : words.Trim();

    /// <summary>What stands between semicolons, but for those in quotes.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        var (start, quoted) = (0, false);
        foreach (var (at, sign) in text.Index())
            if (sign == '"')
                quoted = !quoted;
            else if (sign == ';' && !quoted)
            {
                yield return text[start..at].Trim();
                start = at + 1;
            }
        if (text[start..].Trim() is { Length: > 0 } last || start == 0)
            yield return text[start..].Trim();
    }

    private static string? Part(CriterionEntry criterion, string words, ValuePart? before, out ValuePart? part)
    {
        part = null;
        var shape = PartShape().Match(words);
        var amount = shape.Groups["amount"].Value;
        var read = new ValuePart
        {
            Label = shape.Groups["label"] is { Success: true } label ? LocalText.Rewritten(before?.Label, Unquoted(label.Value)) : null,
            Note = shape.Groups["note"] is { Success: true } note ? LocalText.Rewritten(before?.Note, Unquoted(note.Value)) : null,
            Approximate = shape.Groups["about"].Success,
        };
        var definition = ValueKinds.Of(criterion);
        if (definition.StepsOf(criterion) is { } steps && Steps(steps, amount) is var (first, last))
        {
            part = read with { Min = first, Max = last };
            return null;
        }
        var range = AmountShape().Match(amount);
        if (!range.Success)
            return $"\"{words}\" is not a figure we can read. Write it like this: {Example(criterion)}.";
        decimal? min = null, max = null;
        foreach (var end in new[] { "min", "max" })
            if (range.Groups[end] is { Success: true } typed)
            {
                if (Number(typed.Value, out var number) is { } problem)
                    return problem;
                if (end == "min")
                    min = number;
                else
                    max = number;
            }
        if (range.Groups["bound"].Success)
            (min, max) = (null, max ?? min);
        else if (!range.Groups["open"].Success)
            max ??= min;
        if (min > max)
            return $"In \"{words}\" the larger figure comes first. Write the smaller one first.";
        var unit = range.Groups["unit"].Value.TrimEnd('.');
        if (definition.HasUnit && unit == "")
            return $"\"{words}\" has no unit. Write minutes, hours, days, weeks, months or years after it.";
        Unit? known = unit != "" && Units.TryGetValue(unit, out var found) ? found : null;
        if (unit != "" && (known is null || !definition.HasUnit) && !IsCounted(criterion, unit))
            return $"\"{unit}\" in \"{words}\" is not a unit for this question. Write it like this: {Example(criterion)}.";
        part = read with { Min = min, Max = max, Unit = definition.HasUnit ? known : null };
        return definition.Problems(criterion, part).Select(problem => problem.Message).FirstOrDefault();
    }

    private static bool IsCounted(CriterionEntry criterion, string word) =>
        !ValueKinds.Of(criterion).HasUnit && criterion.Unit is { } unit
        && (string.Equals(unit.One.ToString(), word, StringComparison.OrdinalIgnoreCase)
            || string.Equals(unit.Many.ToString(), word, StringComparison.OrdinalIgnoreCase));

    private static string Example(CriterionEntry criterion) => ValueKinds.Of(criterion) switch
    {
        { HasUnit: true } => "4 to 6 weeks",
        var kind when kind.StepsOf(criterion) is [var first, .., var last] => $"\"{first}\" or \"{first} to {last}\"",
        _ => "3 to 5",
    };

    private static (decimal? Min, decimal? Max)? Steps(IReadOnlyList<string> steps, string amount)
    {
        if (Find(amount) is { } only)
            return (only, only);
        if (amount.EndsWith(" or more", StringComparison.OrdinalIgnoreCase) && Find(amount[..^" or more".Length]) is { } from)
            return (from, null);
        if (amount.StartsWith("up to ", StringComparison.OrdinalIgnoreCase) && Find(amount["up to ".Length..]) is { } to)
            return (null, to);
        for (var at = amount.IndexOf(" to ", StringComparison.OrdinalIgnoreCase); at >= 0;
            at = amount.IndexOf(" to ", at + 1, StringComparison.OrdinalIgnoreCase))
            if (Find(amount[..at]) is { } first && Find(amount[(at + 4)..]) is { } last && first < last)
                return (first, last);
        return null;

        decimal? Find(string name) =>
            steps.Index().Where(step => string.Equals(step.Item, name.Trim(), StringComparison.OrdinalIgnoreCase))
                .Select(step => (decimal?)step.Index).FirstOrDefault();
    }

    [GeneratedRegex(
        $@"^(?:(?<label>{Quotation}|[^:;()""]+?)\s*:\s*)?(?<about>about\s+)?(?<amount>.*?)\s*(?:\((?<note>{Quotation}|[^()""]*)\))?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex PartShape();

    [GeneratedRegex(
        $@"^(?<bound>(?:up to|at most)\s+)?(?<min>{Figure})(?:\s*(?:to|-|–|—)\s*(?<max>{Figure}))?"
        + @"(?<open>\s+or more|\s*\+)?\s*(?<unit>\p{L}*\.?)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AmountShape();

    [GeneratedRegex(@"(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?![\d.,]*\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Ambiguous();

    [GeneratedRegex(@"^\d{1,3}(?:,\d{3}){2,}\z|^\d{1,3}(?:\.\d{3}){2,}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    [GeneratedRegex(
        @"^\d+(?:[.,]\d+)?\z|^\d{1,3}(?:[ \u00A0\u202F'’]\d{3})+(?:[.,]\d+)?\z"
        + @"|^\d{1,3}(?:,\d{3})+(?:\.\d+)?\z|^\d{1,3}(?:\.\d{3})+(?:,\d+)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}

using System.Globalization;

namespace ClinicPortal.Core.Catalogue;

/// <summary>
/// A typed value in English words, as it stands inside a sentence: "about 4 to 6 weeks", "5 or more", "up to 3 days", "1 or 2",
/// "Mild to moderate", "non-ablative: about 1 to 4 days; ablative: about 5 to 10 days". Notes follow after a comma.
/// </summary>
/// <remarks>
/// Words are exact: nothing is rounded, and only two kinds of amounts change their unit. Whole hours from 2 up are written as hours
/// where minutes were typed; an amount with a fraction is written in the next smaller unit where it becomes whole there ("1.5 hours" is
/// "90 minutes"). What is left of half a unit is "half a week". A range from 0 is "up to", a length of nothing is "none",
/// and about one of what can only be counted is "usually 1".
/// </remarks>
public static class ValueFormatter
{
    public static string Of(CriterionEntry criterion, AttributeValue value) =>
        string.Join(
            "; ", value.Parts.Select(part => Labelled(part.Label, Noted(part.Note, ValueKinds.Of(criterion).Format(criterion, part)))));

    /// <summary>One range of numbers with its unit in the singular and in the plural.</summary>
    internal static string Range(ValuePart part, string one, string many)
    {
        var about = part.Approximate ? "about " : "";
        return (part.Min ?? 0, part.Max) switch
        {
            (var min, null) => $"{about}{WithUnit(min, one, many)} or more",
            (0, 0) => "none",
            (1, 1) when one.Length == 0 && part.Approximate => "usually 1",
            (var min, var max) when min == max => $"{about}{WithUnit(min, one, many)}",
            (0, { } max) => $"up to {about}{WithUnit(max, one, many)}",
            ({ } min, { } max) when one.Length == 0 && max == min + 1 && IsWhole(min) => $"{about}{Number(min)} or {Number(max)}",
            (0.5m, { } max) when one.Length > 0 => $"{about}{WithUnit(0.5m, one, many)} to {WithUnit(max, one, many)}",
            ({ } min, { } max) => $"{about}{Number(min)} to {WithUnit(max, one, many)}",
        };
    }

    internal static bool IsWhole(decimal number) => decimal.Truncate(number) == number;

    internal static string Number(decimal number) => number.ToString("#,0.#########", CultureInfo.InvariantCulture);

    private static string WithUnit(decimal number, string one, string many) => number switch
    {
        _ when one.Length == 0 => Number(number),
        0.5m => $"half {(one == "hour" ? "an" : "a")} {one}",
        1 => $"1 {one}",
        _ => $"{Number(number)} {many}",
    };

    private static string Labelled(LocalText? label, string amount) =>
        label is null ? amount : $"{RunningText.StartLowerCase(label.ToString())}: {amount}";

    private static string Noted(LocalText? note, string amount) =>
        note is null ? amount : $"{amount}, {RunningText.StartLowerCase(note.ToString().Trim().TrimEnd('.'))}";
}

/// <summary>A length of time in words.</summary>
internal static class DurationFormatter
{
    public static string Of(ValuePart part)
    {
        var written = Whole(part);
        return written.Unit is { } unit && UnitLength.Of(unit).Name is var name
            ? ValueFormatter.Range(written, name, name + "s")
            : ValueFormatter.Range(written, "", "");
    }

    private static ValuePart Whole(ValuePart part) => part switch
    {
        { Unit: Unit.Minute, Min: null or 0 or >= 120, Max: null or >= 120 } when InHours(part) is var hours && AreWhole(hours) => hours,
        _ when AreWhole(part) => part,
        { Unit: Unit.Hour } => IfWhole(part, 60, Unit.Minute),
        { Unit: Unit.Day } => IfWhole(part, 24, Unit.Hour),
        { Unit: Unit.Week } => IfWhole(part, 7, Unit.Day),
        { Unit: Unit.Year } => IfWhole(part, 12, Unit.Month),
        _ => part,
    };

    private static ValuePart InHours(ValuePart part) => part with { Min = part.Min / 60, Max = part.Max / 60, Unit = Unit.Hour };

    private static ValuePart IfWhole(ValuePart part, int times, Unit smaller)
    {
        var converted = part with { Min = part.Min * times, Max = part.Max * times, Unit = smaller };
        return AreWhole(converted) ? converted : part;
    }

    private static bool AreWhole(ValuePart part) => ValueFormatter.IsWhole(part.Min ?? 0) && ValueFormatter.IsWhole(part.Max ?? 0);
}

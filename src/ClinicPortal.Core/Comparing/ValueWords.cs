using System.Globalization;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Comparing;

/// <summary>A typed value in words: "3 to 5", "about 4 to 6 weeks", "5 or more", "mild to moderate", "non-ablative: about 1 to 4 days".</summary>
public static class ValueWords
{
    public static string Of(CriterionEntry criterion, AttributeValue value) =>
        string.Join("; ", value.Parts.Select(part => part.Label is { } label ? $"{Words.InText(label)}: {Part(criterion, part)}" : Part(criterion, part)));

    private static string Part(CriterionEntry criterion, ValuePart part)
    {
        if (part is { Min: 0, Max: 0 } && criterion.Kind is ValueKind.Count or ValueKind.Duration)
            return "none";

        return criterion.Kind switch
        {
            ValueKind.Scale => Steps(criterion, part, "to"),
            ValueKind.MoneyBand => Steps(criterion, part, "or"),
            ValueKind.YesNo => part.Min == 0 ? "no" : "yes",
            _ => (part.Approximate ? "about " : "") + Figures(InHours(part)),
        };
    }

    // Operations take hours: 240 to 480 minutes is nobody's way to say it.
    private static ValuePart InHours(ValuePart part) =>
        part is { Unit: Unit.Minute, Min: >= 120 } && part.Min % 60 == 0 && part.Max.GetValueOrDefault() % 60 == 0
            ? part with { Unit = Unit.Hour, Min = part.Min / 60, Max = part.Max / 60 }
            : part;

    private static string Figures(ValuePart part)
    {
        var unit = part.Unit is { } one ? " " + one.ToString().ToLowerInvariant() + ((part.Max ?? part.Min) == 1 ? "" : "s") : "";
        return part switch
        {
            { Min: { } min, Max: null } => $"{Number(min)}{unit} or more",
            { Min: null, Max: { } max } => $"up to {Number(max)}{unit}",
            _ when part.Min == part.Max => Number(part.Min!.Value) + unit,
            _ => $"{Number(part.Min!.Value)} to {Number(part.Max!.Value)}{unit}",
        };
    }

    private static string Steps(CriterionEntry criterion, ValuePart part, string between)
    {
        var first = criterion.Steps[(int)(part.Min ?? 0)].ToString();
        var last = criterion.Steps[(int)(part.Max ?? part.Min ?? 0)].ToString();
        return first == last ? Words.InText(first) : $"{Words.InText(first)} {between} {Words.InText(last)}";
    }

    private static string Number(decimal number) => number.ToString("#,0.###", CultureInfo.InvariantCulture);
}

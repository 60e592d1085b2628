namespace ClinicPortal.Core.Catalogue;

/// <summary>A number of times.</summary>
public sealed class CountValue : ValueDefinition
{
    public override ValueKind Kind => ValueKind.Count;

    public override string Label => "a number of times";

    public override string Format(CriterionEntry criterion, ValuePart part) => ValueFormatter.Range(part, "", "");

    public override IEnumerable<StatedRange> StatedIn(CriterionEntry criterion, string text) =>
    [
        .. NothingOf(criterion, text),
        .. EnglishAmounts.Read(text).Where(range => IsCount(range.Min) && IsCount(range.Max ?? range.Min)),
    ];

    public override string Prompt(CriterionEntry criterion, bool ofMany) => $"Which has the {(ofMany ? "highest" : "higher")} number?";

    private static bool IsCount(Amount amount) => amount is { IsNothing: true } or { Unit: null, IsMoney: false };
}

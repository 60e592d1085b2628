namespace ClinicPortal.Core.Catalogue;

/// <summary>A length of time. Nothing can be said about one without its unit.</summary>
public sealed class DurationValue : ValueDefinition
{
    public override ValueKind Kind => ValueKind.Duration;

    public override string Label => "a length of time";

    public override bool HasUnit => true;

    public override string Format(CriterionEntry criterion, ValuePart part) => DurationFormatter.Of(part);

    public override Extent? ExtentOf(ValuePart part) => part.Unit is { } unit && UnitLength.Of(unit) is var length
        ? new(
            (part.Min ?? 0) * length.Size, part.Max * length.Size, length.Varies, (part.Min ?? 0) * length.Shortest,
            part.Max * length.Longest)
        : null;

    public override decimal? MinutesIn(ValuePart part) => part.Unit is { } unit ? UnitLength.Of(unit).Average : null;

    public override IEnumerable<StatedRange> StatedIn(CriterionEntry criterion, string text) =>
    [
        .. NothingOf(criterion, text),
        .. EnglishAmounts.Read(text).Where(range => IsLength(range.Min) && IsLength(range.Max ?? range.Min)),
    ];

    public override string Prompt(CriterionEntry criterion, bool ofMany) => $"Which has the {(ofMany ? "longest" : "longer")} time?";

    public override IEnumerable<ValueProblem> Problems(CriterionEntry criterion, ValuePart part)
    {
        if (part.Unit is null)
            yield return new("", "A length of time needs a unit. Choose one: minutes, hours, days, weeks, months or years.");
    }

    private static bool IsLength(Amount amount) => amount.IsNothing || amount.Unit is not null;
}

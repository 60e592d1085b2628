namespace ClinicPortal.Core.Catalogue;

/// <summary>No or yes; from one to the other, it depends.</summary>
public sealed class YesNoValue : SteppedValue
{
    private static readonly string[] Steps = ["No", "Yes"];

    public override ValueKind Kind => ValueKind.YesNo;

    public override string Label => "yes or no";

    public override IReadOnlyList<string> StepsOf(CriterionEntry criterion) => Steps;

    public override string Format(CriterionEntry criterion, ValuePart part) =>
        (part.Min ?? 0, part.Max ?? 1) switch { (0, 0) => Steps[0], (1, 1) => Steps[1], _ => "Depends" };

    /// <summary>A text says it in its first word, or is free. "Yes, if ..." may as well depend.</summary>
    public override IEnumerable<StatedRange> StatedIn(CriterionEntry criterion, string text) =>
        from step in Steps.Index()
        where text.StartsWith(step.Item, StringComparison.OrdinalIgnoreCase)
            && (text.Length == step.Item.Length || char.IsPunctuation(text[step.Item.Length]))
        from range in new StatedRange[] { new(step.Item, new(step.Index), new(step.Index)), new(step.Item, new(0), new(1)) }
        select range;

    public override bool MustBeStated => false;

    public override string? Prompt(CriterionEntry criterion, bool ofMany) => null;

    protected override string Between(IReadOnlyList<string> steps) => "Depends";
}

namespace ClinicPortal.Core.Catalogue;

/// <summary>A step of the criterion's price bands.</summary>
public sealed class MoneyBandValue : SteppedValue
{
    public override ValueKind Kind => ValueKind.MoneyBand;

    public override string Label => "price bands";

    public override bool IsPrice => true;

    public override bool HasStepsOfItsCriterion => true;

    public override IReadOnlyList<string> StepsOf(CriterionEntry criterion) => [.. criterion.Steps.Select(step => step.ToString())];

    public override string Prompt(CriterionEntry criterion, bool ofMany) => $"Which costs {(ofMany ? "most" : "more")}?";

    // "£100 to £300 to £300 to £1,000" cannot be read: bands of money are listed.
    protected override string Between(IReadOnlyList<string> steps) =>
        RunningText.List([steps[0], .. steps.Skip(1).Select(RunningText.StartLowerCase)], "or");
}

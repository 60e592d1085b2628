namespace ClinicPortal.Core.Catalogue;

/// <summary>A step of the criterion's own scale.</summary>
public sealed class ScaleValue : SteppedValue
{
    public override ValueKind Kind => ValueKind.Scale;

    public override string Label => "steps of a scale";

    public override bool HasStepsOfItsCriterion => true;

    public override IReadOnlyList<string> StepsOf(CriterionEntry criterion) => [.. criterion.Steps.Select(step => step.ToString())];

    public override string Prompt(CriterionEntry criterion, bool ofMany) => StepsOf(criterion) is [var first, .., var last]
        ? $"Which is rated {(ofMany ? "highest" : "higher")}, from “{RunningText.StartLowerCase(first)}” to "
            + $"“{RunningText.StartLowerCase(last)}”?"
        : $"Which has {(ofMany ? "most" : "more")}?";

    protected override string Between(IReadOnlyList<string> steps) => $"{steps[0]} to {RunningText.StartLowerCase(steps[^1])}";
}

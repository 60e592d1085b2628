namespace ClinicPortal.Core.Catalogue;

/// <summary>A text alone: nothing is measured, and only an editor's word compares two of them.</summary>
public sealed class ProseValue : ValueDefinition
{
    public override ValueKind Kind => ValueKind.Prose;

    public override string Label => "text alone";

    public override bool IsMeasured => false;

    public override string Format(CriterionEntry criterion, ValuePart part) => ValueFormatter.Range(part, "", "");

    public override string? Prompt(CriterionEntry criterion, bool ofMany) => null;
}

namespace ClinicPortal.Core.Catalogue;

/// <summary>What an answer means for those of whom one condition is true.</summary>
public sealed class AnswerCondition
{
    public TreatmentId TreatmentId { get; private set; }

    public CriterionId CriterionId { get; private set; }

    public int ConditionId { get; private set; }

    public Condition Condition { get; private set; } = null!;

    public ConditionMeaning Means { get; private set; }

    public AnswerConditionEntry ToEntry() => new() { Condition = Condition.Slug, Means = Means };

    internal void CopyFrom(AnswerConditionEntry entry, WorkingCatalogue catalogue)
    {
        Condition = catalogue.Named<Condition>(entry.Condition);
        Means = entry.Means;
    }
}

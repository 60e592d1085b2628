namespace ClinicPortal.Core.Catalogue;

/// <summary>One treatment's answer to one criterion: the cell.</summary>
public sealed class TreatmentAttribute : WorkingRow<AnswerEntry>
{
    public TreatmentId TreatmentId { get; private set; }

    public Treatment Treatment { get; internal set; } = null!;

    public CriterionId CriterionId { get; private set; }

    public ComparisonCriterion Criterion { get; private set; } = null!;

    public LocalText? Text { get; private set; }

    public LocalText? Brief { get; private set; }

    public LocalText? GetHelp { get; private set; }

    public AttributeValue? Value { get; private set; }

    public Absence? Absence { get; private set; }

    public List<AnswerCondition> Conditions { get; } = [];

    public bool ToBeConfirmed { get; private set; }

    public List<Source> Sources { get; } = [];

    public ReviewEntry? Review { get; private set; }

    public override string Path => CatalogueKinds.Answer.PathOf(Treatment.Slug, Criterion.Slug);

    public override AnswerEntry ToEntry() => new()
    {
        Criterion = Criterion.Slug,
        Text = Text,
        Brief = Brief,
        GetHelp = GetHelp,
        Value = Value,
        Absence = Absence,
        Conditions = [.. Conditions.OrderBy(mention => mention.Condition.Position).Select(mention => mention.ToEntry())],
        ToBeConfirmed = ToBeConfirmed,
        Sources = Sources.Keys(),
        Review = Review,
    };

    private protected override void CopyFrom(AnswerEntry entry, WorkingCatalogue catalogue)
    {
        Criterion = catalogue.Criterion(entry.Criterion);
        Text = entry.Text;
        Brief = entry.Brief;
        GetHelp = entry.GetHelp;
        Value = entry.Value;
        Absence = entry.Absence;
        Conditions.Follow(
            entry.Conditions,
            (mention, item, _) => mention.Condition.Slug == item.Condition,
            (mention, item, _) => mention.CopyFrom(item, catalogue));
        ToBeConfirmed = entry.ToBeConfirmed;
        Sources.Cite(entry.Sources, catalogue);
        Review = entry.Review;
    }
}

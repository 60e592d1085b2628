namespace ClinicPortal.Core.Catalogue;

/// <summary>One question that every treatment answers.</summary>
public sealed class ComparisonCriterion : NamedRow<CriterionEntry>
{
    public CriterionId Id { get; private set; }

    public CriterionGroup Group { get; private set; } = null!;

    public LocalText Question { get; private set; } = LocalText.Empty;

    public LocalText Term { get; private set; } = LocalText.Empty;

    public LocalText Help { get; private set; } = LocalText.Empty;

    public IReadOnlyList<LocalText> SearchNames { get; private set; } = [];

    public ValueKind Kind { get; private set; }

    public CriterionRole? Role { get; private set; }

    public LocalText? InSentence { get; private set; }

    public CountedUnit? Unit { get; private set; }

    public LocalText? WhenOver { get; private set; }

    public IReadOnlyList<LocalText> Steps { get; private set; } = [];

    public int? Priority { get; private set; }

    public bool AlwaysShown { get; private set; }

    public int? ReviewMonths { get; private set; }

    public override CriterionEntry ToEntry() => new()
    {
        Slug = Slug,
        Group = Group.Slug,
        Question = Question,
        Term = Term,
        Help = Help,
        SearchNames = SearchNames,
        Kind = Kind,
        Role = Role,
        InSentence = InSentence,
        Unit = Unit,
        WhenOver = WhenOver,
        Steps = Steps,
        Priority = Priority,
        AlwaysShown = AlwaysShown,
        ReviewMonths = ReviewMonths,
        Archived = Archived,
    };

    private protected override void CopyFrom(CriterionEntry entry, WorkingCatalogue catalogue)
    {
        Group = catalogue.Group(entry.Group);
        Question = entry.Question;
        Term = entry.Term;
        Help = entry.Help;
        SearchNames = entry.SearchNames;
        Kind = entry.Kind;
        Role = entry.Role;
        InSentence = entry.InSentence;
        Unit = entry.Unit;
        WhenOver = entry.WhenOver;
        Steps = entry.Steps;
        Priority = entry.Priority;
        AlwaysShown = entry.AlwaysShown;
        ReviewMonths = entry.ReviewMonths;
        Archived = entry.Archived;
    }
}

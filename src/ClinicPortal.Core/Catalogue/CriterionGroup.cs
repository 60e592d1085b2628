namespace ClinicPortal.Core.Catalogue;

public sealed class CriterionGroup : NamedRow<CriterionGroupEntry>
{
    public int Id { get; private set; }

    public LocalText Name { get; private set; } = LocalText.Empty;

    public override CriterionGroupEntry ToEntry() => new() { Slug = Slug, Name = Name, Archived = Archived };

    private protected override void CopyFrom(CriterionGroupEntry entry, WorkingCatalogue catalogue)
    {
        Name = entry.Name;
        Archived = entry.Archived;
    }
}

namespace ClinicPortal.Core.Catalogue;

public sealed class CriterionGroup : NamedRow<CriterionGroupEntry>
{
    public const int NameMaxLength = 120;

    public int Id { get; private set; }

    public LocalText Name { get; private set; } = LocalText.Empty;

    public override string Path => $"groups/{Slug}";

    public override CriterionGroupEntry ToEntry() => new() { Slug = Slug, Name = Name, Archived = Archived };

    private protected override void CopyFrom(CriterionGroupEntry entry, WorkingCatalogue catalogue)
    {
        Name = entry.Name;
        Archived = entry.Archived;
    }
}

namespace ClinicPortal.Core.Catalogue;

/// <summary>Something that may be true of a reader: pregnancy, a recent tan.</summary>
public sealed class Condition : NamedRow<ConditionEntry>
{
    public int Id { get; private set; }

    public LocalText Name { get; private set; } = LocalText.Empty;

    public IReadOnlyList<LocalText> SearchNames { get; private set; } = [];

    public bool Always { get; private set; }

    public override ConditionEntry ToEntry() =>
        new() { Slug = Slug, Name = Name, SearchNames = SearchNames, Always = Always, Archived = Archived };

    private protected override void CopyFrom(ConditionEntry entry, WorkingCatalogue catalogue)
    {
        Name = entry.Name;
        SearchNames = entry.SearchNames;
        Always = entry.Always;
        Archived = entry.Archived;
    }
}

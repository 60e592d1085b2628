namespace ClinicPortal.Core.Catalogue;

/// <summary>One reference of the registry.</summary>
public sealed class Source : NamedRow<SourceEntry>
{
    public int Id { get; private set; }

    public string Reference { get; private set; } = "";

    public int? Year { get; private set; }

    public string? Doi { get; private set; }

    public string? Pmid { get; private set; }

    public string? Url { get; private set; }

    public SourceState State { get; private set; }

    public bool Commercial { get; private set; }

    public string? Note { get; private set; }

    public override SourceEntry ToEntry() => new()
    {
        Key = Slug,
        Reference = Reference,
        Year = Year,
        Doi = Doi,
        Pmid = Pmid,
        Url = Url,
        State = State,
        Commercial = Commercial,
        Note = Note,
        Archived = Archived,
    };

    private protected override void CopyFrom(SourceEntry entry, WorkingCatalogue catalogue)
    {
        Reference = entry.Reference;
        Year = entry.Year;
        Doi = entry.Doi;
        Pmid = entry.Pmid;
        Url = entry.Url;
        State = entry.State;
        Commercial = entry.Commercial;
        Note = entry.Note;
        Archived = entry.Archived;
    }
}

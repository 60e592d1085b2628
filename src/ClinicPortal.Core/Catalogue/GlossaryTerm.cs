namespace ClinicPortal.Core.Catalogue;

public sealed class GlossaryTerm : NamedRow<GlossaryTermEntry>
{
    public int Id { get; private set; }

    public LocalText Term { get; private set; } = LocalText.Empty;

    public IReadOnlyList<LocalText> OtherForms { get; private set; } = [];

    public LocalText Definition { get; private set; } = LocalText.Empty;

    public bool ToBeConfirmed { get; private set; }

    public List<Source> Sources { get; } = [];

    public ReviewEntry? Review { get; private set; }

    public override GlossaryTermEntry ToEntry() => new()
    {
        Slug = Slug,
        Term = Term,
        OtherForms = OtherForms,
        Definition = Definition,
        ToBeConfirmed = ToBeConfirmed,
        Sources = Sources.Keys(),
        Review = Review,
    };

    private protected override void CopyFrom(GlossaryTermEntry entry, WorkingCatalogue catalogue)
    {
        Term = entry.Term;
        OtherForms = entry.OtherForms;
        Definition = entry.Definition;
        ToBeConfirmed = entry.ToBeConfirmed;
        Sources.Cite(entry.Sources, catalogue);
        Review = entry.Review;
    }
}

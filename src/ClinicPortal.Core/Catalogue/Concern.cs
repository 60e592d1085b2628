namespace ClinicPortal.Core.Catalogue;

/// <summary>A worry that brings people to the clinic.</summary>
public sealed class Concern : NamedRow<ConcernEntry>
{
    public int Id { get; private set; }

    public List<FormerConcernSlug> FormerSlugs { get; } = [];

    public LocalText Name { get; private set; } = LocalText.Empty;

    public IReadOnlyList<LocalText> OtherNames { get; private set; } = [];

    public IReadOnlyList<LocalText> SearchNames { get; private set; } = [];

    public LocalText? Summary { get; private set; }

    public LocalText? IfNothingIsDone { get; private set; }

    public LocalText? EvidenceChosen { get; private set; }

    public bool NeedsMedicalCare { get; private set; }

    public bool ToBeConfirmed { get; private set; }

    public List<Source> Sources { get; } = [];

    public ReviewEntry? Review { get; private set; }

    public Concern? ReplacedBy { get; internal set; }

    public override ConcernEntry ToEntry() => new()
    {
        Slug = Slug,
        FormerSlugs = FormerSlugs.Slugs(),
        Name = Name,
        OtherNames = OtherNames,
        SearchNames = SearchNames,
        Summary = Summary,
        IfNothingIsDone = IfNothingIsDone,
        EvidenceChosen = EvidenceChosen,
        NeedsMedicalCare = NeedsMedicalCare,
        ToBeConfirmed = ToBeConfirmed,
        Sources = Sources.Keys(),
        Review = Review,
        Archived = Archived,
        ReplacedBy = ReplacedBy?.Slug,
    };

    private protected override void CopyFrom(ConcernEntry entry, WorkingCatalogue catalogue)
    {
        FormerSlugs.Follow(entry.FormerSlugs);
        Name = entry.Name;
        OtherNames = entry.OtherNames;
        SearchNames = entry.SearchNames;
        Summary = entry.Summary;
        IfNothingIsDone = entry.IfNothingIsDone;
        EvidenceChosen = entry.EvidenceChosen;
        NeedsMedicalCare = entry.NeedsMedicalCare;
        ToBeConfirmed = entry.ToBeConfirmed;
        Sources.Cite(entry.Sources, catalogue);
        Review = entry.Review;
        Archived = entry.Archived;
        ReplacedBy = entry.ReplacedBy is { } slug ? catalogue.Concern(slug) : null;
    }
}

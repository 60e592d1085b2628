namespace ClinicPortal.Core.Catalogue;

/// <summary>How sure we are that one treatment improves one concern.</summary>
public sealed class ConcernEvidence : WorkingRow<ConcernEvidenceEntry>
{
    public TreatmentId TreatmentId { get; private set; }

    public Treatment Treatment { get; internal set; } = null!;

    public int ConcernId { get; private set; }

    public Concern Concern { get; private set; } = null!;

    public ConcernOffer Offer { get; private set; }

    public EvidenceDirection? Direction { get; private set; }

    public Certainty? Certainty { get; private set; }

    public LocalText? Comparator { get; private set; }

    public LocalText? Note { get; private set; }

    public bool ToBeConfirmed { get; private set; }

    public List<Source> Sources { get; } = [];

    public ReviewEntry? Review { get; private set; }

    public override string Path => CatalogueKinds.Evidence.PathOf(Treatment.Slug, Concern.Slug);

    public override ConcernEvidenceEntry ToEntry() => new()
    {
        Concern = Concern.Slug,
        Offer = Offer,
        Direction = Direction,
        Certainty = Certainty,
        Comparator = Comparator,
        Note = Note,
        ToBeConfirmed = ToBeConfirmed,
        Sources = Sources.Keys(),
        Review = Review,
    };

    private protected override void CopyFrom(ConcernEvidenceEntry entry, WorkingCatalogue catalogue)
    {
        Concern = catalogue.Concern(entry.Concern);
        Offer = entry.Offer;
        Direction = entry.Direction;
        Certainty = entry.Certainty;
        Comparator = entry.Comparator;
        Note = entry.Note;
        ToBeConfirmed = entry.ToBeConfirmed;
        Sources.Cite(entry.Sources, catalogue);
        Review = entry.Review;
    }
}

namespace ClinicPortal.Core.Catalogue;

public sealed class Treatment : NamedRow<TreatmentEntry>
{
    public TreatmentId Id { get; private set; }

    public List<FormerTreatmentSlug> FormerSlugs { get; } = [];

    public LocalText Name { get; private set; } = LocalText.Empty;

    public LocalText? ShortName { get; private set; }

    public LocalText? InSentence { get; private set; }

    public IReadOnlyList<LocalText> OtherNames { get; private set; } = [];

    public IReadOnlyList<LocalText> SearchNames { get; private set; } = [];

    public LocalText Summary { get; private set; } = LocalText.Empty;

    public string? Picture { get; private set; }

    public LocalText? PictureAlt { get; private set; }

    public bool Baseline { get; private set; }

    public bool Surgical { get; private set; }

    public PrescriptionRule PrescriptionOnly { get; private set; }

    public LocalText? PrescriptionNote { get; private set; }

    public bool? Offered { get; private set; }

    public List<TreatmentAttribute> Answers { get; } = [];

    public List<ConcernEvidence> Concerns { get; } = [];

    public Clinician? Author { get; private set; }

    public int? ReviewMonths { get; private set; }

    public Treatment? ReplacedBy { get; internal set; }

    public override TreatmentEntry ToEntry() => new()
    {
        Slug = Slug,
        FormerSlugs = FormerSlugs.Slugs(),
        Name = Name,
        ShortName = ShortName,
        InSentence = InSentence,
        OtherNames = OtherNames,
        SearchNames = SearchNames,
        Summary = Summary,
        Picture = Picture,
        PictureAlt = PictureAlt,
        Baseline = Baseline,
        Surgical = Surgical,
        PrescriptionOnly = PrescriptionOnly,
        PrescriptionNote = PrescriptionNote,
        Offered = Offered,
        Answers = [.. Answers.OrderBy(answer => answer.Criterion.Position).Select(answer => answer.ToEntry())],
        Concerns = [.. Concerns.OrderBy(evidence => evidence.Concern.Position).Select(evidence => evidence.ToEntry())],
        Author = Author?.Slug,
        ReviewMonths = ReviewMonths,
        Archived = Archived,
        ReplacedBy = ReplacedBy?.Slug,
    };

    private protected override void CopyFrom(TreatmentEntry entry, WorkingCatalogue catalogue)
    {
        FormerSlugs.Follow(entry.FormerSlugs);
        Name = entry.Name;
        ShortName = entry.ShortName;
        InSentence = entry.InSentence;
        OtherNames = entry.OtherNames;
        SearchNames = entry.SearchNames;
        Summary = entry.Summary;
        Picture = entry.Picture;
        PictureAlt = entry.PictureAlt;
        Baseline = entry.Baseline;
        Surgical = entry.Surgical;
        PrescriptionOnly = entry.PrescriptionOnly;
        PrescriptionNote = entry.PrescriptionNote;
        Offered = entry.Offered;
        Archived = entry.Archived;
        ReplacedBy = entry.ReplacedBy is { } slug ? catalogue.Treatment(slug) : null;
        Author = entry.Author is { } author ? catalogue.Clinician(author) : null;
        ReviewMonths = entry.ReviewMonths;
        Answers.Follow(
            entry.Answers, (cell, answer, _) => cell.Criterion.Slug == answer.Criterion,
            (cell, answer, _) => cell.Apply(answer, catalogue));
        Concerns.Follow(
            entry.Concerns, (row, evidence, _) => row.Concern.Slug == evidence.Concern,
            (row, evidence, _) => row.Apply(evidence, catalogue));
    }

    internal override TreatmentEntry UnderItsReviews(TreatmentEntry entry) => entry with
    {
        Answers = [.. entry.Answers.Select(answer =>
            answer with { Review = Answers.Find(row => row.Criterion.Slug == answer.Criterion)?.Review })],
        Concerns = [.. entry.Concerns.Select(evidence =>
            evidence with { Review = Concerns.Find(row => row.Concern.Slug == evidence.Concern)?.Review })],
    };

    private protected override TreatmentEntry WithoutRowsOfTheirOwn(TreatmentEntry entry) => entry with { Answers = [], Concerns = [] };

    private protected override TreatmentEntry WithRowsOfTheirOwn(TreatmentEntry entry)
    {
        var whole = ToEntry();
        return entry with { Answers = whole.Answers, Concerns = whole.Concerns };
    }
}

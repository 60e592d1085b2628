namespace ClinicPortal.Core.Catalogue;

/// <summary>The working tables as one graph: everything staff have written, archived or not.</summary>
public sealed class WorkingCatalogue
{
    private readonly Dictionary<Type, object> _rows = [];

    /// <summary>None in a store that has never had content.</summary>
    public ClinicProfile? Clinic { get; internal set; }

    public List<Clinician> Clinicians => Rows<Clinician>();

    public List<CriterionGroup> Groups => Rows<CriterionGroup>();

    public List<ComparisonCriterion> Criteria => Rows<ComparisonCriterion>();

    public List<Concern> Concerns => Rows<Concern>();

    public List<Treatment> Treatments => Rows<Treatment>();

    public List<Contrast> Contrasts => Rows<Contrast>();

    public List<OutcomeNumber> Numbers => Rows<OutcomeNumber>();

    public List<Question> Questions => Rows<Question>();

    public List<GlossaryTerm> Glossary => Rows<GlossaryTerm>();

    public List<Source> Sources => Rows<Source>();

    /// <summary>All rows of one kind.</summary>
    public List<TRow> Rows<TRow>() where TRow : WorkingRow
    {
        if (_rows.TryGetValue(typeof(TRow), out var rows))
            return (List<TRow>)rows;
        var none = new List<TRow>();
        _rows.Add(typeof(TRow), none);
        return none;
    }

    public Clinician Clinician(string slug) => Named<Clinician>(slug);

    public CriterionGroup Group(string slug) => Named<CriterionGroup>(slug);

    public ComparisonCriterion Criterion(string slug) => Named<ComparisonCriterion>(slug);

    public Concern Concern(string slug) => Named<Concern>(slug);

    public Treatment Treatment(string slug) => Named<Treatment>(slug);

    public Source Source(string key) => Named<Source>(key);

    /// <summary>The row that goes by the slug or key.</summary>
    /// <exception cref="MissingEntryException">There is none: an old entry may name what has gone since.</exception>
    public TRow Named<TRow>(string slug) where TRow : WorkingRow, INamed =>
        Rows<TRow>().Find(row => row.Slug == slug) ?? throw new MissingEntryException(CatalogueKinds.OfRow(typeof(TRow)), slug);

    public bool Knows<TRow>(string? slug) where TRow : WorkingRow, INamed => Rows<TRow>().Exists(row => row.Slug == slug);

    /// <summary>
    /// What the content file and the next edition say. Things that the format cannot call archived (contrasts, numbers, questions,
    /// glossary terms) are left out once they are.
    /// </summary>
    public ClinicContent ToContent() => CatalogueKinds.All.Aggregate(
        new ClinicContent
        {
            Format = ClinicContent.CurrentFormat,
            Clinic = Clinic?.ToEntry() ?? ClinicEntry.Blank,
        },
        (content, kind) => kind.Fill(content, this));
}

namespace ClinicPortal.Core.Catalogue;

/// <summary>The working tables as one graph: everything staff have written, archived or not.</summary>
public sealed class WorkingCatalogue
{
    /// <summary>None in a store that has never had content.</summary>
    public ClinicProfile? Clinic { get; internal set; }

    public required List<Clinician> Clinicians { get; init; }

    public required List<CriterionGroup> Groups { get; init; }

    public required List<ComparisonCriterion> Criteria { get; init; }

    public required List<Concern> Concerns { get; init; }

    public required List<Treatment> Treatments { get; init; }

    public required List<Contrast> Contrasts { get; init; }

    public required List<OutcomeNumber> Numbers { get; init; }

    public required List<Question> Questions { get; init; }

    public required List<GlossaryTerm> Glossary { get; init; }

    public required List<Source> Sources { get; init; }

    public Clinician Clinician(string slug) => Named(Clinicians, slug);

    public CriterionGroup Group(string slug) => Named(Groups, slug);

    public ComparisonCriterion Criterion(string slug) => Named(Criteria, slug);

    public Concern Concern(string slug) => Named(Concerns, slug);

    public Treatment Treatment(string slug) => Named(Treatments, slug);

    public Source Source(string key) => Named(Sources, key);

    /// <summary>
    /// What the content file and the next edition say. Things that the format cannot call archived (contrasts, numbers, questions,
    /// glossary terms) are left out once they are.
    /// </summary>
    public ClinicContent ToContent() => new()
    {
        Format = ClinicContent.CurrentFormat,
        Clinic = Clinic?.ToEntry() ?? new ClinicEntry { Name = LocalText.English("Clinic"), Telephone = "" },
        Clinicians = Entries(Clinicians),
        Groups = Entries(Groups),
        Criteria = Entries(Criteria),
        Concerns = Entries(Concerns),
        Treatments = Entries(Treatments),
        Contrasts = Entries(Contrasts.Where(contrast => !contrast.Archived)),
        Numbers = Entries(Numbers.Where(number => !number.Archived)),
        Questions = Entries(Questions.Where(question => !question.Archived)),
        Glossary = Entries(Glossary.Where(term => !term.Archived)),
        Sources = Entries(Sources),
    };

    private static TEntry[] Entries<TEntry>(IEnumerable<CatalogueRow<TEntry>> rows) =>
        [.. rows.OrderBy(row => row.Position).Select(row => row.ToEntry())];

    private static TRow Named<TRow>(List<TRow> rows, string slug) where TRow : class, INamed =>
        rows.Find(row => row.Slug == slug) ?? throw new InvalidOperationException($"No {typeof(TRow).Name} goes by \"{slug}\".");
}

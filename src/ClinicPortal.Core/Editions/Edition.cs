using System.Collections.Concurrent;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Editions;

/// <summary>
/// What patients read: one published state of the whole catalogue, immutable and numbered from 1. Number 0 is the empty clinic before
/// its first publication. Archived entries are kept aside, so that their addresses can say what replaced them.
/// </summary>
public sealed class Edition
{
    private readonly Dictionary<string, TreatmentEntry> _treatments;
    private readonly Dictionary<string, ConcernEntry> _concerns;
    private readonly Dictionary<string, SourceEntry> _sources;
    private readonly Dictionary<string, ClinicianEntry> _clinicians;
    private readonly Dictionary<CriterionRole, CriterionEntry> _roles = [];
    private readonly Dictionary<(string Treatment, string Criterion), AnswerEntry> _answers = [];
    private readonly Dictionary<(string Treatment, string Concern), ConcernEvidenceEntry> _evidence = [];
    private readonly Dictionary<(string First, string Second), ContrastEntry> _contrasts;
    private readonly Dictionary<string, TreatmentEntry> _renamedTreatments = [];
    private readonly Dictionary<string, ConcernEntry> _renamedConcerns = [];
    private readonly Dictionary<(string Treatment, string Criterion), List<OutcomeNumberEntry>> _numbers = [];

    private readonly Lazy<ReviewUnits> _units;
    private readonly ConcurrentDictionary<string, TreatmentReview> _reviews = [];

    public Edition(int number, DateTimeOffset publishedAt, ClinicContent content) : this(number, publishedAt, content, null) { }

    private Edition(int number, DateTimeOffset publishedAt, ClinicContent content, Lazy<ReviewUnits>? units)
    {
        Number = number;
        PublishedAt = publishedAt;
        Content = content;
        _units = units ?? new(() => new(content));
        Groups = [.. content.Groups.Where(group => !group.Archived)];
        Criteria =
            [.. Groups.SelectMany(group => content.Criteria.Where(criterion => criterion.Group == group.Slug && !criterion.Archived))];
        Treatments = [.. content.Treatments.Where(treatment => !treatment.Archived)];
        Concerns = [.. content.Concerns.Where(concern => !concern.Archived)];
        Conditions = [.. content.Conditions.Where(condition => !condition.Archived)];
        Baseline = Treatments.FirstOrDefault(treatment => treatment.Baseline);
        _treatments = content.Treatments.ToDictionary(treatment => treatment.Slug);
        _concerns = content.Concerns.ToDictionary(concern => concern.Slug);
        _sources = content.Sources.ToDictionary(source => source.Key);
        _clinicians = content.Clinicians.ToDictionary(clinician => clinician.Slug);
        _contrasts = content.Contrasts.ToDictionary(contrast => (contrast.Between[0], contrast.Between[1]));
        foreach (var criterion in Criteria)
            if (criterion.Role is { } role)
                _roles.TryAdd(role, criterion);
        foreach (var treatment in Treatments)
        {
            foreach (var answer in treatment.Answers)
                _answers.Add((treatment.Slug, answer.Criterion), answer);
            foreach (var evidence in treatment.Concerns)
                _evidence.Add((treatment.Slug, evidence.Concern), evidence);
        }
        foreach (var treatment in Treatments.Concat(content.Treatments.Where(treatment => treatment.Archived)))
            foreach (var slug in treatment.FormerSlugs)
                _renamedTreatments.TryAdd(slug, treatment);
        foreach (var concern in Concerns.Concat(content.Concerns.Where(concern => concern.Archived)))
            foreach (var slug in concern.FormerSlugs)
                _renamedConcerns.TryAdd(slug, concern);
        foreach (var outcome in content.Numbers)
            foreach (var place in outcome.Places.Distinct())
                if (_numbers.TryGetValue((place.Treatment, place.Criterion), out var standing))
                    standing.Add(outcome);
                else
                    _numbers.Add((place.Treatment, place.Criterion), [outcome]);
    }

    public int Number { get; }

    public DateTimeOffset PublishedAt { get; }

    public ClinicContent Content { get; }

    public ClinicEntry Clinic => Content.Clinic;

    public IReadOnlyList<CriterionGroupEntry> Groups { get; }

    /// <summary>In the order of their groups.</summary>
    public IReadOnlyList<CriterionEntry> Criteria { get; }

    public IReadOnlyList<TreatmentEntry> Treatments { get; }

    public IReadOnlyList<ConcernEntry> Concerns { get; }

    /// <summary>What readers can tick, in the clinic's order.</summary>
    public IReadOnlyList<ConditionEntry> Conditions { get; }

    /// <summary>Doing nothing, where the catalogue describes it.</summary>
    public TreatmentEntry? Baseline { get; }

    /// <summary>Sample content that no clinician has signed yet; every page says so.</summary>
    public bool IsUnreviewedSample => Clinic.Sample && Treatments.Any(treatment => !ReviewOf(treatment).IsWhole);

    /// <summary>Editions up to this one that were published unsigned, or with gaps or contradictions, the newest first.</summary>
    public IReadOnlyList<PublicationOverride> Overrides { get; init; } = [];

    /// <summary>What people state of comparisons and no software can check; it lies over every edition, as a hold does.</summary>
    public IReadOnlyList<Statement> Statements { get; private init; } = [];

    /// <summary>
    /// The same edition as patients may read it. What clinicians have signed is what was published, whatever of it is held back.
    /// </summary>
    public Edition Showing(ClinicContent content) => new(Number, PublishedAt, content, _units)
    {
        Overrides = Overrides,
        Statements = Statements,
    };

    /// <summary>The same edition with what is stated of it.</summary>
    public Edition Stating(StatementsInForce statements) => statements.All.Count == 0 && Statements.Count == 0
        ? this
        : new(Number, PublishedAt, Content, _units) { Overrides = Overrides, Statements = statements.All };

    /// <summary>Archived ones too.</summary>
    public TreatmentEntry? FindTreatment(string slug) => _treatments.GetValueOrDefault(slug);

    /// <summary>Archived ones too.</summary>
    public ConcernEntry? FindConcern(string slug) => _concerns.GetValueOrDefault(slug);

    /// <summary>The treatment that once had the slug; where several had it, a live one before an archived one.</summary>
    public TreatmentEntry? FindTreatmentByFormerSlug(string slug) => _renamedTreatments.GetValueOrDefault(slug);

    /// <summary>The concern that once had the slug; where several had it, a live one before an archived one.</summary>
    public ConcernEntry? FindConcernByFormerSlug(string slug) => _renamedConcerns.GetValueOrDefault(slug);

    public ClinicianEntry? FindClinician(string slug) => _clinicians.GetValueOrDefault(slug);

    /// <summary>Who wrote the treatment's entry; none where the clinic does not say.</summary>
    public ClinicianEntry? AuthorOf(TreatmentEntry treatment) => treatment.Author is { } slug ? FindClinician(slug) : null;

    /// <summary>How far clinicians have signed what is said about the treatment.</summary>
    public TreatmentReview ReviewOf(TreatmentEntry treatment) =>
        _reviews.GetOrAdd(treatment.Slug, slug => new(_units.Value.Of(slug)));

    /// <summary>A source that an entry cites.</summary>
    /// <exception cref="KeyNotFoundException">No such source; the checks before publishing make this impossible.</exception>
    public SourceEntry Source(string key) => _sources[key];

    /// <summary>The question that the clinic asks about it; none, where it asks none.</summary>
    public CriterionEntry? FindCriterion(CriterionRole role) => _roles.GetValueOrDefault(role);

    /// <summary>The cell; none means "not yet reviewed".</summary>
    public AnswerEntry? FindAnswer(string treatment, string criterion) => _answers.GetValueOrDefault((treatment, criterion));

    /// <summary>The cell of the criterion with this role.</summary>
    public AnswerEntry? FindAnswer(string treatment, CriterionRole role) =>
        FindCriterion(role) is { } criterion ? FindAnswer(treatment, criterion.Slug) : null;

    public ConcernEvidenceEntry? FindEvidence(string treatment, string concern) => _evidence.GetValueOrDefault((treatment, concern));

    /// <summary>The numbers that stand in the cell, in the catalogue's order.</summary>
    public IReadOnlyList<OutcomeNumberEntry> NumbersAt(string treatment, string criterion) =>
        _numbers.TryGetValue((treatment, criterion), out var numbers) ? numbers : [];

    /// <summary>What an editor wrote about the two, in whichever order they are named.</summary>
    public ContrastEntry? FindContrast(string one, string other) =>
        _contrasts.GetValueOrDefault(string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one));

    /// <summary>The concerns for which clinics usually offer the treatment, in the catalogue's order.</summary>
    public IEnumerable<ConcernEntry> ConcernsOf(TreatmentEntry treatment) =>
        Concerns.Where(concern => FindEvidence(treatment.Slug, concern.Slug) is { Offer: not ConcernOffer.NotUsual });

    /// <summary>The treatments that clinics usually offer for the concern, in the catalogue's order.</summary>
    public IEnumerable<TreatmentEntry> TreatmentsFor(ConcernEntry concern) =>
        Treatments.Where(treatment => FindEvidence(treatment.Slug, concern.Slug) is { Offer: not ConcernOffer.NotUsual });

    /// <summary>A clinic that has published nothing.</summary>
    public static Edition Empty { get; } = new(0, DateTimeOffset.UnixEpoch, new ClinicContent
    {
        Format = ClinicContent.CurrentFormat,
        Clinic = new ClinicEntry { Name = LocalText.English("Clinic"), Telephone = "" },
    });
}

/// <summary>An edition was published though nobody had signed some of it, or with contradictions and gaps.</summary>
/// <param name="Edition">Its number.</param>
/// <param name="At">When.</param>
/// <param name="Unreviewed">How much of it nobody had signed and patients had not read before.</param>
/// <param name="Warnings">How many warnings of contradictions and gaps it came with.</param>
/// <param name="Reason">In the words of whoever published it; patients read it.</param>
public sealed record PublicationOverride(int Edition, DateTimeOffset At, int Unreviewed, int Warnings, string Reason);

using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Editions;

/// <summary>
/// What stands under one signature: an answer, what is known about one concern, a number, a written comparison, the texts of a concern, or
/// a definition. Names, order and the clinic's profile are not signed.
/// </summary>
public sealed class ReviewUnit
{
    private readonly Lazy<string> _hash;

    internal ReviewUnit(string path, IReviewedEntry entry, Func<string> hash) => (Path, Entry, _hash) = (path, entry, new(hash));

    /// <summary>Of the row, as in its history.</summary>
    public string Path { get; }

    public IReviewedEntry Entry { get; }

    /// <summary>The last signature, whether it still holds or not.</summary>
    public ReviewEntry? Review => Entry.Review;

    /// <summary>Of what the row says, of its question and of its sources: a signature holds as long as none of them changes.</summary>
    public string Hash => _hash.Value;

    /// <summary>A clinician has signed exactly this.</summary>
    public bool IsSigned => Review?.Hash == Hash;

    /// <summary>Something has been changed since it was signed.</summary>
    public bool IsOpenAgain => Review is not null && !IsSigned;

    /// <summary>On the day on which a review is due there is still time.</summary>
    public bool IsOverdueOn(DateOnly day) => IsSigned && Review!.NextDue < day;
}

/// <summary>Everything in a catalogue that a clinician signs: what is in use, and says something.</summary>
public sealed class ReviewUnits
{
    private readonly Dictionary<string, CriterionEntry> _criteria;
    private readonly Dictionary<string, ConcernEntry> _concerns;
    private readonly Dictionary<string, SourceEntry> _sources;
    private readonly Dictionary<string, string> _firstTreatments;
    private readonly Dictionary<string, string> _firstConcerns;
    private readonly Dictionary<string, ReviewUnit> _units;
    private readonly ILookup<string, ReviewUnit> _ofTreatment;

    public ReviewUnits(ClinicContent content)
    {
        _criteria = content.Criteria.Where(one => !one.Archived).ToDictionary(one => one.Slug);
        _concerns = content.Concerns.Where(one => !one.Archived).ToDictionary(one => one.Slug);
        _sources = content.Sources.ToDictionary(one => one.Key);
        _firstTreatments = content.Treatments.ToDictionary(one => one.Slug, one => Slug.FirstOf(one.Slug, one.FormerSlugs));
        _firstConcerns = content.Concerns.ToDictionary(one => one.Slug, one => Slug.FirstOf(one.Slug, one.FormerSlugs));
        var treatments = content.Treatments.Where(one => !one.Archived).ToList();
        var live = treatments.Select(one => one.Slug).ToHashSet();
        var parts = treatments.SelectMany(treatment => Answers(treatment).Concat(Evidence(treatment))
            .Select(unit => (Treatment: treatment.Slug, Unit: unit)));
        var numbers = content.Numbers.Select(number => (Entry: number, Unit: Unit(CatalogueKinds.Number, number.Key, number)))
            .SelectMany(number => number.Entry.Places.Select(place => place.Treatment).Distinct().Where(live.Contains)
                .Select(treatment => (Treatment: treatment, number.Unit)));
        var ofTreatments = parts.Concat(numbers).ToList();
        _ofTreatment = ofTreatments.ToLookup(one => one.Treatment, one => one.Unit);
        All =
        [
            .. ofTreatments.Select(one => one.Unit).Distinct(),
            .. content.Contrasts.Where(one => one.Between.All(live.Contains))
                .Select(one => Unit(CatalogueKinds.Contrast, CatalogueKinds.Contrast.Handle(one), one)),
            .. _concerns.Values.Where(one => one is not { Summary: null, IfNothingIsDone: null, EvidenceChosen: null })
                .Select(one => Unit(CatalogueKinds.Concern, one.Slug, one)),
            .. content.Glossary.Select(one => Unit(CatalogueKinds.Term, one.Slug, one)),
        ];
        _units = All.ToDictionary(unit => unit.Path);
    }

    /// <summary>Treatment by treatment, then what belongs to none.</summary>
    public IReadOnlyList<ReviewUnit> All { get; }

    /// <summary>None, where nobody signs what stands there, or it says nothing.</summary>
    public ReviewUnit? Find(string path) => _units.GetValueOrDefault(path);

    /// <summary>Its answers, what is known of it for each concern, and its numbers.</summary>
    public IEnumerable<ReviewUnit> Of(string treatment) => _ofTreatment[treatment];

    /// <summary>Those that nobody has signed, and that another catalogue did not hold as they are.</summary>
    public IReadOnlyList<ReviewUnit> UnsignedSince(ReviewUnits? before)
    {
        var known = (before?.All ?? []).Select(unit => unit.Hash).ToHashSet();
        return [.. All.Where(unit => !unit.IsSigned && !known.Contains(unit.Hash))];
    }

    /// <summary>That it cites; whoever signs it has looked at them.</summary>
    public IReadOnlyList<SourceEntry> SourcesOf(ReviewUnit unit) => [.. SourcesIn(Json(unit.Entry), unit.Entry.GetType())];

    /// <summary>The rows beside its own that a signature binds, by their paths: its question and its sources.</summary>
    public IEnumerable<string> BoundWith(ReviewUnit unit) =>
        SourcesOf(unit).Select(source => CatalogueKinds.Source.PathOf(source.Key)).Concat(unit.Entry switch
        {
            AnswerEntry answer => [CatalogueKinds.Criterion.PathOf(answer.Criterion)],
            ConcernEvidenceEntry evidence => [CatalogueKinds.Concern.PathOf(evidence.Concern)],
            _ => [],
        });

    /// <summary>What a signature binds of a question or a source; the rest of them may change under it.</summary>
    public static JsonNode BoundOf(object entry) => entry switch
    {
        CriterionEntry asked => Json(new { asked.Question, asked.Help, asked.Kind, asked.Steps, asked.Unit }),
        ConcernEntry concern => Json(concern.Name),
        SourceEntry source => Json(source with { Note = null, Archived = false }),
        _ => throw new ArgumentException($"No signature binds a {entry.GetType().Name} beside its own row.", nameof(entry)),
    };

    private IEnumerable<ReviewUnit> Answers(TreatmentEntry treatment) =>
        from answer in treatment.Answers
        where _criteria.ContainsKey(answer.Criterion) && !answer.SaysNothing()
        select new ReviewUnit(
            CatalogueKinds.Answer.PathOf(treatment.Slug, answer.Criterion), answer,
            () => HashOf(CatalogueKinds.Answer.PathOf(_firstTreatments[treatment.Slug], answer.Criterion), answer));

    private IEnumerable<ReviewUnit> Evidence(TreatmentEntry treatment) =>
        from evidence in treatment.Concerns
        where _concerns.ContainsKey(evidence.Concern)
        select new ReviewUnit(
            CatalogueKinds.Evidence.PathOf(treatment.Slug, evidence.Concern), evidence,
            () => HashOf(
                CatalogueKinds.Evidence.PathOf(_firstTreatments[treatment.Slug], _firstConcerns[evidence.Concern]), evidence));

    private ReviewUnit Unit(CatalogueKind kind, string handle, IReviewedEntry entry) => new(
        kind.PathOf(handle), entry,
        () => HashOf(
            entry switch
            {
                ContrastEntry contrast => kind.PathOf(Contrast.HandleOf([.. contrast.Between.Select(one => _firstTreatments[one])])),
                ConcernEntry => kind.PathOf(_firstConcerns[handle]),
                _ => kind.PathOf(handle),
            },
            entry));

    /// <param name="place">By the first names of what stands in it, so that a renaming opens nothing again.</param>
    /// <param name="entry">What it says there.</param>
    private string HashOf(string place, IReviewedEntry entry)
    {
        var said = Json(Signed(entry));
        EntryField.Rename(said, entry.GetType(), (kind, name) =>
            kind == CatalogueKinds.Treatment ? _firstTreatments.GetValueOrDefault(name, name)
            : kind == CatalogueKinds.Concern ? _firstConcerns.GetValueOrDefault(name, name)
            : name);
        var sources = SourcesIn(said, entry.GetType()).Select(BoundOf);
        var signed = new JsonArray(place, said, Question(entry), new JsonArray([.. sources]));
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(signed, ContentJson.Options)));
    }

    private IEnumerable<SourceEntry> SourcesIn(JsonNode said, Type type) =>
        EntryField.PathsNamedBy(said, type).Select(RowPath.Parse)
            .Where(named => named?.Kind == CatalogueKinds.Source).Select(named => _sources[named!.Handle]);

    // Without the names, which nobody signs: where it stands, its place says.
    private static object Signed(IReviewedEntry entry) => entry.Under(null) switch
    {
        AnswerEntry answer => answer with { Criterion = "" },
        ConcernEvidenceEntry evidence => evidence with { Concern = "" },
        OutcomeNumberEntry number => number with { Key = "" },
        ContrastEntry contrast => contrast with { Between = [] },
        ConcernEntry concern => concern with
        {
            Slug = "",
            FormerSlugs = [],
            Name = LocalText.Empty,
            OtherNames = [],
            SearchNames = [],
            Archived = false,
            ReplacedBy = null,
        },
        // What is defined is the question here.
        GlossaryTermEntry term => term with { Slug = "", OtherForms = [] },
        var other => throw new InvalidOperationException($"Nobody has said what is signed of a {other.GetType().Name}."),
    };

    private JsonNode? Question(IReviewedEntry entry) => entry switch
    {
        AnswerEntry answer => BoundOf(_criteria[answer.Criterion]),
        ConcernEvidenceEntry evidence => BoundOf(_concerns[evidence.Concern]),
        _ => null,
    };

    private static JsonNode Json(object said) => JsonSerializer.SerializeToNode(said, said.GetType(), ContentJson.Options)!;
}

/// <summary>How far clinicians have signed what patients read about a treatment.</summary>
public sealed class TreatmentReview
{
    internal TreatmentReview(IEnumerable<ReviewUnit> units)
    {
        var all = units.ToList();
        var signed = all.Where(unit => unit.IsSigned).Select(unit => unit.Review!).ToList();
        (Count, Reviewed) = (all.Count, signed.Count);
        By = [.. signed.OrderByDescending(review => review.At).DistinctBy(review => (review.Clinician, review.Registration))];
        Writers = [.. signed.SelectMany(review => review.Writers).Distinct()];
        NextDue = signed.Min(review => (DateOnly?)review.NextDue);
    }

    /// <summary>Of everything that can be signed.</summary>
    public int Count { get; }

    public int Reviewed { get; }

    public bool IsWhole => Count > 0 && Reviewed == Count;

    /// <summary>The last signature of each clinician, the newest first.</summary>
    public IReadOnlyList<ReviewEntry> By { get; }

    public IReadOnlyList<string> Writers { get; }

    /// <summary>The earliest day on which something is due again; none, if nothing is signed.</summary>
    public DateOnly? NextDue { get; }
}

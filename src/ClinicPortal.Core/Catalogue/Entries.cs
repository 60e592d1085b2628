using System.Text.Json.Serialization;

namespace ClinicPortal.Core.Catalogue;

// An entry is one thing of the catalogue without its storage: what the content file holds, what an edition freezes and what
// patients' pages read. Entries refer to each other by slug or key. docs/content-guide.md explains every field.

/// <summary>A whole catalogue in the order in which it is shown.</summary>
public sealed record ClinicContent
{
    /// <summary>Number of the content format that this version writes; older ones are read, newer ones refused.</summary>
    public const int CurrentFormat = 1;

    public required int Format { get; init; }

    public required ClinicEntry Clinic { get; init; }

    public IReadOnlyList<ClinicianEntry> Clinicians { get; init; } = [];

    public IReadOnlyList<CriterionGroupEntry> Groups { get; init; } = [];

    public IReadOnlyList<CriterionEntry> Criteria { get; init; } = [];

    public IReadOnlyList<ConcernEntry> Concerns { get; init; } = [];

    public IReadOnlyList<ConditionEntry> Conditions { get; init; } = [];

    public IReadOnlyList<TreatmentEntry> Treatments { get; init; } = [];

    public IReadOnlyList<ContrastEntry> Contrasts { get; init; } = [];

    public IReadOnlyList<OutcomeNumberEntry> Numbers { get; init; } = [];

    public IReadOnlyList<QuestionEntry> Questions { get; init; } = [];

    public IReadOnlyList<GlossaryTermEntry> Glossary { get; init; } = [];

    public IReadOnlyList<SourceEntry> Sources { get; init; } = [];
}

/// <summary>The clinic's profile.</summary>
public sealed record ClinicEntry
{
    /// <summary>How a clinic begins of which nobody has written anything yet.</summary>
    public static ClinicEntry Blank { get; } = new() { Name = LocalText.English("Clinic"), Telephone = "" };

    [MaxTextLength(120)]
    public required LocalText Name { get; init; }

    /// <summary>Sample content: every page says that no clinician has reviewed it, until one has.</summary>
    public bool Sample { get; init; }

    [Code]
    public required string Telephone { get; init; }

    [Code]
    public string? Email { get; init; }

    public IReadOnlyList<LocalText> Address { get; init; } = [];

    public IReadOnlyList<OpeningHours> Hours { get; init; } = [];

    public LocalText? About { get; init; }

    /// <summary>Who paid for what patients read here, and what interest they have in it.</summary>
    public LocalText? Funding { get; init; }

    /// <summary>The last line of every comparison.</summary>
    public LocalText? ClosingLine { get; init; }

    /// <summary>Stands beside every concern that needs medical care: that what the clinic offers does not replace it.</summary>
    public LocalText? MedicalCareNotice { get; init; }

    /// <summary>After how many months what a clinician has signed is reviewed again, where nothing nearer to it says.</summary>
    public int? ReviewMonths { get; init; }

    /// <summary>Sets of treatments offered on the home page, by slug.</summary>
    [RefersTo<TreatmentEntry>]
    public IReadOnlyList<IReadOnlyList<string>> CommonComparisons { get; init; } = [];
}

public sealed record OpeningHours
{
    public required LocalText Days { get; init; }

    public required LocalText Hours { get; init; }
}

/// <summary>A clinician who writes or reviews, with the registration that lets them.</summary>
public sealed record ClinicianEntry
{
    [Slug]
    public required string Slug { get; init; }

    [MaxTextLength(120)]
    public required string Name { get; init; }

    public required LocalText Role { get; init; }

    [Code]
    public string? Registration { get; init; }

    public bool Archived { get; init; }
}

public sealed record CriterionGroupEntry
{
    [Slug]
    public required string Slug { get; init; }

    [MaxTextLength(120)]
    public required LocalText Name { get; init; }

    public bool Archived { get; init; }
}

/// <summary>One question that every treatment answers.</summary>
public sealed record CriterionEntry
{
    [Slug]
    public required string Slug { get; init; }

    /// <summary>Slug of the <see cref="CriterionGroupEntry"/>.</summary>
    [RefersTo<CriterionGroupEntry>]
    public required string Group { get; init; }

    /// <summary>In the patient's words: "How soon might I see a change?"</summary>
    [MaxTextLength(160)]
    public required LocalText Question { get; init; }

    /// <summary>In the field's word: "Onset".</summary>
    [MaxTextLength(60)]
    public required LocalText Term { get; init; }

    public required LocalText Help { get; init; }

    /// <summary>In people's own words, of any language: search finds them, and no page shows them.</summary>
    [MaxTextLength(120)]
    public IReadOnlyList<LocalText> SearchNames { get; init; } = [];

    public required ValueKind Kind { get; init; }

    /// <summary>What the portal takes it for; none for a question that only stands in the table.</summary>
    public CriterionRole? Role { get; init; }

    /// <summary>The question inside a sentence: "how soon a change might be seen". Without it the question itself is quoted.</summary>
    [MaxTextLength(160)]
    public LocalText? InSentence { get; init; }

    /// <summary>What a count counts.</summary>
    public CountedUnit? Unit { get; init; }

    /// <summary>How a sentence says that a length of time is over: "the swelling has gone".</summary>
    [MaxTextLength(160)]
    public LocalText? WhenOver { get; init; }

    /// <summary>The steps of a scale or the price bands, from 0 up; empty for other kinds.</summary>
    public IReadOnlyList<LocalText> Steps { get; init; } = [];

    /// <summary>1 comes first among the first questions; larger numbers later; none never.</summary>
    public int? Priority { get; init; }

    /// <summary>Risks and reasons not to have it: in view whatever the reader hides.</summary>
    public bool AlwaysShown { get; init; }

    /// <summary>After how many months answers to it are reviewed again; none where it is as for the treatment.</summary>
    public int? ReviewMonths { get; init; }

    public bool Archived { get; init; }
}

/// <summary>The words for one and for several of what is counted: "session", "sessions".</summary>
public sealed record CountedUnit
{
    [MaxTextLength(40)]
    public required LocalText One { get; init; }

    [MaxTextLength(40)]
    public required LocalText Many { get; init; }
}

/// <summary>A worry that brings people to the clinic.</summary>
public sealed record ConcernEntry : IReviewedEntry
{
    [Slug]
    public required string Slug { get; init; }

    [Slug]
    public IReadOnlyList<string> FormerSlugs { get; init; } = [];

    [MaxTextLength(120)]
    public required LocalText Name { get; init; }

    [MaxTextLength(120)]
    public IReadOnlyList<LocalText> OtherNames { get; init; } = [];

    /// <summary>In people's own words, of any language: search finds them, and no page shows them.</summary>
    [MaxTextLength(120)]
    public IReadOnlyList<LocalText> SearchNames { get; init; } = [];

    public LocalText? Summary { get; init; }

    /// <summary>What happens if nothing is done.</summary>
    public LocalText? IfNothingIsDone { get; init; }

    /// <summary>How the studies about it were chosen.</summary>
    public LocalText? EvidenceChosen { get; init; }

    /// <summary>The concern is a medical problem; the page sends the reader to a doctor first.</summary>
    public bool NeedsMedicalCare { get; init; }

    /// <summary>Holds a statement that a clinician has still to confirm.</summary>
    public bool ToBeConfirmed { get; init; }

    [RefersTo<SourceEntry>]
    public IReadOnlyList<string> Sources { get; init; } = [];

    public bool Archived { get; init; }

    [RefersTo<ConcernEntry>]
    public string? ReplacedBy { get; init; }

    [NotInFile]
    public ReviewEntry? Review { get; init; }

    IReviewedEntry IReviewedEntry.Under(ReviewEntry? review) => this with { Review = review };
}

/// <summary>Something that may be true of a reader and that answers mention: pregnancy, a recent tan. Readers tick it.</summary>
public sealed record ConditionEntry
{
    /// <summary>The most that are not archived: each has a place of its own in the style sheet.</summary>
    public const int MostLive = 60;

    [Slug]
    public required string Slug { get; init; }

    /// <summary>As the reader ticks it: "A recent tan".</summary>
    [MaxTextLength(120)]
    public required LocalText Name { get; init; }

    /// <summary>In people's own words, of any language: search finds them, and no page shows them.</summary>
    [MaxTextLength(120)]
    public IReadOnlyList<LocalText> SearchNames { get; init; } = [];

    /// <summary>Stands on every comparison, even where no answer mentions it.</summary>
    public bool Always { get; init; }

    public bool Archived { get; init; }
}

/// <summary>Whether a prescriber has to decide.</summary>
public enum PrescriptionRule
{
    No,
    Yes,

    /// <summary>Depends on the product used.</summary>
    Depends,
}

public sealed record TreatmentEntry
{
    [Slug]
    public required string Slug { get; init; }

    [Slug]
    public IReadOnlyList<string> FormerSlugs { get; init; } = [];

    [MaxTextLength(120)]
    public required LocalText Name { get; init; }

    /// <summary>For column heads: "PRP", "Hair transplant".</summary>
    [MaxTextLength(40)]
    public LocalText? ShortName { get; init; }

    /// <summary>With the article that a sentence needs: "a hair transplant". None where the short name needs none.</summary>
    [MaxTextLength(60)]
    public LocalText? InSentence { get; init; }

    [MaxTextLength(120)]
    public IReadOnlyList<LocalText> OtherNames { get; init; } = [];

    /// <summary>In people's own words, of any language: search finds them, and no page shows them.</summary>
    [MaxTextLength(120)]
    public IReadOnlyList<LocalText> SearchNames { get; init; } = [];

    public required LocalText Summary { get; init; }

    /// <summary>The key of a drawing of how it is done.</summary>
    [MaxTextLength(60)]
    [Code]
    public string? Picture { get; init; }

    /// <summary>What the drawing shows, for those who do not see it; without it the drawing only adorns.</summary>
    [MaxTextLength(200)]
    public LocalText? PictureAlt { get; init; }

    /// <summary>
    /// Doing nothing: stands beside every comparison and never enters the agreement of a row. At most one treatment is it.
    /// </summary>
    public bool Baseline { get; init; }

    public bool Surgical { get; init; }

    public PrescriptionRule PrescriptionOnly { get; init; }

    public LocalText? PrescriptionNote { get; init; }

    /// <summary>Whether this clinic itself offers it; none where the clinic does not say.</summary>
    public bool? Offered { get; init; }

    public IReadOnlyList<AnswerEntry> Answers { get; init; } = [];

    public IReadOnlyList<ConcernEvidenceEntry> Concerns { get; init; } = [];

    /// <summary>Slug of the <see cref="ClinicianEntry"/> who wrote it.</summary>
    [RefersTo<ClinicianEntry>]
    public string? Author { get; init; }

    /// <summary>After how many months its answers are reviewed again, where the criterion does not say.</summary>
    public int? ReviewMonths { get; init; }

    public bool Archived { get; init; }

    /// <summary>Slug of the treatment to read instead of an archived one.</summary>
    [RefersTo<TreatmentEntry>]
    public string? ReplacedBy { get; init; }

    /// <summary>That a safety hold hides the whole of it; never stored, and no more than its names is then left of the rest.</summary>
    [JsonIgnore]
    public Withholding? Withheld { get; init; }
}

/// <summary>What patients are told of something that a safety hold hides.</summary>
/// <param name="Words">A sentence for patients; none where staff wrote none.</param>
/// <param name="ForGood">It is withdrawn and does not come back.</param>
public sealed record Withholding(string? Words, bool ForGood);

/// <summary>
/// One treatment's answer to one criterion: the cell. It has a text, or a reason why it is empty; a text beside a reason means that
/// the measurable value is missing for that reason ("not measured, but clinics describe it as slower").
/// </summary>
public sealed record AnswerEntry : IReviewedEntry
{
    /// <summary>Slug of the <see cref="CriterionEntry"/>.</summary>
    [RefersTo<CriterionEntry>(OnceInList = true)]
    public required string Criterion { get; init; }

    public LocalText? Text { get; init; }

    /// <summary>The answer in one line; without it the typed value or the first sentence serves.</summary>
    [MaxTextLength(200)]
    public LocalText? Brief { get; init; }

    /// <summary>The sentences of the text that tell when to get help, word for word, one quotation on a line.</summary>
    public LocalText? GetHelp { get; init; }

    public AttributeValue? Value { get; init; }

    public Absence? Absence { get; init; }

    /// <summary>What the text means for readers of whom something is true; silent about every other condition.</summary>
    public IReadOnlyList<AnswerConditionEntry> Conditions { get; init; } = [];

    /// <summary>Rests at least in part on general clinical knowledge that a clinician has still to confirm.</summary>
    public bool ToBeConfirmed { get; init; }

    [RefersTo<SourceEntry>]
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>A safety hold hides it, and <see cref="Text"/> says so; never stored.</summary>
    [JsonIgnore]
    public bool IsWithheld { get; init; }

    [NotInFile]
    public ReviewEntry? Review { get; init; }

    /// <summary>Nobody has answered the question, nor said why there is no answer.</summary>
    public bool SaysNothing() => this is { Text: null, Absence: null or Catalogue.Absence.NotYetReviewed };

    IReviewedEntry IReviewedEntry.Under(ReviewEntry? review) => this with { Review = review };
}

/// <summary>What an answer means for those of whom one condition is true.</summary>
public sealed record AnswerConditionEntry
{
    /// <summary>Slug of the <see cref="ConditionEntry"/>.</summary>
    [RefersTo<ConditionEntry>(OnceInList = true)]
    public required string Condition { get; init; }

    public required ConditionMeaning Means { get; init; }
}

/// <summary>The strongest first: of several answers of one treatment it is the one that counts.</summary>
public enum ConditionMeaning
{
    DoNot,
    AskFirst,
    NoReasonAgainst,
}

/// <summary>How sure we are that one treatment improves one concern, compared with its <see cref="Comparator"/>.</summary>
public sealed record ConcernEvidenceEntry : IReviewedEntry
{
    /// <summary>Slug of the <see cref="ConcernEntry"/>.</summary>
    [RefersTo<ConcernEntry>(OnceInList = true)]
    public required string Concern { get; init; }

    public required ConcernOffer Offer { get; init; }

    public EvidenceDirection? Direction { get; init; }

    public Certainty? Certainty { get; init; }

    /// <summary>What the studies compared it with, as it stands after "compared with"; none for no or a dummy treatment.</summary>
    [MaxTextLength(120)]
    public LocalText? Comparator { get; init; }

    public LocalText? Note { get; init; }

    public bool ToBeConfirmed { get; init; }

    [RefersTo<SourceEntry>]
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>A safety hold hides what is known; never stored.</summary>
    [JsonIgnore]
    public bool IsWithheld { get; init; }

    [NotInFile]
    public ReviewEntry? Review { get; init; }

    IReviewedEntry IReviewedEntry.Under(ReviewEntry? review) => this with { Review = review };
}

/// <summary>What an editor has written about one pair of treatments.</summary>
public sealed record ContrastEntry : IReviewedEntry
{
    /// <summary>Two slugs in ordinal order.</summary>
    [RefersTo<TreatmentEntry>]
    public required IReadOnlyList<string> Between { get; init; }

    public IReadOnlyList<ContrastPassageEntry> Passages { get; init; } = [];

    /// <summary>What clinics claim; shown beside the evidence and never as a fact.</summary>
    public LocalText? ClinicsSay { get; init; }

    [RefersTo<SourceEntry>]
    public IReadOnlyList<string> ClinicsSaySources { get; init; } = [];

    [NotInFile]
    public ReviewEntry? Review { get; init; }

    IReviewedEntry IReviewedEntry.Under(ReviewEntry? review) => this with { Review = review };
}

/// <summary>One written contrast under its heading, standing with one or more criteria.</summary>
public sealed record ContrastPassageEntry
{
    [MaxTextLength(200)]
    public required LocalText Heading { get; init; }

    public required LocalText Text { get; init; }

    public required IReadOnlyList<ContrastCriterionEntry> Criteria { get; init; }

    [RefersTo<SourceEntry>]
    public IReadOnlyList<string> Sources { get; init; } = [];
}

public sealed record ContrastCriterionEntry
{
    /// <summary>Slug of the <see cref="CriterionEntry"/>.</summary>
    [RefersTo<CriterionEntry>(OnceInList = true)]
    public required string Criterion { get; init; }

    /// <summary>The editor's word where prose cannot be compared; where typed values speak, it must not contradict them.</summary>
    public EditorVerdict? Verdict { get; init; }
}

public enum EditorVerdict
{
    Same,
    Overlaps,
    Differs,
}

public enum OutcomeEffect
{
    Benefit,
    Harm,
}

/// <summary>
/// A count of people (or sessions, or knees) to whom something happened. It exists only with a group, a time and a source.
/// </summary>
public sealed record OutcomeNumberEntry : IReviewedEntry
{
    /// <summary>Fewer than this are never scaled: 3 of 11 stays 3 of 11.</summary>
    public const int FewestToScale = 50;

    [Slug]
    public required string Key { get; init; }

    [MaxTextLength(400)]
    public required LocalText Outcome { get; init; }

    public required OutcomeEffect Effect { get; init; }

    /// <summary>The group of people: "women with pattern hair loss".</summary>
    [MaxTextLength(400)]
    public required LocalText Group { get; init; }

    /// <summary>Over which time; absent only where no rate is known.</summary>
    [MaxTextLength(200)]
    public LocalText? Time { get; init; }

    /// <summary>What is counted in the denominator: people, treatments, knees.</summary>
    [MaxTextLength(100)]
    public required LocalText Counted { get; init; }

    /// <summary>The common denominator of the arms; none where no rate is known, and then nothing is drawn.</summary>
    public int? Denominator { get; init; }

    /// <summary>The denominator is the real group, too small to scale up ("18 of 19").</summary>
    public bool Raw { get; init; }

    public IReadOnlyList<OutcomeArmEntry> Arms { get; init; } = [];

    /// <summary>Why there is no rate.</summary>
    public LocalText? NoRate { get; init; }

    public Certainty? Certainty { get; init; }

    public LocalText? CertaintyReason { get; init; }

    /// <summary>Slug of the concern it stands with, if any.</summary>
    [RefersTo<ConcernEntry>]
    public string? Concern { get; init; }

    /// <summary>The cells it stands in.</summary>
    public IReadOnlyList<NumberPlace> Places { get; init; } = [];

    [RefersTo<SourceEntry>]
    public required IReadOnlyList<string> Sources { get; init; }

    [NotInFile]
    public ReviewEntry? Review { get; init; }

    IReviewedEntry IReviewedEntry.Under(ReviewEntry? review) => this with { Review = review };
}

/// <summary>
/// To how many of the denominator it happened: one <see cref="Count"/>, or an upper bound, or a range where the source gives no more.
/// </summary>
public sealed record OutcomeArmEntry
{
    [MaxTextLength(200)]
    public required LocalText Label { get; init; }

    /// <summary>Out of the denominator, rounded to whole people.</summary>
    public int? Count { get; init; }

    /// <summary>An upper bound that is not reached: 1 for "fewer than 1 of 1,000".</summary>
    public int? FewerThan { get; init; }

    /// <summary>The lower end of a range; both ends are included, and a range has both.</summary>
    public int? Min { get; init; }

    public int? Max { get; init; }

    /// <summary>As counted in the study.</summary>
    public int? Events { get; init; }

    public int? Total { get; init; }
}

public sealed record NumberPlace
{
    [RefersTo<TreatmentEntry>]
    public required string Treatment { get; init; }

    [RefersTo<CriterionEntry>]
    public required string Criterion { get; init; }
}

public sealed record QuestionEntry
{
    [Slug]
    public required string Key { get; init; }

    public required LocalText Text { get; init; }
}

public sealed record GlossaryTermEntry : IReviewedEntry
{
    [Slug]
    public required string Slug { get; init; }

    [MaxTextLength(120)]
    public required LocalText Term { get; init; }

    public IReadOnlyList<LocalText> OtherForms { get; init; } = [];

    public required LocalText Definition { get; init; }

    public bool ToBeConfirmed { get; init; }

    [RefersTo<SourceEntry>]
    public IReadOnlyList<string> Sources { get; init; } = [];

    [NotInFile]
    public ReviewEntry? Review { get; init; }

    IReviewedEntry IReviewedEntry.Under(ReviewEntry? review) => this with { Review = review };
}

public enum SourceState
{
    Checked,
    ToBeConfirmed,
}

/// <summary>One reference of the registry; a citation is always a row here.</summary>
public sealed record SourceEntry
{
    [Slug]
    public required string Key { get; init; }

    /// <summary>The reference as patients read it.</summary>
    public required string Reference { get; init; }

    public int? Year { get; init; }

    [MaxTextLength(200)]
    [Code]
    public string? Doi { get; init; }

    [MaxTextLength(12)]
    [Code]
    public string? Pmid { get; init; }

    [MaxTextLength(500)]
    [Code]
    public string? Url { get; init; }

    /// <summary>Whether its text or abstract was seen when the content was written.</summary>
    public required SourceState State { get; init; }

    /// <summary>Paid for by a maker: named, but never linked from patients' pages.</summary>
    public bool Commercial { get; init; }

    /// <summary>For staff.</summary>
    public string? Note { get; init; }

    public bool Archived { get; init; }

    /// <summary>Whether it can be a year of publication.</summary>
    public static bool IsYear(int year) => year is >= 1800 and <= 2100;
}

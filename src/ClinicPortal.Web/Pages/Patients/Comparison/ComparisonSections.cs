using System.Globalization;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Courses;
using ClinicPortal.Core.Deciding;
using ClinicPortal.Core.Editions;
using ClinicPortal.Web.Hosting;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>The lines under the heads of what is folded: what a reader finds there.</summary>
public static class ComparisonPreviews
{
    /// <summary>The fields' own words for the questions of a group, and how many are known to differ.</summary>
    public static string Of(ComparisonGroup group)
    {
        var differing = group.Rows.Count(row => row.Agreement == Agreement.Differs);
        return Grammar.Dotted(group.Rows.Select(row => row.Criterion.Term.ToString()))
            + (differing == 0 ? "" : $". {RunningText.CountOf(differing, "differs", "differ")}");
    }

    public static string Of(IReadOnlyList<ComparisonContrast> contrasts) => Grammar.Dotted(
        contrasts.SelectMany(pair => pair.Contrast.Passages.Select(passage => passage.Heading.ToString())));

    /// <summary>"Visits and time, over 1 year and 3 years."</summary>
    public static string Of(CourseTerms terms) => $"{RunningText.StartUpperCase(terms.Many)} and time, over 1 year and 3 years.";

    public static string Of(IEnumerable<ConcernEntry> concerns) => Grammar.Dotted(concerns.Select(concern => concern.Name.ToString()));

    public static string Numbers(Comparison comparison) => Grammar.Dotted(
        from option in comparison.Options
        where !option.Baseline
        let numbers = comparison.Numbers.Where(number => number.Treatments.Any(one => one.Slug == option.Slug)).ToList()
        let counts = numbers.Count(number => number.Number.Denominator is not null)
        select $"{Grammar.ShortName(option)}: "
            + (counts > 0 ? Grammar.Count(counts, "count") : numbers.Count > 0 ? "reports only" : "none"));

    public static string Unknowns(IReadOnlyList<OptionUnknowns> unknowns) => Grammar.Dotted(
        from option in unknowns
        let open = option.Items.Count(item => item.Kind == UnknownKind.ToBeConfirmed)
        let unknown = option.Items.Count - open
        where option.Items.Count > 0
        select $"{Grammar.ShortName(option.Treatment)}: " + string.Join(", ", new[]
        {
            unknown > 0 ? $"{unknown} unknown or uncertain" : null, open > 0 ? $"{open} still to be confirmed" : null,
        }.OfType<string>()));

    /// <summary>What the summary of a first question promises.</summary>
    public static string More(ComparisonRow row, ComparisonModel page) =>
        row.Criterion.Role == CriterionRole.Evidence ? "The studies, and how sure we are"
        : row == page.AskedBeside && page.AskFirst.Items.Count > 0 ? "Whole answer; tick what applies to you"
        : "Whole answer and sources";
}

/// <summary>The courses of a comparison, and what the reader has on. The weeks stand in the address and nowhere else.</summary>
public sealed class CourseModel(Comparison comparison, Edition edition, DateOnly today)
{
    /// <summary>A cell with as many characters stays beside its neighbours on a phone.</summary>
    private const int ShortCell = 40;

    private readonly string? _weeks = comparison.Address.Weeks;
    private readonly Occasion? _asked = Occasion.Parse(comparison.Address.Weeks, today);

    public IReadOnlyList<Course> Courses { get; } = [.. comparison.Columns.Select(treatment => Course.Of(edition, treatment))];

    public CourseTerms Terms { get; } = CourseTerms.Of(edition);

    /// <summary>
    /// Where the clinic counts sessions, if it calls them by another name than the question does: "Here,
    /// a visit means one of the sessions in “How many sessions?”."
    /// </summary>
    public string? Counted =>
        edition.FindCriterion(CriterionRole.Sessions) is { } asked
            && !asked.Term.ToString().Equals(Terms.Many, StringComparison.OrdinalIgnoreCase)
        ? $"Here, {Terms.AnyOne} means one of the {RunningText.StartLowerCase(asked.Term.ToString())} in “{asked.Question}”."
        : null;

    public IReadOnlyList<CourseGroup> Groups => CourseTable.Of(Courses);

    public Occasion Occasion => _asked ?? Occasion.Usual(today);

    /// <summary>What to do about weeks that mean nothing; none where they were not given or are right.</summary>
    public string? Problem => _weeks is not null && _asked is null
        ? $"Enter the weeks as a whole number from {Occasion.Soonest} to {Occasion.Latest}."
        : null;

    /// <summary>For the field: the usual, or what the reader wrote, wrong as it may be.</summary>
    public string Weeks => Problem is null ? Occasion.Weeks.ToString(CultureInfo.InvariantCulture) : _weeks!;

    /// <summary>In whose weeks all strips are drawn.</summary>
    public int Scale => Timeline.Scale(Courses.SelectMany(course => course.Variants), Occasion);

    public static bool IsShort(CourseRow row) => row.Cells.All(cell => cell.Sum(line => line.Words.Length) <= ShortCell);
}

/// <summary>What a comparison rests on, for its last section.</summary>
public sealed record TrustModel(Comparison Comparison, Edition Edition)
{
    /// <summary>About all sources of the page.</summary>
    /// <param name="published">The clinic's day on which the edition was published.</param>
    public string AgeOfSources(DateOnly published) => SourceAge.Of(ComparisonBasis.SourcesOf(Comparison, Edition), published.Year).Words;

    /// <summary>Those of each column alone.</summary>
    /// <param name="published">The clinic's day on which the edition was published.</param>
    public IEnumerable<(TreatmentEntry Column, string Words)> AgeOfSourcesByColumn(DateOnly published) =>
        Comparison.Columns.Select(column =>
            (column, SourceAge.Of(ComparisonBasis.SourcesOf(column, Comparison, Edition), published.Year).Words));

    /// <summary>The concerns of which the clinic says how their studies were chosen.</summary>
    public IReadOnlyList<(ConcernEntry Concern, LocalText Words)> EvidenceChosen =>
    [
        .. ComparisonBasis.ConcernsOf(Comparison).Where(concern => concern.EvidenceChosen is not null)
            .Select(concern => (concern, concern.EvidenceChosen!)),
    ];

    /// <summary>What is not said of the others; none where nothing is missing.</summary>
    public string? EvidenceNotYetWritten
    {
        get
        {
            var open = ComparisonBasis.ConcernsOf(Comparison).Where(concern => concern.EvidenceChosen is null).ToList();
            return open.Count == 0 && EvidenceChosen.Count > 0 ? null : $"Not yet written: {NotYetWritten.HowEvidenceWasChosen(open)}.";
        }
    }

    /// <summary>Whom the clinic names, else whoever wrote what clinicians have signed; none, where nobody says.</summary>
    public IReadOnlyList<(TreatmentEntry Column, string? Words)> Writers =>
        [.. Comparison.Columns.Select(column => (column, WriterOf(column)))];

    private string? WriterOf(TreatmentEntry treatment) =>
        Edition.AuthorOf(treatment) is { } author ? Grammar.Credentials(author)
        : Edition.ReviewOf(treatment).Writers is { Count: > 0 } writers
            ? Grammar.List(writers.Select(name => Edition.Content.Clinicians.FirstOrDefault(one => one.Name == name) is { } clinician
                ? Grammar.Credentials(clinician) : name))
        : null;

    /// <summary>"Written by Example Clinician, Dermatologist (EX 1)."</summary>
    public string WhoWroteIt => Writers.Select(one => one.Words).OfType<string>().Distinct().ToList() switch
    {
        [] => "Who wrote it is not yet stated.",
        var authors => $"Written by {Grammar.List(authors)}.",
    };

    /// <summary>"Reviewed by a clinician: PRP. Not yet reviewed: mesotherapy."</summary>
    public string WhoReviewedIt
    {
        get
        {
            var (done, open) = (NamesWhere(review => review.IsWhole), NamesWhere(review => !review.IsWhole));
            return !Reviewers.Any() ? "No clinician has reviewed it yet."
                : open == "" ? $"Reviewed by {Grammar.List(Reviewers)}."
                : $"Reviewed by {Grammar.List(Reviewers)}, but not yet all of {open}.";
        }
    }

    private IEnumerable<string> Reviewers =>
        Comparison.Columns.SelectMany(column => Edition.ReviewOf(column).By).Select(Grammar.Credentials).Distinct();

    private string NamesWhere(Func<TreatmentReview, bool> which) =>
        Grammar.List(Comparison.Columns.Where(column => which(Edition.ReviewOf(column))).Select(RunningText.NameOf));

    public IReadOnlyList<string> Offered => OfferedHere.Sentences(Comparison.Treatments);

    public string NextDue => ReviewSchedule.NextDueOf(Edition, Comparison.Columns) is { } day
        ? $"The next review is due on {ClinicCalendar.FormatDay(day)}."
        : "No date for a next review is set.";
}

/// <summary>
/// The SURE test: Sure of myself, Understand information, Risk-benefit ratio, Encouragement. It is validated in these words, so that they
/// are not the clinic's to change.
/// </summary>
public static class SureTest
{
    public const string Reference = "These are the questions of the SURE test: Légaré F, et al. Can Fam Physician 2010;56:e308-14.";

    public static IReadOnlyList<string> Questions { get; } =
    [
        "Do you feel sure about the best choice for you?",
        "Do you know the benefits and risks of each option?",
        "Are you clear about which benefits and risks matter most to you?",
        "Do you have enough support and advice to make a choice?",
    ];
}

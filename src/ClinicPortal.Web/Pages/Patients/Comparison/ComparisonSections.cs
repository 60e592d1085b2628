using System.Globalization;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Courses;
using ClinicPortal.Core.Deciding;
using ClinicPortal.Core.Editions;
using ClinicPortal.Web.Hosting;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>
/// One table of answers. There is one, unless the reader has marked questions: then these stand in the first with what is always shown,
/// and the others in a second one that folds away.
/// </summary>
public sealed record TablePart(ComparisonModel Page, string Caption, IReadOnlyList<ComparisonGroup> Groups)
{
    private const string Signs = "† is still to be confirmed by a clinician; small numbers lead to the sources.";

    /// <summary>The group that holds the reader's rows; it has no place in the catalogue.</summary>
    public static CriterionGroupEntry Yours { get; } = new() { Slug = "what-matters", Name = LocalText.English("What matters to you") };

    private static readonly CriterionGroupEntry Always = new() { Slug = "always", Name = LocalText.English("Always in view") };

    public static TablePart Whole(ComparisonModel page) => new(
        page,
        $"{Grammar.Count(page.Edition.Criteria.Count, "question")}, asked of each treatment in the same order. {Signs}",
        page.Comparison.Groups);

    public static TablePart First(ComparisonModel page, ArrangedRows rows) => new(
        page,
        $"The questions that you marked, and what is always in view. {Signs}",
        rows.AlwaysShown.Count > 0 ? [new(Yours, rows.Marked), new(Always, rows.AlwaysShown)] : [new(Yours, rows.Marked)]);

    public static TablePart Folded(ComparisonModel page, ArrangedRows rows) => new(
        page, $"{Grammar.Count(rows.FoldedCount, "more question")}, in their usual order. {Signs}", rows.Folded);
}

/// <summary>The courses of a comparison, and what the reader has on. The weeks stand in the address and nowhere else.</summary>
public sealed class CourseModel(Comparison comparison, Edition edition)
{
    /// <summary>A cell with as many characters stays beside its neighbours on a phone.</summary>
    private const int ShortCell = 40;

    private readonly string? _weeks = comparison.Address.Weeks;
    private readonly Occasion? _asked = Occasion.Parse(comparison.Address.Weeks);

    public IReadOnlyList<Course> Courses { get; } = [.. comparison.Columns.Select(treatment => Course.Of(edition, treatment))];

    public CourseTerms Terms { get; } = CourseTerms.Of(edition);

    /// <summary>
    /// Where the clinic counts sessions, if it calls them by another name than the question does: "Visits are counted as in “How many
    /// sessions?”"
    /// </summary>
    public string? Counted =>
        edition.FindCriterion(CriterionRole.Sessions) is { } asked
            && !asked.Term.ToString().Equals(Terms.Many, StringComparison.OrdinalIgnoreCase)
        ? $"{RunningText.StartUpperCase(Terms.Many)} are counted as in “{asked.Question}”"
        : null;

    public IReadOnlyList<CourseGroup> Groups => CourseTable.Of(Courses);

    public Occasion Occasion => _asked ?? Occasion.Usual;

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

    public IReadOnlyList<(TreatmentEntry Column, ClinicianEntry? Author)> Writers =>
        [.. Comparison.Columns.Select(column => (column, Edition.AuthorOf(column)))];

    public IReadOnlyList<string> Offered => OfferedHere.Sentences([.. Comparison.Options.Where(option => !option.Baseline)]);

    public string NextDue => ReviewSchedule.NextDueOf(Comparison.Columns) is { } day
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

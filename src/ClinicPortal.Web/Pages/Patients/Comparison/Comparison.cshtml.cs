using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Deciding;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>Any two to four treatments side by side; everything on the page comes from <see cref="Comparison.Of"/>.</summary>
[CachedPage(
    ComparisonAddress.ConcernKey, ComparisonAddress.WithoutKey, ComparisonAddress.EditionKey,
    Readers = [ComparisonAddress.RowsKey, ComparisonAddress.WeeksKey])]
[EnableRateLimiting(PastEditionPages.Limit)]
public sealed class ComparisonModel(RequestEdition read, PublicOrigin origin, Market market, ClinicCalendar calendar)
    : PageModel, IPatientPage
{
    /// <summary>Answers of this many characters or fewer stay side by side on a phone.</summary>
    private const int ShortAnswer = 60;

    /// <summary>With so many, what the cards say is not said a second time below them: on a phone it took a screen.</summary>
    private const int ManyCards = 3;

    public Edition Edition => read.Edition;

    public Comparison Comparison { get; private set; } = null!;

    /// <summary>Where the links of the page start from; weeks that mean nothing stay behind.</summary>
    public ComparisonAddress Address => Course.Problem is null ? Comparison.Address : Comparison.Address with { Weeks = null };

    public SourceNotes Notes { get; private set; } = null!;

    public CourseModel Course { get; private set; } = null!;

    public AskFirst AskFirst => field ??= AskFirst.Of(Edition, Comparison);

    /// <summary>The first question whose answers lead to what a reader can tick: who should not have it, else the last of them.</summary>
    public ComparisonRow? AskedBeside =>
        Comparison.FirstQuestions.First.FirstOrDefault(row => row.Criterion.Role == CriterionRole.NotSuitable)
            ?? Comparison.FirstQuestions.First.LastOrDefault(row => row.Criterion.Role != CriterionRole.Evidence);

    /// <summary>The link that hides the column of the baseline or shows it again; none where it is one of the options.</summary>
    public Crumb? BaselineToggle => Edition.Baseline is not { } baseline || Address.ChoosesBaseline ? null : new(
        $"{(Address.WithoutBaseline ? "Show" : "Hide")} the column “{baseline.ShortName ?? baseline.Name}”",
        (Address with { WithoutBaseline = !Address.WithoutBaseline }).ToString());

    /// <summary>What stands beside every verdict: the serious risks first, and in the same size.</summary>
    public IReadOnlyList<CardFact> CardFacts => field ??= [.. CardFact.Of(Edition, Comparison.Columns)];

    /// <summary>Stands in the table of concerns: the serious risks, which no verdict is without.</summary>
    public IEnumerable<CardFact> TableFacts => CardFacts.Take(1);

    /// <summary>
    /// The table of concerns, or the cards where there are many, say it a few lines above the first questions, which need not say it again.
    /// </summary>
    public bool IsSaidAbove(CriterionEntry criterion)
    {
        var said = Comparison.Concern is null ? TableFacts
            : HasMany ? CardFacts
            : null;
        return said is not null && (criterion.Role == CriterionRole.Evidence || said.Any(fact => fact.Criterion == criterion));
    }

    /// <summary>
    /// Concerns for which no option has been studied much: each with the options that are offered for it, in one line where a row for each
    /// would take a screen of a phone.
    /// </summary>
    public IReadOnlyList<(ConcernEntry Concern, IReadOnlyList<string> OfferedBy)> HardlyStudied =>
        field ??= !HasMany ? [] :
        [
            .. from concern in Comparison.AnyConcerns
               let evidence = Comparison.EvidenceFor(concern)
               where evidence.All(one => one is { Offer: not ConcernOffer.Studied })
               select (concern, (IReadOnlyList<string>)
                   [
                       .. Comparison.Options.Zip(evidence).Where(one => one.Second is { Offer: ConcernOffer.WithoutResearch })
                           .Select(one => RunningText.NameOf(one.First)),
                   ]),
        ];

    private bool HasMany => Comparison.Treatments.Count >= ManyCards;

    /// <summary>What an option is for that is not for the concern in view, so that its figures are not read as being about that.</summary>
    public string? OfferedFor(TreatmentEntry option) =>
        Comparison.Concern is { } concern && Edition.FindEvidence(option.Slug, concern.Slug) is { Offer: ConcernOffer.NotUsual }
            && Edition.ConcernsOf(option).Select(RunningText.NameOf).ToList() is { Count: > 0 } others
        ? RunningText.List(others, "and")
        : null;

    /// <summary>Some grade is still to be checked.</summary>
    public bool GradesToBeChecked => Comparison.AnyConcerns.SelectMany(Comparison.EvidenceFor).Any(one => one is { ToBeConfirmed: true });

    /// <summary>The concern in view first.</summary>
    public IEnumerable<ConcernEntry> ConcernsByView =>
        Comparison.AnyConcerns.Prepend(Comparison.Concern).OfType<ConcernEntry>().Distinct();

    /// <summary>"Compared with no treatment or a dummy treatment."</summary>
    public string? ComparedWith => EvidencePhrase.ComparedWith(
        Edition.Baseline,
        from concern in ConcernsByView from evidence in Comparison.EvidenceFor(concern) where evidence is not null select evidence);

    public NumbersModel Numbers => field ??= NumbersModel.Of(Comparison, Edition, Notes);

    public IReadOnlyList<string> QuestionsToAsk => field ??= [.. Core.Deciding.QuestionsToAsk.Of(Comparison)];

    /// <summary>Hiding what is the same is worth a tap where it hides a quarter of what is folded.</summary>
    public bool HidesTheSame =>
        Comparison.FirstQuestions is var rows
            && 4 * rows.Groups.Sum(group => group.Rows.Count(row => row.MayHide)) >= Math.Max(4, rows.RestCount);

    /// <summary>Where the parts of the page stand.</summary>
    public IEnumerable<Crumb> Parts =>
    [
        new("First questions", "#first-questions"),
        new("Other questions", PagePart.Table.Anchor),
        .. Numbers.HasAnything ? [new("Numbers from studies", "#numbers")] : Array.Empty<Crumb>(),
        new("Planning for a date", "#planning"),
        new("If nothing is done", PagePart.IfNothingIsDone.Anchor),
        new("When to get help", PagePart.Help.Anchor),
        new("What we do not know", PagePart.Unknown.Anchor),
        new("Before you decide", "#ready"),
        new("Questions to ask", PagePart.Questions.Anchor),
        new("Sources", PagePart.Sources.Anchor),
        new("How this page was made", PagePart.Made.Anchor),
    ];

    /// <summary>To keep or to send, with all that the reader has chosen.</summary>
    public string PublicAddress => origin.Of(Address.ToString());

    public string MailAddress =>
        $"mailto:?subject={Uri.EscapeDataString(Comparison.Title)}&body={Uri.EscapeDataString(PublicAddress)}";

    /// <summary>What can still be put beside the options; a past edition stays as it was asked for.</summary>
    public IReadOnlyList<TreatmentEntry> Addable =>
        read.IsPast || Comparison.Options.Count == ComparisonAddress.MostTreatments
            ? []
            : [.. Edition.Treatments.Where(one => !one.Baseline && market.MayNameOnHomePage(one)).Except(Comparison.Options)];

    /// <summary>The same comparison without one of its options; none where too few are left.</summary>
    public ComparisonAddress? Without(TreatmentEntry option)
    {
        var others = Comparison.Options.Where(other => other.Slug != option.Slug).ToList();
        if (others.Count == 1 && !Address.ChoosesBaseline && Edition.Baseline is { } baseline)
            others.Add(baseline);
        return others.Count < ComparisonAddress.FewestTreatments ? null : Address.Choosing(Edition, others);
    }

    /// <summary>What to know before reading a past edition.</summary>
    public PastEditionNote? PastEdition => PastEditionNote.On(Comparison, read);

    /// <summary>Only what patients read now can be made clearer.</summary>
    public bool AsksIfClear => !read.IsPast && !read.IsPreview;

    public PageMeta Meta => new()
    {
        Title = (Course.Problem is null ? "" : "Error: ") + Comparison.Title
            + (Address.EditionNumber is { } number ? $", edition {number}" : ""),
        Description = $"{Comparison.Decision} How sure we are that each helps, what could go wrong, how long it takes.",
        Path = Address.Plain.ToString(),
        NoIndex = Address.EditionNumber is not null || Course.Problem is not null || !Comparison.Marked.IsEmpty
            || !Comparison.SharesConcern || !Comparison.Options.All(market.MayNameInSearchEngines),
        Crumbs =
        [
            .. Comparison.Concern is { } concern ? [SiteMap.Concerns, AddressProblem.LinkTo(concern)] : new[] { SiteMap.Compare },
            new(Comparison.Title, Address.Plain.ToString()),
        ],
        StructuredData = StructuredData.Comparison(Comparison, origin),
    };

    public IActionResult OnGet(string treatments)
    {
        var outcome = ComparisonAddress.Parse(Edition, treatments, key => Request.Query[key]);
        if (outcome is not AddressOutcome.Chosen { Address: var address })
            return AddressProblem.Of(outcome, treatments, read, this);

        Comparison = Comparison.Of(Edition, address);
        Notes = new(Edition, Comparison);
        Course = new(Comparison, Edition, calendar.Today);
        if (Course.Problem is not null)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public string NameOf(int column) => Grammar.ShortName(Comparison.Columns[column]);

    public static bool IsShort(IReadOnlyList<string> briefs) => briefs.All(brief => brief.Length <= ShortAnswer);

    public bool IsShort(ComparisonRow row) => row.Cells.All(cell => (cell.Answer?.Text?.ToString().Length ?? 0) <= ShortAnswer);
}

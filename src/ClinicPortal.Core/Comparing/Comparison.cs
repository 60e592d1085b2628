using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Comparing;

/// <summary>
/// What a reader sees of two to four treatments side by side: everything an edition says about them, and nothing of its own.
/// </summary>
public sealed class Comparison
{
    private readonly Edition _edition;
    private string? _decision;

    private Comparison(Edition edition, ComparisonAddress address)
    {
        _edition = edition;
        Address = address;
        Options = address.Treatments;
        Treatments = [.. Options.Where(option => !option.Baseline)];
        Columns = address.StandingBaseline is { } baseline ? [.. Options, baseline] : Options;
        Contrasts = ContrastsBetween(Options, edition);
        Groups = RowsOf(this, edition);
        Rows = [.. Groups.SelectMany(group => group.Rows)];
        (SharedConcerns, AnyConcerns) = ConcernsOf(Treatments, edition);
        Numbers = NumbersIn(Rows);
        FirstQuestions = FirstQuestions.Of(Groups, Marked);
    }

    /// <summary>Where the reader stands, with all that they have chosen.</summary>
    public ComparisonAddress Address { get; }

    /// <summary>The questions that the reader has marked.</summary>
    public MarkedRows Marked => Address.Marked;

    /// <summary>What brings the reader here; none where they have not said.</summary>
    public ConcernEntry? Concern => Address.Concern;

    /// <summary>"Mesotherapy or PRP?"</summary>
    public string Title => Address.Names + "?";

    /// <summary>The chosen treatments: those that the agreement of a row is about.</summary>
    public IReadOnlyList<TreatmentEntry> Options { get; }

    /// <summary>The options but for no treatment, if that is chosen as one.</summary>
    public IReadOnlyList<TreatmentEntry> Treatments { get; }

    /// <summary>The options and, unless it is hidden or one of them, no treatment as the last.</summary>
    public IReadOnlyList<TreatmentEntry> Columns { get; }

    /// <summary>In the catalogue's order; a group without criteria is left out.</summary>
    public IReadOnlyList<ComparisonGroup> Groups { get; }

    /// <summary>The rows of all groups.</summary>
    public IReadOnlyList<ComparisonRow> Rows { get; }

    /// <summary>The row of the criterion with that role; none, where the clinic does not ask it.</summary>
    public ComparisonRow? FindRow(CriterionRole role) => Rows.FirstOrDefault(row => row.Criterion.Role == role);

    /// <summary>What editors wrote about pairs of the options.</summary>
    public IReadOnlyList<ComparisonContrast> Contrasts { get; }

    /// <summary>The concerns for which clinics offer every option; no treatment is "offered" for all. In the catalogue's order.</summary>
    public IReadOnlyList<ConcernEntry> SharedConcerns { get; }

    /// <summary>The concerns for which clinics offer at least one option, in the catalogue's order.</summary>
    public IReadOnlyList<ConcernEntry> AnyConcerns { get; }

    /// <summary>
    /// What sends the reader to a doctor or nurse first: the concern in view, or without one those that all options share.
    /// </summary>
    public IEnumerable<ConcernEntry> MedicalConcerns =>
        (Concern is not null ? [Concern] : SharedConcerns).Where(concern => concern.NeedsMedicalCare);

    /// <summary>A comparison of treatments for different worries is possible, but not one to offer to search engines.</summary>
    public bool SharesConcern => SharedConcerns.Count > 0;

    /// <summary>The numbers that stand in any of the cells, in order of their first cell.</summary>
    public IReadOnlyList<ComparisonNumber> Numbers { get; }

    /// <summary>The rows as the reader meets them.</summary>
    public FirstQuestions FirstQuestions { get; }

    /// <summary>"You are choosing between mesotherapy, PRP and having no treatment for skin rejuvenation or hair loss."</summary>
    public string Decision => _decision ??= DecisionSentence.Of(this);

    /// <param name="edition">The one in which the address was read.</param>
    /// <param name="address">Leads to it.</param>
    public static Comparison Of(Edition edition, ComparisonAddress address) => new(edition, address);

    /// <summary>What is known about a concern, one for each option in their order; none means not yet reviewed.</summary>
    public IReadOnlyList<ConcernEvidenceEntry?> EvidenceFor(ConcernEntry concern) =>
        [.. Options.Select(option => _edition.FindEvidence(option.Slug, concern.Slug))];

    /// <summary>A row in one line for each column; what studies show is told of the concern in view, or of each concern.</summary>
    public BriefRow BriefOf(ComparisonRow row) => new(row, [.. row.Cells.Select(cell => BriefOf(row.Criterion, cell))]);

    private BriefCell BriefOf(CriterionEntry criterion, ComparisonCell cell) => (criterion.Role, cell.Treatment.Baseline, Concern) switch
    {
        _ when cell.Answer is { IsWithheld: true } => BriefOf(Brief.Of(criterion, cell.Answer), cell.Answer),
        (CriterionRole.Evidence, false, { } concern) => BriefOf(_edition.FindEvidence(cell.Treatment.Slug, concern.Slug)),
        (CriterionRole.Evidence, true, { IfNothingIsDone: { } nothing } concern) =>
            new(PlainText.Of(nothing.ToString()), concern.Sources, concern.ToBeConfirmed),
        (CriterionRole.Evidence, false, null) when AnyConcerns.Count > 0 => BriefOf(
            EvidenceBrief.Of(AnyConcerns.Select(concern => (concern, _edition.FindEvidence(cell.Treatment.Slug, concern.Slug)))),
            cell.Answer),
        _ => BriefOf(Brief.Of(_edition, criterion, cell.Answer), cell.Answer),
    };

    private static BriefCell BriefOf(ConcernEvidenceEntry? evidence) =>
        new(EvidenceBrief.Of(evidence), evidence?.Sources ?? [], evidence is { ToBeConfirmed: true });

    private static BriefCell BriefOf(string words, AnswerEntry? answer) =>
        new(words, answer?.Sources ?? [], answer is { ToBeConfirmed: true });

    private static List<ComparisonContrast> ContrastsBetween(IReadOnlyList<TreatmentEntry> options, Edition edition)
    {
        var contrasts = new List<ComparisonContrast>();
        for (var one = 0; one < options.Count; one++)
            for (var other = one + 1; other < options.Count; other++)
                if (edition.FindContrast(options[one].Slug, options[other].Slug) is { } contrast)
                    contrasts.Add(new(options[one], options[other], contrast));
        return contrasts;
    }

    private static List<ComparisonGroup> RowsOf(Comparison comparison, Edition edition)
    {
        var passages = new PassagesByCriterion(comparison.Contrasts);
        var groups = new List<ComparisonGroup>(edition.Groups.Count);
        foreach (var group in edition.Groups)
        {
            var rows = new List<ComparisonRow>();
            foreach (var criterion in edition.Criteria)
                if (criterion.Group == group.Slug)
                    rows.Add(RowOf(criterion, comparison, passages.At(criterion.Slug), edition));
            if (rows.Count > 0)
                groups.Add(new(group, rows));
        }
        return groups;
    }

    private static ComparisonRow RowOf(
        CriterionEntry criterion, Comparison comparison, IReadOnlyList<ComparisonPassage> passages, Edition edition)
    {
        var cells = new ComparisonCell[comparison.Columns.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var column = comparison.Columns[i];
            cells[i] = new(column, edition.FindAnswer(column.Slug, criterion.Slug), edition.NumbersAt(column.Slug, criterion.Slug));
        }

        var options = comparison.Options;
        var answers = new AnswerEntry?[options.Count];
        for (var i = 0; i < answers.Length; i++)
            answers[i] = cells[i].Answer;

        var agreement = AnswerComparer.Compare(
            criterion, answers, (one, other) => PassagesByCriterion.VerdictOn(passages, options[one], options[other]));
        return new(criterion, cells, agreement, passages);
    }

    /// <summary>
    /// Whether it is written of every concern that clinics do not usually offer one of the options for it. What nobody has written yet
    /// says nothing.
    /// </summary>
    public bool AreForDifferentConcerns =>
        _edition.Concerns.Count > 0 && _edition.Concerns.All(concern => Treatments.Any(IsNotUsualFor(concern)));

    /// <summary>The same of each of the options.</summary>
    public bool AreForNoConcern => _edition.Concerns.Count > 0 && _edition.Concerns.All(concern => Treatments.All(IsNotUsualFor(concern)));

    private Func<TreatmentEntry, bool> IsNotUsualFor(ConcernEntry concern) =>
        option => _edition.FindEvidence(option.Slug, concern.Slug) is { Offer: ConcernOffer.NotUsual };

    private static (List<ConcernEntry> Shared, List<ConcernEntry> Any) ConcernsOf(
        IReadOnlyList<TreatmentEntry> treatments, Edition edition)
    {
        var (shared, any) = (new List<ConcernEntry>(), new List<ConcernEntry>());
        foreach (var concern in edition.Concerns)
        {
            var offered = treatments.Count(treatment =>
                edition.FindEvidence(treatment.Slug, concern.Slug) is { Offer: not ConcernOffer.NotUsual });
            if (offered > 0)
                any.Add(concern);
            if (offered > 0 && offered == treatments.Count)
                shared.Add(concern);
        }
        return (shared, any);
    }

    private static IReadOnlyList<ComparisonNumber> NumbersIn(IReadOnlyList<ComparisonRow> rows) =>
        [.. from row in rows
            from cell in row.Cells
            from number in cell.Numbers
            group (cell.Treatment, Number: number) by number.Key into standing
            select new ComparisonNumber(
                standing.First().Number, [.. standing.Select(place => place.Treatment).DistinctBy(treatment => treatment.Slug)])];
}

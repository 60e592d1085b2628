using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Deciding;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;

namespace ClinicPortal.Core.Checks;

/// <summary>A comparison as the scorecard asks it: what is answered, for whom, and what is missing.</summary>
internal sealed record ScorecardPage(Edition Edition, Comparison Comparison, DateOnly Day, Market Market)
{
    public IReadOnlyList<ConcernEntry> Concerns { get; } = ComparisonBasis.ConcernsOf(Comparison);

    /// <summary>Without the baseline.</summary>
    public IReadOnlyList<TreatmentEntry> Treatments => Comparison.Treatments;

    /// <summary>The numbers that are a count out of a whole.</summary>
    public IReadOnlyList<ComparisonNumber> Counts { get; } = [.. Comparison.Numbers.Where(number => number.Number.Denominator is not null)];

    /// <summary>What is known of the treatments and the concerns on the page where somebody has studied it.</summary>
    public IReadOnlyList<(TreatmentEntry Treatment, ConcernEvidenceEntry Evidence)> Studied { get; } =
    [
        .. from treatment in Comparison.Options
           where !treatment.Baseline
           from evidence in treatment.Concerns
           where evidence.Offer == ConcernOffer.Studied && Comparison.AnyConcerns.Any(concern => concern.Slug == evidence.Concern)
           select (treatment, evidence),
    ];

    public Balance Balance => field ??= new(this);

    /// <summary>What the clinic wrote for the reader of the page: answers, evidence, doing nothing and the words about pairs.</summary>
    public IEnumerable<LocalText> Texts => TextsByRow.Select(one => one.Text);

    /// <summary>The same, each with the row in which staff write it.</summary>
    public IReadOnlyList<(LocalText Text, string Row)> TextsByRow => field ??=
    [
        .. from row in Comparison.Rows
           from cell in row.Cells
           where cell.Answer?.Text is not null
           select (cell.Answer!.Text!, CatalogueKinds.Answer.PathOf(cell.Treatment.Slug, row.Criterion.Slug)),
        .. from one in Studied
           where one.Evidence.Note is not null
           select (one.Evidence.Note!, CatalogueKinds.Evidence.PathOf(one.Treatment.Slug, one.Evidence.Concern)),
        .. from concern in Concerns
           where concern.IfNothingIsDone is not null
           select (concern.IfNothingIsDone!, CatalogueKinds.Concern.PathOf(concern.Slug)),
        .. from between in Comparison.Contrasts
           from passage in between.Contrast.Passages
           select (passage.Text, CatalogueKinds.Contrast.PathOf(Contrast.HandleOf(between.Contrast.Between))),
    ];

    /// <summary>What was found in its wording, with the row in which it stands.</summary>
    public IReadOnlyList<(WordingNote Note, string Row)> Wording => field ??=
    [
        .. TextsByRow.SelectMany(one => WordingRules.Of(one.Text), (one, note) => (note, one.Row)),
        .. from row in Comparison.Rows
           let answers = row.Cells.Where(cell => cell.Answer?.Text is not null).ToList()
           from found in WordingRules.Across([.. answers.Select(cell => cell.Answer!.Text!)])
           select (found.Note, CatalogueKinds.Answer.PathOf(answers[found.Text].Treatment.Slug, row.Criterion.Slug)),
    ];

    /// <summary>Medical words and abbreviations that the clinic's glossary does not explain, with the row in which each stands.</summary>
    public IReadOnlyList<(WordingNote Note, string Row)> Unexplained => field ??=
        NotIn(WordingRules.ExplainedIn(Edition.Content.Glossary));

    /// <summary>The columns without an answer to a question; all of them where nobody asks it.</summary>
    public IReadOnlyList<TreatmentEntry> Lacking(CriterionRole role) =>
        Comparison.FindRow(role) is { } row
            ? [
                .. row.Cells.Where(cell => cell.Answer is { IsWithheld: true } || cell.EmptyBecause is not (null or Absence.DoesNotApply))
                    .Select(cell => cell.Treatment)]
            : Comparison.Columns;

    /// <summary>Whether every column answers every one of the questions.</summary>
    public Finding Answered(params IReadOnlyList<CriterionRole> asked)
    {
        var unasked = asked.Where(role => Question(role) is null).Select(CriterionRoles.NameOf).ToList();
        var lacking = asked.Where(role => Question(role) is not null && Lacking(role).Count > 0)
            .Select(role => $"Not answered for {Names(Lacking(role))}: “{Question(role)}”").ToList();
        var where = asked.Select(AnchorOf).OfType<string>().FirstOrDefault();
        if (unasked.Count > 0)
            lacking.Add($"Not yet written: {RunningText.List(unasked, "and")}.");
        var rows = asked.SelectMany(role => Comparison.FindRow(role) is { } row
            ? Lacking(role).Select(treatment => CatalogueKinds.Answer.PathOf(treatment.Slug, row.Criterion.Slug))
            : [CatalogueKinds.Criterion.PathOf(Slug.New)]);
        return lacking.Count > 0
            ? new Finding(ItemState.NotMet, string.Join(" ", lacking), where).ClosedBy(rows)
            : new(
                ItemState.Met, $"Answered for each option: {RunningText.List([.. asked.Select(role => $"“{Question(role)}”")], "and")}",
                where);
    }

    /// <summary>Whether every concern of the page has <paramref name="text"/>.</summary>
    public Finding EachConcern(Func<ConcernEntry, LocalText?> text, string told, string untold, PagePart? part = null)
    {
        var where = (part ?? PagePart.IfNothingIsDone).Anchor;
        var lacking = Concerns.Where(concern => text(concern) is null).ToList();
        return Concerns.Count == 0
            ? new(ItemState.NotMet, ComparisonBasis.NoConcernOf(Comparison), where)
            : Finding.Of(lacking.Count == 0,
                $"{told} {RunningText.List([.. Concerns.Select(RunningText.NameOf)], "and")}.",
                $"Not yet written: {untold} {RunningText.List([.. lacking.Select(RunningText.NameOf)], "and")}.", where)
                .ClosedBy(lacking.Select(concern => CatalogueKinds.Concern.PathOf(concern.Slug)));
    }

    /// <summary>What people confirm of an item that no software can check.</summary>
    public Finding Stated(string item)
    {
        var stated = Edition.Statements.Where(one => one.Item == item && one.Holds(Edition, Comparison.Options, Day)).ToList();
        return stated.Count == 0
            ? new(ItemState.Unticked, "Only a person can tell, and nobody has confirmed it yet.")
            : new(ItemState.Stated, string.Join(" ", stated.Select(one => $"{one.Signature}: {one.Basis}")));
    }

    public static string Names(IEnumerable<TreatmentEntry> treatments) =>
        RunningText.List([.. treatments.Select(RunningText.NameOf).Distinct()], "and");

    /// <summary>A link to the row; none where nobody asks it.</summary>
    public string? AnchorOf(CriterionRole role) => Comparison.FindRow(role) is { } row ? $"#{row.Criterion.Slug}" : null;

    private LocalText? Question(CriterionRole role) => Comparison.FindRow(role)?.Criterion.Question;

    private List<(WordingNote Note, string Row)> NotIn(IReadOnlyCollection<string> explained) =>
        [.. TextsByRow.SelectMany(one => WordingRules.Unexplained(one.Text, explained), (one, note) => (note, one.Row))];
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Publishing;

namespace ClinicPortal.Core.Comparing;

/// <summary>Two to four treatments side by side, built from an edition: the same criteria in the same order for each.</summary>
public sealed class Comparison
{
    private readonly Edition _edition;

    private Comparison(Edition edition, ComparisonChoice choice)
    {
        _edition = edition;
        Choice = choice;
        Options = choice.Named;
        Columns = choice is { WithoutBaseline: false, Baseline: { } baseline } ? [.. Options, baseline] : Options;
        Contrasts =
        [
            .. from pair in Pairs(Options)
               let entry = edition.FindContrast(pair.One.Slug, pair.Other.Slug)
               where entry is not null
               select new PairContrast(pair.One, pair.Other, entry),
        ];
        Rows = [.. edition.Criteria.Select(RowOf)];
        Groups = [.. edition.Groups.Select(group => new ComparisonGroup(group, [.. Rows.Where(row => row.Criterion.Group == group.Slug)]))];
        AtAGlance = Glance.Of(this);
    }

    public ComparisonChoice Choice { get; }

    /// <summary>What the reader chose.</summary>
    public IReadOnlyList<TreatmentEntry> Options { get; }

    /// <summary>The options and, unless hidden, doing nothing beside them.</summary>
    public IReadOnlyList<TreatmentEntry> Columns { get; }

    public IReadOnlyList<ComparisonRow> Rows { get; }

    public IReadOnlyList<ComparisonGroup> Groups { get; }

    public IReadOnlyList<GlanceRow> AtAGlance { get; }

    /// <summary>What editors wrote about pairs of the options.</summary>
    public IReadOnlyList<PairContrast> Contrasts { get; }

    /// <summary>The concerns for which at least one option is usually offered.</summary>
    public IEnumerable<ConcernEntry> AnyConcerns => _edition.Concerns.Where(concern => Treatments.Any(option => IsOffered(option, concern)));

    /// <summary>The concerns for which every option is usually offered.</summary>
    public IEnumerable<ConcernEntry> SharedConcerns => _edition.Concerns.Where(concern => Treatments.All(option => IsOffered(option, concern)));

    public bool SharesConcern => SharedConcerns.Any();

    /// <summary>Counts from studies that stand in the cells of the columns.</summary>
    public IEnumerable<OutcomeNumberEntry> Numbers =>
        _edition.Content.Numbers.Where(number => number.Places.Any(place => Columns.Any(column => column.Slug == place.Treatment)));

    public static Comparison Of(Edition edition, ComparisonChoice choice) => new(edition, choice);

    /// <summary>The options without doing nothing, which never enters an agreement.</summary>
    private IEnumerable<TreatmentEntry> Treatments => Options.Where(option => !option.Baseline);

    private ComparisonRow RowOf(CriterionEntry criterion)
    {
        var answers = Columns.Select(column => new ComparisonCell(column, _edition.FindAnswer(column.Slug, criterion.Slug))).ToList();
        var compared = answers.Where(cell => !cell.Treatment.Baseline).ToList();
        var agreement = AnswerComparer.Compare(
            criterion,
            [.. compared.Select(cell => cell.Answer)],
            (one, other) => _edition.FindContrast(compared[one].Treatment.Slug, compared[other].Treatment.Slug)?.VerdictOn(criterion.Slug));
        return new ComparisonRow(criterion, answers, agreement);
    }

    private bool IsOffered(TreatmentEntry treatment, ConcernEntry concern) =>
        _edition.FindEvidence(treatment.Slug, concern.Slug) is { Offer: not ConcernOffer.NotUsual };

    private static IEnumerable<(TreatmentEntry One, TreatmentEntry Other)> Pairs(IReadOnlyList<TreatmentEntry> options) =>
        options.SelectMany((one, index) => options.Skip(index + 1).Select(other => (one, other)));
}

public sealed record ComparisonGroup(CriterionGroupEntry Group, IReadOnlyList<ComparisonRow> Rows);

/// <summary>One question with the answer of every column.</summary>
public sealed record ComparisonRow(CriterionEntry Criterion, IReadOnlyList<ComparisonCell> Cells, Agreement Agreement)
{
    /// <summary>"Only differences" hides what is known to be the same, and never risks or reasons not to have it.</summary>
    public bool MayHide => Agreement == Agreement.Same && !Criterion.AlwaysShown;
}

/// <summary>No answer means "not yet reviewed".</summary>
public sealed record ComparisonCell(TreatmentEntry Treatment, AnswerEntry? Answer);

/// <summary>What editors wrote about two of the options.</summary>
public sealed record PairContrast(TreatmentEntry One, TreatmentEntry Other, ContrastEntry Entry);

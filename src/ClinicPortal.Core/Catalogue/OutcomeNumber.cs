namespace ClinicPortal.Core.Catalogue;

/// <summary>A count of people (or sessions, or knees) to whom something happened.</summary>
public sealed class OutcomeNumber : NamedRow<OutcomeNumberEntry>
{
    public int Id { get; private set; }

    public LocalText Outcome { get; private set; } = LocalText.Empty;

    public OutcomeEffect Effect { get; private set; }

    public LocalText Group { get; private set; } = LocalText.Empty;

    public LocalText? Time { get; private set; }

    public LocalText Counted { get; private set; } = LocalText.Empty;

    public int? Denominator { get; private set; }

    public bool Raw { get; private set; }

    public IReadOnlyList<OutcomeArmEntry> Arms { get; private set; } = [];

    public LocalText? NoRate { get; private set; }

    public Certainty? Certainty { get; private set; }

    public LocalText? CertaintyReason { get; private set; }

    public Concern? Concern { get; private set; }

    public List<OutcomeNumberCell> Places { get; } = [];

    public List<Source> Sources { get; } = [];

    public ReviewEntry? Review { get; private set; }

    public override OutcomeNumberEntry ToEntry() => new()
    {
        Key = Slug,
        Outcome = Outcome,
        Effect = Effect,
        Group = Group,
        Time = Time,
        Counted = Counted,
        Denominator = Denominator,
        Raw = Raw,
        Arms = Arms,
        NoRate = NoRate,
        Certainty = Certainty,
        CertaintyReason = CertaintyReason,
        Concern = Concern?.Slug,
        Places =
            [.. Places.OrderBy(cell => cell.Treatment.Position).ThenBy(cell => cell.Criterion.Position).Select(cell => cell.ToEntry())],
        Sources = Sources.Keys(),
        Review = Review,
    };

    private protected override void CopyFrom(OutcomeNumberEntry entry, WorkingCatalogue catalogue)
    {
        Outcome = entry.Outcome;
        Effect = entry.Effect;
        Group = entry.Group;
        Time = entry.Time;
        Counted = entry.Counted;
        Denominator = entry.Denominator;
        Raw = entry.Raw;
        Arms = entry.Arms;
        NoRate = entry.NoRate;
        Certainty = entry.Certainty;
        CertaintyReason = entry.CertaintyReason;
        Concern = entry.Concern is { } slug ? catalogue.Concern(slug) : null;
        Places.Follow(entry.Places, (place, cell, _) => place.ToEntry() == cell, (place, cell, _) => place.CopyFrom(cell, catalogue));
        Sources.Cite(entry.Sources, catalogue);
        Review = entry.Review;
    }
}

/// <summary>A cell that a number stands in; it may stand there before anyone has written the cell.</summary>
public sealed class OutcomeNumberCell
{
    public int NumberId { get; private set; }

    public TreatmentId TreatmentId { get; private set; }

    public CriterionId CriterionId { get; private set; }

    public Treatment Treatment { get; private set; } = null!;

    public ComparisonCriterion Criterion { get; private set; } = null!;

    public NumberPlace ToEntry() => new() { Treatment = Treatment.Slug, Criterion = Criterion.Slug };

    internal void CopyFrom(NumberPlace entry, WorkingCatalogue catalogue)
    {
        Treatment = catalogue.Treatment(entry.Treatment);
        Criterion = catalogue.Criterion(entry.Criterion);
    }
}

using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Comparing;

/// <summary>What the address of a comparison leads to.</summary>
public abstract record ChoiceOutcome
{
    private ChoiceOutcome() { }

    /// <summary>At least one slug means nothing here; <paramref name="Known"/> are the treatments that the others mean.</summary>
    public sealed record Unknown(IReadOnlyList<string> UnknownSlugs, IReadOnlyList<TreatmentEntry> Known) : ChoiceOutcome;

    /// <summary>One treatment has left the catalogue; the reader decides whether its replacement will do.</summary>
    public sealed record Archived(TreatmentEntry Treatment, TreatmentEntry? ReplacedBy, IReadOnlyList<TreatmentEntry> Others)
        : ChoiceOutcome;

    /// <summary>One treatment is named twice, perhaps under a former slug.</summary>
    public sealed record Twice(TreatmentEntry Treatment, IReadOnlyList<TreatmentEntry> Others) : ChoiceOutcome;

    public sealed record TooFew(IReadOnlyList<TreatmentEntry> Known) : ChoiceOutcome;

    public sealed record TooMany(IReadOnlyList<TreatmentEntry> Treatments) : ChoiceOutcome;

    /// <summary>
    /// The comparison has another address: other order, upper case, a former slug, no treatment named where it stands anyway, or a
    /// query that has no effect. Given with its query, from the root.
    /// </summary>
    public sealed record Moved(string Address) : ChoiceOutcome;

    /// <summary>The canonical address of a comparison.</summary>
    public sealed record Chosen(ComparisonChoice Choice) : ChoiceOutcome;
}

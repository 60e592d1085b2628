using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Editions;

/// <summary>
/// What somebody of the clinic says, with their name, of an item of a standard that no software can check: that patients have tried it. It
/// is made once and never changed; whoever was wrong withdraws it.
/// </summary>
public sealed class Statement
{
    public int Id { get; private set; }

    /// <summary>The item, by its number in the standard: "L16".</summary>
    public required string Item { get; init; }

    /// <summary>
    /// Of which comparison, by the treatments as its address named them: "botulinum-vs-ha-filler". None is of every comparison.
    /// </summary>
    public string? Comparison { get; init; }

    /// <summary>How it is known. Patients read it.</summary>
    public required string Basis { get; init; }

    /// <summary>The edition that patients read then: the statement says nothing of an earlier one.</summary>
    public required int Edition { get; init; }

    /// <summary>The last day on which it counts; none counts for <see cref="Edition"/> alone.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>By the name that the person had then, as <see cref="Role"/> and <see cref="Registration"/>.</summary>
    public required string By { get; init; }

    public required string Role { get; init; }

    public string? Registration { get; init; }

    /// <summary>The account.</summary>
    public required int ById { get; init; }

    /// <summary>The clinic's day on which it was made.</summary>
    public required DateOnly Day { get; init; }

    public required DateTimeOffset At { get; init; }

    public StatementWithdrawal? Withdrawal { get; init; }

    /// <summary>"Confirmed by Example Clinician, Dermatologist (EX 1), 2 December 2026".</summary>
    public string Signature =>
        $"Confirmed by {By}, {Role}{(Registration is null ? "" : $" ({Registration})")}, {RunningText.NameOf(Day)}";

    /// <summary>"until 2 December 2027", "for edition 3 only".</summary>
    public string Term => Until is { } until ? $"until {RunningText.NameOf(until)}" : $"for edition {Edition} only";

    /// <summary>Whether it counts for what is compared in an edition on a day.</summary>
    public bool Holds(Edition edition, IReadOnlyList<TreatmentEntry> compared, DateOnly day) =>
        Withdrawal is null
        && (Until is { } until ? edition.Number >= Edition && day <= until : edition.Number == Edition)
        && (Comparison is null || Compared(edition).SetEquals(compared.Select(treatment => treatment.Slug)));

    /// <summary>By the names of today: a treatment may have another in addresses since.</summary>
    private HashSet<string> Compared(Edition edition) =>
        [.. Contrast.Between(Comparison!).Select(slug =>
            (edition.FindTreatment(slug) ?? edition.FindTreatmentByFormerSlug(slug))?.Slug ?? slug)];
}

/// <summary>Somebody has taken a statement back; it stays where it can be read that it was made.</summary>
public sealed class StatementWithdrawal
{
    public int StatementId { get; init; }

    public required string Why { get; init; }

    public required string By { get; init; }

    public required int ById { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>The statements that were not withdrawn, with a number that grows with each that is made or withdrawn.</summary>
public sealed record StatementsInForce(int Number, IReadOnlyList<Statement> All)
{
    public static StatementsInForce None { get; } = new(0, []);
}

namespace ClinicPortal.Core.Catalogue;

/// <summary>
/// A clinician's signature under what one row says. It holds the clinician's name, role and registration of that day, so that nobody else's
/// name comes to stand under it; whether it still holds, see <see cref="Editions.ReviewUnit"/>.
/// </summary>
public sealed record ReviewEntry
{
    [Code]
    public required string Clinician { get; init; }

    [Code]
    public required LocalText Role { get; init; }

    [Code]
    public required string Registration { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The last day on which what was signed counts as reviewed.</summary>
    public required DateOnly NextDue { get; init; }

    /// <summary>The hash of what was signed, of its question and of its sources.</summary>
    [Code]
    public required string Hash { get; init; }

    /// <summary>By the names that they had: whoever has written what was signed.</summary>
    [Code]
    public IReadOnlyList<string> Writers { get; init; } = [];
}

/// <summary>An entry that a clinician signs before patients read it.</summary>
public interface IReviewedEntry
{
    ReviewEntry? Review { get; }

    /// <summary>The same words under another signature, or under none.</summary>
    IReviewedEntry Under(ReviewEntry? review);
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Publishing;

/// <summary>What would be published, and what stands against it. Each is worked out when it is asked for.</summary>
public sealed class EditionDraft
{
    private readonly NextEdition _next;
    private readonly DateTimeOffset _now;

    internal EditionDraft(NextEdition next, KnownPictures pictures, DateTimeOffset now) =>
        (_next, _now, Reasons) = (next, now, next.ReasonsAgainst(pictures));

    /// <summary>In which everything else stands.</summary>
    public ClinicContent Content => _next.Content;

    /// <summary>What must be put right first.</summary>
    public IReadOnlyList<ContentProblem> Reasons { get; }

    /// <summary>What is worth a look besides, and patients do not read yet.</summary>
    public IReadOnlyList<ContentProblem> Warnings => _next.Warnings;

    /// <summary>What is worth a look too, and needs no reason.</summary>
    public IReadOnlyList<ContentProblem> Advice => _next.Advice;

    /// <summary>Everything that clinicians sign.</summary>
    public ReviewUnits Units => _next.Units;

    /// <summary>What of it patients would read for the first time and no clinician has signed.</summary>
    public IReadOnlyList<ReviewUnit> Unreviewed => _next.Unreviewed;

    /// <summary>It is published with a reason only.</summary>
    public bool NeedsReason => _next.NeedsReason;

    /// <summary>Stands for these warnings and what is not signed, see <see cref="PublishChoice"/>.</summary>
    public string Listed => _next.Listed;

    /// <summary>As patients would read it; none, where something stands against it.</summary>
    public Edition? Edition => Reasons.Count > 0 ? null : field ??= new(_next.Latest + 1, _now, Content);
}

/// <summary>What somebody who looked through the pending rows wants to publish.</summary>
/// <param name="Paths">Of the rows that go along, see <see cref="Editing.PendingRow"/>.</param>
/// <param name="Edition">The edition that patients read when they looked.</param>
/// <param name="Seen">The newest change then: a row that changed later has not been seen.</param>
/// <param name="Listed">
/// The warnings and what is not signed that they saw, see <see cref="EditionDraft.Listed"/>: their reason is for that. None, where nobody
/// looked.
/// </param>
public sealed record PublishChoice(IReadOnlySet<string> Paths, int Edition, int Seen, string? Listed = null);

/// <summary>What came of publishing.</summary>
public abstract record PublishOutcome
{
    private PublishOutcome() { }

    public sealed record Published(int Number) : PublishOutcome;

    /// <summary>It is published when its time comes.</summary>
    public sealed record Scheduled(int Id) : PublishOutcome;

    /// <summary>All of it waits for its time already.</summary>
    public sealed record AlreadyScheduled : PublishOutcome;

    /// <summary>Safety holds hide these rows, and would stop it when its time comes.</summary>
    public sealed record Held(IReadOnlyList<string> Paths) : PublishOutcome;

    /// <summary>Somebody has published another edition meanwhile.</summary>
    public sealed record Overtaken(int Number) : PublishOutcome;

    /// <summary>Rows that would go along have changed since whoever publishes looked at them.</summary>
    public sealed record Unseen(IReadOnlyList<string> Paths) : PublishOutcome;

    /// <summary>Nobody has said why it is to be published as it is, or has said so of something else.</summary>
    /// <param name="Warnings">What is worth a look.</param>
    /// <param name="Unreviewed">What patients would read for the first time and no clinician has signed.</param>
    public sealed record NeedsReason(
        IReadOnlyList<ContentProblem> Warnings, IReadOnlyList<ReviewUnit> Unreviewed) : PublishOutcome;

    /// <summary>The working tables say what the latest edition says.</summary>
    public sealed record NothingChanged(int Number) : PublishOutcome;

    /// <param name="Reasons">What stands against it.</param>
    public sealed record Refused(IReadOnlyList<ContentProblem> Reasons) : PublishOutcome;
}

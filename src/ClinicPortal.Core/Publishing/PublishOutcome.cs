using ClinicPortal.Core.Checks;

namespace ClinicPortal.Core.Publishing;

/// <summary>What came of publishing.</summary>
public abstract record PublishOutcome
{
    private PublishOutcome() { }

    public sealed record Published(int Number) : PublishOutcome;

    /// <summary>The working tables say what the latest edition says.</summary>
    public sealed record NothingChanged(int Number) : PublishOutcome;

    public sealed record Refused(IReadOnlyList<ContentProblem> Reasons) : PublishOutcome;
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;

namespace ClinicPortal.Core.Publishing;

/// <summary>What came of publishing.</summary>
public abstract record PublishOutcome
{
    private PublishOutcome() { }

    public sealed record Published(int Number) : PublishOutcome;

    /// <summary>The working tables say what the latest edition says.</summary>
    public sealed record NothingChanged(int Number) : PublishOutcome;

    /// <param name="Reasons">What stands against it.</param>
    /// <param name="Content">In which the reasons stand.</param>
    public sealed record Refused(IReadOnlyList<ContentProblem> Reasons, ClinicContent Content) : PublishOutcome;
}

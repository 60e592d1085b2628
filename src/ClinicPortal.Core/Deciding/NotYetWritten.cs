using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Deciding;

/// <summary>What the store has no text for, in words; the pages say it instead of leaving a gap.</summary>
public static class NotYetWritten
{
    /// <summary>"how the studies were chosen for skin rejuvenation and hair loss".</summary>
    public static string HowEvidenceWasChosen(IReadOnlyList<ConcernEntry> concerns) => concerns.Count == 0
        ? "how the studies were chosen"
        : $"how the studies were chosen for {RunningText.List([.. concerns.Select(RunningText.NameOf)], "and")}";
}

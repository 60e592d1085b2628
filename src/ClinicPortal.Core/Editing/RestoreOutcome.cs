namespace ClinicPortal.Core.Editing;

/// <summary>What came of restoring many rows at once: all of them, or none.</summary>
public abstract record RestoreOutcome
{
    private RestoreOutcome() { }

    /// <param name="Count">How many rows said something else before.</param>
    public sealed record Restored(int Count) : RestoreOutcome;

    /// <summary>Rows were changed after whoever restores last looked: nothing is restored, and a person decides.</summary>
    /// <param name="Paths">All of them, as in <see cref="Storage.FieldChange.Path"/>.</param>
    public sealed record Conflict(IReadOnlyList<string> Paths) : RestoreOutcome;
}

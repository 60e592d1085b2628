namespace ClinicPortal.Core.Editing;

/// <summary>What came of saving one row.</summary>
public abstract record SaveOutcome<TEntry> where TEntry : class
{
    private SaveOutcome() { }

    /// <param name="Version">Of the row now.</param>
    /// <param name="Theirs">Fields that somebody else had changed meanwhile and that stand as they left them.</param>
    public sealed record Saved(int Version, IReadOnlyList<string> Theirs) : SaveOutcome<TEntry>
    {
        /// <summary>Where the row stands, as in <see cref="Storage.FieldChange.Path"/>.</summary>
        public required string Path { get; init; }
    }

    /// <summary>One in use is called the same: nothing is saved.</summary>
    /// <param name="Title">What both are called.</param>
    public sealed record Doubled(string Title) : SaveOutcome<TEntry>;

    /// <summary>The row says so already.</summary>
    public sealed record Unchanged(int Version) : SaveOutcome<TEntry>;

    /// <summary>Somebody else changed the same field: nothing is saved, and a person decides.</summary>
    /// <param name="Ancestor">What both began with.</param>
    /// <param name="Theirs">What the store says now, in <paramref name="TheirVersion"/>.</param>
    /// <param name="Mine">What was to be saved.</param>
    /// <param name="Together">Both edits; where they differ, mine.</param>
    /// <param name="TheirVersion">With which the next form begins.</param>
    /// <param name="Fields">What both have changed.</param>
    public sealed record Conflict(
        TEntry? Ancestor, TEntry Theirs, TEntry Mine, TEntry Together, int TheirVersion,
        IReadOnlyList<string> Fields) : SaveOutcome<TEntry>;

    internal SaveOutcome<object> Untyped() => this switch
    {
        Saved saved => new SaveOutcome<object>.Saved(saved.Version, saved.Theirs) { Path = saved.Path },
        Doubled doubled => new SaveOutcome<object>.Doubled(doubled.Title),
        Unchanged same => new SaveOutcome<object>.Unchanged(same.Version),
        Conflict met => new SaveOutcome<object>.Conflict(met.Ancestor, met.Theirs, met.Mine, met.Together, met.TheirVersion, met.Fields),
        _ => throw new InvalidOperationException("An outcome without a case here."),
    };
}

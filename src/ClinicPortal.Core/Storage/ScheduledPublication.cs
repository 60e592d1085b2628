namespace ClinicPortal.Core.Storage;

/// <summary>What has become of a scheduled publication.</summary>
public enum ScheduleState
{
    Waiting,

    /// <summary>Its time came and something stood against it; nothing was published.</summary>
    Stopped,

    Cancelled,

    Published,
}

/// <summary>
/// A choice that is published when its time comes: certain versions of rows, whatever they say by then, and what was seen and accepted
/// when it was made.
/// </summary>
public sealed class ScheduledPublication
{
    public int Id { get; private set; }

    /// <summary>
    /// As the clinic's clocks show it, in whole minutes. The moment of it follows from the clinic's time zone on the day itself.
    /// </summary>
    public required DateTime At { get; init; }

    public required string By { get; init; }

    /// <summary>Whose account: when its time comes, the person must still be one who may publish.</summary>
    public required int ById { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public string? Note { get; init; }

    /// <summary>Why patients are to read it as it is; none, where it is signed and there are no warnings.</summary>
    public string? Reason { get; init; }

    /// <summary>The newest <see cref="FieldChange"/> when it was made.</summary>
    public required int LastChange { get; init; }

    /// <summary>The warnings that the reason was given for.</summary>
    public required List<string> Warnings { get; init; }

    /// <summary>Hashes of what no clinician had signed, likewise.</summary>
    public required List<string> Unreviewed { get; init; }

    public List<ScheduledRow> Rows { get; } = [];

    public ScheduleState State { get; private set; }

    /// <summary>When the state was reached; none, while it waits.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who cancelled or published it before its time; none, where the portal did it.</summary>
    public string? EndedBy { get; private set; }

    /// <summary>What stood against it, for staff.</summary>
    public string? Stop { get; private set; }

    /// <summary>The edition that came of it.</summary>
    public int? Edition { get; private set; }

    /// <summary>It waits, or somebody has still to look at why it was stopped.</summary>
    public bool IsOpen => State is ScheduleState.Waiting or ScheduleState.Stopped;

    /// <summary>Says why nothing is published, to staff and to the audit log.</summary>
    internal void StopIn(ClinicDbContext db, DateTimeOffset now, string reasons)
    {
        End(ScheduleState.Stopped, now, stop: reasons);
        RecordIn(db, $"Stopped. {reasons}");
    }

    internal void RecordIn(ClinicDbContext db, string what) =>
        db.Record(AuditKind.Publication, $"Publication scheduled for {WallClock.Format(At)}", what);

    internal void End(ScheduleState state, DateTimeOffset at, string? by = null, string? stop = null, int? edition = null) =>
        (State, EndedAt, EndedBy, Stop, Edition) = (state, at, by, stop ?? Stop, edition);
}

/// <summary>The version of one row that a schedule publishes, by the changes that made it.</summary>
public sealed class ScheduledRow
{
    public int ScheduleId { get; private set; }

    /// <summary>The oldest of the changes that patients had not read when it was chosen.</summary>
    public required int FirstId { get; init; }

    /// <summary>The change after which the row says what was chosen.</summary>
    public required int LastId { get; init; }

    public FieldChange First { get; private set; } = null!;

    public FieldChange Last { get; private set; } = null!;

    /// <summary>What staff called the row then.</summary>
    public required string Name { get; init; }
}

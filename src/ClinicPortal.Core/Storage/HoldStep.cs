namespace ClinicPortal.Core.Storage;

/// <summary>What somebody did with a safety hold.</summary>
public enum HoldAct
{
    /// <summary>Hid something from patients; the hold begins.</summary>
    Placed,

    /// <summary>A second person agrees that it is hidden.</summary>
    Confirmed,

    /// <summary>A second person shows it to patients again; the hold ends.</summary>
    Lifted,

    /// <summary>It stays hidden for good.</summary>
    Withdrawn,
}

/// <summary>
/// One step in the life of a safety hold. What is hidden follows from all of them; none is changed or deleted afterwards: the database
/// itself refuses that.
/// </summary>
public sealed class HoldStep
{
    /// <summary>Made with every start, because a restored database may come from a release that did not have them.</summary>
    internal const string Locks =
        """
        DROP TRIGGER IF EXISTS HoldStep_stays;
        CREATE TRIGGER HoldStep_stays BEFORE UPDATE ON HoldStep
        BEGIN SELECT RAISE(ABORT, 'A safety hold is never changed.'); END;
        DROP TRIGGER IF EXISTS HoldStep_remains;
        CREATE TRIGGER HoldStep_remains BEFORE DELETE ON HoldStep
        BEGIN SELECT RAISE(ABORT, 'A safety hold is never deleted.'); END;
        DROP TRIGGER IF EXISTS HoldStep_replaces;
        CREATE TRIGGER HoldStep_replaces BEFORE INSERT ON HoldStep WHEN EXISTS (SELECT 1 FROM HoldStep WHERE Id = NEW.Id)
        BEGIN SELECT RAISE(ABORT, 'A safety hold is never replaced.'); END;
        """;

    /// <summary>The steps of all holds are numbered together: by it others notice a new one.</summary>
    public int Id { get; private set; }

    /// <summary>Names the step in every copy of the store.</summary>
    public required Guid Key { get; init; }

    /// <summary>The <see cref="Key"/> of the step with which its hold began.</summary>
    public required Guid Hold { get; init; }

    public required HoldAct Act { get; init; }

    /// <summary>Where the row that is hidden stood, as in <see cref="FieldChange.Path"/>.</summary>
    public required string Path { get; init; }

    /// <summary>Every path it had until then, that one first: past editions hold it by older names.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>What it was called then.</summary>
    public required string Name { get; init; }

    /// <summary>For staff.</summary>
    public string? Why { get; init; }

    /// <summary>A sentence that patients read in its place.</summary>
    public string? ForPatients { get; init; }

    /// <summary>By the name that the person had then.</summary>
    public required string By { get; init; }

    /// <summary>The <see cref="StaffUser"/>; kept without a reference, because a restored store may not know the person.</summary>
    public required int ById { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The same step for another store, which numbers it anew.</summary>
    internal HoldStep Again() => new()
    {
        Key = Key,
        Hold = Hold,
        Act = Act,
        Path = Path,
        Paths = Paths,
        Name = Name,
        Why = Why,
        ForPatients = ForPatients,
        By = By,
        ById = ById,
        At = At,
    };
}

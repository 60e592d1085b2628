namespace ClinicPortal.Core.Storage;

/// <summary>An edition in the store: who published which entries when. Its rows are written once and never changed.</summary>
public sealed class EditionRecord
{
    public required int Number { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required string PublishedBy { get; init; }

    public string? Note { get; init; }

    /// <summary>The newest <see cref="FieldChange"/> when it was published; what came later, patients do not read yet.</summary>
    public int LastChange { get; internal set; }

    /// <summary>The edition whose entries it repeats, where a publication was undone.</summary>
    public int? Repeats { get; init; }

    /// <summary>For which time it was scheduled, by the clinic's clocks; none, where somebody published it there and then.</summary>
    public DateTime? ScheduledFor { get; init; }

    /// <summary>It was published well after that time, because the portal was not running, or could not write.</summary>
    public bool IsLate { get; init; }

    /// <summary>Why it was published as it was; none, where all that was new to patients was signed and there were no warnings.</summary>
    public string? Override { get; init; }

    /// <summary>How much of it nobody had signed and patients had not read before.</summary>
    public int Unreviewed { get; init; }

    /// <summary>How many warnings of contradictions and gaps came with it; one can tell of several gaps.</summary>
    public int Warnings { get; init; }

    /// <summary>What was changed by then and did not go along.</summary>
    public List<LeftOutRow> LeftOut { get; } = [];

    public List<EditionPart> Parts { get; } = [];
}

/// <summary>A row that an edition holds as it was, though it had been changed.</summary>
public sealed class LeftOutRow
{
    public int EditionNumber { get; private set; }

    /// <summary>Where the row stood when it was changed, as in <see cref="FieldChange.Path"/>.</summary>
    public required string Path { get; init; }

    /// <summary>The row's changes after this <see cref="FieldChange"/> are not in the edition.</summary>
    public required int Since { get; init; }
}

/// <summary>One entry's place in an edition.</summary>
public sealed class EditionPart
{
    public int EditionNumber { get; private set; }

    public required int Position { get; init; }

    public required string Hash { get; init; }

    public StoredEntry Entry { get; private set; } = null!;
}

/// <summary>
/// An entry as it was published, under the hash of what it says: editions that say the same share it, so a hundred small
/// publications cost little.
/// </summary>
public sealed class StoredEntry
{
    public required string Hash { get; init; }

    /// <summary>Which list of the catalogue it belongs to.</summary>
    public required string Kind { get; init; }

    /// <summary>The format in which it was written; a later release still opens it.</summary>
    public required int Format { get; init; }

    public required string Json { get; init; }
}

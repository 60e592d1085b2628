namespace ClinicPortal.Core.Storage;

/// <summary>Who saved something, when and why. Never changed and never deleted.</summary>
public sealed class ChangeSet
{
    public int Id { get; private set; }

    public required string By { get; init; }

    /// <summary>Whose account; none, where the program or the command line saved it.</summary>
    public int? ById { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Why { get; init; }

    /// <summary>It holds a clinician's signatures and changes no word.</summary>
    public bool Signs { get; init; }

    public List<FieldChange> Changes { get; } = [];
}

/// <summary>
/// What one row of the working tables said before and after. A cell is one row, and so are a treatment's own fields, an evidence and a
/// source; the difference between the two is told field by field.
/// </summary>
public sealed class FieldChange
{
    public int Id { get; private set; }

    public int ChangeSetId { get; private set; }

    public ChangeSet ChangeSet { get; private set; } = null!;

    /// <summary>Where the row stands: <c>treatments/prp/answers/onset</c>.</summary>
    public required string Path
    {
        get;
        init
        {
            field = value;
            Criterion = value.Split('/') is ["treatments", _, "answers", var criterion] ? criterion : null;
        }
    }

    /// <summary>Slug of the criterion that the row answers, if it is an answer: a column of its own, so that an index finds it.</summary>
    public string? Criterion { get; private init; }

    /// <summary>The version that the row had after it.</summary>
    public required int Version { get; init; }

    /// <summary>The row as in the content file, in JSON; none, where there was no row.</summary>
    public string? Before { get; init; }

    /// <summary>None, where the row is gone or put away.</summary>
    public string? After { get; init; }
}

/// <summary>What would become of one row, or of the order of a list, with the next save.</summary>
/// <param name="Path">As in <see cref="FieldChange.Path"/>.</param>
/// <param name="Before">As in <see cref="FieldChange.Before"/>.</param>
/// <param name="After">As in <see cref="FieldChange.After"/>.</param>
public sealed record RowChange(string Path, string? Before, string? After);

/// <summary>Signs what is saved.</summary>
/// <param name="By">A person's name, or the program's.</param>
/// <param name="At">When.</param>
/// <param name="Why">In the person's words.</param>
public sealed record Signature(string By, DateTimeOffset At, string? Why = null)
{
    /// <inheritdoc cref="ChangeSet.ById"/>
    public int? ById { get; init; }

    /// <inheritdoc cref="ChangeSet.Signs"/>
    public bool Signs { get; init; }
}

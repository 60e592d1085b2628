namespace ClinicPortal.Core.Storage;

/// <summary>What a person has typed into one form and not saved; outside history, review and publishing.</summary>
public sealed class WorkingDraft
{
    /// <summary>Of the form's fields together, as JSON.</summary>
    public const int MaxLength = 200_000;

    public required int UserId { get; init; }

    /// <summary>The row that the form is for, as in <see cref="FieldChange.Path"/>.</summary>
    public required string Path { get; init; }

    /// <summary>The version that the form began with.</summary>
    public required int BaseVersion { get; set; }

    public required string Fields { get; set; }

    /// <summary>What the row would say if the form were saved, in JSON; none, where the form could not be.</summary>
    public string? Entry { get; set; }

    public required DateTimeOffset SavedAt { get; set; }
}

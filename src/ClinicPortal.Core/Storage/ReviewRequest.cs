namespace ClinicPortal.Core.Storage;

/// <summary>Somebody asked clinicians to review a treatment, or one row of the catalogue.</summary>
public sealed class ReviewRequest
{
    public int Id { get; private set; }

    /// <summary>Where the row, or everything of a treatment, stood when it was asked, as in <see cref="FieldChange.Path"/>.</summary>
    public required string Path { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Note { get; init; }

    /// <summary>All of it has been signed, or somebody has taken the request back.</summary>
    public DateTimeOffset? DoneAt { get; set; }
}

/// <summary>What somebody has to say about a row before it is signed.</summary>
public sealed class ReviewComment
{
    public const int LongestText = 2_000;

    public int Id { get; private set; }

    /// <inheritdoc cref="ReviewRequest.Path"/>
    public required string Path { get; init; }

    /// <summary>The field of the row that it is about, in the content file's word; none, for the row as a whole.</summary>
    public string? Field { get; init; }

    public required string By { get; init; }

    /// <summary>Whose account; none, for a clinician who came by a <see cref="ReviewLink"/>.</summary>
    public required int? ById { get; init; }

    /// <summary>The clinician who came by a link.</summary>
    public int? ClinicianId { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Text { get; init; }

    /// <summary>What the field should say instead.</summary>
    public string? Suggestion { get; init; }

    /// <summary>What the field said when that was suggested: a wording is not put over words that nobody saw.</summary>
    public string? SuggestedFor { get; init; }

    public DateTimeOffset? ResolvedAt { get; set; }

    public string? ResolvedBy { get; set; }

    /// <summary>In the words of whoever closed it.</summary>
    public string? Answer { get; set; }

    /// <summary>The suggestion stands in the row now: whoever made it has written in it.</summary>
    public bool Taken { get; set; }
}

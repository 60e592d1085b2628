namespace ClinicPortal.Core.Storage;

/// <summary>Lets a colleague read some pending rows on the patients' pages before they are published, and nothing else.</summary>
public sealed class PreviewLink
{
    public const int LongestColleague = 100;

    public int Id { get; private set; }

    /// <summary>Of the key in its address, which is not stored.</summary>
    public required string KeyHash { get; init; }

    /// <summary>For whom it was made, in the words of whoever made it.</summary>
    public required string Colleague { get; init; }

    /// <summary>Where the rows stood when it was made, as in <see cref="FieldChange.Path"/>.</summary>
    public required List<string> Paths { get; init; }

    public required string By { get; init; }

    public required int ById { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset Expires { get; init; }

    /// <summary>When it was opened for the first time.</summary>
    public DateTimeOffset? OpenedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}

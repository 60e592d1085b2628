namespace ClinicPortal.Core.Storage;

/// <summary>
/// Lets one clinician who has no account read and sign some rows: with the key of an address, and once with a code that travels apart from
/// it. Neither is stored, only what tells whether they are right.
/// </summary>
public sealed class ReviewLink
{
    public int Id { get; private set; }

    public required string KeyHash { get; init; }

    public required string CodeHash { get; init; }

    /// <summary>Whose signature it makes.</summary>
    public required int ClinicianId { get; init; }

    /// <summary>Where the rows stood when it was made, as in <see cref="FieldChange.Path"/>.</summary>
    public required List<string> Paths { get; init; }

    public required string By { get; init; }

    public required int ById { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public int WrongCodes { get; set; }

    /// <summary>When its code was used, which can be done once.</summary>
    public DateTimeOffset? OpenedAt { get; set; }

    /// <summary>Of what the one browser keeps that opened it.</summary>
    public string? SessionHash { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}

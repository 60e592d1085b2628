namespace ClinicPortal.Core.Storage;

/// <summary>
/// How often readers said of a question, on one day, that its answers were or were not clear. Nothing else is known of them.
/// </summary>
public sealed class ClarityCount
{
    /// <summary>Slug of the criterion.</summary>
    public required string Criterion { get; init; }

    /// <summary>In UTC.</summary>
    public required DateOnly Day { get; init; }

    public required bool Clear { get; init; }

    public required int Count { get; set; }
}

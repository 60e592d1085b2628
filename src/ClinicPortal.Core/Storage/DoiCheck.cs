namespace ClinicPortal.Core.Storage;

/// <summary>Whether the DOI system knew a DOI when somebody last asked it.</summary>
public sealed class DoiCheck
{
    /// <summary>From its "10." on, as in <see cref="Catalogue.SourceEntry.Doi"/>.</summary>
    public required string Doi { get; init; }

    public required DateTimeOffset At { get; set; }

    public required bool IsKnown { get; set; }
}

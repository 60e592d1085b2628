namespace ClinicPortal.Core.Storage.Backups;

/// <summary>What a backup says of itself, as <c>backup.json</c> in its archive.</summary>
/// <param name="MadeAt">When the database was read.</param>
/// <param name="Reason">Why it was made.</param>
/// <param name="Store">What the database held then.</param>
/// <param name="Files">Every other file of the archive, with its SHA-256.</param>
public sealed record BackupManifest(DateTimeOffset MadeAt, BackupReason Reason, StoreFacts Store, IReadOnlyDictionary<string, string> Files)
{
    internal const string Name = "backup.json";
}

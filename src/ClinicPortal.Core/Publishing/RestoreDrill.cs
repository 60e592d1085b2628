using System.Text.Json;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Storage;
using ClinicPortal.Core.Storage.Backups;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Publishing;

/// <summary>
/// Restores the newest backup into a folder of its own and opens the clinic there: the edition that patients would read, and the working
/// tables. What came of the last time stands beside the backups.
/// </summary>
public sealed class RestoreDrill(DataFolder folder, BackupStore backups, KnownPictures pictures, TimeProvider clock)
{
    private string ResultPath => Path.Combine(folder.Backups, "drill.json");

    /// <summary>None, if there never was one.</summary>
    public async Task<DrillResult?> LastAsync(CancellationToken cancel = default)
    {
        try
        {
            await using var file = File.OpenRead(ResultPath);
            return await JsonSerializer.DeserializeAsync<DrillResult>(file, cancellationToken: cancel);
        }
        catch (Exception failure) when (failure is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public async Task<DrillResult> RunAsync(CancellationToken cancel = default)
    {
        var newest = backups.Newest()
            ?? throw new StoreException($"There is no backup in {folder.Backups} to try. Make one first with \"backup create\".");
        DrillResult result;
        try
        {
            using var backup = await backups.UnpackAsync(newest.Path, cancel);
            result = await TryAsync(newest.Name, backup, cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            result = new(clock.GetUtcNow(), newest.Name, 0, 0, 0, failure.Message);
        }
        await KeepAsync(result, cancel);
        return result;
    }

    private async Task<DrillResult> TryAsync(string name, UnpackedBackup backup, CancellationToken cancel)
    {
        await using var db = await backup.Contexts.CreateDbContextAsync(cancel);
        // As a start would do it with a backup of an older release.
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
            await db.Database.MigrateAsync(cancel);
        var edition = await new Publisher(backup.Contexts, pictures, new()).OpenLatestAsync(cancel);
        var catalogue = await db.ReadCatalogueAsync(cancel);
        var expected = backup.Manifest.Store;
        return new(clock.GetUtcNow(), name, edition.Number, catalogue.Treatments.Count, expected.AllRows, edition.Number == expected.Edition
            ? null
            : $"The backup should contain edition {expected.Edition}, but edition {edition.Number} was opened.");
    }

    private async Task KeepAsync(DrillResult result, CancellationToken cancel)
    {
        var aside = $"{ResultPath}.part";
        await File.WriteAllTextAsync(aside, JsonSerializer.Serialize(result), cancel);
        File.Move(aside, ResultPath, overwrite: true);
    }
}

/// <summary>What came of a drill.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Backup">The name of the backup that was tried.</param>
/// <param name="Edition">That was opened; 0, if none was published.</param>
/// <param name="Treatments">How many the working tables hold.</param>
/// <param name="Rows">How many all tables hold, as many as when the backup was made.</param>
/// <param name="Problem">Why the backup cannot be relied on; none, if it can.</param>
public sealed record DrillResult(DateTimeOffset At, string Backup, int Edition, int Treatments, long Rows, string? Problem);

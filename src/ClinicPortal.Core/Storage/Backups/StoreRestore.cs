using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Storage.Backups;

/// <summary>Puts a backup in the place of the store, and keeps what it replaces; what was hidden from patients stays hidden.</summary>
public sealed class StoreRestore(
    DataFolder folder, BackupStore backups, DbContextOptions<ClinicDbContext> options, TimeProvider clock)
{
    /// <param name="archive">Path of the backup.</param>
    /// <param name="evenIfNewer">Also where the store holds something that the backup does not.</param>
    /// <param name="cancel">Stops before anything is replaced.</param>
    /// <exception cref="StoreException">
    /// Somebody works with the store, or the backup is not whole, or another release made it. Nothing was changed.
    /// </exception>
    public async Task<RestoreOutcome> RestoreAsync(string archive, bool evenIfNewer, CancellationToken cancel = default)
    {
        Directory.CreateDirectory(folder.Path);
        using var whole = StoreLock.TakeWhole(folder);
        using var alone = await StoreLock.TakeAsync(folder, cancel);
        StoreSwap.Finish(folder);
        ScratchFolder.ClearIn(folder.Path);
        using var backup = await UnpackedBackup.OpenAsync(archive, folder.Path, options, cancel);
        await RefuseUnknownStepsAsync(backup, cancel);
        var newer = NewerThan(backup.Manifest);
        var holds = File.Exists(folder.Database)
            ? await CarriedHolds.ReadAsync(folder.Database, backup, options, cancel)
            : new([], []);
        if (newer is { IsAny: true } && !evenIfNewer)
            return new RestoreOutcome.Warned(backup.Manifest, newer, holds);

        if (holds is not null)
            await holds.ApplyAsync(backup, cancel);
        var stopped = await StopSchedulesAsync(backup, cancel);
        var kept = await KeepAsync(cancel);
        var replaced = Stage(backup);
        StoreSwap.Finish(folder);
        if (kept is not null && Directory.Exists(replaced))
            Directory.Delete(replaced, recursive: true);
        return new RestoreOutcome.Restored(
            backup.Manifest, newer, kept?.File.Path ?? (Directory.Exists(replaced) ? replaced : null), holds, stopped);
    }

    /// <summary>
    /// What waited for its time when the backup was made may have been cancelled or undone since: it is not published before somebody
    /// has looked.
    /// </summary>
    private async Task<int> StopSchedulesAsync(UnpackedBackup backup, CancellationToken cancel)
    {
        // A start brings a backup of an older release up, and such a one has none.
        if (backup.Manifest.Store.Rows.GetValueOrDefault(nameof(ScheduledPublication)) == 0)
            return 0;
        var stopped = 0;
        await backup.ChangeAsync(
            async db =>
            {
                var waiting = await db.Schedules.Where(one => one.State == ScheduleState.Waiting).ToListAsync(cancel);
                foreach (var schedule in waiting)
                    schedule.StopIn(db, clock.GetUtcNow(), "A backup was restored. This may have been published or cancelled after the "
                        + "backup was made, so check it first.");
                await db.SaveChangesAsync(cancel);
                stopped = waiting.Count;
            },
            cancel);
        return stopped;
    }

    private static async Task RefuseUnknownStepsAsync(UnpackedBackup backup, CancellationToken cancel)
    {
        await using var db = await backup.Contexts.CreateDbContextAsync(cancel);
        if (backup.Manifest.Store.Steps.Except(db.Database.GetMigrations()).FirstOrDefault() is { } unknown)
            throw new StoreException($"The backup was made by a version of the portal with the database change \"{unknown}\", which "
                + "this version does not know. Nothing was changed. Restore it with that version, or choose another backup.");
    }

    /// <summary>None, where there is no database or it cannot be read.</summary>
    private NewerThanBackup? NewerThan(BackupManifest manifest)
    {
        if (!File.Exists(folder.Database))
            return null;
        try
        {
            using var connection = new SqliteConnection($"Data Source={folder.Database};Mode=ReadOnly;Pooling=false");
            connection.Open();
            return new(StoreFacts.Read(connection), manifest, clock.GetUtcNow());
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <summary>None, where there is no database or it is damaged; then its files themselves are kept.</summary>
    private async Task<MadeBackup?> KeepAsync(CancellationToken cancel)
    {
        try
        {
            return File.Exists(folder.Database) ? await backups.CreateAloneAsync(BackupReason.BeforeRestore, cancel) : null;
        }
        catch (StoreException)
        {
            return null;
        }
    }

    /// <returns>Where what is replaced will be.</returns>
    private string Stage(UnpackedBackup backup)
    {
        var ready = new DirectoryInfo(backup.Path);
        foreach (var companion in ready.EnumerateFiles($"{DataFolder.DatabaseName}-*"))
            companion.Delete();
        // A folder that the backup does not hold must go too.
        foreach (var name in DataFolder.Folders.Where(name => Directory.Exists(folder.In(name))))
            PrivateFiles.MakeFolder(Path.Combine(backup.Path, name));
        var replaced = PrivateFiles.Free(folder.In(StoreSwap.Replaced + BackupFile.StampOf(clock.GetUtcNow())));
        PrivateFiles.MakeFolder(Path.Combine(backup.Path, Path.GetFileName(replaced)));
        Directory.Move(backup.Path, folder.Restoring);
        return replaced;
    }
}

/// <summary>What the store holds beyond a backup.</summary>
/// <param name="Editions">The numbers of those that were published since.</param>
/// <param name="Changes">How many rows were saved since.</param>
/// <param name="Rows">How many more rows the store holds in all tables together; below 0, if fewer.</param>
/// <param name="Days">How old the backup is.</param>
public sealed record NewerThanBackup(IReadOnlyList<int> Editions, int Changes, long Rows, int Days)
{
    internal NewerThanBackup(StoreFacts store, BackupManifest backup, DateTimeOffset now) : this(
        [.. Enumerable.Range(backup.Store.Edition + 1, Math.Max(0, store.Edition - backup.Store.Edition))],
        Math.Max(0, store.Change - backup.Store.Change), store.AllRows - backup.Store.AllRows,
        Math.Max(0, (int)(now - backup.MadeAt).TotalDays))
    { }

    public bool IsAny => Editions.Count > 0 || Changes > 0 || Rows > 0;
}

/// <summary>What came of restoring a backup.</summary>
public abstract record RestoreOutcome
{
    private RestoreOutcome() { }

    /// <param name="Backup">What the store is now.</param>
    /// <param name="Newer">What the store held beyond it; none, if it could not be read.</param>
    /// <param name="KeptAt">The path of what was replaced: a backup, or a folder with the files; none, if there was nothing.</param>
    /// <param name="Holds">The safety holds that were carried over; none, if the store could not be read.</param>
    /// <param name="Stopped">How many scheduled publications wait for somebody to look at them.</param>
    public sealed record Restored(
        BackupManifest Backup, NewerThanBackup? Newer, string? KeptAt, CarriedHolds? Holds, int Stopped) : RestoreOutcome;

    /// <summary>Nothing was changed: the store holds what the backup does not.</summary>
    /// <param name="Holds">The safety holds that would be carried over; none, if they cannot be read.</param>
    public sealed record Warned(BackupManifest Backup, NewerThanBackup Newer, CarriedHolds? Holds) : RestoreOutcome;
}

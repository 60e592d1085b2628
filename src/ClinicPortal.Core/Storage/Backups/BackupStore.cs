using System.IO.Compression;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Storage.Backups;

/// <summary>
/// Makes backups while the portal runs, and opens them again. Each is written aside, unpacked and verified, and only then gets its name.
/// </summary>
public sealed class BackupStore(
    DataFolder folder, BackupPlan plan, DbContextOptions<ClinicDbContext> contexts, StoreCondition condition, TimeProvider clock)
{
    // The clocks change by an hour or two; what is further ahead was never true.
    private static readonly TimeSpan WrongClock = TimeSpan.FromDays(1);

    /// <summary>All there are, the newest first.</summary>
    public IReadOnlyList<BackupFile> List() => BackupFile.In(folder.Backups);

    /// <summary>What tells whether the backups are up to date; none that a clock has made that was wrong.</summary>
    public BackupFile? Newest(BackupReason? reason = null) => List().FirstOrDefault(file =>
        (reason is null || file.Reason == reason) && file.MadeAt <= clock.GetUtcNow() + WrongClock);

    /// <exception cref="StoreException">There is no database, or it cannot be backed up.</exception>
    public async Task<MadeBackup> CreateAsync(BackupReason reason, CancellationToken cancel = default)
    {
        using var inUse = StoreLock.Share(folder);
        using (await StoreLock.TakeAsync(folder, cancel))
            StoreSwap.Finish(folder);
        return await CreateAloneAsync(reason, cancel);
    }

    /// <summary>The one on schedule, where it is due and nobody beside us has made it.</summary>
    /// <returns>None, if it was not due.</returns>
    /// <inheritdoc cref="CreateAsync"/>
    public async Task<MadeBackup?> CreateDueAsync(CancellationToken cancel = default)
    {
        if (!IsDue())
            return null;
        using var alone = await BeginAsync(cancel);
        return IsDue() ? await MakeAsync(BackupReason.Scheduled, cancel) : null;
    }

    /// <summary>Takes a backup out of its archive and verifies it.</summary>
    /// <param name="archive">Path of the archive.</param>
    /// <param name="cancel">Stops; nothing is left behind.</param>
    /// <exception cref="StoreException">It is no backup, or not whole.</exception>
    public async Task<UnpackedBackup> UnpackAsync(string archive, CancellationToken cancel = default)
    {
        var alone = await BeginAsync(cancel);
        try
        {
            return (await UnpackedBackup.OpenAsync(archive, folder.Backups, contexts, cancel)).Holding(alone);
        }
        catch
        {
            alone.Dispose();
            throw;
        }
    }

    /// <summary>For somebody who has the store for himself already.</summary>
    internal async Task<MadeBackup> CreateAloneAsync(BackupReason reason, CancellationToken cancel)
    {
        using var alone = await BeginAsync(cancel);
        return await MakeAsync(reason, cancel);
    }

    private async Task<MadeBackup> MakeAsync(BackupReason reason, CancellationToken cancel)
    {
        if (!File.Exists(folder.Database))
            throw new StoreException($"There is no database in {folder.Path}, so there is nothing to back up. Set Portal:DataDirectory to "
                + "the portal's data folder.");
        PrivateFiles.MakeFolder(folder.Backups);
        var madeAt = clock.GetUtcNow();
        using var scratch = new ScratchFolder(folder.Backups);
        var facts = CopyDatabase(scratch.In(DataFolder.DatabaseName));
        await PackAsync(scratch, new(madeAt, reason, facts, new Dictionary<string, string>()), cancel);
        (await UnpackedBackup.OpenAsync(scratch.In("backup.zip"), folder.Backups, contexts, cancel)).Dispose();
        var made = BackupFile.New(folder.Backups, madeAt, reason);
        File.Move(scratch.In("backup.zip"), made.Path);
        Prune(folder.Backups);
        return new(made, await CopyToSecondAsync(made, cancel));
    }

    private bool IsDue() =>
        plan.LastDue(clock.GetUtcNow()) is { } due && (Newest(BackupReason.Scheduled)?.MadeAt ?? DateTimeOffset.MinValue) < due;

    /// <summary>One at a time, also among processes; what one that was killed has left behind is cleared away.</summary>
    private async Task<IDisposable> BeginAsync(CancellationToken cancel)
    {
        PrivateFiles.MakeFolder(folder.Backups);
        var alone = await StoreLock.TakeAsync(Path.Combine(folder.Backups, "backups.lock"), cancel);
        ScratchFolder.ClearIn(folder.Backups);
        return alone;
    }

    private StoreFacts CopyDatabase(string to)
    {
        try
        {
            using var copy = new SqliteConnection($"Data Source={to};Pooling=false");
            using var source = new SqliteConnection($"Data Source={folder.Database};Mode=ReadOnly;Pooling=false");
            source.Open();
            // Both see the same moment, whatever is written meanwhile.
            using var moment = source.BeginTransaction(deferred: true);
            var facts = StoreFacts.Read(source);
            source.BackupDatabase(copy);
            return facts;
        }
        catch (SqliteException failure)
        {
            condition.Note(failure);
            var reason = StoreTrouble.Of(failure)?.Reason ?? failure.Message;
            throw new StoreException($"The database {folder.Database} cannot be backed up because {reason}.", failure);
        }
    }

    private async Task PackAsync(ScratchFolder scratch, BackupManifest manifest, CancellationToken cancel)
    {
        var sources = DataFolder.Folders.Select(folder.In).Where(Directory.Exists)
            .SelectMany(kept => Directory.EnumerateFiles(kept, "*", SearchOption.AllDirectories))
            // A key that is being written at this moment.
            .Where(path => !path.EndsWith(".tmp", StringComparison.Ordinal))
            .ToDictionary(path => Path.GetRelativePath(folder.Path, path).Replace('\\', '/'));
        sources[DataFolder.DatabaseName] = scratch.In(DataFolder.DatabaseName);
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await using var file = PrivateFiles.Create(scratch.In("backup.zip"));
        await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, path) in sources)
            {
                await zip.CreateEntryFromFileAsync(path, name, CompressionLevel.Optimal, cancel);
                hashes[name] = await UnpackedBackup.HashAsync(path, cancel);
            }
            await using var note = await zip.CreateEntry(BackupManifest.Name).OpenAsync(cancel);
            await JsonSerializer.SerializeAsync(note, manifest with { Files = hashes }, cancellationToken: cancel);
        }
        file.Flush(flushToDisk: true);
    }

    /// <returns>Why it is not there; none, if it is.</returns>
    private async Task<string?> CopyToSecondAsync(BackupFile made, CancellationToken cancel)
    {
        if (plan.Options.SecondFolder is not { } second)
            return null;
        try
        {
            if (!Directory.Exists(second))
                return $"The second folder for backups, {second}, is not there. Check that its disk is connected.";
            ScratchFolder.ClearIn(second);
            using var aside = new ScratchFolder(second);
            await using (var archive = File.OpenRead(made.Path))
                await PrivateFiles.CopyAsync(archive, aside.In(made.Name), cancel);
            if (await UnpackedBackup.HashAsync(aside.In(made.Name), cancel) != await UnpackedBackup.HashAsync(made.Path, cancel))
                return $"The copy of the backup in {second} does not match the backup. Check that disk.";
            File.Move(aside.In(made.Name), Path.Combine(second, made.Name), overwrite: true);
            Prune(second);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"The backup could not be copied to {second}: {failure.Message.TrimEnd('.')}.";
        }
    }

    private void Prune(string where)
    {
        // One that a wrong clock has made supersedes nothing.
        var latest = clock.GetUtcNow() + WrongClock;
        foreach (var file in plan.Superseded([.. BackupFile.In(where).Where(file => file.MadeAt <= latest)]).ToList())
            File.Delete(file.Path);
    }
}

/// <summary>A backup that was just made.</summary>
/// <param name="File">On the disk, verified.</param>
/// <param name="SecondProblem">Why there is no copy of it in the second folder; none, if there is one or no such folder is set.</param>
public sealed record MadeBackup(BackupFile File, string? SecondProblem);

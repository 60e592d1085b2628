using ClinicPortal.Core.Storage.Backups;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Storage;

/// <summary>
/// The data folder's database: makes it where there is none, and brings an older one up to this release. Once it is open, it counts as in
/// use until this is disposed of.
/// </summary>
public sealed class PortalStore(
    DataFolder folder, IDbContextFactory<ClinicDbContext> contexts, BackupStore backups, StoreCondition condition) : IDisposable
{
    /// <summary>As much must fit onto the disk before it counts as free again.</summary>
    private const int ProbeBytes = 1024 * 1024;

    private IDisposable? _inUse;

    public bool Exists => File.Exists(folder.Database);

    /// <summary>A portal has worked here before: a database that is missing or empty is a loss.</summary>
    public bool HasBegun => File.Exists(folder.Begun);

    /// <exception cref="StoreException">
    /// A newer release wrote the database, or a trial version before the first one, or a portal has begun here and its database is gone.
    /// </exception>
    public async Task OpenAsync(DateTimeOffset now, CancellationToken cancel = default)
    {
        using var alone = await BeginAsync(cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var release = await ReleaseAsync(db, cancel);
        if (WhyNot(release) is { } reason)
            throw new StoreException(reason);
        if (release is StoreRelease.Earlier or StoreRelease.None)
            await UpgradeAsync(db, cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
        await AuditLocks.PutBackAsync(db, release is StoreRelease.None ? null : LocksWereMissing(now), cancel);
        await db.Database.ExecuteSqlRawAsync(HoldStep.Locks, cancel);
    }

    private static AuditRecord LocksWereMissing(DateTimeOffset now) => new()
    {
        At = now,
        Kind = AuditKind.Log,
        By = AuditRecord.Portal,
        What = "The locks of the audit log were missing and have been put back.",
    };

    /// <summary>Nobody replaces the store from now on, and a restore that was broken off is done.</summary>
    private async Task<IDisposable> BeginAsync(CancellationToken cancel)
    {
        folder.Create();
        var alone = await StoreLock.TakeAsync(folder, cancel);
        try
        {
            _inUse ??= StoreLock.Share(folder);
            StoreSwap.Finish(folder);
            ScratchFolder.ClearIn(folder.Path);
            return alone;
        }
        catch
        {
            alone.Dispose();
            throw;
        }
    }

    private string? WhyNot(StoreRelease release) => release switch
    {
        StoreRelease.Trial => $"The data in {folder.Path} comes from a trial version of the portal, older than its first release, and this "
            + "version cannot use it. Move the folder away and start again: the portal then creates a new one. To keep your content, "
            + "export it with the trial version first (content export FILE), then import that file here.",
        StoreRelease.Later => $"The data in {folder.Path} was written by a newer version of the portal. Start that version, or restore a "
            + "backup from before it.",
        StoreRelease.None when HasBegun => $"The folder {folder.Path} holds a portal, but its database {folder.Database} is "
            + $"{(Exists ? "empty" : "missing")}. Nothing was changed. Restore a backup; \"backup list\" shows what you have. "
            + "To begin with a new clinic, move the whole folder away first.",
        _ => null,
    };

    private async Task UpgradeAsync(ClinicDbContext db, CancellationToken cancel)
    {
        if (Exists)
            await backups.CreateAloneAsync(BackupReason.BeforeUpgrade, cancel);
        await ForgetAbandonedLockAsync(db, cancel);
        await db.Database.MigrateAsync(cancel);
    }

    /// <summary>To be called when a first start has ended well: one that was broken off may begin again.</summary>
    public async Task NoteBeginningAsync(DateTimeOffset now, CancellationToken cancel = default)
    {
        try
        {
            await using var note = new StreamWriter(new FileStream(folder.Begun, FileMode.CreateNew));
            await note.WriteLineAsync(
                $"A portal began here by {now:O}. While this file stands, no start makes a new database.".AsMemory(), cancel);
        }
        catch (IOException) when (File.Exists(folder.Begun))
        {
            // An earlier start has noted it, or one beside us.
        }
    }

    /// <summary>Reads the whole database once, if there is one, and looks for damage.</summary>
    /// <exception cref="StoreException">SQLite has found some.</exception>
    public async Task CheckAsync(CancellationToken cancel = default)
    {
        using var alone = await BeginAsync(cancel);
        if (!Exists)
            return;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await DamageAsync(db, cancel) is { } damage)
            throw new StoreException($"The database {folder.Database} is damaged: {damage.TrimEnd('.')}. Nothing was changed. "
                + "Restore a backup; \"backup list\" shows what you have.");
    }

    /// <summary>Reads the whole database, beside whoever works with it: what is damaged; none, if all is well.</summary>
    public async Task<string?> FindDamageAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await DamageAsync(db, cancel);
    }

    /// <summary>Which release wrote the database.</summary>
    public async Task<StoreRelease> ReleaseAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await ReleaseAsync(db, cancel);
    }

    private static async Task<StoreRelease> ReleaseAsync(ClinicDbContext db, CancellationToken cancel)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        return (applied.Except(known).FirstOrDefault(), applied.Count) switch
        {
            (_, 0) => StoreRelease.None,
            // Steps are named by the moment they were written: an unknown one older than the first of the first release is a trial's.
            ({ } unknown, _) => string.CompareOrdinal(unknown, known[0]) < 0 ? StoreRelease.Trial : StoreRelease.Later,
            _ => known.Except(applied).Any() ? StoreRelease.Earlier : StoreRelease.This,
        };
    }

    private static async Task<string?> DamageAsync(ClinicDbContext db, CancellationToken cancel)
    {
        try
        {
            var found = await db.Database.SqlQueryRaw<string>("SELECT quick_check AS Value FROM pragma_quick_check").ToListAsync(cancel);
            return found is ["ok"] ? null : found[0];
        }
        catch (SqliteException failure) when (StoreTrouble.Of(failure) is { IsDamage: true })
        {
            return failure.Message;
        }
    }

    /// <summary>Writes a little, to find out whether it can be done; <see cref="StoreCondition"/> then tells.</summary>
    public async Task ProbeAsync(CancellationToken cancel = default)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            // A row that stays as it is, and is written all the same.
            await db.Database.ExecuteSqlRawAsync("UPDATE __EFMigrationsHistory SET ProductVersion = ProductVersion", cancel);
            await using var room = new FileStream(
                folder.In(Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            await room.WriteAsync(new byte[ProbeBytes], cancel);
            condition.NoteWritten();
        }
        catch (Exception failure) when ((StoreTrouble.Of(failure) ?? StoreTrouble.OfFile(failure)) is { } trouble)
        {
            condition.Note(trouble);
        }
    }

    public void Dispose() => _inUse?.Dispose();

    // EF keeps its lock as a row: a process that was killed while it migrated leaves the row behind, and every later start would wait
    // for it without end. Nobody else migrates here while we hold the folder's lock, so a row that is there is such a leftover.
    private static async Task ForgetAbandonedLockAsync(ClinicDbContext db, CancellationToken cancel)
    {
        var locks = await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancel);
        if (locks > 0)
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", cancel);
    }
}

/// <summary>Which release has written a database.</summary>
public enum StoreRelease
{
    This,

    /// <summary>An earlier one; the next start brings it up to this release.</summary>
    Earlier,

    /// <summary>A later one: this release cannot use it.</summary>
    Later,

    /// <summary>A trial from before the first release: this release cannot use it.</summary>
    Trial,

    /// <summary>None: there is no database, or nothing of a portal in it.</summary>
    None,
}

/// <summary>The store cannot be used as it is; the message says what to do.</summary>
public sealed class StoreException(string message, Exception? cause = null) : Exception(message, cause);

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace ClinicPortal.Core.Storage;

/// <summary>The data folder's database: makes it where there is none, and brings an older one up to this release.</summary>
public sealed class PortalStore(DataFolder folder, IDbContextFactory<ClinicDbContext> contexts)
{
    public bool Exists => File.Exists(folder.Database);

    /// <exception cref="StoreException">
    /// A newer release wrote the database, or a trial version before the first one, or a portal has begun here and its database is gone.
    /// </exception>
    public async Task OpenAsync(DateTimeOffset now, CancellationToken cancel = default)
    {
        Directory.CreateDirectory(folder.Path);
        using var alone = await StoreLock.TakeAsync(folder, cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var known = db.Database.GetMigrations().ToList();
        var applied = await db.Database.GetAppliedMigrationsAsync(cancel);
        if (applied.Except(known).FirstOrDefault() is { } unknown)
            throw new StoreException(WhyNot(unknown, known[0]));
        if (!applied.Any() && File.Exists(folder.Begun))
            throw new StoreException(
                $"The folder {folder.Path} holds a portal, but its database {folder.Database} is {(Exists ? "empty" : "missing")}. "
                + $"Nothing was changed. Put a copy of the database back; {folder.Backups} may hold one. "
                + "To begin with a new clinic, move the whole folder away first.");
        if (known.Except(applied).FirstOrDefault() is { } next)
            await UpgradeAsync(db, next, now, cancel);
    }

    // Steps are named by the moment they were written: an unknown one that is older than the first of the first release is a trial's.
    private string WhyNot(string unknown, string first) => string.CompareOrdinal(unknown, first) < 0
        ? $"The data in {folder.Path} comes from a trial version of the portal, older than its first release, and this version cannot "
            + "use it. Move the folder away and start again: the portal then creates a new one. To keep your content, export it with the "
            + "trial version first (content export FILE), then import that file here."
        : $"The data in {folder.Path} was written by a newer version of the portal (it has taken the step \"{unknown}\"). "
            + "Start that version, or restore a backup from before it.";

    private async Task UpgradeAsync(ClinicDbContext db, string next, DateTimeOffset now, CancellationToken cancel)
    {
        if (Exists)
            await BackUpAsync(db, $"before-{next}-{now.UtcDateTime:yyyyMMdd-HHmmss}.db", cancel);
        await ForgetAbandonedLockAsync(db, cancel);
        await db.Database.MigrateAsync(cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
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
        if (!Exists)
            return;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await DamageAsync(db, cancel) is { } damage)
            throw new StoreException($"The database {folder.Database} is damaged: {damage.TrimEnd('.')}. Nothing was changed. "
                + $"Move it away and put a copy back; {folder.Backups} may hold one.");
    }

    private static async Task<string?> DamageAsync(ClinicDbContext db, CancellationToken cancel)
    {
        try
        {
            var found = await db.Database.SqlQueryRaw<string>("SELECT quick_check AS Value FROM pragma_quick_check").ToListAsync(cancel);
            return found is ["ok"] ? null : found[0];
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB)
        {
            return failure.Message;
        }
    }

    private async Task BackUpAsync(ClinicDbContext db, string name, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder.Backups);
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {Path.Combine(folder.Backups, name)}", cancel);
    }

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

/// <summary>The store cannot be used as it is; the message says what to do.</summary>
public sealed class StoreException(string message) : Exception(message);

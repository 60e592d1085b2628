using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Storage.Backups;

/// <summary>
/// A backup taken out of its archive into a folder of its own and verified: every file is as it was put in, the database is whole and
/// holds what it held, and this release can read it, where it is of this release.
/// </summary>
public sealed class UnpackedBackup : IDisposable
{
    private readonly ScratchFolder _folder;
    private IDisposable? _held;

    private UnpackedBackup(ScratchFolder folder, BackupManifest manifest, IDbContextFactory<ClinicDbContext> contexts) =>
        (_folder, Manifest, Contexts) = (folder, manifest, contexts);

    public string Path => _folder.Path;

    public BackupManifest Manifest { get; }

    /// <summary>On the unpacked database, which may be changed: it is only a copy.</summary>
    public IDbContextFactory<ClinicDbContext> Contexts { get; }

    /// <param name="archive">Path of the backup.</param>
    /// <param name="parent">Where it is unpacked.</param>
    /// <param name="options">How contexts are made.</param>
    /// <param name="cancel">Stops; nothing is left behind.</param>
    /// <exception cref="StoreException">It is no backup, or not whole.</exception>
    internal static async Task<UnpackedBackup> OpenAsync(
        string archive, string parent, DbContextOptions<ClinicDbContext> options, CancellationToken cancel)
    {
        var folder = new ScratchFolder(parent);
        try
        {
            var manifest = await UnpackAsync(archive, folder, cancel);
            var contexts = new ScratchContexts(options, folder.In(DataFolder.DatabaseName));
            await VerifyAsync(folder.In(DataFolder.DatabaseName), manifest, contexts, cancel);
            return new(folder, manifest, contexts);
        }
        catch (Exception failure)
        {
            folder.Dispose();
            if (failure is InvalidDataException or JsonException or SqliteException)
                throw new StoreException(
                    $"The file {archive} is damaged or is not a backup: {failure.Message.TrimEnd('.')}. Use another backup.");
            throw;
        }
    }

    /// <summary>Changes the unpacked database before it becomes the store.</summary>
    internal async Task ChangeAsync(Func<ClinicDbContext, Task> change, CancellationToken cancel)
    {
        await using var db = await Contexts.CreateDbContextAsync(cancel);
        // As a start would do it with a backup of an older release.
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
            await db.Database.MigrateAsync(cancel);
        await change(db);
        // What lies beside the database does not go along.
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancel);
    }

    /// <summary>Holds a lock for as long as the folder is there: whoever takes it next clears folders away that were left behind.</summary>
    internal UnpackedBackup Holding(IDisposable alone)
    {
        _held = alone;
        return this;
    }

    public void Dispose()
    {
        _folder.Dispose();
        _held?.Dispose();
    }

    private static async Task<BackupManifest> UnpackAsync(string archive, ScratchFolder folder, CancellationToken cancel)
    {
        await using var zip = await ZipFile.OpenReadAsync(archive, cancel);
        await using var note = await (zip.GetEntry(BackupManifest.Name) ?? throw new InvalidDataException("it has no list of its contents"))
            .OpenAsync(cancel);
        var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(note, cancellationToken: cancel);
        if (manifest is not { Files: not null, Store: { Rows: not null, Steps: not null } }
            || !manifest.Files.ContainsKey(DataFolder.DatabaseName))
            throw new InvalidDataException("it has no list of its contents");
        foreach (var (name, hash) in manifest.Files)
        {
            var path = System.IO.Path.GetFullPath(folder.In(name));
            if (!path.StartsWith(folder.Path + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal)
                || zip.GetEntry(name) is not { } entry)
                throw new InvalidDataException($"its file \"{name}\" is missing");
            PrivateFiles.MakeFolder(System.IO.Path.GetDirectoryName(path)!);
            await using (var content = await entry.OpenAsync(cancel))
                await PrivateFiles.CopyAsync(content, path, cancel);
            if (await HashAsync(path, cancel) != hash)
                throw new InvalidDataException($"its file \"{name}\" has changed since the backup was made");
        }
        return manifest;
    }

    private static async Task VerifyAsync(
        string database, BackupManifest manifest, IDbContextFactory<ClinicDbContext> contexts, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        await connection.OpenAsync(cancel);
        if (StoreFacts.Texts(connection, "PRAGMA integrity_check") is not ["ok"] and [var damage, ..])
            throw new InvalidDataException(damage);
        if (StoreFacts.Read(connection).TablesUnlike(manifest.Store).FirstOrDefault() is { } table)
            throw new InvalidDataException($"the table \"{table}\" has a different number of rows than when the backup was made");
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (manifest.Store.Steps.SequenceEqual(db.Database.GetMigrations()))
            await db.ReadCatalogueAsync(cancel);
    }

    internal static async Task<string> HashAsync(string path, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
    }

    /// <summary>What is amiss in a copy says nothing of the store, so these tell nobody of it.</summary>
    private sealed class ScratchContexts(DbContextOptions<ClinicDbContext> options, string database) : IDbContextFactory<ClinicDbContext>
    {
        private readonly DbContextOptions<ClinicDbContext> _options = new DbContextOptionsBuilder<ClinicDbContext>(options)
            .UseSqlite($"Data Source={database};Pooling=false").LogTo((_, _) => false, _ => { }).Options;

        public ClinicDbContext CreateDbContext() => new(_options);
    }
}

using ClinicPortal.Core;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Reviewing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Core.Storage.Backups;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Testing;

/// <summary>A real store in a folder of its own that goes when the test ends.</summary>
public sealed class TemporaryStore : IDisposable
{
    // Every test has a store of its own, but only the first pays for the migrations.
    private static readonly Lazy<Task<byte[]>> Migrated = new(() => FileOfAsync(store => store.Store.OpenAsync(Now)));

    private readonly ServiceProvider _services;

    private readonly bool _isOwn;

    /// <param name="folder">Whose owner deletes it; a folder of its own, if left out.</param>
    /// <param name="clock">A clock that stands, if left out.</param>
    /// <param name="plan">Of the backups.</param>
    public TemporaryStore(string? folder = null, TimeProvider? clock = null, BackupPlan? plan = null)
    {
        _isOwn = folder is null;
        Folder = new(folder ?? Directory.CreateTempSubdirectory("clinic-portal-").FullName);
        _services = new ServiceCollection().AddSingleton(clock ?? new StandingClock()).AddSingleton(SampleClinic.Pictures)
            .AddClinicStore(Folder.Path, plan).BuildServiceProvider();
    }

    public static DateTimeOffset Now { get; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public DataFolder Folder { get; }

    public PortalStore Store => _services.GetRequiredService<PortalStore>();

    public ContentImporter Importer => _services.GetRequiredService<ContentImporter>();

    public Publisher Publisher => _services.GetRequiredService<Publisher>();

    public Schedules Schedules => _services.GetRequiredService<Schedules>();

    public SafetyHolds Holds => _services.GetRequiredService<SafetyHolds>();

    public Statements Statements => _services.GetRequiredService<Statements>();

    public FirstStart FirstStart => _services.GetRequiredService<FirstStart>();

    public CatalogueEditor Editor => _services.GetRequiredService<CatalogueEditor>();

    public Reviews Reviews => _services.GetRequiredService<Reviews>();

    public ReviewLinks Links => _services.GetRequiredService<ReviewLinks>();

    public ReviewComments Comments => _services.GetRequiredService<ReviewComments>();

    public CatalogueStructure Structure => _services.GetRequiredService<CatalogueStructure>();

    public CriterionKinds CriterionKinds => _services.GetRequiredService<CriterionKinds>();

    public Batches Batches => _services.GetRequiredService<Batches>();

    public WorkingDrafts Drafts => _services.GetRequiredService<WorkingDrafts>();

    public BackupStore Backups => _services.GetRequiredService<BackupStore>();

    public StoreRestore Restore => _services.GetRequiredService<StoreRestore>();

    public StoreCondition Condition => _services.GetRequiredService<StoreCondition>();

    public RestoreDrill Drill => _services.GetRequiredService<RestoreDrill>();

    /// <summary>Backups by a release whose contexts are made otherwise.</summary>
    public BackupStore BackupsOf(DbContextOptions<ClinicDbContext> options) =>
        ActivatorUtilities.CreateInstance<BackupStore>(_services, options);

    public AuditLog Audit => _services.GetRequiredService<AuditLog>();

    public IDbContextFactory<ClinicDbContext> Contexts => _services.GetRequiredService<IDbContextFactory<ClinicDbContext>>();

    public ClinicDbContext Context() => Contexts.CreateDbContext();

    /// <summary>How the store's contexts are made, for one that is to be made a little otherwise.</summary>
    public DbContextOptionsBuilder<ClinicDbContext> Options() => new(_services.GetRequiredService<DbContextOptions<ClinicDbContext>>());

    public static async Task<TemporaryStore> OpenAsync(TimeProvider? clock = null, BackupPlan? plan = null)
    {
        var store = new TemporaryStore(clock: clock, plan: plan);
        await File.WriteAllBytesAsync(store.Folder.Database, await Migrated.Value);
        return store;
    }

    public static async Task<TemporaryStore> HoldingAsync(ClinicContent content)
    {
        var store = await OpenAsync();
        await store.ImportAsync(content);
        return store;
    }

    /// <summary>Imports what must be importable.</summary>
    public async Task<IReadOnlyList<ImportChange>> ImportAsync(ClinicContent content, bool dryRun = false) =>
        await Importer.ImportAsync(content, dryRun) switch
        {
            ImportOutcome.Imported imported => imported.Changes,
            ImportOutcome.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Problems)),
            _ => throw new InvalidOperationException("An outcome that no test knows."),
        };

    public Task<ClinicContent> ExportAsync() => _services.GetRequiredService<ContentExporter>().ExportAsync();

    /// <summary>The export as the bytes of its file.</summary>
    public async Task<string> ExportTextAsync() => Text(await ExportAsync());

    public static string Text(ClinicContent content)
    {
        using var writer = new StringWriter();
        ContentFile.Write(content, writer);
        return writer.ToString();
    }

    /// <summary>Runs statements as they are, on a database that need not be one of the portal's.</summary>
    public async Task RunAsync(string statements)
    {
        await using var db = Context();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = statements;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Makes the folder one of a trial before the first release, which had taken that step.</summary>
    public Task HoldTrialDataAsync(string step) => RunAsync(
        $"""
        CREATE TABLE __EFMigrationsHistory (MigrationId TEXT NOT NULL PRIMARY KEY, ProductVersion TEXT NOT NULL);
        INSERT INTO __EFMigrationsHistory VALUES ('{step}', '10.0.0');
        """);

    /// <summary>The database of a new store after something was done with it, as bytes that many tests can begin with.</summary>
    public static async Task<byte[]> FileOfAsync(Func<TemporaryStore, Task> act)
    {
        using var store = new TemporaryStore();
        await act(store);
        await using (var db = store.Context())
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return await File.ReadAllBytesAsync(store.Folder.Database);
    }

    /// <summary>Lets go of the database's file, so that a test may take it away or write over it.</summary>
    public void Forget()
    {
        using var connection = new SqliteConnection(Folder.Connection);
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>Ends the work with the store, as the end of its process would, and leaves its folder.</summary>
    public void Close()
    {
        _services.Dispose();
        Forget();
    }

    public void Dispose()
    {
        Close();
        if (_isOwn && Directory.Exists(Folder.Path))
            Directory.Delete(Folder.Path, recursive: true);
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}

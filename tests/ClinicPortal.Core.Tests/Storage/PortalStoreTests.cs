using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using ClinicPortal.Core.Storage.Backups;
using ClinicPortal.Testing;
using Microsoft.EntityFrameworkCore;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Storage;

public class PortalStoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_older_database_is_copied_before_it_is_brought_up()
    {
        using var store = new TemporaryStore();
        await using (var db = store.Context())
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE Older (Id INTEGER); INSERT INTO Older VALUES (42)", Cancel);

        await store.Store.OpenAsync(TemporaryStore.Now, Cancel);

        var copy = Assert.Single(store.Backups.List());
        Assert.Equal((BackupReason.BeforeUpgrade, TemporaryStore.Now), (copy.Reason, copy.MadeAt));
        using var unpacked = await store.Backups.UnpackAsync(copy.Path, Cancel);
        await using var older = await unpacked.Contexts.CreateDbContextAsync(Cancel);
        Assert.Equal(42, await older.Database.SqlQueryRaw<int>("SELECT Id AS Value FROM Older").SingleAsync(Cancel));
    }

    [Fact]
    public async Task A_database_that_is_up_to_date_is_not_copied_at_every_start()
    {
        using var store = await TemporaryStore.OpenAsync();

        await store.Store.OpenAsync(TemporaryStore.Now, Cancel);

        Assert.Empty(store.Backups.List());
    }

    [Fact]
    public async Task A_database_of_a_newer_release_is_left_alone()
    {
        using var store = await TemporaryStore.OpenAsync();
        await using (var db = store.Context())
            await db.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsHistory VALUES ('29991231235959_Later', '99')", Cancel);

        var refusal = await Assert.ThrowsAsync<StoreException>(() => store.Store.OpenAsync(TemporaryStore.Now, Cancel));

        Assert.Contains("written by a newer version", refusal.Message);
    }

    [Theory]
    [InlineData("20261124005539_Initial")]
    [InlineData("20261125102238_InSentence")]
    public async Task A_database_of_a_trial_before_the_first_release_is_left_alone_with_what_to_do(string step)
    {
        using var store = new TemporaryStore();
        await store.HoldTrialDataAsync(step);
        var before = await File.ReadAllBytesAsync(store.Folder.Database, Cancel);

        var refusal = await Assert.ThrowsAsync<StoreException>(() => store.Store.OpenAsync(TemporaryStore.Now, Cancel));

        Assert.Contains("comes from a trial version of the portal", refusal.Message);
        Assert.Contains("Move the folder away and start again", refusal.Message);
        Assert.Contains("export it with the trial version first", refusal.Message);
        Assert.DoesNotContain("newer version", refusal.Message);
        Assert.False(Directory.Exists(store.Folder.Backups));
        Assert.Equal(before, await File.ReadAllBytesAsync(store.Folder.Database, Cancel));
    }

    [Fact]
    public async Task A_store_written_out_as_statements_and_read_in_again_is_the_same()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var dump = StoreDump.Of(store.Folder.Database);
        using var copy = new TemporaryStore();
        await copy.RunAsync(dump);

        Assert.Equal(dump, StoreDump.Of(copy.Folder.Database));
        Assert.Equal(await store.ExportTextAsync(), await copy.ExportTextAsync());
    }

    [Fact]
    public async Task A_lock_that_a_killed_process_left_behind_stops_no_later_start()
    {
        using var store = new TemporaryStore();
        await using (var db = store.Context())
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO "
                    + "\"__EFMigrationsLock\" VALUES (1, '2026-01-01')",
                Cancel);

        await store.Store.OpenAsync(TemporaryStore.Now, Cancel).WaitAsync(TimeSpan.FromSeconds(20), Cancel);

        await using var after = store.Context();
        Assert.Empty(after.Treatments);
    }

    [Theory]
    [InlineData("foreign_keys", 1)]
    [InlineData("busy_timeout", 15_000)]
    [InlineData("synchronous", 2)]
    public async Task Every_connection_is_safe(string setting, long value)
    {
        using var store = await TemporaryStore.OpenAsync();
        await using var db = store.Context();

        Assert.Equal(value, await PragmaAsync(db, setting));
    }

    [Fact]
    public async Task Readers_and_a_writer_do_not_wait_for_each_other()
    {
        using var store = await TemporaryStore.OpenAsync();
        await using var db = store.Context();

        Assert.Equal("wal", await PragmaAsync(db, "journal_mode"));
    }

    [Fact]
    public async Task What_is_cited_cannot_be_deleted()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await using var db = store.Context();

        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() =>
            db.Sources.Where(source => source.Slug == "first").ExecuteDeleteAsync(Cancel));
    }

    [Fact]
    public async Task Moments_are_ordered_by_the_database_whatever_their_offset()
    {
        using var store = await TemporaryStore.OpenAsync();
        await using var db = store.Context();
        var noon = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
        db.AddRange(
            new EditionRecord { Number = 1, PublishedBy = "a", PublishedAt = noon },
            new EditionRecord { Number = 2, PublishedBy = "a", PublishedAt = new(2026, 6, 1, 13, 0, 0, TimeSpan.FromHours(3)) },
            new EditionRecord { Number = 3, PublishedBy = "a", PublishedAt = new(2026, 6, 1, 11, 0, 0, TimeSpan.FromHours(-5)) });
        await db.SaveChangesAsync(Cancel);

        var inOrder = await db.Editions.OrderBy(edition => edition.PublishedAt).Select(edition => edition.Number).ToListAsync(Cancel);

        Assert.Equal([2, 1, 3], inOrder);
        Assert.Equal(
            [3], await db.Editions.Where(edition => edition.PublishedAt > noon).Select(edition => edition.Number).ToListAsync(Cancel));
    }

    [Fact]
    public async Task The_second_of_two_editors_of_one_cell_is_told()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await using var one = store.Context();
        await using var other = store.Context();
        await WriteAsync(one, "The first editor's.");
        await WriteAsync(other, "The second editor's.");

        await one.SaveChangesAsync(Cancel);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync(Cancel));
    }

    [Fact]
    public async Task Editors_of_two_cells_do_not_disturb_each_other()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await using var one = store.Context();
        await using var other = store.Context();
        await WriteAsync(one, "The first editor's.", "what");
        await WriteAsync(other, "The second editor's.", "onset");

        await one.SaveChangesAsync(Cancel);
        await other.SaveChangesAsync(Cancel);

        Assert.Equal(1, (await one.Treatments.AsNoTracking().SingleAsync(treatment => treatment.Slug == "rolling", Cancel)).Version);
    }

    [Fact]
    public async Task A_cell_whose_citations_change_is_a_new_version_of_it()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);

        await store.ImportAsync(WithAnswer("what", answer => answer with { Sources = ["second"] }));

        await using var db = store.Context();
        var rolling = (await db.ReadCatalogueAsync(Cancel)).Treatment("rolling");
        Assert.Equal([2, 1, 1, 1, 1, 1], rolling.Answers.OrderBy(answer => answer.Criterion.Position).Select(answer => answer.Version));
    }

    private static async Task WriteAsync(ClinicDbContext db, string text, string criterion = "what")
    {
        var catalogue = await db.ReadCatalogueAsync(Cancel);
        var cell = catalogue.Treatment("rolling").Answers.Single(answer => answer.Criterion.Slug == criterion);
        cell.Apply(cell.ToEntry() with { Text = LocalText.English(text) }, catalogue);
    }

    private static async Task<object?> PragmaAsync(ClinicDbContext db, string setting)
    {
        await db.Database.OpenConnectionAsync(Cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {setting}";
        return await command.ExecuteScalarAsync(Cancel);
    }
}

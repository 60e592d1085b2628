using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using Microsoft.EntityFrameworkCore;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Publishing;

public sealed class FirstStartTests : IDisposable
{
    private readonly string _sample = Path.GetTempFileName();

    public FirstStartTests() => File.WriteAllText(_sample, TemporaryStore.Text(Content));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_sample);

    [Fact]
    public async Task The_first_start_publishes_the_sample_clinic()
    {
        using var store = new TemporaryStore();

        var edition = await store.FirstStart.PrepareAsync(_sample, TemporaryStore.Now, Cancel);

        Assert.Equal(1, edition.Number);
        Assert.Equal(TemporaryStore.Text(Content), TemporaryStore.Text(edition.Content));
        await using var db = store.Context();
        var record = await db.Editions.SingleAsync(Cancel);
        Assert.Equal(("Clinic Portal", "Sample clinic"), (record.PublishedBy, record.Note));
    }

    [Fact]
    public async Task A_start_without_a_sample_gives_an_empty_clinic()
    {
        using var store = new TemporaryStore();

        Assert.Same(Edition.Empty, await store.FirstStart.PrepareAsync(null, TemporaryStore.Now, Cancel));
    }

    [Fact]
    public async Task A_later_start_leaves_what_staff_have_written()
    {
        using var store = new TemporaryStore();
        await store.FirstStart.PrepareAsync(_sample, TemporaryStore.Now, Cancel);
        var written = WithAnswer("what", answer => answer with { Text = En("Otherwise.") });
        await store.ImportAsync(written);

        var edition = await store.FirstStart.PrepareAsync(_sample, TemporaryStore.Now, Cancel);

        Assert.Equal(1, edition.Number);
        Assert.Equal(TemporaryStore.Text(written), await store.ExportTextAsync());
    }

    [Fact]
    public async Task A_store_that_was_filled_before_it_was_started_gets_no_sample()
    {
        using var store = await TemporaryStore.HoldingAsync(Content with { Questions = [] });

        Assert.Same(Edition.Empty, await store.FirstStart.PrepareAsync(_sample, TemporaryStore.Now, Cancel));
    }

    [Fact]
    public async Task Portals_that_start_at_once_on_one_folder_load_the_sample_once()
    {
        using var folder = new TemporaryStore();
        var portals = Enumerable.Range(0, 4).Select(_ => new TemporaryStore(folder.Folder.Path)).ToList();

        var editions = await Task.WhenAll(
            portals.Select(portal => Task.Run(() => portal.FirstStart.PrepareAsync(_sample, TemporaryStore.Now, Cancel), Cancel)));

        Assert.All(editions, edition => Assert.Equal(1, edition.Number));
        await using var db = folder.Context();
        Assert.Equal(4, await db.Treatments.CountAsync(Cancel));
        Assert.Single(db.Editions);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("empty")]
    [InlineData("without tables")]
    public async Task Where_a_portal_has_begun_a_database_that_is_gone_is_no_reason_to_begin_anew(string state)
    {
        using var store = new TemporaryStore();
        await store.FirstStart.PrepareAsync(_sample, TemporaryStore.Now, Cancel);
        store.Forget();
        foreach (var file in Directory.GetFiles(store.Folder.Path, "portal.db*"))
            File.Delete(file);
        if (state != "missing")
            await File.WriteAllBytesAsync(store.Folder.Database, [], Cancel);
        if (state == "without tables")
            await using (var db = store.Context())
                await db.Database.ExecuteSqlRawAsync("PRAGMA user_version = 1", Cancel);

        var refusal = await Assert.ThrowsAsync<StoreException>(() => store.FirstStart.PrepareAsync(_sample, TemporaryStore.Now, Cancel));

        Assert.Contains($"its database {store.Folder.Database} is {(state == "missing" ? "missing" : "empty")}", refusal.Message);
        Assert.Equal(state != "missing", File.Exists(store.Folder.Database));
    }

    [Fact]
    public async Task A_first_start_that_was_broken_off_begins_again()
    {
        using var store = new TemporaryStore();
        await Assert.ThrowsAsync<FileNotFoundException>(() =>
            store.FirstStart.PrepareAsync(_sample + ".missing", TemporaryStore.Now, Cancel));
        store.Forget();
        File.Delete(store.Folder.Database);

        var edition = await store.FirstStart.PrepareAsync(_sample, TemporaryStore.Now, Cancel);

        Assert.Equal(1, edition.Number);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(32)]
    public async Task A_damaged_database_ends_the_start_and_stays_as_it_is(int page)
    {
        using var store = new TemporaryStore();
        await store.FirstStart.PrepareAsync(_sample, TemporaryStore.Now, Cancel);
        await using (var db = store.Context())
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Cancel);
        store.Forget();
        var damaged = await File.ReadAllBytesAsync(store.Folder.Database, Cancel);
        damaged.AsSpan(page * 4096, 4096).Fill(0xA5);
        await File.WriteAllBytesAsync(store.Folder.Database, damaged, Cancel);

        var refusal = await Assert.ThrowsAsync<StoreException>(() => store.FirstStart.PrepareAsync(_sample, TemporaryStore.Now, Cancel));

        Assert.StartsWith($"The database {store.Folder.Database} is damaged: ", refusal.Message);
        store.Forget();
        Assert.Equal(damaged, await File.ReadAllBytesAsync(store.Folder.Database, Cancel));
    }

    [Fact]
    public async Task A_sample_that_breaks_a_rule_stops_the_start_and_loads_nothing()
    {
        await File.WriteAllTextAsync(_sample, TemporaryStore.Text(Content).Replace("criterion: cost", "criterion: price"), Cancel);
        using var store = new TemporaryStore();

        await Assert.ThrowsAsync<ContentFileException>(() => store.FirstStart.PrepareAsync(_sample, TemporaryStore.Now, Cancel));

        await using var db = store.Context();
        Assert.Empty(db.Treatments);
    }
}

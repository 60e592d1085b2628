using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using Microsoft.EntityFrameworkCore;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Publishing;

/// <summary>
/// The plug is pulled while an edition is written. What is left then is a beginning of what was to stand in the journal, of any length.
/// </summary>
public class PublishingCrashTests
{
    private const int Points = 100;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readers_have_the_old_edition_or_the_new_one_and_either_whole()
    {
        var newer = WithAnswer("what", answer => answer with { Text = En("Otherwise.") }) with
        {
            Clinic = Content.Clinic with { Telephone = "020 7946 0999" },
        };
        using var store = await TemporaryStore.HoldingAsync(Content);
        await store.Publisher.PublishAsync("Example Editor", null, TemporaryStore.Now, Cancel);
        await store.ImportAsync(newer);
        // As long as somebody has the store open, the journal is not folded into it.
        await using var db = store.Context();
        await db.Database.OpenConnectionAsync(Cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Cancel);
        await store.Publisher.PublishAsync("Example Editor", null, TemporaryStore.Now, Cancel);
        var (file, journal) = (await ReadAsync(store.Folder.Database), await ReadAsync(store.Folder.Database + "-wal"));

        var random = new Random(1);
        var found = new List<(int Length, int Edition)>();
        foreach (var length in Enumerable.Range(0, Points).Select(_ => random.Next(journal.Length)).Append(0).Append(journal.Length))
            found.Add((length, await EditionAfterAsync(file, journal[..length], newer)));

        Assert.Contains((0, 1), found);
        Assert.Contains((journal.Length, 2), found);
        Assert.Equal(found.OrderBy(one => one.Length).Select(one => one.Edition), found.Select(one => one.Edition).Order());
    }

    private static async Task<int> EditionAfterAsync(byte[] file, byte[] journal, ClinicContent newer)
    {
        using var left = new TemporaryStore();
        await File.WriteAllBytesAsync(left.Folder.Database, file, Cancel);
        await File.WriteAllBytesAsync(left.Folder.Database + "-wal", journal, Cancel);

        var edition = await left.Publisher.OpenLatestAsync(Cancel);

        Assert.Equal(TemporaryStore.Text(edition.Number == 1 ? Content : newer), TemporaryStore.Text(edition.Content));
        await using var db = left.Context();
        Assert.Equal(edition.Number, await db.AuditRecords.CountAsync(record => record.Kind == AuditKind.Publication, Cancel));
        Assert.Equal("ok", (await db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync(Cancel)).Single());
        return edition.Number;
    }

    private static async Task<byte[]> ReadAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, Cancel);
        return bytes.ToArray();
    }
}

using ClinicPortal.Core.Storage;
using ClinicPortal.Core.Storage.Backups;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Publishing;

public sealed class RestoreDrillTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_drill_opens_what_patients_read_and_staff_edit_and_keeps_what_came_of_it()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await store.Publisher.PublishAsync("Nora", null, TemporaryStore.Now, Cancel);
        var before = StoreDump.Of(store.Folder.Database);
        await store.Backups.CreateAsync(BackupReason.ByHand, Cancel);
        Assert.Null(await store.Drill.LastAsync(Cancel));

        var result = await store.Drill.RunAsync(Cancel);

        Assert.Equal((1, Content.Treatments.Count, null), (result.Edition, result.Treatments, result.Problem));
        Assert.Equal((TemporaryStore.Now, "portal-20261123-090000-by-hand.zip"), (result.At, result.Backup));
        Assert.Equal(result, await store.Drill.LastAsync(Cancel));
        Assert.Equal(before, StoreDump.Of(store.Folder.Database));
        Assert.Empty(Directory.GetDirectories(store.Folder.Backups));
    }

    [Fact]
    public async Task A_backup_of_the_release_before_is_brought_up_as_a_start_would_do_it()
    {
        using var store = new TemporaryStore();
        await store.RunAsync("CREATE TABLE Older (Id INTEGER)");
        await store.Store.OpenAsync(TemporaryStore.Now, Cancel);
        Assert.Equal([BackupReason.BeforeUpgrade], store.Backups.List().Select(file => file.Reason));

        Assert.Null((await store.Drill.RunAsync(Cancel)).Problem);
    }

    [Fact]
    public async Task A_backup_that_cannot_be_restored_is_told()
    {
        using var store = await TemporaryStore.OpenAsync();
        var made = await store.Backups.CreateAsync(BackupReason.ByHand, Cancel);
        await File.WriteAllTextAsync(made.File.Path, "no archive", Cancel);

        var result = await store.Drill.RunAsync(Cancel);

        Assert.Contains("is damaged or is not a backup", result.Problem);
        Assert.Equal(result, await store.Drill.LastAsync(Cancel));
    }

    [Fact]
    public async Task Without_a_backup_there_is_nothing_to_try()
    {
        using var store = await TemporaryStore.OpenAsync();

        Assert.Contains("Make one first", (await Assert.ThrowsAsync<StoreException>(() => store.Drill.RunAsync(Cancel))).Message);
    }
}

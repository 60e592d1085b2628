using System.IO.Compression;
using ClinicPortal.Core.Storage;
using ClinicPortal.Core.Storage.Backups;
using ClinicPortal.Testing;
using Microsoft.EntityFrameworkCore;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Storage.Backups;

public sealed class BackupTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_holds_the_database_the_keys_and_the_media_and_only_the_portal_may_read_it()
    {
        using var store = await FilledAsync();

        var made = await store.Backups.CreateAsync(BackupReason.ByHand, Cancel);

        Assert.Equal("portal-20261123-090000-by-hand.zip", made.File.Name);
        Assert.Null(made.SecondProblem);
        Assert.Equal([made.File], store.Backups.List());
        using (var backup = await store.Backups.UnpackAsync(made.File.Path, Cancel))
        {
            Assert.Equal(["keys/key-1.xml", "media/logo.svg", "portal.db"], backup.Manifest.Files.Keys);
            Assert.Equal("secret", await File.ReadAllTextAsync(Path.Combine(backup.Path, "keys", "key-1.xml"), Cancel));
            Assert.Equal(StoreDump.Of(store.Folder.Database), StoreDump.Of(Path.Combine(backup.Path, "portal.db")));
        }
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(made.File.Path));
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(store.Folder.Backups));
        }
        Assert.Empty(Directory.GetDirectories(store.Folder.Backups));
    }

    [Fact]
    public async Task Every_reason_is_read_from_the_name_again()
    {
        using var store = await TemporaryStore.OpenAsync();

        foreach (var reason in Enum.GetValues<BackupReason>())
        {
            var made = BackupFile.Parse($"/backups/portal-20261123-090000-{new BackupFile("", default, reason).ReasonWords}.zip");
            Assert.Equal((reason, TemporaryStore.Now), (made?.Reason, made?.MadeAt));
        }

        Assert.Null(BackupFile.Parse("/backups/portal-20261123-090000-holiday.zip"));
        Assert.Null(BackupFile.Parse("/backups/portal-20261399-090000-by-hand.zip"));
    }

    [Fact]
    public async Task Two_of_one_second_do_not_write_over_each_other()
    {
        using var store = await TemporaryStore.OpenAsync();

        await store.Backups.CreateAsync(BackupReason.ByHand, Cancel);
        await store.Backups.CreateAsync(BackupReason.ByHand, Cancel);

        Assert.Equal(2, store.Backups.List().Count);
    }

    [Fact]
    public async Task A_backup_that_is_made_while_somebody_writes_is_of_one_moment()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        using var done = new CancellationTokenSource();
        // Each of these writes is a change set and a change together.
        var writing = Task.Run(async () =>
        {
            for (var time = 1; !done.IsCancellationRequested; time++)
                await store.Editor.SaveAnswerAsync(
                    "rolling", "what", time, answer => answer with { Text = En($"Words {time}.") }, new("Nora", TemporaryStore.Now),
                    Cancel);
        }, Cancel);

        for (var time = 0; time < Trials.Of(30); time++)
        {
            var made = await store.Backups.CreateAsync(BackupReason.ByHand, Cancel);
            using var backup = await store.Backups.UnpackAsync(made.File.Path, Cancel);
            await using var db = await backup.Contexts.CreateDbContextAsync(Cancel);
            var sets = await db.Changes.Select(change => change.ChangeSetId).Distinct().CountAsync(Cancel);
            Assert.Equal(sets, await db.ChangeSets.CountAsync(Cancel));
            Assert.Equal(await db.Changes.MaxAsync(change => change.Id, Cancel), backup.Manifest.Store.Change);
        }

        await done.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task A_backup_that_was_damaged_anywhere_is_refused()
    {
        using var store = await FilledAsync();
        var made = await store.Backups.CreateAsync(BackupReason.ByHand, Cancel);
        var whole = await File.ReadAllBytesAsync(made.File.Path, Cancel);

        foreach (var share in new[] { 0.01, 0.3, 0.6, 0.9, 0.999 })
        {
            var damaged = whole.ToArray();
            damaged.AsSpan((int)(whole.Length * share), Math.Min(16, whole.Length / 100)).Fill(0xA5);
            await File.WriteAllBytesAsync(made.File.Path, damaged, Cancel);
            var refusal = await Assert.ThrowsAsync<StoreException>(() => store.Backups.UnpackAsync(made.File.Path, Cancel));
            Assert.StartsWith($"The file {made.File.Path} is damaged or is not a backup: ", refusal.Message);
        }

        await File.WriteAllBytesAsync(made.File.Path, whole[..(whole.Length / 2)], Cancel);
        await Assert.ThrowsAsync<StoreException>(() => store.Backups.UnpackAsync(made.File.Path, Cancel));
        Assert.Null(store.Condition.Trouble);
        Assert.Empty(Directory.GetDirectories(store.Folder.Backups));
    }

    [Fact]
    public async Task A_backup_in_which_somebody_has_changed_a_file_is_refused()
    {
        using var store = await FilledAsync();
        var made = await store.Backups.CreateAsync(BackupReason.ByHand, Cancel);
        await using (var zip = await ZipFile.OpenAsync(made.File.Path, ZipArchiveMode.Update, Cancel))
        {
            zip.GetEntry("keys/key-1.xml")!.Delete();
            await using var key = new StreamWriter(await zip.CreateEntry("keys/key-1.xml").OpenAsync(Cancel));
            await key.WriteAsync("forged");
        }

        var refusal = await Assert.ThrowsAsync<StoreException>(() => store.Backups.UnpackAsync(made.File.Path, Cancel));

        Assert.Contains("\"keys/key-1.xml\" has changed since the backup was made", refusal.Message);
    }

    [Fact]
    public async Task A_damaged_database_becomes_no_backup()
    {
        using var store = await FilledAsync();
        store.Forget();
        await using (var file = File.OpenWrite(store.Folder.Database))
        {
            file.Position = 30 * 4096;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, 8192).ToArray(), Cancel);
        }

        await Assert.ThrowsAsync<StoreException>(() => store.Backups.CreateAsync(BackupReason.ByHand, Cancel));

        Assert.Empty(store.Backups.List());
    }

    [Fact]
    public async Task The_second_folder_gets_a_copy_or_the_reason_is_told()
    {
        var second = Directory.CreateTempSubdirectory("second-");
        using var store = await TemporaryStore.OpenAsync(plan: new(new() { SecondFolder = second.FullName }, TimeZoneInfo.Utc));

        var made = await store.Backups.CreateAsync(BackupReason.ByHand, Cancel);
        var copy = Assert.Single(BackupFile.In(second.FullName));
        Assert.Equal(await File.ReadAllBytesAsync(made.File.Path, Cancel), await File.ReadAllBytesAsync(copy.Path, Cancel));
        Assert.Null(made.SecondProblem);

        second.Delete(recursive: true);
        made = await store.Backups.CreateAsync(BackupReason.ByHand, Cancel);
        Assert.True(File.Exists(made.File.Path));
        Assert.Equal(
            $"The second folder for backups, {second.FullName}, is not there. Check that its disk is connected.", made.SecondProblem);
    }

    [Fact]
    public async Task What_a_killed_process_left_behind_is_cleared_away()
    {
        using var store = await TemporaryStore.OpenAsync();
        Directory.CreateDirectory(Path.Combine(store.Folder.Backups, ".scratch-left", "keys"));

        await store.Backups.CreateAsync(BackupReason.ByHand, Cancel);

        Assert.Empty(Directory.GetDirectories(store.Folder.Backups));
    }

    internal static async Task<TemporaryStore> FilledAsync()
    {
        var store = await TemporaryStore.HoldingAsync(Content);
        await store.Publisher.PublishAsync("Nora", null, TemporaryStore.Now, Cancel);
        foreach (var (folder, file, text) in new[] { ("keys", "key-1.xml", "secret"), ("media", "logo.svg", "<svg/>") })
        {
            Directory.CreateDirectory(Path.Combine(store.Folder.Path, folder));
            await File.WriteAllTextAsync(Path.Combine(store.Folder.Path, folder, file), text, Cancel);
        }
        return store;
    }
}

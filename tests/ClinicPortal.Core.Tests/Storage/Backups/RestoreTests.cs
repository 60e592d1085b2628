using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Core.Storage.Backups;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Storage.Backups;

public sealed class RestoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_another_machine_the_store_is_as_it_was()
    {
        using var old = await BackupTests.FilledAsync();
        var made = await old.Backups.CreateAsync(BackupReason.ByHand, Cancel);
        using var store = new TemporaryStore();

        var restored = Assert.IsType<RestoreOutcome.Restored>(await store.Restore.RestoreAsync(made.File.Path, evenIfNewer: false, Cancel));

        Assert.Equal((null, null), (restored.KeptAt, restored.Newer));
        Assert.Equal(StateOf(old.Folder), StateOf(store.Folder));
        await store.Store.OpenAsync(TemporaryStore.Now, Cancel);
        Assert.Equal(1, (await store.Publisher.OpenLatestAsync(Cancel)).Number);
        Assert.Equal(["keys", "media"], Directory.GetDirectories(store.Folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task What_is_newer_than_the_backup_is_told_first_and_kept()
    {
        using var store = await BackupTests.FilledAsync();
        var made = await store.Backups.CreateAsync(BackupReason.ByHand, Cancel);
        var before = StateOf(store.Folder);
        await ChangeAsync(store);
        var changed = StateOf(store.Folder);

        var warned = Assert.IsType<RestoreOutcome.Warned>(await store.Restore.RestoreAsync(made.File.Path, evenIfNewer: false, Cancel));
        Assert.Equal([2], warned.Newer.Editions);
        Assert.Equal(1, warned.Newer.Changes);
        Assert.Equal(changed, StateOf(store.Folder));

        var restored = Assert.IsType<RestoreOutcome.Restored>(await store.Restore.RestoreAsync(made.File.Path, evenIfNewer: true, Cancel));
        Assert.Equal(before, StateOf(store.Folder));

        // What it has replaced can be restored in its turn.
        var kept = BackupFile.Parse(restored.KeptAt!);
        Assert.Equal(BackupReason.BeforeRestore, kept?.Reason);
        await store.Restore.RestoreAsync(kept!.Path, evenIfNewer: true, Cancel);
        Assert.Equal(changed, StateOf(store.Folder));
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_portal_that_runs()
    {
        using var running = await BackupTests.FilledAsync();
        await running.Store.OpenAsync(TemporaryStore.Now, Cancel);
        var made = await running.Backups.CreateAsync(BackupReason.ByHand, Cancel);
        using var other = new TemporaryStore(running.Folder.Path);
        await other.Store.OpenAsync(TemporaryStore.Now, Cancel);

        var refusal = await Assert.ThrowsAsync<StoreException>(() => other.Restore.RestoreAsync(made.File.Path, evenIfNewer: true, Cancel));

        Assert.Contains("Stop it, then restore the backup", refusal.Message);
    }

    [Fact]
    public async Task A_log_of_writes_that_a_killed_process_left_behind_does_not_get_into_the_restored_database()
    {
        using var store = await BackupTests.FilledAsync();
        var made = await store.Backups.CreateAsync(BackupReason.ByHand, Cancel);
        var before = StateOf(store.Folder);
        await ChangeAsync(store);
        var wal = await File.ReadAllBytesAsync(store.Folder.Database + "-wal", Cancel);
        store.Forget();
        // As after a kill: closing has taken the log in, and it is put back beside a database that is gone.
        await File.WriteAllBytesAsync(store.Folder.Database, new byte[8192], Cancel);
        await File.WriteAllBytesAsync(store.Folder.Database + "-wal", wal, Cancel);

        var restored = Assert.IsType<RestoreOutcome.Restored>(await store.Restore.RestoreAsync(made.File.Path, evenIfNewer: false, Cancel));

        Assert.Equal(before, StateOf(store.Folder));
        await store.Store.CheckAsync(Cancel);
        // A database that cannot be backed up is kept as it is.
        Assert.Equal(
            ["keys", "media", "portal.db", "portal.db-wal"],
            Directory.GetFileSystemEntries(restored.KeptAt!).Select(Path.GetFileName).Order().Where(name => name != "portal.db-shm"));
    }

    [Fact]
    public async Task What_was_hidden_since_the_backup_is_hidden_again_and_what_was_shown_again_since_stays_hidden()
    {
        using var store = await BackupTests.FilledAsync();
        await store.Store.OpenAsync(TemporaryStore.Now, Cancel);
        var (ada, ben) = (new AccountSignature(1, "Ada", TemporaryStore.Now), new AccountSignature(2, "Ben", TemporaryStore.Now));
        var older = await HideAsync("treatments/rolling/answers/sessions");
        var made = await store.Backups.CreateAsync(BackupReason.ByHand, Cancel);
        var (kept, lifted) = (await HideAsync("treatments/rolling/answers/what"), await HideAsync("treatments/rolling/answers/onset"));
        await store.Holds.WithdrawAsync(kept, "Recalled.", ben, Cancel);
        await store.Holds.LiftAsync(lifted, "Corrected.", ben, Cancel);
        await store.Holds.LiftAsync(older, "Corrected.", ben, Cancel);
        store.Close();
        using var stopped = new TemporaryStore(store.Folder.Path);

        var warned = Assert.IsType<RestoreOutcome.Warned>(await stopped.Restore.RestoreAsync(made.File.Path, evenIfNewer: false, Cancel));
        Assert.Equal([kept, lifted], warned.Holds!.Holds.Select(step => step.Hold));
        var restored = Assert.IsType<RestoreOutcome.Restored>(
            await stopped.Restore.RestoreAsync(made.File.Path, evenIfNewer: true, Cancel));

        Assert.Equal([kept, lifted], restored.Holds!.Holds.Select(step => step.Hold));
        Assert.Equal([lifted, older], restored.Holds!.Lifted.Select(step => step.Hold));
        await stopped.Store.OpenAsync(TemporaryStore.Now, Cancel);
        Assert.Equal(
            [(lifted, false), (kept, true), (older, false)],
            (await stopped.Holds.AllAsync(Cancel)).Select(hold => (hold.Key, hold.Withdrawn is not null)));
        Assert.Equal(3, (await stopped.Holds.InForceAsync(Cancel)).Holds.Count);

        // Done again, it finds nothing more to hide.
        stopped.Close();
        using var again = new TemporaryStore(store.Folder.Path);
        var anew = Assert.IsType<RestoreOutcome.Restored>(await again.Restore.RestoreAsync(restored.KeptAt!, evenIfNewer: true, Cancel));
        Assert.False(anew.Holds!.IsAny);

        async Task<Guid> HideAsync(string path)
        {
            Assert.Equal(HoldOutcome.Done, await store.Holds.PlaceAsync(path, path, "Wrong.", null, ada, Cancel));
            return (await store.Holds.AllAsync(Cancel))[0].Key;
        }
    }

    [Fact]
    public async Task Where_the_store_cannot_be_read_it_says_that_its_holds_are_not_known()
    {
        using var store = await BackupTests.FilledAsync();
        var made = await store.Backups.CreateAsync(BackupReason.ByHand, Cancel);
        store.Forget();
        await File.WriteAllBytesAsync(store.Folder.Database, new byte[8192], Cancel);

        Assert.Null(Assert.IsType<RestoreOutcome.Restored>(
            await store.Restore.RestoreAsync(made.File.Path, evenIfNewer: false, Cancel)).Holds);
    }

    [Fact]
    public async Task A_kill_at_any_point_leaves_the_old_or_the_new()
    {
        using var store = await BackupTests.FilledAsync();
        var made = await store.Backups.CreateAsync(BackupReason.ByHand, Cancel);
        var backup = StateOf(store.Folder);
        await ChangeAsync(store);
        store.Close();
        var whole = CopyOf(store.Folder.Path);

        var stopped = 0;
        for (var (isDone, steps) = (false, 0); !isDone; steps++)
        {
            using var folder = new TemporaryStore(CopyOf(whole));
            Stage(folder, made.File.Path);
            isDone = !TakeSteps(folder.Folder, steps);

            // Whoever starts next finishes it.
            await folder.Store.OpenAsync(TemporaryStore.Now, Cancel);

            Assert.Equal(backup, StateOf(folder.Folder));
            Assert.False(Directory.Exists(Path.Combine(folder.Folder.Path, "restoring")));
            Assert.Single(Directory.GetDirectories(folder.Folder.Path, "replaced-*"));
            stopped++;
            folder.Close();
            Directory.Delete(folder.Folder.Path, recursive: true);
        }
        Assert.InRange(stopped, 8, 20);
        Directory.Delete(whole, recursive: true);
    }

    [Fact]
    public async Task A_backup_of_a_release_that_knows_more_is_refused_and_changes_nothing()
    {
        using var store = await BackupTests.FilledAsync();
        await store.RunAsync("INSERT INTO __EFMigrationsHistory VALUES ('29991231235959_Later', '99')");
        var made = await store.Backups.CreateAsync(BackupReason.ByHand, Cancel);
        var before = StateOf(store.Folder);

        var refusal = await Assert.ThrowsAsync<StoreException>(() => store.Restore.RestoreAsync(made.File.Path, evenIfNewer: true, Cancel));

        Assert.Contains("a version of the portal with the database change \"29991231235959_Later\"", refusal.Message);
        Assert.Equal(before, StateOf(store.Folder));
    }

    private static async Task ChangeAsync(TemporaryStore store)
    {
        await store.Editor.SaveAnswerAsync(
            "rolling", "what", 1, answer => answer with { Text = En("It rolls.") }, new("Nora", TemporaryStore.Now), Cancel);
        await store.Publisher.PublishAsync("Nora", null, TemporaryStore.Now, Cancel);
        await File.WriteAllTextAsync(Path.Combine(store.Folder.Path, "keys", "key-2.xml"), "another", Cancel);
        await File.WriteAllTextAsync(Path.Combine(store.Folder.Path, "media", "logo.svg"), "<svg>2</svg>", Cancel);
    }

    /// <summary>What a restore does up to the moment from which it counts as done.</summary>
    private static void Stage(TemporaryStore store, string archive)
    {
        var ready = Path.Combine(store.Folder.Path, "restoring");
        System.IO.Compression.ZipFile.ExtractToDirectory(archive, ready);
        File.Delete(Path.Combine(ready, "backup.json"));
        Directory.CreateDirectory(Path.Combine(ready, "replaced-20261123-090000"));
    }

    /// <returns>Whether that many were left.</returns>
    private static bool TakeSteps(DataFolder folder, int count)
    {
        var taken = 0;
        foreach (var step in StoreSwap.Steps(folder).Take(count))
        {
            step();
            taken++;
        }
        return taken == count;
    }

    /// <summary>All that a backup brings back.</summary>
    private static string StateOf(DataFolder folder) => string.Join('\n',
        new[] { "keys", "media" }.SelectMany(name => Directory.GetFiles(Path.Combine(folder.Path, name)).Order())
            .Select(file => $"{Path.GetFileName(file)}: {File.ReadAllText(file)}")
            .Append(StoreDump.Of(folder.Database)));

    private static string CopyOf(string folder)
    {
        var copy = Directory.CreateTempSubdirectory("clinic-portal-").FullName;
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        return copy;
    }
}

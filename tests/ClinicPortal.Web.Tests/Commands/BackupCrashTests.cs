using ClinicPortal.Core.Storage;
using ClinicPortal.Core.Storage.Backups;
using ClinicPortal.Testing;

namespace ClinicPortal.Web.Tests.Commands;

/// <summary>The commands are killed at random points: a backup is whole or not there, a restore is done or has not begun.</summary>
public sealed class BackupCrashTests
{
    private static readonly int Kills = Trials.Of(10);

    // Longer than either command takes from its first file on.
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(3);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kill_while_a_backup_is_made_leaves_it_whole_or_not_there()
    {
        await using var portal = await PortalProcess.FilledAsync();
        var random = new Random(1);
        using var store = new TemporaryStore(portal.Data);
        var before = StoreDump.Of(store.Folder.Database);

        for (var kill = 0; kill < Kills; kill++)
            await portal.KillAtWorkAsync(LongestLife * random.NextDouble(), "backup", "create");

        await store.Backups.CreateAsync(BackupReason.ByHand, Cancel);
        foreach (var file in store.Backups.List())
            (await store.Backups.UnpackAsync(file.Path, Cancel)).Dispose();
        Assert.Empty(Directory.GetDirectories(store.Folder.Backups));
        Assert.Equal(before, StoreDump.Of(store.Folder.Database));
    }

    [Fact]
    public async Task A_kill_while_a_backup_is_restored_leaves_the_old_or_the_new()
    {
        await using var portal = await PortalProcess.FilledAsync();
        var older = await StateAsync(portal.Data);
        string archive;
        using (var store = new TemporaryStore(portal.Data))
        {
            archive = (await store.Backups.CreateAsync(BackupReason.ByHand, Cancel)).File.Path;
            await store.RunAsync("INSERT INTO ClarityCount (Criterion, Day, Clear, Count) VALUES ('onset', '2026-11-23', 1, 1)");
        }
        Directory.CreateDirectory(Path.Combine(portal.Data, "keys"));
        await File.WriteAllTextAsync(Path.Combine(portal.Data, "keys", "key-2.xml"), "newer", Cancel);
        var newer = await StateAsync(portal.Data);
        var kept = await File.ReadAllBytesAsync(new DataFolder(portal.Data).Database, Cancel);
        var random = new Random(2);

        for (var kill = 0; kill < Kills; kill++)
        {
            await File.WriteAllBytesAsync(new DataFolder(portal.Data).Database, kept, Cancel);
            Directory.CreateDirectory(Path.Combine(portal.Data, "keys"));
            await File.WriteAllTextAsync(Path.Combine(portal.Data, "keys", "key-2.xml"), "newer", Cancel);
            await portal.KillAtWorkAsync(LongestLife * random.NextDouble(), "backup", "restore", archive, "--yes");

            Assert.Contains(await StateAsync(portal.Data), new[] { older, newer });
        }
    }

    /// <summary>Database and keys as the next start finds them.</summary>
    private static async Task<string> StateAsync(string data)
    {
        using var store = new TemporaryStore(data);
        await store.Store.OpenAsync(TemporaryStore.Now, Cancel);
        store.Close();
        var keys = new DirectoryInfo(Path.Combine(data, "keys"));
        var names = keys.Exists ? keys.GetFiles().Select(file => file.Name).Order() : Enumerable.Empty<string>();
        return string.Join(' ', names) + StoreDump.Of(store.Folder.Database);
    }
}

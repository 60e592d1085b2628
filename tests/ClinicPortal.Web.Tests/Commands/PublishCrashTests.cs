using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Testing;

namespace ClinicPortal.Web.Tests.Commands;

/// <summary>Publishing is killed at random points: an edition is whole or not there.</summary>
public sealed class PublishCrashTests
{
    private const string Treatment = "prp", Criterion = "onset";

    private static readonly int Kills = Trials.Of(100);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kill_while_an_edition_is_published_leaves_it_whole_or_not_there()
    {
        await using var portal = await PortalProcess.FilledAsync();
        var random = new Random(3);
        Task<TimeSpan> PublishAsync(TimeSpan life) =>
            portal.KillAtWriteAsync(life, "content", "publish", "--by", "Ada Admin", "--reason", "A trial");
        await WriteAsync(portal, "Words that are published.");
        var whole = await PublishAsync(Timeout.InfiniteTimeSpan);
        var (latest, read, killed) = (2, await EditionAsync(portal, 2), 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            var words = $"Words of round {kill}.";
            await WriteAsync(portal, words);

            // More often late, where it is written.
            await PublishAsync(whole * Math.Sqrt(random.NextDouble()));

            Assert.Equal(read, await EditionAsync(portal, latest));
            if (await EditionAsync(portal, latest + 1) is null)
            {
                killed++;
                Assert.Equal([$"treatments/{Treatment}/answers/{Criterion}"], await PendingAsync(portal));
                // Nothing that was left there stands in its way.
                using var store = new TemporaryStore(portal.Data);
                Assert.Equal(
                    new PublishOutcome.Published(latest + 1),
                    await store.Publisher.PublishAsync("Ada Admin", null, TemporaryStore.Now, choice: null, "A trial", Cancel));
            }
            Assert.Empty(await PendingAsync(portal));
            (latest, read) = (latest + 1, await EditionAsync(portal, latest + 1));
            Assert.Contains(words, read, StringComparison.Ordinal);
            Assert.Null(await EditionAsync(portal, latest + 1));
        }
        TestContext.Current.TestOutputHelper!.WriteLine($"{killed} of {Kills} came before the edition was there.");
    }

    /// <summary>As patients would read it, opened by a process that was not there; none, if it is not there.</summary>
    private static async Task<string?> EditionAsync(PortalProcess portal, int number)
    {
        using var store = new TemporaryStore(portal.Data);
        return await store.Publisher.OpenAsync(number, Cancel) is { } edition ? TemporaryStore.Text(edition.Content) : null;
    }

    private static async Task<IEnumerable<string>> PendingAsync(PortalProcess portal)
    {
        using var store = new TemporaryStore(portal.Data);
        await using var db = store.Context();
        return (await db.PendingAsync(await store.Publisher.LatestNumberAsync(Cancel), Cancel)).Select(row => row.Path);
    }

    private static async Task WriteAsync(PortalProcess portal, string words)
    {
        using var store = new TemporaryStore(portal.Data);
        Assert.IsType<SaveOutcome<AnswerEntry>.Saved>(await store.Editor.SaveAnswerAsync(
            Treatment, Criterion, null, answer => answer with { Text = LocalText.English(words), Brief = null, Value = null },
            new("Nora Nurse", TemporaryStore.Now, null), Cancel));
    }
}

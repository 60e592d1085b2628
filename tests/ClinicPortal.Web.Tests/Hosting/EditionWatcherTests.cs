using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using ClinicPortal.Web.Hosting;

namespace ClinicPortal.Web.Tests.Hosting;

/// <summary>Two processes on one store: what one does, the other shows within two seconds.</summary>
public class EditionWatcherTests
{
    private const string Cell = "treatments/rolling/answers/what";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_another_process_hides_publishes_and_shows_again_is_noticed_at_the_next_look()
    {
        using var store = await TemporaryStore.HoldingAsync(SmallClinic.Content);
        await store.Publisher.PublishAsync("Ada", null, TemporaryStore.Now, Cancel);
        using var other = new TemporaryStore(store.Folder.Path);
        var (clock, log, current) = (
            new StartedClock("2026-11-23T09:00Z"), new SignallingLog<EditionWatcher>(), new CurrentEdition(KnownMarkets.None));
        current.Replace(await store.Publisher.OpenLatestAsync(Cancel));
        using var watcher = new EditionWatcher(store.Publisher, store.Holds, store.Statements, current, store.Condition, clock, log);
        await watcher.StartAsync(Cancel);
        await clock.HasTimer;
        Assert.False(current.Edition.FindAnswer("rolling", "what")!.IsWithheld);

        await other.Holds.PlaceAsync(Cell, "Rolling: What", "Wrong.", null, new(1, "Ada", TemporaryStore.Now), Cancel);
        clock.Advance(EditionWatcher.Interval);
        await log.WaitForAsync("Safety holds have changed");
        Assert.True(current.Edition.FindAnswer("rolling", "what")!.IsWithheld);

        await other.ImportAsync(SmallClinic.WithAnswer("what", answer => answer with { Text = SmallClinic.En("Said otherwise.") }));
        await other.Publisher.PublishAsync("Ada", null, TemporaryStore.Now, Cancel);
        await StateAsync(other);
        clock.Advance(EditionWatcher.Interval);
        await log.WaitForAsync("Patients now read edition 2");
        Assert.Equal("Eight people tried it.", Assert.Single(current.Edition.Statements).Basis);
        Assert.True(current.Edition.FindAnswer("rolling", "what")!.IsWithheld);

        await other.Holds.LiftAsync(
            (await other.Holds.AllAsync(Cancel))[0].Key, "Checked.", new(2, "Ben", TemporaryStore.Now), Cancel);
        clock.Advance(EditionWatcher.Interval);
        await log.WaitForAsync("Safety holds have changed");
        Assert.Equal("Said otherwise.", current.Edition.FindAnswer("rolling", "what")!.Text!.ToString());
        await watcher.StopAsync(Cancel);
    }

    [Fact]
    public void Two_looks_fit_into_the_two_seconds_in_which_what_is_hidden_must_be_gone() =>
        Assert.InRange(EditionWatcher.Interval, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1));

    private static async Task StateAsync(TemporaryStore store)
    {
        await using var db = store.Context();
        var ada = new StaffUser { Name = "Ada", UserName = "Ada", Role = StaffRole.Administrator };
        db.Add(ada);
        await db.SaveChangesAsync(Cancel);
        var today = DateOnly.FromDateTime(TemporaryStore.Now.DateTime);
        Assert.Equal(StatementOutcome.Done, await store.Statements.MakeAsync(
            new("L16", null, "Eight people tried it.", 1, today.AddYears(1)), new(ada.Id, "Ada", TemporaryStore.Now), today, Cancel));
    }
}

using System.Globalization;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using ClinicPortal.Web.Hosting;

namespace ClinicPortal.Web.Tests.Hosting;

/// <summary>A clock that the test moves, across the days on which the clinic's is changed.</summary>
public sealed class ScheduleServiceTests
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    // Nine o'clock, scheduled before the clocks change for a day after it.
    [InlineData("Europe/London", "2026-03-27T12:00Z", "2026-03-30T09:00", "2026-03-30T08:00Z")]
    [InlineData("Europe/London", "2026-10-23T12:00Z", "2026-10-26T09:00", "2026-10-26T09:00Z")]
    [InlineData("Pacific/Auckland", "2026-09-25T00:00Z", "2026-09-28T09:00", "2026-09-27T20:00Z")]
    [InlineData("Europe/Istanbul", "2016-03-25T12:00Z", "2016-03-28T09:00", "2016-03-28T06:00Z")]
    [InlineData("Europe/Istanbul", "2026-03-27T12:00Z", "2026-03-30T09:00", "2026-03-30T06:00Z")]
    // Half an hour that does not exist, and one that comes twice.
    [InlineData("Pacific/Auckland", "2026-09-26T13:00Z", "2026-09-27T02:30", "2026-09-26T14:00Z")]
    [InlineData("Europe/London", "2026-03-29T00:00Z", "2026-03-29T01:30", "2026-03-29T01:00Z")]
    [InlineData("Europe/London", "2026-10-25T00:00Z", "2026-10-25T01:30", "2026-10-25T00:30Z")]
    public async Task It_is_published_when_the_clinics_clocks_show_the_time(string zone, string began, string wall, string moment)
    {
        var (clock, due) = (new StartedClock(began), DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));
        await using var clinic = await Clinic.StartAsync(clock, zone, DateTime.Parse(wall, CultureInfo.InvariantCulture));

        clock.Advance(due - clock.GetUtcNow() - Look);
        clock.Advance(Look - TimeSpan.FromTicks(1));
        Assert.Equal(1, await clinic.Store.Publisher.LatestNumberAsync(Cancel));
        clock.Advance(Look);
        await clinic.Log.WaitForAsync("Edition 2 was published as scheduled for");

        await using var db = clinic.Store.Context();
        var edition = db.Editions.Single(one => one.Number == 2);
        Assert.InRange(edition.PublishedAt, due, due + Look);
        Assert.False(edition.IsLate);
    }

    [Fact]
    public async Task One_that_was_missed_while_the_portal_was_off_is_published_soon_after_the_start()
    {
        var clock = new StartedClock("2026-11-25T12:00Z");
        await using var clinic = await Clinic.StartAsync(clock, "UTC", new(2026, 11, 24, 9, 0, 0));

        clock.Advance(Look);
        await clinic.Log.WaitForAsync("Edition 2 was published as scheduled for 24 November 2026, 09:00");

        await using var db = clinic.Store.Context();
        Assert.True(db.Editions.Single(one => one.Number == 2).IsLate);
    }

    [Fact]
    public async Task One_that_cannot_be_saved_is_tried_again()
    {
        var clock = new StartedClock("2026-11-24T08:59Z");
        await using var clinic = await Clinic.StartAsync(clock, "UTC", new(2026, 11, 24, 9, 0, 0));
        await clinic.Store.RunAsync("ALTER TABLE EditionPart RENAME TO Away");

        clock.Advance(TimeSpan.FromMinutes(1));
        await clinic.Log.WaitForAsync("could not be made");
        await clinic.Store.RunAsync("ALTER TABLE Away RENAME TO EditionPart");
        clock.Advance(TimeSpan.FromMinutes(1));
        await clinic.Log.WaitForAsync("Edition 2 was published");
    }

    private sealed class Clinic(TemporaryStore store) : IAsyncDisposable
    {
        private ScheduleService? _service;

        public TemporaryStore Store => store;

        public SignallingLog<ScheduleService> Log { get; } = new();

        /// <summary>Something is scheduled, and the portal starts.</summary>
        public static async Task<Clinic> StartAsync(StartedClock clock, string zone, DateTime at)
        {
            var store = await TemporaryStore.OpenAsync(clock);
            await store.ImportAsync(SmallClinic.Content);
            await store.Publisher.PublishAsync("Ada", null, clock.GetUtcNow(), Cancel);
            var ada = await InviteAsync(store, clock.GetUtcNow());
            await store.Editor.SaveAnswerAsync(
                "rolling", "what", null, answer => answer with { Text = SmallClinic.En("Chosen.") }, ada, Cancel);
            HashSet<string> chosen = ["treatments/rolling/answers/what"];
            var (draft, (edition, seen)) = (
                await store.Publisher.DraftAsync(chosen, clock.GetUtcNow(), Cancel), await store.Publisher.StateAsync(Cancel));
            Assert.IsType<PublishOutcome.Scheduled>(await store.Schedules.AddAsync(
                at, ada, new(chosen, edition, seen, draft.Listed), PublishingInTests.Reason, path => path, Cancel));
            var clinic = new Clinic(store);
            clinic._service = new(
                store.Schedules, store.Condition, new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone) }, clock, clinic.Log);
            await clinic._service.StartAsync(Cancel);
            await clock.HasTimer;
            return clinic;
        }

        public async ValueTask DisposeAsync()
        {
            if (_service is not null)
                await _service.StopAsync(CancellationToken.None);
            _service?.Dispose();
            store.Dispose();
        }

        private static async Task<Signature> InviteAsync(TemporaryStore store, DateTimeOffset now)
        {
            await using var db = store.Context();
            var ada = new StaffUser { UserName = "Ada", Email = "Ada", Name = "Ada Admin", Role = StaffRole.Administrator };
            db.Add(ada);
            await db.SaveChangesAsync(Cancel);
            return new(ada.Name, now) { ById = ada.Id };
        }
    }
}

using ClinicPortal.Core.Storage.Backups;
using ClinicPortal.Testing;
using ClinicPortal.Web.Hosting;

namespace ClinicPortal.Web.Tests.Hosting;

public sealed class BackupServiceTests
{
    private const string Made = "was made, and a test restore of it worked";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1), Hour = TimeSpan.FromHours(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_that_was_missed_is_made_soon_after_the_start_and_the_next_at_its_time()
    {
        await using var clinic = await Clinic.OpenAsync(new("2026-11-23T09:00Z"));
        await clinic.StartAsync();

        clinic.Clock.Advance(Minute);
        await clinic.Log.WaitForAsync(Made);
        for (var hour = 0; hour < 17; hour++)
            clinic.Clock.Advance(Hour);
        Assert.Single(clinic.Store.Backups.List());

        clinic.Clock.Advance(Hour);
        await clinic.Log.WaitForAsync(Made);
        Assert.Equal(
            ["portal-20261124-030100-scheduled.zip", "portal-20261123-090100-scheduled.zip"],
            clinic.Store.Backups.List().Select(file => file.Name));
        var report = await clinic.Monitor.ReportAsync(Cancel);
        Assert.Equal("The newest backup is from 24 November 2026, 03:01 UTC.", report.Newest);
        Assert.StartsWith("The last test restore, on 24 November 2026, 03:01 UTC, worked: ", report.Drill);
        Assert.Empty(report.Problems);
    }

    [Fact]
    public async Task One_that_failed_is_told_and_tried_again_after_an_hour()
    {
        await using var clinic = await Clinic.OpenAsync(new("2026-11-23T09:00Z"));
        clinic.Store.Forget();
        var database = await File.ReadAllBytesAsync(clinic.Store.Folder.Database, Cancel);
        await File.WriteAllTextAsync(clinic.Store.Folder.Database, string.Concat(Enumerable.Repeat("no database ", 1000)), Cancel);
        await clinic.StartAsync();

        clinic.Clock.Advance(Minute);
        Assert.Contains("tries again in an hour", await clinic.Log.WaitForAsync("The backup could not be made: "));
        Assert.Equal(
            ["The last backup could not be made because the database is damaged."], (await clinic.Monitor.ReportAsync(Cancel)).Problems);

        for (var minute = 0; minute < 59; minute++)
            clinic.Clock.Advance(Minute);
        await File.WriteAllBytesAsync(clinic.Store.Folder.Database, database, Cancel);
        clinic.Clock.Advance(Minute);
        await clinic.Log.WaitForAsync(Made);
        Assert.Single(clinic.Log.Lines, line => line.Contains("could not be made", StringComparison.Ordinal));
        Assert.Empty((await clinic.Monitor.ReportAsync(Cancel)).Problems);
    }

    [Fact]
    public async Task One_without_its_copy_in_the_second_folder_is_told()
    {
        await using var clinic = await Clinic.OpenAsync(new("2026-11-23T09:00Z"), new() { SecondFolder = "/no/such/disk" });
        await clinic.StartAsync();

        clinic.Clock.Advance(Minute);
        await clinic.Log.WaitForAsync("The second folder for backups, /no/such/disk, is not there.");
        await clinic.Log.WaitForAsync(Made);

        Assert.Equal(
            ["The last backup could not be copied to the second folder. The server log says why."],
            (await clinic.Monitor.ReportAsync(Cancel)).Problems);
    }

    [Fact]
    public async Task One_that_is_overdue_is_told()
    {
        await using var clinic = await Clinic.OpenAsync(new("2026-11-23T09:00Z"));
        Assert.Empty((await clinic.Monitor.ReportAsync(Cancel)).Problems);

        clinic.Clock.Advance(TimeSpan.FromHours(18));
        Assert.Empty((await clinic.Monitor.ReportAsync(Cancel)).Problems);

        clinic.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(
            ["A backup was due on 24 November 2026, 03:00 UTC and was not made. The server log says why."],
            (await clinic.Monitor.ReportAsync(Cancel)).Problems);
    }

    [Fact]
    public async Task One_of_a_clock_that_was_a_year_ahead_stands_in_the_way_of_none()
    {
        await using var clinic = await Clinic.OpenAsync(new("2026-11-23T09:00Z"));
        Directory.CreateDirectory(clinic.Store.Folder.Backups);
        await File.WriteAllTextAsync(Path.Combine(clinic.Store.Folder.Backups, "portal-20271123-030000-scheduled.zip"), "", Cancel);
        await clinic.StartAsync();

        clinic.Clock.Advance(Minute);
        await clinic.Log.WaitForAsync(Made);

        Assert.Equal("The newest backup is from 23 November 2026, 09:01 UTC.", (await clinic.Monitor.ReportAsync(Cancel)).Newest);
    }

    private sealed class Clinic(StartedClock clock, TemporaryStore store, BackupPlan plan) : IAsyncDisposable
    {
        private BackupService? _service;

        public StartedClock Clock => clock;

        public TemporaryStore Store => store;

        public SignallingLog<BackupService> Log { get; } = new();

        public BackupMonitor Monitor { get; } = new(store.Backups, plan, store.Drill, new(clock, new PortalOptions()), clock);

        public static async Task<Clinic> OpenAsync(StartedClock clock, BackupOptions? options = null)
        {
            var plan = new BackupPlan(options ?? new(), TimeZoneInfo.Utc);
            return new(clock, await TemporaryStore.OpenAsync(clock, plan), plan);
        }

        public async Task StartAsync()
        {
            _service = new(store.Backups, store.Drill, Monitor, clock, Log);
            await _service.StartAsync(Cancel);
            await clock.HasTimer;
        }

        public async ValueTask DisposeAsync()
        {
            if (_service is not null)
                await _service.StopAsync(CancellationToken.None);
            _service?.Dispose();
            store.Dispose();
        }
    }
}

using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// Publishes what was scheduled when its time has come. What was missed while the portal was off is published soon after the start, and
/// says so; patients read it as soon as <see cref="EditionWatcher"/> notices.
/// </summary>
public sealed partial class ScheduleService(
    Schedules schedules, StoreCondition condition, PortalOptions options, TimeProvider clock, ILogger<ScheduleService> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                timer.Period = Interval;
                foreach (var (schedule, against) in await schedules.RunDueAsync(options.TimeZone, clock.GetUtcNow(), stoppingToken))
                    if (schedule.Edition is { } number)
                        LogPublished(number, WallClock.Format(schedule.At));
                    else
                        LogStopped(WallClock.Format(schedule.At), string.Join(' ', against));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                timer.Period = PauseAfterFailure;
                // What troubles the store, its watcher tells.
                if (StoreTrouble.Of(failure) is not null)
                    condition.Note(failure);
                else
                    LogFailed(failure);
            }
        }
    }

    [LoggerMessage(1030, LogLevel.Information, "Edition {Number} was published as scheduled for {Time}")]
    private partial void LogPublished(int number, string time);

    [LoggerMessage(1031, LogLevel.Warning, "The publication scheduled for {Time} was stopped, and nothing was published. {Reasons}")]
    private partial void LogStopped(string time, string reasons);

    [LoggerMessage(1032, LogLevel.Error, "A scheduled publication could not be made. The portal tries again in a minute.")]
    private partial void LogFailed(Exception failure);
}

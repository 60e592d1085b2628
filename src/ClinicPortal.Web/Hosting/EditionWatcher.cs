using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Web.Hosting;

/// <summary>Notices an edition that another process has published, by its number, and swaps it in.</summary>
public sealed partial class EditionWatcher(
    Publisher publisher, CurrentEdition current, StoreCondition condition, TimeProvider clock, ILogger<EditionWatcher> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Look(stoppingToken);
            }
            catch (Exception error) when (StoreTrouble.Of(error) is not null)
            {
                // Told once, by the watcher of the store, and not at every look.
                condition.Note(error);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailed(error);
            }
        }
    }

    private async Task Look(CancellationToken cancel)
    {
        var newest = await publisher.LatestNumberAsync(cancel);
        if (newest <= current.Edition.Number)
            return;

        current.Replace((await publisher.OpenAsync(newest, cancel))!);
        LogSwapped(newest);
    }

    [LoggerMessage(1001, LogLevel.Information, "Patients now read edition {Number}")]
    private partial void LogSwapped(int number);

    [LoggerMessage(1002, LogLevel.Error, "Could not look for a newer edition; patients go on reading the one before")]
    private partial void LogFailed(Exception error);
}

using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Web.Hosting;

/// <summary>Notices an edition, safety holds and statements of another process, by their numbers, and swaps them in.</summary>
public sealed partial class EditionWatcher(
    Publisher publisher, SafetyHolds holds, Statements statements, CurrentEdition current, StoreCondition condition, TimeProvider clock,
    ILogger<EditionWatcher> logger)
    : BackgroundService
{
    /// <summary>What is hidden must be gone everywhere within two seconds: one to look, one to make it so.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

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
        var newest = await holds.StateAsync(cancel);
        if (newest.Hold > current.Holds.Number)
        {
            await current.CatchUpAsync(holds, cancel);
            LogHeld(current.Holds.Holds.Count);
        }
        if (newest.Statement > current.Statements.Number)
            await current.CatchUpAsync(statements, cancel);
        if (newest.Edition > current.Edition.Number)
        {
            await current.CatchUpAsync(publisher, newest.Edition, cancel);
            LogSwapped(newest.Edition);
        }
    }

    [LoggerMessage(1001, LogLevel.Information, "Patients now read edition {Number}")]
    private partial void LogSwapped(int number);

    [LoggerMessage(1008, LogLevel.Information, "Safety holds have changed; {Count} are in force")]
    private partial void LogHeld(int count);

    [LoggerMessage(1002, LogLevel.Error, "Could not look for a newer edition; patients go on reading the one before")]
    private partial void LogFailed(Exception error);
}

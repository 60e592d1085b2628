using ClinicPortal.Core.Storage;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// Tries once at the start whether the store can be written, and from then on while it could not: the log tells when trouble begins and
/// when it is over, and nothing has to be started again.
/// </summary>
public sealed partial class StoreWatcher(PortalStore store, StoreCondition condition, TimeProvider clock, ILogger<StoreWatcher> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private StoreTrouble? _told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ProbeAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Tell();
            if (condition.Trouble is { IsDamage: false })
                await ProbeAsync(stoppingToken);
        }
    }

    private async Task ProbeAsync(CancellationToken cancel)
    {
        try
        {
            await store.ProbeAsync(cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // It would end the portal, while patients can still read.
            LogProbeFailed(failure);
        }
        Tell();
    }

    private void Tell()
    {
        var trouble = condition.Trouble;
        if (trouble == _told)
            return;
        if (trouble is null)
            LogWell();
        else if (trouble.IsDamage)
            LogDamage();
        else
            LogTrouble(trouble.Reason);
        _told = trouble;
    }

    [LoggerMessage(1010, LogLevel.Error,
        "Nothing can be saved because {Reason}. Patients can still read; staff keep what they typed. Remove the cause: the portal recovers "
        + "without a restart.")]
    private partial void LogTrouble(string reason);

    [LoggerMessage(1013, LogLevel.Error, "The portal could not find out whether the database can be written.")]
    private partial void LogProbeFailed(Exception failure);

    [LoggerMessage(1011, LogLevel.Information, "The database can be written again.")]
    private partial void LogWell();

    [LoggerMessage(1012, LogLevel.Critical,
        "The database is damaged. Nothing more can be published; patients still read the last edition. "
        + "Stop the portal and restore a backup: see docs/operations.md.")]
    private partial void LogDamage();
}

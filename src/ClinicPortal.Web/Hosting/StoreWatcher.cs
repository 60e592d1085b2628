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
        await store.ProbeAsync(stoppingToken);
        Tell();
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Tell();
            if (condition.Trouble is { IsDamage: false })
                await store.ProbeAsync(stoppingToken);
            Tell();
        }
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
        "Nothing can be saved because {Reason}. Patients go on reading; staff keep their words and are asked to try again.")]
    private partial void LogTrouble(string reason);

    [LoggerMessage(1011, LogLevel.Information, "The database can be written again.")]
    private partial void LogWell();

    [LoggerMessage(1012, LogLevel.Critical,
        "The database is damaged. Nothing is published any more; patients go on reading the edition from before. "
        + "Stop the portal and restore a backup: docs/operations.md tells how.")]
    private partial void LogDamage();
}

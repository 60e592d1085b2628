using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Core.Storage.Backups;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// Makes the backup that is due, and tries out at once whether it can be restored. One that was missed while the portal was off is made
/// soon after the start; one that failed is tried again every hour.
/// </summary>
public sealed partial class BackupService(
    BackupStore backups, RestoreDrill drill, BackupMonitor monitor, TimeProvider clock, ILogger<BackupService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        long? failed = null;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (failed is { } moment && clock.GetElapsedTime(moment) < PauseAfterFailure)
                continue;
            var isAgain = failed is not null;
            failed = null;
            try
            {
                if (await backups.CreateDueAsync(stoppingToken) is { } made)
                    await TryOutAsync(made, stoppingToken);
                else if (isAgain)
                    // Another process has made it meanwhile.
                    monitor.Failure = null;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failed = clock.GetTimestamp();
                monitor.Failure = StoreTrouble.Of(failure) is { } trouble
                    ? $"The last backup could not be made because {trouble.Reason}."
                    : "The last backup could not be made. The server log says why.";
                LogFailed(failure is StoreException or IOException ? null : failure, failure.Message);
            }
        }
    }

    private async Task TryOutAsync(MadeBackup made, CancellationToken cancel)
    {
        monitor.Failure = made.SecondProblem is null
            ? null
            : "The last backup could not be copied to the second folder. The server log says why.";
        if (made.SecondProblem is not null)
            LogNoSecond(made.SecondProblem);
        if ((await drill.RunAsync(cancel)).Problem is { } problem)
            LogDrillFailed(made.File.Name, problem);
        else
            LogMade(made.File.Name, new FileInfo(made.File.Path).Length / 1024);
    }

    [LoggerMessage(1020, LogLevel.Information, "Backup {Name} was made, and a test restore of it worked ({Kilobytes} KB)")]
    private partial void LogMade(string name, long kilobytes);

    [LoggerMessage(1021, LogLevel.Error, "The backup could not be made: {Reason} The portal tries again in an hour.")]
    private partial void LogFailed(Exception? failure, string reason);

    [LoggerMessage(1022, LogLevel.Error, "{Problem}")]
    private partial void LogNoSecond(string problem);

    [LoggerMessage(1023, LogLevel.Error, "The test restore of backup {Name} failed: {Problem}")]
    private partial void LogDrillFailed(string name, string problem);
}

public static class BackupServices
{
    public static IServiceCollection AddBackups(this IServiceCollection services) =>
        services.AddSingleton<BackupMonitor>().AddSingleton<ImportBackup>().AddHostedService<BackupService>();
}

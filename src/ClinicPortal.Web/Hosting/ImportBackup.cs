using ClinicPortal.Core.Storage;
using ClinicPortal.Core.Storage.Backups;

namespace ClinicPortal.Web.Hosting;

/// <summary>The backup before somebody imports a content file in the browser, as the command makes one.</summary>
public sealed partial class ImportBackup(BackupStore backups, ILogger<ImportBackup> logger)
{
    /// <returns>Whether it was made; what went wrong is in the log.</returns>
    public async Task<bool> TryMakeAsync(CancellationToken cancel)
    {
        try
        {
            if ((await backups.CreateAsync(BackupReason.BeforeImport, cancel)).SecondProblem is { } problem)
                LogNoSecond(problem);
            return true;
        }
        catch (Exception failure) when (failure is StoreException or IOException or UnauthorizedAccessException)
        {
            LogFailed(failure, failure.Message);
            return false;
        }
    }

    [LoggerMessage(1025, LogLevel.Error, "Nothing was imported, because no backup could be made first: {Reason}")]
    private partial void LogFailed(Exception failure, string reason);

    [LoggerMessage(1026, LogLevel.Error, "{Problem}")]
    private partial void LogNoSecond(string problem);
}

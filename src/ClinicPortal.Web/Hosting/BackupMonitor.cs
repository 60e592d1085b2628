using System.Globalization;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage.Backups;

namespace ClinicPortal.Web.Hosting;

/// <summary>How the backups stand, in words for those who look after the portal.</summary>
public sealed class BackupMonitor(BackupStore backups, BackupPlan plan, RestoreDrill drill, ClinicCalendar calendar, TimeProvider clock)
{
    /// <summary>How long after its time a backup may come: as long as it takes to make one, and to try again after a failure.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(2);

    private readonly DateTimeOffset _began = clock.GetUtcNow();

    private volatile string? _failure;

    /// <summary>
    /// Why the last one could not be made, or is not where it should be too; none, if all went well. Everybody may read it, so it names no
    /// path.
    /// </summary>
    public string? Failure
    {
        get => _failure;
        set => _failure = value;
    }

    public async Task<BackupReport> ReportAsync(CancellationToken cancel)
    {
        try
        {
            return await ReadAsync(cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            const string Unreadable = "The backup folder cannot be read. Give read access to the account that the portal runs under.";
            return new(false, "", "", [Unreadable]);
        }
    }

    private async Task<BackupReport> ReadAsync(CancellationToken cancel)
    {
        var (newest, tried) = (backups.Newest(), await drill.LastAsync(cancel));
        return new(
            newest is not null,
            newest is null ? "There is no backup yet." : $"The newest backup is from {calendar.FormatMoment(newest.MadeAt)}.",
            tried is null ? "No backup has been test-restored yet."
                : $"The last test restore, on {calendar.FormatMoment(tried.At)}, {WhatCameOf(tried)}.",
            [.. ProblemsOf(newest, tried)]);
    }

    private static string WhatCameOf(DrillResult drill) => drill.Problem is not null ? "failed"
        : string.Create(CultureInfo.InvariantCulture, $"worked: {drill.Rows:#,0} records, edition {drill.Edition}");

    private IEnumerable<string> ProblemsOf(BackupFile? newest, DrillResult? tried)
    {
        if (Failure is not null)
            yield return Failure;
        if (plan.LastDue(clock.GetUtcNow() - Grace) is { } due && (newest?.MadeAt ?? _began) < due)
            yield return $"A backup was due on {calendar.FormatMoment(due)} and was not made. The server log says why.";
        if (tried?.Problem is not null)
            yield return "The last test restore of a backup failed. Run \"backup drill\" to see why.";
    }
}

/// <summary>How the backups stand.</summary>
/// <param name="HasAny">Whether there is a backup.</param>
/// <param name="Newest">When the newest was made.</param>
/// <param name="Drill">What came of the last drill.</param>
/// <param name="Problems">What somebody must look after; none, if all is well.</param>
public sealed record BackupReport(bool HasAny, string Newest, string Drill, IReadOnlyList<string> Problems);

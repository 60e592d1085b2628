using System.Globalization;

namespace ClinicPortal.Core.Storage.Backups;

/// <summary>What a clinic may decide of its backups.</summary>
public sealed record BackupOptions
{
    /// <summary>The time of the clinic's day at which one is made; none, if the portal makes none by itself.</summary>
    public TimeOnly? At { get; init; } = new(3, 0);

    /// <summary>From how many days the newest is kept, likewise from weeks and months.</summary>
    public int KeepDaily { get; init; } = 7;

    public int KeepWeekly { get; init; } = 4;

    public int KeepMonthly { get; init; } = 12;

    /// <summary>A folder on another disk that gets a copy of each; it must be there.</summary>
    public string? SecondFolder { get; init; }
}

/// <summary>When backups are made and which of them are kept, by the clinic's calendar.</summary>
public sealed record BackupPlan(BackupOptions Options, TimeZoneInfo Zone)
{
    /// <summary>How many of those before a change are kept: they are for the days after it.</summary>
    public const int KeptBeforeChanges = 10;

    /// <summary>The last moment at which one should have been made; none, if none is ever made.</summary>
    public DateTimeOffset? LastDue(DateTimeOffset now)
    {
        if (Options.At is not { } at)
            return null;
        var today = DayOf(now);
        return Zone.MomentOf(today.ToDateTime(at)) is var due && due <= now ? due : Zone.MomentOf(today.AddDays(-1).ToDateTime(at));
    }

    /// <summary>
    /// What need not be kept. One made by hand always is; of those on schedule the newest of each of the last days, weeks and months
    /// that have any.
    /// </summary>
    public IEnumerable<BackupFile> Superseded(IReadOnlyCollection<BackupFile> files)
    {
        var scheduled = files.Where(file => file.Reason == BackupReason.Scheduled).OrderByDescending(file => file.MadeAt).ToList();
        var kept = Newest(Math.Max(1, Options.KeepDaily), DayOf)
            .Concat(Newest(Options.KeepWeekly, day => (ISOWeek.GetYear(Start(DayOf(day))), ISOWeek.GetWeekOfYear(Start(DayOf(day))))))
            .Concat(Newest(Options.KeepMonthly, day => (DayOf(day).Year, DayOf(day).Month)));
        var beforeChanges = files.Where(file => file.Reason is not (BackupReason.Scheduled or BackupReason.ByHand))
            .OrderByDescending(file => file.MadeAt);
        return scheduled.Except(kept).Concat(beforeChanges.Skip(KeptBeforeChanges));

        IEnumerable<BackupFile> Newest<TSpan>(int count, Func<DateTimeOffset, TSpan> span) =>
            scheduled.GroupBy(file => span(file.MadeAt)).Take(count).Select(spanned => spanned.First());
    }

    private DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    private static DateTime Start(DateOnly day) => day.ToDateTime(default);
}

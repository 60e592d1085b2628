using ClinicPortal.Core.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Storage;

/// <summary>Turns what has become of the working rows since they were read into one change set.</summary>
internal static class RowHistory
{
    public static async Task RecordAsync(ClinicDbContext db, Signature signature, CancellationToken cancel)
    {
        await CountOnAsync(db, cancel);
        var set = new ChangeSet { By = signature.By, At = signature.At, Why = signature.Why };
        foreach (var row in db.ChangeTracker.Entries<WorkingRow>().Select(tracked => tracked.Entity))
        {
            if (row.Pending is { } pending)
                set.Changes.Add(new() { Path = pending.Path ?? row.Path, Version = row.Version, Before = pending.Before, After = pending.After });
            row.Forget();
        }
        if (set.Changes.Count > 0)
            db.Add(set);
    }

    private static async Task CountOnAsync(ClinicDbContext db, CancellationToken cancel)
    {
        var added = db.ChangeTracker.Entries<WorkingRow>().Where(tracked => tracked.State == EntityState.Added).Select(tracked => tracked.Entity).ToList();
        if (added.Count == 0)
            return;
        var paths = added.ConvertAll(row => row.Path);
        // One parameter however many rows an import adds.
        var last = await db.Changes.Where(change => EF.Parameter(paths).Contains(change.Path)).GroupBy(change => change.Path)
            .Select(row => new { row.Key, Version = row.Max(change => change.Version) }).ToDictionaryAsync(row => row.Key, row => row.Version, cancel);
        foreach (var row in added)
            row.CountOn(last.GetValueOrDefault(row.Path));
    }
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;

namespace ClinicPortal.Core.Storage;

/// <summary>Turns what has become of the working rows since they were read into one change set.</summary>
internal static class RowHistory
{
    public static void Record(ClinicDbContext db, Signature signature)
    {
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
}

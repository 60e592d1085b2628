using ClinicPortal.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClinicPortal.Core.Storage;

/// <summary>
/// Writes what has become of the working rows since they were read into the history, with every save of the store, so that no page can
/// forget it.
/// </summary>
internal sealed class HistoryInterceptor(TimeProvider clock) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        var (db, rows) = Rows(eventData);
        if (Added(rows) is { Count: > 0 } added)
            CountOn(added, [.. LastVersions(db, added)]);
        Record(db, rows);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var (db, rows) = Rows(eventData);
        if (Added(rows) is { Count: > 0 } added)
            CountOn(added, await LastVersions(db, added).ToListAsync(cancellationToken));
        Record(db, rows);
        return result;
    }

    private static (ClinicDbContext Db, List<(WorkingRow Row, EntityState State)> Rows) Rows(DbContextEventData eventData)
    {
        var db = (ClinicDbContext)eventData.Context!;
        return (db, [.. db.ChangeTracker.Entries<WorkingRow>().Select(tracked => (tracked.Entity, tracked.State))]);
    }

    private static List<WorkingRow> Added(List<(WorkingRow Row, EntityState State)> rows) =>
        [.. rows.Where(tracked => tracked.State == EntityState.Added).Select(tracked => tracked.Row)];

    private static IQueryable<LastVersion> LastVersions(ClinicDbContext db, List<WorkingRow> added)
    {
        var paths = added.ConvertAll(row => row.Path);
        // One parameter however many rows an import adds.
        return db.Changes.Where(change => EF.Parameter(paths).Contains(change.Path)).GroupBy(change => change.Path)
            .Select(row => new LastVersion(row.Key, row.Max(change => change.Version)));
    }

    private static void CountOn(List<WorkingRow> added, List<LastVersion> lastVersions)
    {
        var last = lastVersions.ToDictionary(row => row.Path, row => row.Version);
        foreach (var row in added)
            row.CountOn(last.GetValueOrDefault(row.Path));
    }

    private void Record(ClinicDbContext db, List<(WorkingRow Row, EntityState State)> rows)
    {
        var changes = new List<FieldChange>();
        foreach (var (row, _) in rows)
        {
            if (row.Pending is var (path, before, after))
                changes.Add(new() { Path = path ?? row.Path, Version = row.Version, Before = before, After = after });
            row.Forget();
        }
        if (changes.Count == 0)
            return;
        var set = db.SignedSet ?? new ChangeSet { By = "Clinic Portal", At = clock.GetUtcNow() };
        set.Changes.AddRange(changes);
        // A set that an earlier save under the same signature has begun is there already, and only grows.
        db.Attach(set);
    }

    private sealed record LastVersion(string Path, int Version);
}

using ClinicPortal.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
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
        var (added, orders) = (Added(rows), Orders(db));
        Record(db, rows, added, orders, Paths(added, orders) is { Count: > 0 } paths ? [.. LastVersions(db, paths)] : []);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var (db, rows) = Rows(eventData);
        var (added, orders) = (Added(rows), Orders(db));
        Record(
            db, rows, added, orders,
            Paths(added, orders) is { Count: > 0 } paths ? await LastVersions(db, paths).ToListAsync(cancellationToken) : []);
        return result;
    }

    /// <summary>What the next save would write: each row that says something else than when it was read, and each order.</summary>
    internal static IReadOnlyList<RowChange> Pending(ClinicDbContext db) =>
    [
        .. from tracked in db.ChangeTracker.Entries<WorkingRow>()
           let row = tracked.Entity
           where row.Pending is { } pending && pending.Before != pending.After
           select new RowChange(row.Pending!.Path ?? row.Path, row.Pending.Before, row.Pending.After),
        .. Orders(db).Select(order => new RowChange(order.Path, RowOrder.Write(order.Before), RowOrder.Write(order.After))),
    ];

    private static (ClinicDbContext Db, List<(WorkingRow Row, EntityState State)> Rows) Rows(DbContextEventData eventData)
    {
        var db = (ClinicDbContext)eventData.Context!;
        return (db, [.. db.ChangeTracker.Entries<WorkingRow>().Select(tracked => (tracked.Entity, tracked.State))]);
    }

    private static List<WorkingRow> Added(List<(WorkingRow Row, EntityState State)> rows) =>
        [.. rows.Where(tracked => tracked.State == EntityState.Added).Select(tracked => tracked.Row)];

    private static List<string> Paths(List<WorkingRow> added, List<Reordered> orders) =>
        [.. added.Select(row => row.Path), .. orders.Select(order => order.Path)];

    // One parameter however many rows an import adds.
    private static IQueryable<LastVersion> LastVersions(ClinicDbContext db, List<string> paths) =>
        db.Changes.Where(change => EF.Parameter(paths).Contains(change.Path)).GroupBy(change => change.Path)
            .Select(row => new LastVersion(row.Key, row.Max(change => change.Version)));

    /// <summary>Kinds whose rows in use follow each other in another way than when they were read.</summary>
    private static List<Reordered> Orders(ClinicDbContext db) =>
    [
        .. from tracked in db.ChangeTracker.Entries<WorkingRow>()
           where tracked.State is EntityState.Modified or EntityState.Unchanged && tracked.Entity is IOrdered { Archived: false }
           group tracked by tracked.Entity.GetType() into rows
           where rows.Any(row => row.Property(nameof(IOrdered.Position)).IsModified)
           let before = Handles(rows.OrderBy(row => row.Property<int>(nameof(IOrdered.Position)).OriginalValue))
           let after = Handles(rows.OrderBy(row => row.Property<int>(nameof(IOrdered.Position)).CurrentValue))
           where !before.SequenceEqual(after)
           select new Reordered(CatalogueKinds.OfRow(rows.Key).List, before, after),
    ];

    private static List<string> Handles(IEnumerable<EntityEntry<WorkingRow>> rows) =>
        [.. rows.Select(row => ((IOrdered)row.Entity).Handle)];

    private void Record(
        ClinicDbContext db, List<(WorkingRow Row, EntityState State)> rows, List<WorkingRow> added, List<Reordered> orders,
        List<LastVersion> lastVersions)
    {
        var last = lastVersions.ToDictionary(row => row.Path, row => row.Version);
        foreach (var row in added)
            row.CountOn(last.GetValueOrDefault(row.Path));
        var changes = new List<FieldChange>();
        foreach (var (row, _) in rows)
        {
            if (row.Pending is var (path, before, after))
                changes.Add(new() { Path = path ?? row.Path, Version = row.Version, Before = before, After = after });
            row.Forget();
        }
        changes.AddRange(orders.Select(order => new FieldChange
        {
            Path = order.Path,
            Version = last.GetValueOrDefault(order.Path) + 1,
            Before = RowOrder.Write(order.Before),
            After = RowOrder.Write(order.After),
        }));
        if (changes.Count == 0)
            return;
        var set = db.SignedSet ?? new ChangeSet { By = "Clinic Portal", At = clock.GetUtcNow() };
        set.Changes.AddRange(changes);
        // A set that an earlier save under the same signature has begun is there already, and only grows.
        db.Attach(set);
    }

    private sealed record Reordered(string Path, List<string> Before, List<string> After);

    private sealed record LastVersion(string Path, int Version);
}

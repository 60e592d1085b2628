using System.Text.Json;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Storage;

/// <summary>
/// The order in which patients read the rows of a kind. The history tells it of those in use, at the path of the kind's list.
/// </summary>
public static class RowOrder
{
    private sealed record Told(IReadOnlyList<string> Order);

    internal static string Write(IEnumerable<string> handles) => JsonSerializer.Serialize(new Told([.. handles]), ContentJson.Options);

    /// <summary>What rows go by in the order that a change tells.</summary>
    public static IReadOnlyList<string> Read(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<Told>(json, ContentJson.Options)!.Order;

    /// <summary>Puts the rows that are named into the named order; every other row keeps its place among them.</summary>
    /// <returns>Whether that changed anything.</returns>
    internal static Task<bool> OrderAsync(
        this ClinicDbContext db, CatalogueKind kind, IReadOnlyList<string> handles, CancellationToken cancel) =>
        kind.Accept(new Ordering(db, handles, cancel));

    /// <param name="all">Every row of a kind.</param>
    /// <param name="ordered">Some of them, as they are to follow each other in the places that these have.</param>
    internal static void Place<TRow, TEntry>(IEnumerable<TRow> all, IReadOnlyCollection<TRow> ordered) where TRow : CatalogueRow<TEntry>
    {
        var (moved, next) = (ordered.ToHashSet(), new Queue<TRow>(ordered));
        foreach (var (position, row) in all.OrderBy(row => row.Position).ToList().Index())
            (moved.Contains(row) ? next.Dequeue() : row).Position = position;
    }

    private sealed record Ordering(ClinicDbContext Db, IReadOnlyList<string> Handles, CancellationToken Cancel)
        : ICatalogueKindVisitor<Task<bool>>
    {
        public async Task<bool> Visit<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind)
            where TRow : CatalogueRow<TEntry>, new()
            where TEntry : class
        {
            var rows = (await Db.ReadNamesAsync([.. EntryField.KindsNamedBy(typeof(TEntry)), kind], Cancel)).Rows<TRow>();
            var byHandle = rows.ToDictionary(row => row.Handle);
            Place<TRow, TEntry>(rows, [.. Handles.Select(handle => byHandle.GetValueOrDefault(handle)).OfType<TRow>().Distinct()]);
            return await Db.SaveChangesAsync(Cancel) > 0;
        }
    }
}

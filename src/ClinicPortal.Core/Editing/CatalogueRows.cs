using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Editing;

/// <summary>A row of any kind in the list of its kind.</summary>
/// <param name="Handle">Its slug, key or pair.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Heading">Under which it has its place; empty, where its kind has one order.</param>
/// <param name="Archived">It is out of use.</param>
public sealed record CatalogueLine(string Handle, string Title, string Heading, bool Archived);

/// <summary>Reads rows of any kind through the register.</summary>
public static class CatalogueRows
{
    /// <summary>The rows of a kind in their order.</summary>
    public static Task<IReadOnlyList<CatalogueLine>> LinesAsync(
        this ClinicDbContext db, CatalogueKind kind, CancellationToken cancel = default) =>
        kind.Accept(new Lines(db, cancel));

    /// <summary>How many rows of a kind are in use, and how many are archived.</summary>
    public static Task<(int InUse, int Archived)> CountAsync(
        this ClinicDbContext db, CatalogueKind kind, CancellationToken cancel = default) =>
        kind.Accept(new Counting(db, cancel));

    /// <summary>What a row says without what hangs on it, and its version; none, if there is no such row.</summary>
    public static Task<(object Entry, int Version, bool Archived)?> FindAsync(
        this ClinicDbContext db, CatalogueKind kind, string handle, CancellationToken cancel = default) =>
        kind.Accept(new Finding(db, handle, cancel));

    /// <summary>Where a row stands today that had that path once.</summary>
    public static async Task<string> CurrentPathAsync(this ClinicDbContext db, string path, CancellationToken cancel = default) =>
        (await CurrentPaths.ReadAsync(db, cancel)).Of(path);

    /// <summary>Where a thing is named, as in <see cref="FieldChange.Path"/>: what its archiving takes something from.</summary>
    public static async Task<IReadOnlyList<string>> UsesAsync(
        this ClinicDbContext db, CatalogueKind kind, string handle, CancellationToken cancel = default)
    {
        var naming = new Naming(db, kind, handle, cancel);
        var uses = (await db.NamingAsync<ClinicProfile>(kind, handle, cancel)).Select(clinic => clinic.Path).ToList();
        foreach (var part in CatalogueKinds.Parts)
            uses.AddRange(await part.Accept(naming));
        foreach (var one in CatalogueKinds.All)
            uses.AddRange(await one.Accept(naming));
        return uses;
    }

    /// <summary>What a row names that is archived, as in <see cref="FieldChange.Path"/>: patients miss it there.</summary>
    public static async Task<IReadOnlyList<string>> ArchivedNamedByAsync(
        this ClinicDbContext db, CatalogueKind kind, string handle, CancellationToken cancel = default)
    {
        if (await db.FindAsync(kind, handle, cancel) is not { } row)
            return [];
        var archived = new List<string>();
        foreach (var named in ContentWalk.Within(row.Entry).Where(text => text.Field.RefersTo is not null)
            .GroupBy(text => text.Field.RefersTo!, text => (string)text.Text))
            archived.AddRange((await db.LinesAsync(named.Key, cancel))
                .Where(line => line.Archived && named.Contains(line.Handle))
                .Select(line => named.Key.PathOf(line.Handle)));
        return archived;
    }

    /// <summary>The paths of the rows that name one thing.</summary>
    private sealed record Naming(ClinicDbContext Db, CatalogueKind Kind, string Handle, CancellationToken Cancel)
        : ICatalogueKindVisitor<Task<IEnumerable<string>>>, ICataloguePartVisitor<Task<IEnumerable<string>>>
    {
        public async Task<IEnumerable<string>> Visit<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind)
            where TRow : CatalogueRow<TEntry>, new()
            where TEntry : class =>
            (await Db.NamingAsync<TRow>(Kind, Handle, Cancel)).Where(kind.IsSaid).OrderBy(row => row.Position).Select(row => row.Path);

        public async Task<IEnumerable<string>> Visit<TOwner, TOwnerEntry, TRow, TEntry>(
            CataloguePart<TOwner, TOwnerEntry, TRow, TEntry> part)
            where TOwner : CatalogueRow<TOwnerEntry>, new()
            where TOwnerEntry : class
            where TRow : WorkingRow<TEntry>, new()
            where TEntry : class =>
            (await Db.NamingAsync<TRow>(Kind, Handle, Cancel)).Select(row => row.Path).Order(StringComparer.Ordinal);
    }

    private sealed record Lines(ClinicDbContext Db, CancellationToken Cancel) : ICatalogueKindVisitor<Task<IReadOnlyList<CatalogueLine>>>
    {
        public async Task<IReadOnlyList<CatalogueLine>> Visit<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind)
            where TRow : CatalogueRow<TEntry>, new()
            where TEntry : class =>
            (await Db.WithReferences<TRow>().OrderBy(row => row.Position).AsNoTrackingWithIdentityResolution().ToListAsync(Cancel))
                .ConvertAll(row => new CatalogueLine(row.Handle, kind.Title(row.ToEntry()), kind.OrderedWithin(row), row.Archived));
    }

    private sealed record Counting(ClinicDbContext Db, CancellationToken Cancel) : ICatalogueKindVisitor<Task<(int InUse, int Archived)>>
    {
        public async Task<(int InUse, int Archived)> Visit<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind)
            where TRow : CatalogueRow<TEntry>, new()
            where TEntry : class =>
            (await Db.Set<TRow>().CountAsync(row => !row.Archived, Cancel), await Db.Set<TRow>().CountAsync(row => row.Archived, Cancel));
    }

    private sealed record Finding(ClinicDbContext Db, string Handle, CancellationToken Cancel)
        : ICatalogueKindVisitor<Task<(object Entry, int Version, bool Archived)?>>
    {
        public async Task<(object Entry, int Version, bool Archived)?> Visit<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind)
            where TRow : CatalogueRow<TEntry>, new()
            where TEntry : class
        {
            await Db.ReadNamesAsync(EntryField.KindsNamedBy(typeof(TEntry)), Cancel);
            return await Db.Whole<TRow>().SingleOrDefaultAsync(kind.GoesBy(Handle), Cancel) is { } row
                ? (row.Own(), row.Version, row.Archived)
                : null;
        }
    }
}

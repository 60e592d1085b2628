using System.Linq.Expressions;
using ClinicPortal.Core.Catalogue;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClinicPortal.Core.Storage;

public static class CatalogueReading
{
    /// <summary>The working tables as one tracked graph; a clinic's catalogue is small enough to be read whole.</summary>
    public static async Task<WorkingCatalogue> ReadCatalogueAsync(this ClinicDbContext db, CancellationToken cancel = default)
    {
        var catalogue = new WorkingCatalogue();
        // In this order, each kind finds what it refers to already tracked.
        foreach (var kind in CatalogueKinds.All)
            await kind.Accept(new Reading(db, catalogue, Whole: true, cancel));
        catalogue.Clinic = await db.Whole<ClinicProfile>().SingleOrDefaultAsync(cancel);
        return catalogue;
    }

    /// <summary>
    /// Many queries, one state: without the transaction a save could fall between them. It only reads, and so keeps nobody waiting.
    /// </summary>
    internal static async Task<IAsyncDisposable> BeginReadAsync(this ClinicDbContext db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var moment = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(moment, cancel);
        return moment;
    }

    /// <summary>The rows of some kinds, tracked and without their parts: enough to be referred to.</summary>
    public static async Task<WorkingCatalogue> ReadNamesAsync(
        this ClinicDbContext db, IEnumerable<CatalogueKind> kinds, CancellationToken cancel = default)
    {
        var catalogue = new WorkingCatalogue();
        foreach (var kind in kinds.Distinct())
            await kind.Accept(new Reading(db, catalogue, Whole: false, cancel));
        return catalogue;
    }

    /// <summary>The rows with each single row that they name, and without their lists: enough to be told apart by people.</summary>
    public static IQueryable<TRow> WithReferences<TRow>(this ClinicDbContext db) where TRow : class =>
        db.Model.FindEntityType(typeof(TRow))!.GetNavigations().Where(navigation => !navigation.IsCollection)
            .Aggregate(db.Set<TRow>().AsQueryable(), (rows, reference) => rows.Include(reference.Name));

    /// <summary>The rows with all that belongs to them: every list that they hold, and every list in these.</summary>
    public static IQueryable<TRow> Whole<TRow>(this ClinicDbContext db) where TRow : class =>
        ListsOf(db.Model.FindEntityType(typeof(TRow))!, "").Aggregate(db.Set<TRow>().AsQueryable(), (rows, list) => rows.Include(list));

    /// <summary>
    /// The rows of a type that name a thing, themselves or in a list of theirs, with each single row that they name. The store looks for
    /// them; what hangs on a row as rows of its own names for itself.
    /// </summary>
    public static async Task<IReadOnlyList<TRow>> NamingAsync<TRow>(
        this ClinicDbContext db, CatalogueKind kind, string handle, CancellationToken cancel = default)
        where TRow : WorkingRow
    {
        var row = Expression.Parameter(typeof(TRow));
        // Read from here, and not written into the query, so that the query is made once.
        Expression<Func<string>> named = () => handle;
        return Naming(db.Model.FindEntityType(typeof(TRow))!, row, kind.RowType, named.Body) is { } names
            ? await db.WithReferences<TRow>().Where(Expression.Lambda<Func<TRow, bool>>(names, row))
                .AsNoTrackingWithIdentityResolution().ToListAsync(cancel)
            : [];
    }

    private static Expression? Naming(IEntityType type, Expression row, Type named, Expression handle)
    {
        return type.GetNavigations().Concat<INavigationBase>(type.GetSkipNavigations())
            .Where(navigation => !navigation.IsShadowProperty()).Select(Within).OfType<Expression>()
            .Aggregate((Expression?)null, (one, other) => one is null ? other : Expression.OrElse(one, other));

        Expression? Within(INavigationBase navigation)
        {
            var target = navigation.TargetEntityType;
            var field = Expression.Property(row, navigation.Name);
            if (!navigation.IsCollection)
                // What a row hangs on, it does not name.
                return target.ClrType == named && navigation.Inverse is not { IsCollection: true } ? GoesBy(field) : null;
            var item = Expression.Parameter(target.ClrType);
            var names = target.ClrType == named ? GoesBy(item)
                : target.ClrType.IsAssignableTo(typeof(WorkingRow)) ? null
                : Naming(target, item, named, handle);
            return names is null ? null
                : Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [target.ClrType], field, Expression.Lambda(names, item));
        }

        Expression GoesBy(Expression thing) => Expression.Equal(Expression.Property(thing, nameof(INamed.Slug)), handle);
    }

    private static IEnumerable<string> ListsOf(IEntityType type, string within) =>
        from navigation in type.GetNavigations().Concat<INavigationBase>(type.GetSkipNavigations())
        where navigation.IsCollection && !navigation.IsShadowProperty()
        let list = within + navigation.Name
        from path in ListsOf(navigation.TargetEntityType, list + ".").DefaultIfEmpty(list)
        select path;

    private sealed record Reading(ClinicDbContext Db, WorkingCatalogue Catalogue, bool Whole, CancellationToken Cancel)
        : ICatalogueKindVisitor<Task>
    {
        public async Task Visit<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind)
            where TRow : CatalogueRow<TEntry>, new()
            where TEntry : class =>
            Catalogue.Rows<TRow>().AddRange(await (Whole ? Db.Whole<TRow>() : Db.Set<TRow>()).ToListAsync(Cancel));
    }
}

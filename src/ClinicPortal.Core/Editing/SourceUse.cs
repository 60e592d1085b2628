using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Editing;

/// <summary>How much rests on each source.</summary>
public static class SourceUse
{
    /// <summary>How many rows cite each source, by its number in the store.</summary>
    public static async Task<IReadOnlyDictionary<int, int>> CitationsAsync(this ClinicDbContext db, CancellationToken cancel = default)
    {
        var cited = new List<int>();
        foreach (var part in CatalogueKinds.Parts)
            cited.AddRange(await part.Accept(new Cited(db, cancel)));
        foreach (var kind in CatalogueKinds.All)
            cited.AddRange(await kind.Accept(new Cited(db, cancel)));
        return cited.CountBy(id => id).ToDictionary();
    }

    /// <summary>The sources that rows cite, each as often as it is cited.</summary>
    private sealed record Cited(ClinicDbContext Db, CancellationToken Cancel)
        : ICatalogueKindVisitor<Task<IEnumerable<int>>>, ICataloguePartVisitor<Task<IEnumerable<int>>>
    {
        public async Task<IEnumerable<int>> Visit<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind)
            where TRow : CatalogueRow<TEntry>, new()
            where TEntry : class =>
            kind.Cited is not { } cited ? [] : (await Db.Whole<TRow>().ToListAsync(Cancel))
                .Where(kind.IsSaid).SelectMany(row => cited(row).Select(source => source.Id).Distinct());

        public async Task<IEnumerable<int>> Visit<TOwner, TOwnerEntry, TRow, TEntry>(CataloguePart<TOwner, TOwnerEntry, TRow, TEntry> part)
            where TOwner : CatalogueRow<TOwnerEntry>, new()
            where TOwnerEntry : class
            where TRow : WorkingRow<TEntry>, new()
            where TEntry : class =>
            await Db.Set<TRow>().SelectMany(part.Cited).Select(source => source.Id).ToListAsync(Cancel);
    }
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Editing;

/// <summary>What rests on a source: every row that cites it, so that a source that falls takes nobody by surprise.</summary>
public static class SourceUse
{
    /// <summary>Where the source is cited, as in <see cref="FieldChange.Path"/>.</summary>
    public static async Task<IReadOnlyList<string>> CitingAsync(this ClinicDbContext db, string key, CancellationToken cancel = default)
    {
        // A row that is told by what it names needs these names.
        await db.ReadNamesAsync(CatalogueKinds.All, cancel);
        var citing = new List<string>();
        foreach (var part in CatalogueKinds.Parts)
            citing.AddRange(await part.Accept(new Citing(db, key, cancel)));
        foreach (var kind in CatalogueKinds.All)
            citing.AddRange(await kind.Accept(new Citing(db, key, cancel)));
        return citing;
    }

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

    /// <summary>The paths of the rows that cite one source.</summary>
    private sealed record Citing(ClinicDbContext Db, string Key, CancellationToken Cancel)
        : ICatalogueKindVisitor<Task<IEnumerable<string>>>, ICataloguePartVisitor<Task<IEnumerable<string>>>
    {
        public async Task<IEnumerable<string>> Visit<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind)
            where TRow : CatalogueRow<TEntry>, new()
            where TEntry : class =>
            kind.Cited is not { } cited ? [] : (await Db.Whole<TRow>().ToListAsync(Cancel))
                .Where(row => kind.IsSaid(row) && cited(row).Any(source => source.Slug == Key))
                .OrderBy(row => row.Position)
                .Select(row => row.Path);

        public async Task<IEnumerable<string>> Visit<TOwner, TOwnerEntry, TRow, TEntry>(
            CataloguePart<TOwner, TOwnerEntry, TRow, TEntry> part)
            where TOwner : CatalogueRow<TOwnerEntry>, new()
            where TOwnerEntry : class
            where TRow : WorkingRow<TEntry>, new()
            where TEntry : class =>
            (await Db.Set<TRow>().SelectMany(part.Cited, (row, source) => new { row, source.Slug }).Where(citation => citation.Slug == Key)
                .Select(citation => citation.row).ToListAsync(Cancel)).Select(row => row.Path).Order(StringComparer.Ordinal);
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

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Editing;

/// <summary>One row of the working tables, found or about to be added, with all that its words can refer to.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Row">Found, or new and without a version.</param>
/// <param name="Blank">How an entry begins that nobody has written yet.</param>
/// <param name="Keep">Makes of what is to be saved what may be saved.</param>
/// <param name="Catalogue">What it can refer to.</param>
internal sealed record RowPlace<TEntry>(
    string Path, WorkingRow<TEntry> Row, TEntry Blank, Func<TEntry, TEntry> Keep, WorkingCatalogue Catalogue) where TEntry : class
{
    /// <summary>Only the row knows that it is put away; what is written to it brings it back.</summary>
    public bool ComesBack { get; init; }

    /// <summary>Left as it begins, an entry that nobody has written yet says something all the same.</summary>
    public bool BlankSaysSomething { get; init; }
}

/// <summary>How the rows of any kind are found, and how a new one begins.</summary>
internal static class RowPlaces
{
    /// <summary>A name that is not there yet makes a new row, at the end; one that a row went by once leads to that row.</summary>
    public static async Task<RowPlace<TEntry>> PlaceAsync<TRow, TEntry>(
        this ClinicDbContext db, CatalogueKind<TRow, TEntry> kind, string handle, CancellationToken cancel)
        where TRow : CatalogueRow<TEntry>, new()
        where TEntry : class
    {
        handle = await db.NowCalledAsync(kind, handle, cancel);
        var catalogue = await db.ReadNamesAsync(EntryField.KindsNamedBy(typeof(TEntry)), cancel);
        var row = await db.Whole<TRow>().SingleOrDefaultAsync(kind.GoesBy(handle), cancel) ?? await AddAsync(db, kind, handle, cancel);
        var before = row.Version == 0 ? kind.Blank(handle) : row.ToEntry();
        return new(kind.PathOf(handle), row, kind.Blank(handle), entry => kind.Keep(before, entry, catalogue), catalogue)
        {
            ComesBack = kind.Archive is null && row.Archived,
        };
    }

    /// <summary>The clinic itself, which begins with the first edit.</summary>
    public static async Task<RowPlace<ClinicEntry>> ClinicPlaceAsync(this ClinicDbContext db, CancellationToken cancel)
    {
        var catalogue = await db.ReadNamesAsync(EntryField.KindsNamedBy(typeof(ClinicEntry)), cancel);
        var clinic = await db.Whole<ClinicProfile>().SingleOrDefaultAsync(cancel) ?? db.Add(new ClinicProfile()).Entity;
        return new(clinic.Path, clinic, ClinicEntry.Blank, entry => entry, catalogue);
    }

    /// <summary>Where its owner has no such part yet, it gets one; the owner must exist.</summary>
    public static async Task<RowPlace<TEntry>> PlaceAsync<TOwner, TOwnerEntry, TRow, TEntry>(
        this ClinicDbContext db, CataloguePart<TOwner, TOwnerEntry, TRow, TEntry> part, string owner, string handle,
        CancellationToken cancel)
        where TOwner : CatalogueRow<TOwnerEntry>, new()
        where TOwnerEntry : class
        where TRow : WorkingRow<TEntry>, new()
        where TEntry : class
    {
        var place = RowPath.Parse((await CurrentPaths.ReadAsync(db, cancel)).Of(part.PathOf(owner, handle)))!;
        var catalogue = await db.ReadNamesAsync(EntryField.KindsNamedBy(typeof(TEntry)), cancel);
        return part.PlaceIn(
            await db.Whole<TOwner>().SingleAsync(part.Owner.GoesBy(place.Handle), cancel), place.PartHandle, catalogue);
    }

    /// <summary>The same in an owner that is read already, as far as its parts in question go.</summary>
    public static RowPlace<TEntry> PlaceIn<TOwner, TOwnerEntry, TRow, TEntry>(
        this CataloguePart<TOwner, TOwnerEntry, TRow, TEntry> part, TOwner owner, string handle, WorkingCatalogue catalogue)
        where TOwner : CatalogueRow<TOwnerEntry>, new()
        where TOwnerEntry : class
        where TRow : WorkingRow<TEntry>, new()
        where TEntry : class
    {
        var rows = part.Rows(owner);
        var row = rows.Find(one => part.Handle(one.ToEntry()) == handle);
        if (row is null)
            rows.Add(row = new());
        return new(part.PathOf(owner.Handle, handle), row, part.Blank(handle), entry => part.About(entry, handle), catalogue)
        {
            BlankSaysSomething = part.Emptied is null,
        };
    }

    /// <summary>A slug made of what people call a thing that nothing of the kind goes by, nor ever went by.</summary>
    public static async Task<string> FreeSlugAsync<TRow, TEntry>(
        this ClinicDbContext db, CatalogueKind<TRow, TEntry> kind, string name, CancellationToken cancel)
        where TRow : CatalogueRow<TEntry>, new()
        where TEntry : class
    {
        foreach (var slug in Slug.Candidates(name, kind.Name))
            if (!await db.IsTakenAsync(kind, slug, cancel))
                return slug;
        throw new InvalidOperationException("There are more slugs than rows.");
    }

    /// <summary>Whether a row of the kind goes by a name, or went by it.</summary>
    public static async Task<bool> IsTakenAsync<TRow, TEntry>(
        this ClinicDbContext db, CatalogueKind<TRow, TEntry> kind, string slug, CancellationToken cancel)
        where TRow : CatalogueRow<TEntry>, new()
        where TEntry : class =>
        await db.Set<TRow>().AnyAsync(kind.GoesBy(slug), cancel)
            || kind.WentBy is { } wentBy && await db.Set<TRow>().AnyAsync(wentBy(slug), cancel);

    /// <summary>What a row goes by today that went by the name when its page was read: somebody may have renamed it since.</summary>
    public static async Task<string> NowCalledAsync(
        this ClinicDbContext db, CatalogueKind kind, string handle, CancellationToken cancel) =>
        RowPath.Parse((await CurrentPaths.ReadAsync(db, cancel)).Of(kind.PathOf(handle)))!.Handle;

    private static async Task<TRow> AddAsync<TRow, TEntry>(
        ClinicDbContext db, CatalogueKind<TRow, TEntry> kind, string handle, CancellationToken cancel)
        where TRow : CatalogueRow<TEntry>, new()
        where TEntry : class
    {
        var row = kind.NewRow(handle);
        row.Position = (await db.Set<TRow>().MaxAsync(one => (int?)one.Position, cancel) ?? -1) + 1;
        db.Add(row);
        return row;
    }
}

/// <summary>One answer as it is to be saved with others.</summary>
/// <param name="Treatment">Its slug; it must exist.</param>
/// <param name="Criterion">Likewise.</param>
/// <param name="Version">The version that the form began with; 0 for what nobody has written yet.</param>
/// <param name="Write">Makes the new entry of the one that the form began with.</param>
public sealed record AnswerEdit(string Treatment, string Criterion, int Version, Func<AnswerEntry, AnswerEntry> Write);

/// <summary>The places of many answers, read together: one by one, each would read its whole treatment.</summary>
internal sealed class AnswerPlaces
{
    private readonly CurrentPaths _paths;
    private readonly WorkingCatalogue _names;
    private readonly Dictionary<string, Treatment> _treatments;

    private AnswerPlaces(CurrentPaths paths, WorkingCatalogue names, Dictionary<string, Treatment> treatments) =>
        (_paths, _names, _treatments) = (paths, names, treatments);

    public static async Task<AnswerPlaces> ReadAsync(ClinicDbContext db, IReadOnlyList<AnswerEdit> edits, CancellationToken cancel)
    {
        var paths = await CurrentPaths.ReadAsync(db, cancel);
        var treatments = edits.Select(edit => paths.NameOf(CatalogueKinds.Treatment, edit.Treatment)).Distinct().ToList();
        var criteria = edits.Select(edit => edit.Criterion).Distinct().ToList();
        var names = await db.ReadNamesAsync(EntryField.KindsNamedBy(typeof(AnswerEntry)), cancel);
        var rows = await db.Treatments.Where(one => treatments.Contains(one.Slug)).ToDictionaryAsync(one => one.Slug, cancel);
        // What is read here stands in the lists of the treatments above.
        await db.Whole<TreatmentAttribute>()
            .Where(one => treatments.Contains(one.Treatment.Slug) && criteria.Contains(one.Criterion.Slug)).LoadAsync(cancel);
        return new(paths, names, rows);
    }

    /// <summary>Where the treatment has no such answer yet, it gets one.</summary>
    public RowPlace<AnswerEntry> Of(AnswerEdit edit) =>
        CatalogueKinds.Answer.PlaceIn(_treatments[_paths.NameOf(CatalogueKinds.Treatment, edit.Treatment)], edit.Criterion, _names);

    /// <summary>An answer that was begun and not saved is none, or the next save would bring it along.</summary>
    public void Leave(RowPlace<AnswerEntry> place)
    {
        if (place.Row is TreatmentAttribute { Version: 0 } row)
            foreach (var treatment in _treatments.Values)
                treatment.Answers.Remove(row);
    }
}

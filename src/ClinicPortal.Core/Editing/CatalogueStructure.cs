using System.Text.Json;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Editing;

/// <summary>What came of giving a row another name in addresses; only the first changes anything.</summary>
public enum RenameOutcome
{
    Renamed,

    /// <summary>Something else goes by the new name, or went by it.</summary>
    Taken,

    /// <summary>Somebody else has given the row another name since its page was read.</summary>
    RenamedMeanwhile,

    /// <summary>It was renamed since its page was read, and goes by the new name now.</summary>
    Already,
}

/// <summary>What becomes of whole rows of any kind: their order, and whether they are in use. None is ever deleted.</summary>
public sealed class CatalogueStructure(IDbContextFactory<ClinicDbContext> contexts)
{
    /// <summary>Takes a row out of use.</summary>
    /// <param name="kind">Of the row.</param>
    /// <param name="handle">Its slug, key or pair.</param>
    /// <param name="replacedBy">What patients read in its place, where the kind has such a thing.</param>
    /// <param name="by">Who archives it, when and why.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    /// <returns>Whether that changed anything.</returns>
    public Task<bool> ArchiveAsync(
        CatalogueKind kind, string handle, string? replacedBy, Signature by, CancellationToken cancel = default) =>
        contexts.SignedAsync(by, db => kind.Accept(new Archiving(db, handle, true, replacedBy, cancel)), cancel);

    /// <summary>Takes a row into use again, with its words.</summary>
    /// <returns>Whether that changed anything.</returns>
    public Task<bool> RestoreAsync(CatalogueKind kind, string handle, Signature by, CancellationToken cancel = default) =>
        contexts.SignedAsync(by, db => kind.Accept(new Archiving(db, handle, false, null, cancel)), cancel);

    /// <summary>Gives a row another place among those in use under its heading.</summary>
    /// <param name="kind">Of the row.</param>
    /// <param name="handle">Its slug, key or pair.</param>
    /// <param name="move">Its new place for the one that it has, counted from 0; one before the first is the first.</param>
    /// <param name="by">Who moves it, when and why.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    /// <returns>Its place then, counted from 0; none, if that changed nothing.</returns>
    public Task<int?> MoveAsync(
        CatalogueKind kind, string handle, Func<int, int> move, Signature by, CancellationToken cancel = default) =>
        contexts.SignedAsync(by, db => kind.Accept(new Moving(db, handle, move, cancel)), cancel);

    /// <summary>Gives a row another name in addresses; the one that it had leads on to it.</summary>
    /// <param name="kind">Of the row; one that keeps former names.</param>
    /// <param name="handle">Its slug.</param>
    /// <param name="slug">Its new slug. One that it had before is its own again.</param>
    /// <param name="by">Who renames it, when and why.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public Task<RenameOutcome> RenameAsync(
        CatalogueKind kind, string handle, string slug, Signature by, CancellationToken cancel = default) =>
        contexts.SignedAsync(by, db => kind.Accept(new Renaming(db, handle, slug, cancel)), cancel);

    /// <summary>Gives a row the name back that it had before a change, where all that the change did was to give it another.</summary>
    /// <returns>What came of it; none, where the change did something else.</returns>
    public async Task<RenameOutcome?> UndoRenameAsync(FieldChange change, Signature by, CancellationToken cancel = default)
    {
        if (RowPath.Parse(change.Path) is not { Part: null, Kind: { CanBeRenamed: true } kind }
            || change is not { Before: { } before, After: { } after })
            return null;
        var (earlier, later) = (Entry(before), Entry(after));
        return Json(kind.Renamed(earlier, kind.HandleOf(later), kind.FormerHandlesOf(later))) == Json(later)
            && kind.FormerHandlesOf(later).Except(kind.FormerHandlesOf(earlier)).ToList() is [var former]
            ? await RenameAsync(kind, kind.HandleOf(later), former, by, cancel)
            : null;

        object Entry(string json) => JsonSerializer.Deserialize(json, kind.EntryType, ContentJson.Options)!;
        string Json(object entry) => JsonSerializer.Serialize(entry, kind.EntryType, ContentJson.Options);
    }

    /// <summary>Makes criteria of starter questions, with their groups; those that are there already are left as they are.</summary>
    /// <param name="slugs">Of <see cref="StarterQuestions.All"/>.</param>
    /// <param name="by">Who makes them, when and why.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    /// <returns>How many were made.</returns>
    public Task<int> AddQuestionsAsync(IReadOnlyCollection<string> slugs, Signature by, CancellationToken cancel = default) =>
        contexts.SignedAsync(by, async db =>
        {
            var questions = StarterQuestions.All.Where(question => slugs.Contains(question.Slug)).ToList();
            foreach (var group in StarterQuestions.Groups.Where(group => questions.Exists(question => question.Group == group.Slug)))
                if (!await AddAsync(db, CatalogueKinds.Group, group, cancel))
                    // It may be archived, and patients would never read what stands in it.
                    await CatalogueKinds.Group.Accept(new Archiving(db, group.Slug, false, null, cancel));
            var taken = await db.Criteria.Where(one => !one.Archived && one.Role != null).Select(one => one.Role).ToListAsync(cancel);
            var added = 0;
            // A role belongs to one criterion.
            foreach (var question in questions)
                added += await AddAsync(
                    db, CatalogueKinds.Criterion, taken.Contains(question.Role) ? question with { Role = null } : question, cancel) ? 1 : 0;
            return added;
        }, cancel);

    private static async Task<bool> AddAsync<TRow, TEntry>(
        ClinicDbContext db, CatalogueKind<TRow, TEntry> kind, TEntry entry, CancellationToken cancel)
        where TRow : CatalogueRow<TEntry>, new()
        where TEntry : class
    {
        if (await db.IsTakenAsync(kind, kind.Handle(entry), cancel))
            return false;
        var place = await db.PlaceAsync(kind, kind.Handle(entry), cancel);
        place.Row.Apply(entry, place.Catalogue);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private sealed record Renaming(ClinicDbContext Db, string Handle, string Slug, CancellationToken Cancel)
        : ICatalogueKindVisitor<Task<RenameOutcome>>
    {
        public async Task<RenameOutcome> Visit<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind)
            where TRow : CatalogueRow<TEntry>, new()
            where TEntry : class
        {
            if (await Db.NowCalledAsync(kind, Handle, Cancel) is var now && now != Handle)
                return now == Slug ? RenameOutcome.Already : RenameOutcome.RenamedMeanwhile;
            var names = await Db.ReadNamesAsync(EntryField.KindsNamedBy(typeof(TEntry)), Cancel);
            var row = (NamedRow<TEntry>)(object)await Db.Whole<TRow>().SingleAsync(kind.GoesBy(Handle), Cancel);
            var before = row.ToEntry();
            var former = kind.FormerHandles(before);
            if (!former.Contains(Slug) && await Db.IsTakenAsync(kind, Slug, Cancel))
                return RenameOutcome.Taken;
            row.Slug = Slug;
            row.ApplyOwn(kind.Rename!(before, Slug, [.. former.Where(name => name != Slug), Handle]), names);
            await Db.SaveChangesAsync(Cancel);
            await MoveDraftsAsync();
            return RenameOutcome.Renamed;
        }

        /// <summary>What people have typed and not saved stays with the row.</summary>
        private async Task MoveDraftsAsync()
        {
            var paths = await CurrentPaths.ReadAsync(Db, Cancel);
            var places = await Db.Drafts.Select(draft => draft.Path).Distinct().ToListAsync(Cancel);
            foreach (var (before, now) in places.Select(place => (Before: place, Now: WorkingDrafts.Renamed(place, paths.Of))))
                if (now != before)
                    await Db.Drafts
                        .Where(draft => draft.Path == before && !Db.Drafts.Any(one => one.UserId == draft.UserId && one.Path == now))
                        .ExecuteUpdateAsync(draft => draft.SetProperty(one => one.Path, now), Cancel);
        }
    }

    private sealed record Archiving(ClinicDbContext Db, string Handle, bool Archived, string? ReplacedBy, CancellationToken Cancel)
        : ICatalogueKindVisitor<Task<bool>>
    {
        public async Task<bool> Visit<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind)
            where TRow : CatalogueRow<TEntry>, new()
            where TEntry : class
        {
            var handle = await Db.NowCalledAsync(kind, Handle, Cancel);
            var names = await Db.ReadNamesAsync(EntryField.KindsNamedBy(typeof(TEntry)), Cancel);
            if (await Db.Whole<TRow>().SingleOrDefaultAsync(kind.GoesBy(handle), Cancel) is not { } row || row.Archived == Archived)
                return false;
            if (kind.Archive is { } archive)
                row.ApplyOwn(Replaced(kind, archive(row.ToEntry(), Archived)), names);
            else if (Archived)
                row.Archive();
            else
                row.Restore();
            await Db.SaveChangesAsync(Cancel);
            return true;
        }

        private TEntry Replaced<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind, TEntry entry)
            where TRow : CatalogueRow<TEntry>, new()
            where TEntry : class =>
            Archived && kind.Replace is { } replace ? replace(entry, ReplacedBy) : entry;
    }

    private sealed record Moving(ClinicDbContext Db, string Handle, Func<int, int> Move, CancellationToken Cancel)
        : ICatalogueKindVisitor<Task<int?>>
    {
        public async Task<int?> Visit<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind)
            where TRow : CatalogueRow<TEntry>, new()
            where TEntry : class
        {
            var handle = await Db.NowCalledAsync(kind, Handle, Cancel);
            var rows = (await Db.ReadNamesAsync([.. EntryField.KindsNamedBy(typeof(TEntry)), kind], Cancel)).Rows<TRow>();
            if (rows.Find(one => one.Handle == handle && !one.Archived) is not { } row)
                return null;
            var heading = kind.OrderedWithin(row);
            var order = rows.Where(one => !one.Archived && kind.OrderedWithin(one) == heading).OrderBy(one => one.Position).ToList();
            var place = order.IndexOf(row);
            var next = Math.Clamp(Move(place), 0, order.Count - 1);
            if (next == place)
                return null;
            order.RemoveAt(place);
            order.Insert(next, row);
            RowOrder.Place<TRow, TEntry>(rows, order);
            await Db.SaveChangesAsync(Cancel);
            return next;
        }
    }
}

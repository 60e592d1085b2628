using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Editing;

/// <summary>
/// Saves one row at a time. Every save says with which version its form began; where the row has moved on since, the two edits are brought
/// together, and what cannot be is given back for a person to decide. Nothing is ever overwritten unseen.
/// </summary>
public sealed class CatalogueEditor(IDbContextFactory<ClinicDbContext> contexts)
{
    /// <param name="kind">Of the row.</param>
    /// <param name="handle">Its slug, key or pair; one that is not there yet makes a new row, at the end.</param>
    /// <param name="version">The version that the form began with; 0 for what nobody has written yet.</param>
    /// <param name="write">Makes the new entry of the one that the form began with. What it names must exist.</param>
    /// <param name="by">Who saves, when and why.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public Task<SaveOutcome<TEntry>> SaveAsync<TRow, TEntry>(
        CatalogueKind<TRow, TEntry> kind, string handle, int? version, Func<TEntry, TEntry> write, Signature by,
        CancellationToken cancel = default)
        where TRow : CatalogueRow<TEntry>, new()
        where TEntry : class =>
        SaveAsync(db => db.PlaceAsync(kind, handle, cancel), version, write, by, cancel);

    /// <param name="part">What of its owner.</param>
    /// <param name="owner">The owner's slug; it must exist.</param>
    /// <param name="handle">What the part is about.</param>
    /// <param name="version">As for a row of a kind.</param>
    /// <param name="write">As for a row of a kind.</param>
    /// <param name="by">Who saves, when and why.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public Task<SaveOutcome<TEntry>> SaveAsync<TOwner, TOwnerEntry, TRow, TEntry>(
        CataloguePart<TOwner, TOwnerEntry, TRow, TEntry> part, string owner, string handle, int? version, Func<TEntry, TEntry> write,
        Signature by,
        CancellationToken cancel = default)
        where TOwner : CatalogueRow<TOwnerEntry>, new()
        where TOwnerEntry : class
        where TRow : WorkingRow<TEntry>, new()
        where TEntry : class =>
        SaveAsync(db => db.PlaceAsync(part, owner, handle, cancel), version, write, by, cancel);

    /// <summary>The clinic itself: its name, how to reach it, what it says of itself.</summary>
    public Task<SaveOutcome<ClinicEntry>> SaveClinicAsync(
        int? version, Func<ClinicEntry, ClinicEntry> write, Signature by, CancellationToken cancel = default) =>
        SaveAsync(db => db.ClinicPlaceAsync(cancel), version, write, by, cancel);

    /// <summary>Makes a new row, at the end, by a slug made of what people call it.</summary>
    /// <param name="kind">Of the row.</param>
    /// <param name="from">The row with whose copy it begins, and with all that hangs on it; none begins with nothing.</param>
    /// <param name="write">Makes the new entry of the one that it begins with.</param>
    /// <param name="by">Who makes it, when and why.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public Task<SaveOutcome<TEntry>> AddAsync<TRow, TEntry>(
        CatalogueKind<TRow, TEntry> kind, string? from, Func<TEntry, TEntry> write, Signature by, CancellationToken cancel = default)
        where TRow : CatalogueRow<TEntry>, new()
        where TEntry : class =>
        contexts.SignedAsync<SaveOutcome<TEntry>>(by, async db =>
        {
            var names = await db.ReadNamesAsync([.. EntryField.KindsNamedBy(typeof(TEntry)), kind], cancel);
            var begun = kind.Blank(Slug.New);
            if (from is not null)
            {
                var model = await db.NowCalledAsync(kind, from, cancel);
                begun = kind.Copy!((await db.Whole<TRow>().SingleAsync(kind.GoesBy(model), cancel)).ToEntry());
            }
            var entry = write(kind.Archive?.Invoke(begun, false) ?? begun);
            var title = kind.Title(entry);
            if (names.Rows<TRow>().Exists(row =>
                !row.Archived && string.Equals(kind.Title(row.ToEntry()), title, StringComparison.OrdinalIgnoreCase)))
                return new SaveOutcome<TEntry>.Doubled(title);
            var place = await db.PlaceAsync(kind, await db.FreeSlugAsync(kind, kind.SlugText(entry), cancel), cancel);
            place.Row.Apply(place.Row.UnderItsReviews(place.Keep(entry)), place.Catalogue);
            await db.SaveChangesAsync(cancel);
            return new SaveOutcome<TEntry>.Saved(place.Row.Version, []) { Path = place.Path };
        }, cancel);

    /// <inheritdoc cref="SaveAsync{TRow,TEntry}"/>
    public Task<SaveOutcome<object>> SaveAsync(
        CatalogueKind kind, string handle, int? version, Func<object, object> write, Signature by, CancellationToken cancel = default) =>
        kind.Accept(new Saving(this, handle, version, write, by, cancel));

    /// <inheritdoc cref="AddAsync{TRow,TEntry}"/>
    public Task<SaveOutcome<object>> AddAsync(
        CatalogueKind kind, Func<object, object> write, Signature by, CancellationToken cancel = default) =>
        kind.Accept(new Adding(this, null, write, by, cancel));

    /// <summary>Makes a row that says what another says, under another name.</summary>
    public Task<SaveOutcome<object>> CopyAsync(CatalogueKind kind, string handle, Signature by, CancellationToken cancel = default) =>
        kind.Accept(new Adding(this, handle, entry => entry, by, cancel));

    public Task<SaveOutcome<AnswerEntry>> SaveAnswerAsync(
        string treatment, string criterion, int? version, Func<AnswerEntry, AnswerEntry> write, Signature by,
        CancellationToken cancel = default) =>
        SaveAsync(CatalogueKinds.Answer, treatment, criterion, version, write, by, cancel);

    /// <summary>
    /// Saves several answers as one change set. Each is merged by its own version; what cannot be saved of one stands in no other's way.
    /// </summary>
    /// <returns>What came of each, in their order.</returns>
    public Task<IReadOnlyList<SaveOutcome<AnswerEntry>>> SaveAnswersAsync(
        IReadOnlyList<AnswerEdit> edits, Signature by, CancellationToken cancel = default) =>
        contexts.SignedAsync<IReadOnlyList<SaveOutcome<AnswerEntry>>>(by, async db =>
        {
            var places = await AnswerPlaces.ReadAsync(db, edits, cancel);
            var outcomes = new List<(RowPlace<AnswerEntry> Place, SaveOutcome<AnswerEntry> Outcome)>();
            foreach (var edit in edits)
            {
                var place = places.Of(edit);
                outcomes.Add((place, await ApplyAsync(db, place, edit.Version, edit.Write, cancel)));
                places.Leave(place);
            }
            // Together: each save looks through every row that has been read.
            await db.SaveChangesAsync(cancel);
            return outcomes.ConvertAll(one => Counted(one.Place, one.Outcome));
        }, cancel);

    public Task<SaveOutcome<ConcernEvidenceEntry>> SaveEvidenceAsync(
        string treatment, string concern, int? version, Func<ConcernEvidenceEntry, ConcernEvidenceEntry> write, Signature by,
        CancellationToken cancel = default) =>
        SaveAsync(CatalogueKinds.Evidence, treatment, concern, version, write, by, cancel);

    /// <summary>Names, summary and flags; its cells keep what they say.</summary>
    public Task<SaveOutcome<TreatmentEntry>> SaveTreatmentAsync(
        string slug, int? version, Func<TreatmentEntry, TreatmentEntry> write, Signature by, CancellationToken cancel = default) =>
        SaveAsync(CatalogueKinds.Treatment, slug, version, write, by, cancel);

    public Task<SaveOutcome<SourceEntry>> SaveSourceAsync(
        string key, int? version, Func<SourceEntry, SourceEntry> write, Signature by, CancellationToken cancel = default) =>
        SaveAsync(CatalogueKinds.Source, key, version, write, by, cancel);

    public Task<SaveOutcome<OutcomeNumberEntry>> SaveNumberAsync(
        string key, int? version, Func<OutcomeNumberEntry, OutcomeNumberEntry> write, Signature by, CancellationToken cancel = default) =>
        SaveAsync(CatalogueKinds.Number, key, version, write, by, cancel);

    /// <summary>What is written about two treatments that exist, in whichever order they are named.</summary>
    public Task<SaveOutcome<ContrastEntry>> SaveContrastAsync(
        string one, string other, int? version, Func<ContrastEntry, ContrastEntry> write, Signature by,
        CancellationToken cancel = default) =>
        SaveAsync(CatalogueKinds.Contrast, Contrast.HandleOf(one, other), version, write, by, cancel);

    public Task<SaveOutcome<CriterionEntry>> SaveCriterionAsync(
        string slug, int? version, Func<CriterionEntry, CriterionEntry> write, Signature by, CancellationToken cancel = default) =>
        SaveAsync(CatalogueKinds.Criterion, slug, version, write, by, cancel);

    public Task<SaveOutcome<ConcernEntry>> SaveConcernAsync(
        string slug, int? version, Func<ConcernEntry, ConcernEntry> write, Signature by, CancellationToken cancel = default) =>
        SaveAsync(CatalogueKinds.Concern, slug, version, write, by, cancel);

    /// <summary>Whether a row, or the order of a kind's rows, has a way back other than the content file.</summary>
    public static bool CanRestore(string path) =>
        path == ClinicProfile.OnlyPath || CatalogueKinds.FindByList(path) is not null || RowPath.Parse(path) is not null;

    /// <summary>Makes a row say again what it said after a change; that is a change of its own, and can itself be taken back.</summary>
    /// <returns>Whether the row said something else before; false too for rows that only the content file can change.</returns>
    public Task<bool> RestoreAsync(FieldChange change, Signature by, CancellationToken cancel = default) =>
        contexts.SignedAsync(
            by,
            async db =>
            {
                var paths = await CurrentPaths.ReadAsync(db, cancel);
                return await RestoreAsync(db, paths, paths.Of(change.Path), change, cancel);
            }, cancel);

    /// <summary>
    /// Brings a treatment with all its cells, or a criterion across treatments, back to how it stood after a change: all rows as one change
    /// set, or none.
    /// </summary>
    /// <param name="place">As in <see cref="EditingHistory.ChangesAsync"/>.</param>
    /// <param name="criterion">As in <see cref="EditingHistory.ChangesAsync"/>.</param>
    /// <param name="asOf">The change after which it stood so.</param>
    /// <param name="seen">The newest change that the person who restores knows of.</param>
    /// <param name="by">Who restores, when and why.</param>
    /// <param name="cancel">Stops before anything is restored.</param>
    public Task<RestoreOutcome> RestoreAllAsync(
        string? place, string? criterion, int asOf, int seen, Signature by, CancellationToken cancel = default) =>
        contexts.SignedAsync<RestoreOutcome>(by, async db =>
        {
            var changes = await db.ChangesAsync(place, criterion, cancel);
            if (changes.TakeWhile(change => change.Id > seen).Select(change => change.Path).Distinct().ToList() is { Count: > 0 } unseen)
                return new RestoreOutcome.Conflict(unseen);
            var paths = await CurrentPaths.ReadAsync(db, cancel);
            var restored = 0;
            foreach (var row in changes.GroupBy(change => paths.Of(change.Path)))
            {
                // Of a row that came later, the moment holds what stood there before its first change.
                var then = row.FirstOrDefault(change => change.Id <= asOf)
                    ?? new FieldChange { Path = row.Key, Version = 0, After = row.Last().Before };
                if (then.After != row.First().After && await RestoreAsync(db, paths, row.Key, then, cancel))
                    restored++;
                // Each row is read anew with what it refers to, and nothing that one lookup has begun is left for the next to save.
                db.ChangeTracker.Clear();
            }
            return new RestoreOutcome.Restored(restored);
        }, cancel);

    private static async Task<bool> RestoreAsync(
        ClinicDbContext db, CurrentPaths paths, string path, FieldChange change, CancellationToken cancel)
    {
        var restoration = new Restoration(db, change, paths, cancel);
        return RowPath.Parse(path) switch
        {
            null when path == ClinicProfile.OnlyPath => await restoration.SayAgainAsync(await db.ClinicPlaceAsync(cancel), null),
            null => CatalogueKinds.FindByList(path) is { } kind && await db.OrderAsync(kind, RowOrder.Read(change.After), cancel),
            { Part: null } place => await place.Kind.Accept(restoration with { Place = place }),
            { Part: { } part } place => await part.Accept(restoration with { Place = place }),
        };
    }

    private Task<SaveOutcome<TEntry>> SaveAsync<TEntry>(
        Func<ClinicDbContext, Task<RowPlace<TEntry>>> find, int? version, Func<TEntry, TEntry> write, Signature by,
        CancellationToken cancel) where TEntry : class =>
        contexts.SignedAsync(by, async db => await SaveAsync(db, await find(db), version, write, cancel), cancel);

    private static async Task<SaveOutcome<TEntry>> SaveAsync<TEntry>(
        ClinicDbContext db, RowPlace<TEntry> place, int? version, Func<TEntry, TEntry> write, CancellationToken cancel) where TEntry : class
    {
        var outcome = await ApplyAsync(db, place, version, write, cancel);
        if (outcome is SaveOutcome<TEntry>.Saved)
            await db.SaveChangesAsync(cancel);
        return Counted(place, outcome);
    }

    /// <summary>A row counts on from one that stood there before it once it is in the store.</summary>
    private static SaveOutcome<TEntry> Counted<TEntry>(RowPlace<TEntry> place, SaveOutcome<TEntry> outcome) where TEntry : class =>
        outcome is SaveOutcome<TEntry>.Saved saved ? saved with { Version = place.Row.Version } : outcome;

    /// <summary>Lays an edit over its row; what comes of it as saved is still to be saved.</summary>
    private static async Task<SaveOutcome<TEntry>> ApplyAsync<TEntry>(
        ClinicDbContext db, RowPlace<TEntry> place, int? version, Func<TEntry, TEntry> write, CancellationToken cancel) where TEntry : class
    {
        var row = place.Row;
        var away = version is null && place.ComesBack ? (CatalogueRow<TEntry>)row : null;
        version ??= row.Version;
        var now = row.Version == 0 ? null : row.Own();
        var ancestor = version == row.Version ? now : await AncestorAsync<TEntry>(db, place.Path, version.Value, cancel);
        var mine = place.Keep(write(ancestor ?? place.Blank));
        IReadOnlyList<string> theirs = [];
        if (version != row.Version && now is not null)
        {
            var (began, store, typed) = (ancestor is null ? null : Json(ancestor), Json(now), Json(mine));
            var merged = ThreeWayMerge.Of(began, store, typed);
            if (merged.Conflicts.Count > 0)
                return new SaveOutcome<TEntry>.Conflict(
                    ancestor, now, mine, Entry<TEntry>(ThreeWayMerge.Of(began, typed, store).Row), row.Version, merged.Conflicts);
            (mine, theirs) = (Entry<TEntry>(merged.Row), merged.Theirs);
        }
        if (away is null && !(now is null && place.BlankSaysSomething) && JsonNode.DeepEquals(Json(mine), Json(now ?? place.Blank)))
            return new SaveOutcome<TEntry>.Unchanged(row.Version);
        var was = row.Version;
        row.ApplyOwn(mine, place.Catalogue);
        away?.Restore();
        // The same words in another order.
        if (row.Version == was)
            return new SaveOutcome<TEntry>.Unchanged(was);
        return new SaveOutcome<TEntry>.Saved(row.Version, theirs) { Path = place.Path };
    }

    // A form may be older than the name that its row has now.
    private static async Task<TEntry?> AncestorAsync<TEntry>(ClinicDbContext db, string path, int version, CancellationToken cancel)
        where TEntry : class
    {
        foreach (var place in (await CurrentPaths.ReadAsync(db, cancel)).Had(path).Prepend(path))
            if (await db.EntryAtAsync<TEntry>(place, version, cancel) is { } entry)
                return entry;
        return null;
    }

    // What it names may have another name by now.
    private static TEntry? Entry<TEntry>(FieldChange change, CurrentPaths paths) where TEntry : class
    {
        if (change.After is null)
            return null;
        var entry = JsonNode.Parse(change.After)!;
        EntryField.Rename(entry, typeof(TEntry), paths.NameOf);
        return entry.Deserialize<TEntry>(ContentJson.Options);
    }

    private static TEntry Entry<TEntry>(JsonObject row) => row.Deserialize<TEntry>(ContentJson.Options)!;

    private static JsonObject Json<TEntry>(TEntry entry) => JsonSerializer.SerializeToNode(entry, ContentJson.Options)!.AsObject();

    /// <summary>
    /// A row says again what it said after a change; where it said nothing then, a part says that, and anything else keeps what it says.
    /// </summary>
    private sealed record Restoration(ClinicDbContext Db, FieldChange Change, CurrentPaths Paths, CancellationToken Cancel)
        : ICatalogueKindVisitor<Task<bool>>, ICataloguePartVisitor<Task<bool>>
    {
        public RowPath Place { get; init; } = null!;

        public async Task<bool> Visit<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind)
            where TRow : CatalogueRow<TEntry>, new()
            where TEntry : class =>
            await SayAgainAsync(await Db.PlaceAsync(kind, Place.Handle, Cancel), null);

        public async Task<bool> Visit<TOwner, TOwnerEntry, TRow, TEntry>(CataloguePart<TOwner, TOwnerEntry, TRow, TEntry> part)
            where TOwner : CatalogueRow<TOwnerEntry>, new()
            where TOwnerEntry : class
            where TRow : WorkingRow<TEntry>, new()
            where TEntry : class =>
            await SayAgainAsync(
                await Db.PlaceAsync(part, Place.Handle, Place.PartHandle, Cancel), part.Emptied?.Invoke(Place.PartHandle));

        public async Task<bool> SayAgainAsync<TEntry>(RowPlace<TEntry> place, TEntry? emptied) where TEntry : class =>
            await SaveAsync(Db, place, null, before => Entry<TEntry>(Change, Paths) ?? emptied ?? before, Cancel)
                is SaveOutcome<TEntry>.Saved;
    }

    private sealed record Saving(
        CatalogueEditor Editor, string Handle, int? Version, Func<object, object> Write, Signature By, CancellationToken Cancel)
        : ICatalogueKindVisitor<Task<SaveOutcome<object>>>
    {
        public async Task<SaveOutcome<object>> Visit<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind)
            where TRow : CatalogueRow<TEntry>, new()
            where TEntry : class =>
            (await Editor.SaveAsync(kind, Handle, Version, entry => (TEntry)Write(entry), By, Cancel)).Untyped();
    }

    private sealed record Adding(
        CatalogueEditor Editor, string? From, Func<object, object> Write, Signature By, CancellationToken Cancel)
        : ICatalogueKindVisitor<Task<SaveOutcome<object>>>
    {
        public async Task<SaveOutcome<object>> Visit<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind)
            where TRow : CatalogueRow<TEntry>, new()
            where TEntry : class =>
            (await Editor.AddAsync(kind, From, entry => (TEntry)Write(entry), By, Cancel)).Untyped();
    }
}

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
    /// <param name="treatment">Slug; the treatment must exist.</param>
    /// <param name="criterion">Slug; the criterion must exist.</param>
    /// <param name="version">The version that the form began with; 0 for an empty cell.</param>
    /// <param name="write">Makes the new answer of the one that the form began with.</param>
    /// <param name="by">Who saves, when and why.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public Task<SaveOutcome<AnswerEntry>> SaveAnswerAsync(
        string treatment, string criterion, int? version, Func<AnswerEntry, AnswerEntry> write, Signature by, CancellationToken cancel = default) =>
        SaveAsync(db => RowPlaces.AnswerAsync(db, treatment, criterion, cancel), version, write, by, cancel);

    /// <inheritdoc cref="SaveAnswerAsync"/>
    public Task<SaveOutcome<ConcernEvidenceEntry>> SaveEvidenceAsync(
        string treatment, string concern, int? version, Func<ConcernEvidenceEntry, ConcernEvidenceEntry> write, Signature by, CancellationToken cancel = default) =>
        SaveAsync(db => RowPlaces.EvidenceAsync(db, treatment, concern, cancel), version, write, by, cancel);

    /// <summary>Names, summary and flags; its cells keep what they say. A slug that is not there yet makes a new treatment, at the end.</summary>
    public Task<SaveOutcome<TreatmentEntry>> SaveTreatmentAsync(
        string slug, int? version, Func<TreatmentEntry, TreatmentEntry> write, Signature by, CancellationToken cancel = default) =>
        SaveAsync(db => RowPlaces.TreatmentAsync(db, slug, cancel), version, write, by, cancel);

    /// <summary>A key that is not there yet makes a new source, at the end of the registry.</summary>
    public Task<SaveOutcome<SourceEntry>> SaveSourceAsync(
        string key, int? version, Func<SourceEntry, SourceEntry> write, Signature by, CancellationToken cancel = default) =>
        SaveAsync(db => RowPlaces.SourceAsync(db, key, cancel), version, write, by, cancel);

    /// <summary>A key that is not there yet makes a new number, at the end. What it names must exist.</summary>
    public Task<SaveOutcome<OutcomeNumberEntry>> SaveNumberAsync(
        string key, int? version, Func<OutcomeNumberEntry, OutcomeNumberEntry> write, Signature by, CancellationToken cancel = default) =>
        SaveAsync(db => RowPlaces.NumberAsync(db, key, cancel), version, write, by, cancel);

    /// <summary>What is written about two treatments that exist, in whichever order they are named.</summary>
    public Task<SaveOutcome<ContrastEntry>> SaveContrastAsync(
        string one, string other, int? version, Func<ContrastEntry, ContrastEntry> write, Signature by, CancellationToken cancel = default) =>
        SaveAsync(db => RowPlaces.ContrastAsync(db, one, other, cancel), version, write, by, cancel);

    /// <summary>The words of a criterion that exists; its kind and its steps stay as they are.</summary>
    public Task<SaveOutcome<CriterionEntry>> SaveCriterionAsync(
        string slug, int? version, Func<CriterionEntry, CriterionEntry> write, Signature by, CancellationToken cancel = default) =>
        SaveAsync(db => RowPlaces.CriterionAsync(db, slug, cancel), version, write, by, cancel);

    /// <summary>A slug that is not there yet makes a new concern, at the end.</summary>
    public Task<SaveOutcome<ConcernEntry>> SaveConcernAsync(
        string slug, int? version, Func<ConcernEntry, ConcernEntry> write, Signature by, CancellationToken cancel = default) =>
        SaveAsync(db => RowPlaces.ConcernAsync(db, slug, cancel), version, write, by, cancel);

    /// <summary>Puts a number away, so that the next edition no longer has it, or brings it back with its words.</summary>
    /// <returns>Whether that changed anything.</returns>
    public Task<bool> ArchiveNumberAsync(string key, bool archived, Signature by, CancellationToken cancel = default) =>
        ArchiveAsync(db => RowPlaces.NumberAsync(db, key, cancel), archived, by, cancel);

    /// <summary>Puts what is written about two treatments away, or brings it back with its words.</summary>
    /// <returns>Whether that changed anything.</returns>
    public Task<bool> ArchiveContrastAsync(string one, string other, bool archived, Signature by, CancellationToken cancel = default) =>
        ArchiveAsync(db => RowPlaces.ContrastAsync(db, one, other, cancel), archived, by, cancel);

    /// <summary>Whether a row has a way back other than the content file.</summary>
    public static bool CanRestore(string path) => path.Split('/')[0] is "treatments" or "sources" or "numbers" or "contrasts" or "criteria" or "concerns";

    /// <summary>Makes a row say again what it said after a change; that is a change of its own, and can itself be taken back.</summary>
    /// <returns>Whether the row said something else before; false too for rows that only the content file can change.</returns>
    public Task<bool> RestoreAsync(FieldChange change, Signature by, CancellationToken cancel = default) => change.Path.Split('/') switch
    {
        ["treatments", var treatment, "answers", var criterion] => SayAgainAsync(
            async db => await RowPlaces.AnswerAsync(db, await db.NowCalledAsync(treatment, cancel), criterion, cancel), change, by, cancel, new() { Criterion = criterion, Absence = Absence.NotYetReviewed }),
        ["treatments", var treatment, "concerns", var concern] => SayAgainAsync(async db => await RowPlaces.EvidenceAsync(db, await db.NowCalledAsync(treatment, cancel), concern, cancel), change, by, cancel),
        ["treatments", var treatment] => SayAgainAsync(async db => await RowPlaces.TreatmentAsync(db, await db.NowCalledAsync(treatment, cancel), cancel), change, by, cancel),
        ["sources", var key] => SayAgainAsync(db => RowPlaces.SourceAsync(db, key, cancel), change, by, cancel),
        ["numbers", var key] => SayAgainAsync(db => RowPlaces.NumberAsync(db, key, cancel), change, by, cancel),
        ["contrasts", var pair] when pair.Split("-vs-") is [var one, var other] => SayAgainAsync(db => RowPlaces.ContrastAsync(db, one, other, cancel), change, by, cancel),
        ["criteria", var criterion] => SayAgainAsync(db => RowPlaces.CriterionAsync(db, criterion, cancel), change, by, cancel),
        ["concerns", var concern] => SayAgainAsync(db => RowPlaces.ConcernAsync(db, concern, cancel), change, by, cancel),
        _ => Task.FromResult(false),
    };

    /// <summary>Brings a treatment with all its cells, or a criterion across treatments, back to how it stood after a change.</summary>
    /// <returns>How many rows said something else before.</returns>
    public async Task<int> RestoreAllAsync(string? place, string? criterion, int asOf, Signature by, CancellationToken cancel = default)
    {
        List<FieldChange> changes;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
            changes = await db.ChangesAsync(place, criterion, cancel);
        var restored = 0;
        foreach (var row in changes.GroupBy(change => change.Path))
        {
            // Of a row that came later, the moment holds what stood there before its first change.
            var then = row.FirstOrDefault(change => change.Id <= asOf) ?? new FieldChange { Path = row.Key, Version = 0, After = row.Last().Before };
            if (await RestoreAsync(then, by, cancel))
                restored++;
        }
        return restored;
    }

    /// <param name="gone">What it says where it said nothing then; without it, it keeps what it says now.</param>
    private async Task<bool> SayAgainAsync<TEntry>(
        Func<ClinicDbContext, Task<RowPlace<TEntry>>> find, FieldChange change, Signature by, CancellationToken cancel, TEntry? gone = null) where TEntry : class =>
        await SaveAsync(find, null, before => Entry<TEntry>(change) ?? gone ?? before, by, cancel) is SaveOutcome<TEntry>.Saved;

    private Task<SaveOutcome<TEntry>> SaveAsync<TEntry>(
        Func<ClinicDbContext, Task<RowPlace<TEntry>>> find, int? version, Func<TEntry, TEntry> write, Signature by, CancellationToken cancel) where TEntry : class =>
        InTransaction(by, async db => await SaveAsync(db, await find(db), version, write, cancel), cancel);

    private Task<bool> ArchiveAsync<TEntry>(Func<ClinicDbContext, Task<RowPlace<TEntry>>> find, bool archived, Signature by, CancellationToken cancel) where TEntry : class =>
        InTransaction(by, async db =>
        {
            if ((await find(db)).Row is not CatalogueRow<TEntry> { Version: > 0 } row || row.Archived == archived)
                return false;
            if (archived)
                row.Archive();
            else
                row.Restore();
            await db.SaveChangesAsync(cancel);
            return true;
        }, cancel);

    private async Task<T> InTransaction<T>(Signature by, Func<ClinicDbContext, Task<T>> save, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.Sign(by);
        // The transaction takes the write lock before anything is read: of two that save at once, the second reads what the first wrote.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var outcome = await save(db);
        await transaction.CommitAsync(cancel);
        return outcome;
    }

    private static async Task<SaveOutcome<TEntry>> SaveAsync<TEntry>(
        ClinicDbContext db, RowPlace<TEntry> place, int? version, Func<TEntry, TEntry> write, CancellationToken cancel) where TEntry : class
    {
        var row = place.Row;
        var away = version is null && !place.SaysArchived && row is CatalogueRow<TEntry> { Archived: true } archived ? archived : null;
        version ??= row.Version;
        var now = row.Version == 0 ? null : row.Own();
        var ancestor = version == row.Version ? now : await db.EntryAtAsync<TEntry>(place.Path, version.Value, cancel);
        var mine = place.Keep(write(ancestor ?? place.Blank));
        IReadOnlyList<string> theirs = [];
        if (version != row.Version && now is not null)
        {
            var (began, store, typed) = (ancestor is null ? null : Json(ancestor), Json(now), Json(mine));
            var merged = ThreeWayMerge.Of(began, store, typed);
            if (merged.Conflicts.Count > 0)
                return new SaveOutcome<TEntry>.Conflict(ancestor, now, mine, Entry<TEntry>(ThreeWayMerge.Of(began, typed, store).Row), row.Version, merged.Conflicts);
            (mine, theirs) = (Entry<TEntry>(merged.Row), merged.Theirs);
        }
        if (away is null && JsonNode.DeepEquals(Json(mine), Json(now ?? place.Blank)))
            return new SaveOutcome<TEntry>.Unchanged(row.Version);
        var was = row.Version;
        row.Apply(place.Whole(mine), place.Catalogue);
        away?.Restore();
        // The same words in another order.
        if (row.Version == was)
            return new SaveOutcome<TEntry>.Unchanged(was);
        await db.SaveChangesAsync(cancel);
        return new SaveOutcome<TEntry>.Saved(row.Version, theirs);
    }

    private static TEntry? Entry<TEntry>(FieldChange change) where TEntry : class =>
        change.After is null ? null : JsonSerializer.Deserialize<TEntry>(change.After, ContentJson.Options);

    private static TEntry Entry<TEntry>(JsonObject row) => row.Deserialize<TEntry>(ContentJson.Options)!;

    private static JsonObject Json<TEntry>(TEntry entry) => JsonSerializer.SerializeToNode(entry, ContentJson.Options)!.AsObject();
}

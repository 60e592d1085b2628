using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Editing;

/// <summary>
/// Saves one row at a time. Every save says with which version its form began; where the row has moved on since, the two edits are brought
/// together, and what cannot be is given back for a person to decide. Nothing is ever overwritten unseen.
/// </summary>
public sealed class CatalogueEditor(IDbContextFactory<ClinicDbContext> contexts)
{
    /// <summary>For a save that means to replace whatever the row says now.</summary>
    private const int Whatever = -1;

    /// <param name="treatment">Slug; the treatment must exist.</param>
    /// <param name="criterion">Slug; the criterion must exist.</param>
    /// <param name="version">The version that the form began with; 0 for an empty cell.</param>
    /// <param name="write">Makes the new answer of the one that the form began with.</param>
    /// <param name="by">Who saves, when and why.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public Task<SaveOutcome<AnswerEntry>> SaveAnswerAsync(
        string treatment, string criterion, int version, Func<AnswerEntry, AnswerEntry> write, Signature by, CancellationToken cancel = default) =>
        InTransaction<AnswerEntry>(by, async db =>
        {
            var catalogue = await PartAsync(db, treatment, cancel);
            var owner = catalogue.Treatment(treatment);
            var row = owner.Answers.Find(answer => answer.Criterion.Slug == criterion) ?? Added(owner.Answers);
            return await SaveAsync(db, row, $"treatments/{treatment}/answers/{criterion}", version, write, new() { Criterion = criterion }, catalogue, cancel);
        }, cancel);

    /// <inheritdoc cref="SaveAnswerAsync"/>
    public Task<SaveOutcome<ConcernEvidenceEntry>> SaveEvidenceAsync(
        string treatment, string concern, int version, Func<ConcernEvidenceEntry, ConcernEvidenceEntry> write, Signature by, CancellationToken cancel = default) =>
        InTransaction<ConcernEvidenceEntry>(by, async db =>
        {
            var catalogue = await PartAsync(db, treatment, cancel);
            var owner = catalogue.Treatment(treatment);
            var row = owner.Concerns.Find(evidence => evidence.Concern.Slug == concern) ?? Added(owner.Concerns);
            return await SaveAsync(
                db, row, $"treatments/{treatment}/concerns/{concern}", version, write, new() { Concern = concern, Offer = ConcernOffer.NotUsual }, catalogue, cancel);
        }, cancel);

    /// <summary>Names, summary and flags; its cells keep what they say. A slug that is not there yet makes a new treatment, at the end.</summary>
    public Task<SaveOutcome<TreatmentEntry>> SaveTreatmentAsync(
        string slug, int version, Func<TreatmentEntry, TreatmentEntry> write, Signature by, CancellationToken cancel = default) =>
        InTransaction<TreatmentEntry>(by, async db =>
        {
            var catalogue = await PartAsync(db, slug, cancel);
            var row = catalogue.Treatments.Find(treatment => treatment.Slug == slug);
            if (row is null)
            {
                db.Add(row = new Treatment { Slug = slug, Position = (await db.Treatments.MaxAsync(treatment => (int?)treatment.Position, cancel) ?? -1) + 1 });
                catalogue.Treatments.Add(row);
            }
            var whole = row.ToEntry();
            return await SaveAsync(
                db, row, $"treatments/{slug}", version, write, new() { Slug = slug, Name = LocalText.Empty, Summary = LocalText.Empty }, catalogue, cancel,
                own => own with { Slug = slug, Answers = whole.Answers, Concerns = whole.Concerns });
        }, cancel);

    /// <summary>A key that is not there yet makes a new source, at the end of the registry.</summary>
    public Task<SaveOutcome<SourceEntry>> SaveSourceAsync(
        string key, int version, Func<SourceEntry, SourceEntry> write, Signature by, CancellationToken cancel = default) =>
        InTransaction<SourceEntry>(by, async db =>
        {
            var row = await db.Sources.SingleOrDefaultAsync(source => source.Slug == key, cancel);
            if (row is null)
                db.Add(row = new Source { Slug = key, Position = (await db.Sources.MaxAsync(source => (int?)source.Position, cancel) ?? -1) + 1 });
            return await SaveAsync(
                db, row, $"sources/{key}", version, entry => write(entry) with { Key = key }, new() { Key = key, Reference = "", State = SourceState.ToBeConfirmed },
                Empty(), cancel);
        }, cancel);

    /// <summary>Whether a row has a way back other than the content file.</summary>
    public static bool CanRestore(string path) => path.Split('/')[0] is "treatments" or "sources";

    /// <summary>Makes a row say again what it said after a change; that is a change of its own, and can itself be taken back.</summary>
    /// <returns>Whether the row said something else before; false too for rows that only the content file can change.</returns>
    public async Task<bool> RestoreAsync(FieldChange change, Signature by, CancellationToken cancel = default) => change.Path.Split('/') switch
    {
        ["treatments", var treatment, "answers", var criterion] => await SaveAnswerAsync(
            treatment, criterion, Whatever, _ => Entry<AnswerEntry>(change) ?? new() { Criterion = criterion, Absence = Absence.NotYetReviewed }, by, cancel) is SaveOutcome<AnswerEntry>.Saved,
        ["treatments", var treatment, "concerns", var concern] => await SaveEvidenceAsync(
            treatment, concern, Whatever, before => Entry<ConcernEvidenceEntry>(change) ?? before, by, cancel) is SaveOutcome<ConcernEvidenceEntry>.Saved,
        ["treatments", var treatment] => await SaveTreatmentAsync(
            treatment, Whatever, before => Entry<TreatmentEntry>(change) ?? before, by, cancel) is SaveOutcome<TreatmentEntry>.Saved,
        ["sources", var key] => await SaveSourceAsync(key, Whatever, before => Entry<SourceEntry>(change) ?? before, by, cancel) is SaveOutcome<SourceEntry>.Saved,
        _ => false,
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

    private async Task<SaveOutcome<TEntry>> InTransaction<TEntry>(
        Signature by, Func<ClinicDbContext, Task<SaveOutcome<TEntry>>> save, CancellationToken cancel) where TEntry : class
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.Sign(by);
        // The transaction takes the write lock before anything is read: of two that save at once, the second reads what the first wrote.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var outcome = await save(db);
        await transaction.CommitAsync(cancel);
        return outcome;
    }

    /// <param name="whole">Adds the parts that are rows of their own to what the row itself says.</param>
    private static async Task<SaveOutcome<TEntry>> SaveAsync<TEntry>(
        ClinicDbContext db, WorkingRow<TEntry> row, string path, int version, Func<TEntry, TEntry> write, TEntry blank, WorkingCatalogue catalogue,
        CancellationToken cancel, Func<TEntry, TEntry>? whole = null) where TEntry : class
    {
        if (version == Whatever)
            version = row.Version;
        var now = row.Version == 0 ? null : row.Own();
        var ancestor = version == row.Version ? now : await db.SaidAsync<TEntry>(path, version, cancel);
        var mine = write(ancestor ?? blank);
        IReadOnlyList<string> theirs = [];
        if (version != row.Version && now is not null)
        {
            var (began, store, typed) = (ancestor is null ? null : Json(ancestor), Json(now), Json(mine));
            var merged = ThreeWayMerge.Of(began, store, typed);
            if (merged.Conflicts.Count > 0)
                return new SaveOutcome<TEntry>.Conflict(ancestor, now, mine, Entry<TEntry>(ThreeWayMerge.Of(began, typed, store).Row), row.Version, merged.Conflicts);
            (mine, theirs) = (Entry<TEntry>(merged.Row), merged.Theirs);
        }
        if (JsonNode.DeepEquals(Json(mine), Json(now ?? blank)))
            return new SaveOutcome<TEntry>.Unchanged(row.Version);
        row.Apply(whole is null ? mine : whole(mine), catalogue);
        await db.SaveChangesAsync(cancel);
        return new SaveOutcome<TEntry>.Saved(row.Version, theirs);
    }

    /// <summary>One treatment with all that its rows refer to.</summary>
    private static async Task<WorkingCatalogue> PartAsync(ClinicDbContext db, string treatment, CancellationToken cancel)
    {
        var part = Empty();
        part.Sources.AddRange(await db.Sources.ToListAsync(cancel));
        part.Clinicians.AddRange(await db.Clinicians.ToListAsync(cancel));
        part.Criteria.AddRange(await db.Criteria.ToListAsync(cancel));
        part.Concerns.AddRange(await db.Concerns.ToListAsync(cancel));
        part.Treatments.AddRange(await db.Treatments.Where(one => one.Slug == treatment)
            .Include(one => one.ReplacedBy)
            .Include(one => one.FormerSlugs)
            .Include(one => one.Answers).ThenInclude(answer => answer.Sources)
            .Include(one => one.Concerns).ThenInclude(evidence => evidence.Sources).ToListAsync(cancel));
        part.Treatments.AddRange(part.Treatments.Select(one => one.ReplacedBy).OfType<Treatment>().ToList());
        return part;
    }

    private static WorkingCatalogue Empty() => new()
    {
        Clinicians = [], Groups = [], Criteria = [], Concerns = [], Treatments = [], Contrasts = [], Numbers = [], Questions = [], Glossary = [], Sources = [],
    };

    private static TRow Added<TRow>(List<TRow> rows) where TRow : new()
    {
        var row = new TRow();
        rows.Add(row);
        return row;
    }

    private static TEntry? Entry<TEntry>(FieldChange change) where TEntry : class =>
        change.After is null ? null : JsonSerializer.Deserialize<TEntry>(change.After, ContentJson.Options);

    private static TEntry Entry<TEntry>(JsonObject row) => row.Deserialize<TEntry>(ContentJson.Options)!;

    private static JsonObject Json<TEntry>(TEntry entry) => JsonSerializer.SerializeToNode(entry, ContentJson.Options)!.AsObject();
}

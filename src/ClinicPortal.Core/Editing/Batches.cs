using System.Security.Cryptography;
using System.Text.Json;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Editing;

/// <summary>Many rows that change together: a table that was pasted, words that are replaced, a content file.</summary>
public abstract class Batch
{
    /// <summary>Changes rows of the catalogue and saves none.</summary>
    /// <returns>Why it cannot be carried out; all of it or nothing.</returns>
    internal abstract IReadOnlyList<BatchProblem> Apply(ClinicDbContext db, WorkingCatalogue catalogue);
}

/// <summary>One reason why a batch cannot be carried out.</summary>
/// <param name="Place">Where in what was sent: "Row 3, column 2"; empty for the whole.</param>
/// <param name="Message">What is wrong, and what to do.</param>
public sealed record BatchProblem(string Place, string Message);

/// <summary>What is worth a look in a row once a batch is saved, and does not stop it.</summary>
/// <param name="Path">Of the row; none for the catalogue as a whole.</param>
/// <param name="Message">What, in a sentence.</param>
public sealed record BatchWarning(string? Path, string Message);

/// <summary>What would come of a batch.</summary>
/// <param name="Changes">Each row that would say something else; none where it says so already.</param>
/// <param name="Problems">Why it cannot be saved: all of them.</param>
/// <param name="Warnings">What the batch itself would bring about: what stands against publishing, and contradictions.</param>
public sealed record BatchPreview(
    IReadOnlyList<RowChange> Changes, IReadOnlyList<BatchProblem> Problems, IReadOnlyList<BatchWarning> Warnings)
{
    /// <summary>Stands for exactly these changes: whoever confirms them says with it which they have seen.</summary>
    public string Seen { get; } = Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Changes)));
}

/// <param name="Preview">What was saved, or what would be saved now.</param>
/// <param name="Set">The change set; none, if nothing was saved.</param>
public sealed record BatchOutcome(BatchPreview Preview, int? Set);

/// <summary>
/// Carries out batches: tried out first, confirmed against what was seen, saved as one change set, and undone as one. A try runs the batch
/// itself on the rows and forgets them, so that nothing can be saved that was not shown.
/// </summary>
public sealed class Batches(IDbContextFactory<ClinicDbContext> contexts)
{
    /// <summary>Changes nothing.</summary>
    public async Task<BatchPreview> TryAsync(Batch batch, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var moment = await db.BeginReadAsync(cancel);
        return await TryAsync(db, batch, cancel);
    }

    /// <param name="batch">All of what was tried out, or the part of it that was chosen.</param>
    /// <param name="seen">Of the preview that was confirmed.</param>
    /// <param name="whole">What was tried out, where only a part of it was chosen.</param>
    /// <param name="by">Who saves, when and why.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    /// <returns>Nothing is saved where there are problems, and where it would not be what was seen.</returns>
    public Task<BatchOutcome> SaveAsync(
        Batch batch, string? seen, Batch? whole, Signature by, CancellationToken cancel = default) =>
        contexts.SignedAsync(by, async db =>
        {
            if (whole is not null)
            {
                var all = await TryAsync(db, whole, cancel);
                db.ChangeTracker.Clear();
                if (all.Seen != seen)
                    return new BatchOutcome(all, null);
            }
            var preview = await TryAsync(db, batch, cancel);
            if (preview.Problems.Count > 0 || preview.Changes.Count == 0 || (whole is null && preview.Seen != seen))
                return new(preview, null);
            await db.SaveChangesAsync(cancel);
            return new(preview, db.SignedSet!.Id);
        }, cancel);

    /// <summary>Makes every row say what it said before a change set; that is a change set of its own, and can be undone too.</summary>
    /// <param name="set">Which.</param>
    /// <param name="others">Where rows have changed since, the others go back; without it, none goes back then.</param>
    /// <param name="by">Who takes it back, when and why.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    /// <exception cref="MissingEntryException">A row names what has gone since.</exception>
    public Task<RestoreOutcome> UndoAsync(int set, bool others, Signature by, CancellationToken cancel = default) =>
        contexts.SignedAsync<RestoreOutcome>(by, async db =>
        {
            var undo = new ChangeSetUndo(
                await db.ReadCatalogueAsync(cancel), await CurrentPaths.ReadAsync(db, cancel),
                await db.Changes.AsNoTracking().Where(change => change.ChangeSetId == set).OrderBy(change => change.Id)
                    .ToListAsync(cancel));
            if (undo.ChangedSince is { Count: > 0 } changed && !others)
                return new RestoreOutcome.Conflict(changed);
            undo.Apply();
            var count = HistoryInterceptor.Pending(db).Count;
            if (count > 0)
                await db.SaveChangesAsync(cancel);
            return new RestoreOutcome.Restored(count);
        }, cancel);

    private static async Task<BatchPreview> TryAsync(ClinicDbContext db, Batch batch, CancellationToken cancel)
    {
        var catalogue = await db.ReadCatalogueAsync(cancel);
        var stored = catalogue.ToContent();
        var registered = stored.Sources.Select(source => source.Key).ToHashSet();
        var before = Problems(stored, registered);
        var problems = batch.Apply(db, catalogue);
        if (problems.Count > 0)
            return new([], problems, []);
        var changes = HistoryInterceptor.Pending(db);
        var after = catalogue.ToContent();
        // What stood there before is no fault of the batch.
        var found = Problems(after, registered).Except(before).ToList();
        return new(
            changes, [.. found.Where(one => one.Stops).Select(one => new BatchProblem(one.Path ?? "", one.Message))],
            [.. found.Where(one => !one.Stops).Select(one => new BatchWarning(one.Path, one.Message)).Distinct()]);
    }

    /// <summary>A form refuses a text that is too long or cannot be shown; all else only stands against publishing.</summary>
    private static List<Found> Problems(ClinicContent content, IReadOnlySet<string> registered)
    {
        var texts = TextRules.Check(content).ToHashSet();
        return
        [
            .. from problem in ContentRules.Check(content).Concat(ContentRules.Warnings(content, registered))
               select new Found(problem.RowIn(content), problem.Message, texts.Contains(problem)),
        ];
    }

    private sealed record Found(string? Path, string Message, bool Stops);
}

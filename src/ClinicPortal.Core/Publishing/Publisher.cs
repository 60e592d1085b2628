using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Publishing;

/// <summary>Freezes the working tables into the next edition, and opens editions.</summary>
public sealed class Publisher(IDbContextFactory<ClinicDbContext> contexts, KnownPictures pictures, StoreCondition condition)
{
    /// <summary>Publishes whatever warnings there are.</summary>
    public Task<PublishOutcome> PublishAsync(string by, string? note, DateTimeOffset now, CancellationToken cancel = default) =>
        PublishAsync(by, note, now, stopAtWarnings: false, cancel);

    /// <param name="by">Who publishes.</param>
    /// <param name="note">What has changed.</param>
    /// <param name="now">The moment of it.</param>
    /// <param name="stopAtWarnings">Publishes nothing if there is a warning that somebody should see first.</param>
    /// <param name="cancel">Stops before anything is published.</param>
    /// <exception cref="SqliteException">The store is damaged, or cannot be written.</exception>
    public async Task<PublishOutcome> PublishAsync(
        string by, string? note, DateTimeOffset now, bool stopAtWarnings, CancellationToken cancel = default)
    {
        condition.RefuseDamage();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        // The transaction takes the write lock at once: two publishers go one after the other, and each gets its own number.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var outcome = await PublishAsync(db, pictures, by, note, now, stopAtWarnings, cancel);
        await transaction.CommitAsync(cancel);
        return outcome;
    }

    /// <summary>None, if there is no such edition.</summary>
    /// <exception cref="EditionFormatException">It was published by a newer release.</exception>
    public async Task<Edition?> OpenAsync(int number, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var record = await db.Editions.AsNoTracking().SingleOrDefaultAsync(edition => edition.Number == number, cancel);
        if (record is null)
            return null;
        return new Edition(number, record.PublishedAt, EntryFormat.Read(await EntriesOfAsync(db, number, cancel)));
    }

    /// <summary>What patients read now; the empty edition before the first publication.</summary>
    public async Task<Edition> OpenLatestAsync(CancellationToken cancel = default) =>
        await OpenAsync(await LatestNumberAsync(cancel), cancel) ?? Edition.Empty;

    /// <summary>0 before the first publication. One small query, for noticing what another instance has published.</summary>
    public async Task<int> LatestNumberAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await LatestNumberAsync(db, cancel);
    }

    internal static async Task<PublishOutcome> PublishAsync(
        ClinicDbContext db, KnownPictures pictures, string by, string? note, DateTimeOffset now, bool stopAtWarnings,
        CancellationToken cancel)
    {
        var catalogue = await db.ReadCatalogueAsync(cancel);
        var content = catalogue.ToContent();
        if (catalogue.Clinic is null)
            return new PublishOutcome.Refused(
                [new("clinic", "The clinic has no name yet. Write it, or import a content file.")], [], content);
        if (ContentRules.Check(content, pictures) is { Count: > 0 } reasons)
            return new PublishOutcome.Refused(reasons, ContentRules.Warnings(content), content);

        var latest = await LatestNumberAsync(db, cancel);
        var published = await EntriesOfAsync(db, latest, cancel);
        var entries = EntryFormat.Write(content, published, FormatSteps.OfThisRelease);
        if (published.Select(entry => entry.Hash).SequenceEqual(entries.Select(entry => entry.Hash)))
            return new PublishOutcome.NothingChanged(latest);
        if (stopAtWarnings && ContentRules.Warnings(content) is { Count: > 0 } warnings)
            return new PublishOutcome.Warned(warnings, content);
        var lastChange = await db.Changes.MaxAsync(change => (int?)change.Id, cancel) ?? 0;
        await StoreAsync(
            db, new EditionRecord { Number = latest + 1, PublishedAt = now, PublishedBy = by, Note = note, LastChange = lastChange },
            entries, cancel);
        return new PublishOutcome.Published(latest + 1);
    }

    private static async Task StoreAsync(
        ClinicDbContext db, EditionRecord edition, IReadOnlyList<StoredEntry> entries, CancellationToken cancel)
    {
        var stored = await db.StoredEntries.Select(entry => entry.Hash).ToHashSetAsync(cancel);
        db.AddRange(entries.Where(entry => !stored.Contains(entry.Hash)));
        edition.Parts.AddRange(entries.Select((entry, position) => new EditionPart { Position = position, Hash = entry.Hash }));
        db.Add(edition);
        await db.SaveChangesAsync(cancel);
    }

    private static Task<List<StoredEntry>> EntriesOfAsync(ClinicDbContext db, int edition, CancellationToken cancel) =>
        db.EditionParts.AsNoTracking().Where(part => part.EditionNumber == edition)
            .OrderBy(part => part.Position).Select(part => part.Entry).ToListAsync(cancel);

    private static async Task<int> LatestNumberAsync(ClinicDbContext db, CancellationToken cancel) =>
        await db.Editions.MaxAsync(edition => (int?)edition.Number, cancel) ?? 0;
}

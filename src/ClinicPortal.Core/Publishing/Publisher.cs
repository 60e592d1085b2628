using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Publishing;

/// <summary>Freezes the working tables into the next edition, and opens editions.</summary>
public sealed class Publisher(
    IDbContextFactory<ClinicDbContext> contexts, KnownPictures pictures, StoreCondition condition, Market? market = null)
{
    private const int MostOverrides = 20;

    private readonly Market _market = market ?? KnownMarkets.None;

    /// <param name="by">Who publishes.</param>
    /// <param name="note">What has changed.</param>
    /// <param name="now">The moment of it.</param>
    /// <param name="choice">What goes along; everything, if left out.</param>
    /// <param name="reason">
    /// Why patients are to read what no clinician has signed, or what there are warnings of; without one, nothing of it goes.
    /// </param>
    /// <param name="cancel">Stops before anything is published.</param>
    /// <exception cref="SqliteException">The store is damaged, or cannot be written.</exception>
    public Task<PublishOutcome> PublishAsync(
        string by, string? note, DateTimeOffset now, PublishChoice? choice, string? reason, CancellationToken cancel = default) =>
        PublishingAsync(db => PublishAsync(db, pictures, _market, by, note, now, choice, reason, cancel), cancel);

    /// <summary>
    /// Publishes the entries of an earlier edition again. What has changed since is kept, and is not published before somebody chooses it.
    /// </summary>
    /// <inheritdoc cref="PublishAsync(string, string?, DateTimeOffset, PublishChoice?, string?, CancellationToken)"/>
    /// <param name="number">Of the earlier edition.</param>
    /// <param name="present">The edition that patients read as far as whoever publishes knows.</param>
    /// <returns>None, if there is no such edition.</returns>
    public Task<PublishOutcome?> RepeatAsync(
        int number, int present, string by, string? note, DateTimeOffset now, CancellationToken cancel = default) =>
        PublishingAsync<PublishOutcome?>(
            async db =>
            {
                var latest = await LatestNumberAsync(db, cancel);
                if (latest != present)
                    return new PublishOutcome.Overtaken(latest);
                var (entries, published) = (await EntriesOfAsync(db, number, cancel), await EntriesOfAsync(db, latest, cancel));
                if (entries.Count == 0)
                    return null;
                if (NextEdition.AreSame(entries, published))
                    return new PublishOutcome.NothingChanged(latest);
                var earlier = await db.Editions.AsNoTracking().Include(edition => edition.LeftOut)
                    .SingleAsync(edition => edition.Number == number, cancel);
                var since = await db.Changes.Where(change => change.Id > earlier.LastChange).Select(change => change.Path)
                    .Distinct().ToListAsync(cancel);
                var edition = new EditionRecord
                {
                    Number = latest + 1,
                    PublishedAt = now,
                    PublishedBy = by,
                    Note = note,
                    Repeats = number,
                };
                edition.LeftOut.AddRange(
                    since.Select(path => (Path: path, Since: earlier.LastChange))
                        .Concat(earlier.LeftOut.Select(row => (row.Path, row.Since)))
                        .GroupBy(row => row.Path, (path, rows) => new LeftOutRow { Path = path, Since = rows.Min(row => row.Since) }));
                await StoreAsync(db, edition, entries, cancel);
                return new PublishOutcome.Published(latest + 1);
            },
            cancel);

    /// <summary>One publisher after the other: each sees what the one before has done, and gets its own number.</summary>
    internal Task<TOutcome> PublishingAsync<TOutcome>(Func<ClinicDbContext, Task<TOutcome>> publish, CancellationToken cancel)
    {
        condition.RefuseDamage();
        return contexts.WritingAsync(publish, cancel);
    }

    /// <summary>What would be published now, and what stands against it; nothing is.</summary>
    /// <param name="chosen">The paths of the rows that would go along; all of them, if none is given.</param>
    /// <param name="now">The day on which it would be read.</param>
    /// <param name="cancel">Stops reading.</param>
    public Task<EditionDraft> DraftAsync(IReadOnlySet<string>? chosen, DateTimeOffset now, CancellationToken cancel = default) =>
        DraftAsync(chosen, typed: null, now, cancel);

    /// <inheritdoc cref="DraftAsync(IReadOnlySet{string}?, DateTimeOffset, CancellationToken)"/>
    /// <param name="typed">With what somebody has typed and not saved: the path of a row, and its entry in JSON.</param>
    public async Task<EditionDraft> DraftAsync(
        IReadOnlySet<string>? chosen, (string Path, string Entry)? typed, DateTimeOffset now, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var moment = await db.BeginReadAsync(cancel);
        return new(await NextEdition.ReadAsync(db, _market, chosen, typed, cancel), pictures, now);
    }

    /// <summary>None, if there is no such edition.</summary>
    /// <exception cref="EditionFormatException">It was published by a newer release.</exception>
    public async Task<Edition?> OpenAsync(int number, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var record = await db.Editions.AsNoTracking().SingleOrDefaultAsync(edition => edition.Number == number, cancel);
        if (record is null)
            return null;
        var overrides = await db.Editions.AsNoTracking().Where(edition => edition.Override != null && edition.Number <= number)
            .OrderByDescending(edition => edition.Number).Take(MostOverrides)
            .Select(edition => new PublicationOverride(
                edition.Number, edition.PublishedAt, edition.Unreviewed, edition.Warnings, edition.Override!))
            .ToListAsync(cancel);
        return new Edition(number, record.PublishedAt, EntryFormat.Read(await EntriesOfAsync(db, number, cancel)))
        {
            Overrides = overrides,
        };
    }

    /// <summary>What patients read now; the empty edition before the first publication.</summary>
    public async Task<Edition> OpenLatestAsync(CancellationToken cancel = default) =>
        await OpenAsync(await LatestNumberAsync(cancel), cancel) ?? Edition.Empty;

    /// <summary>The latest edition and the newest change: as long as both are the same, so is the draft.</summary>
    public async Task<(int Edition, int Change)> StateAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await LatestNumberAsync(db, cancel), await db.NewestChangeAsync(cancel));
    }

    /// <summary>0 before the first publication. One small query, for noticing what another instance has published.</summary>
    public async Task<int> LatestNumberAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await LatestNumberAsync(db, cancel);
    }

    internal static async Task<PublishOutcome> PublishAsync(
        ClinicDbContext db, KnownPictures pictures, Market market, string by, string? note, DateTimeOffset now, PublishChoice? choice,
        string? reason, CancellationToken cancel)
    {
        var (stop, next) = await CheckAsync(db, pictures, market, choice, reason, cancel);
        return stop ?? await StoreAsync(db, next!, NewRecord(next!, by, note, now, reason), cancel);
    }

    /// <summary>What stands against publishing a choice; where nothing does, what it would be.</summary>
    internal static async Task<(PublishOutcome? Stop, NextEdition? Next)> CheckAsync(
        ClinicDbContext db, KnownPictures pictures, Market market, PublishChoice? choice, string? reason, CancellationToken cancel)
    {
        var latest = await LatestNumberAsync(db, cancel);
        if (choice is not null && choice.Edition != latest)
            return (new PublishOutcome.Overtaken(latest), null);
        var next = await NextEdition.ReadAsync(db, market, choice?.Paths, typed: null, cancel);
        if (next.Taken.Where(row => row.Changes[^1].Id > choice?.Seen).Select(row => row.Path).ToList() is { Count: > 0 } unseen)
            return (new PublishOutcome.Unseen(unseen), null);
        if (next.ReasonsAgainst(pictures) is { Count: > 0 } reasons)
            return (new PublishOutcome.Refused(reasons), null);
        if (next.IsSame)
            return (new PublishOutcome.NothingChanged(latest), null);
        if (next.NeedsReason && (string.IsNullOrWhiteSpace(reason) || choice?.Listed is { } listed && listed != next.Listed))
            return (new PublishOutcome.NeedsReason(next.Warnings, next.Unreviewed), null);
        return (null, next);
    }

    internal static EditionRecord NewRecord(
        NextEdition next, string by, string? note, DateTimeOffset now, string? reason, DateTime? scheduledFor = null,
        bool isLate = false) =>
        new()
        {
            Number = next.Latest + 1,
            PublishedAt = now,
            PublishedBy = by,
            Note = note,
            ScheduledFor = scheduledFor,
            IsLate = isLate,
            Unreviewed = next.Unreviewed.Count,
            Warnings = next.Warnings.Count,
            Override = next.NeedsReason ? reason!.Trim() : null,
        };

    internal static async Task<PublishOutcome> StoreAsync(
        ClinicDbContext db, NextEdition next, EditionRecord edition, CancellationToken cancel)
    {
        edition.LeftOut.AddRange(next.LeftOut);
        await StoreAsync(db, edition, next.Entries, cancel);
        return new PublishOutcome.Published(edition.Number);
    }

    private static async Task StoreAsync(
        ClinicDbContext db, EditionRecord edition, IReadOnlyList<StoredEntry> entries, CancellationToken cancel)
    {
        edition.LastChange = await db.NewestChangeAsync(cancel);
        var stored = await db.StoredEntries.Select(entry => entry.Hash).ToHashSetAsync(cancel);
        db.AddRange(entries.Where(entry => !stored.Contains(entry.Hash)));
        edition.Parts.AddRange(entries.Select((entry, position) => new EditionPart { Position = position, Hash = entry.Hash }));
        db.Add(edition);
        await db.SaveChangesAsync(cancel);
    }

    internal static Task<List<StoredEntry>> EntriesOfAsync(ClinicDbContext db, int edition, CancellationToken cancel) =>
        db.EditionParts.AsNoTracking().Where(part => part.EditionNumber == edition)
            .OrderBy(part => part.Position).Select(part => part.Entry).ToListAsync(cancel);

    internal static async Task<int> LatestNumberAsync(ClinicDbContext db, CancellationToken cancel) =>
        await db.Editions.MaxAsync(edition => (int?)edition.Number, cancel) ?? 0;
}

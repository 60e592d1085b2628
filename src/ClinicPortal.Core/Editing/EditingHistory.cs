using System.Linq.Expressions;
using System.Text.Json;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Editing;

/// <summary>Reads the history.</summary>
public static class EditingHistory
{
    private const string Escape = "\\";

    /// <summary>What the row said in that version; none, if it said nothing or the history does not reach back so far.</summary>
    public static async Task<TEntry?> EntryAtAsync<TEntry>(
        this ClinicDbContext db, string path, int version, CancellationToken cancel = default) where TEntry : class
    {
        var after = await db.Changes.Where(change => change.Path == path && change.Version == version)
            .OrderByDescending(change => change.Id).Select(change => change.After).FirstOrDefaultAsync(cancel);
        var before = after is null
            ? await db.Changes.Where(change => change.Path == path && change.Version == version + 1)
                .OrderByDescending(change => change.Id)
                .Select(change => change.Before)
                .FirstOrDefaultAsync(cancel)
            : null;
        return (after ?? before) is { } json ? JsonSerializer.Deserialize<TEntry>(json, ContentJson.Options) : null;
    }

    /// <summary>Where rows say something else than in that edition; a change that was taken back does not count.</summary>
    public static Task<IReadOnlyList<string>> ChangedSinceAsync(
        this ClinicDbContext db, int edition, CancellationToken cancel = default) => db.ChangedAtAsync(edition, null, null, cancel);

    /// <summary>The same of one place, by the paths that rows have today: the history keeps those from before a renaming.</summary>
    /// <param name="db">The store.</param>
    /// <param name="edition">Its number.</param>
    /// <param name="place">As in <see cref="ChangesAsync"/>.</param>
    /// <param name="criterion">As in <see cref="ChangesAsync"/>.</param>
    /// <param name="cancel">Stops reading.</param>
    public static async Task<IReadOnlySet<string>> ChangedSinceAsync(
        this ClinicDbContext db, int edition, string? place, string? criterion, CancellationToken cancel = default)
    {
        var (paths, changed) = (await CurrentPaths.ReadAsync(db, cancel), new HashSet<string>(StringComparer.Ordinal));
        foreach (var one in paths.Had(place ?? "").Prepend(place))
            changed.UnionWith((await db.ChangedAtAsync(edition, one, criterion, cancel)).Select(paths.Of));
        return changed;
    }

    private static async Task<IReadOnlyList<string>> ChangedAtAsync(
        this ClinicDbContext db, int edition, string? place, string? criterion, CancellationToken cancel)
    {
        var last = await db.LastChangeOfAsync(edition, cancel);
        var rows = db.ChangesNotIn(edition, last).Where(At(place, criterion)).GroupBy(change => change.Path)
            .Select(row => new { Path = row.Key, First = row.Min(change => change.Id), Last = row.Max(change => change.Id) });
        // Only the first and the last of a row's changes are read, however many there are.
        var changed = from row in rows
                      join first in db.Changes on row.First equals first.Id
                      join final in db.Changes on row.Last equals final.Id
                      where first.Before != final.After
                      select row.Path;
        return [.. (await changed.ToListAsync(cancel)).Order(StringComparer.Ordinal)];
    }

    /// <summary>What patients do not read yet: each row that says something else than in that edition.</summary>
    public static async Task<IReadOnlyList<PendingRow>> PendingAsync(
        this ClinicDbContext db, int edition, CancellationToken cancel = default) =>
        [.. (await db.ChangedRowsAsync(edition, cancel)).Where(row => row.Before != row.After)];

    /// <summary>The same with rows whose changes were taken back.</summary>
    internal static async Task<IReadOnlyList<PendingRow>> ChangedRowsAsync(
        this ClinicDbContext db, int edition, CancellationToken cancel)
    {
        var paths = await CurrentPaths.ReadAsync(db, cancel);
        var last = await db.LastChangeOfAsync(edition, cancel);
        var changes = await db.ChangesNotIn(edition, last).AsNoTracking().Include(change => change.ChangeSet)
            .OrderBy(change => change.Id).ToListAsync(cancel);
        return
        [
            .. from change in changes
               group change by paths.Of(change.Path) into row
               orderby row.Key
               select new PendingRow(row.Key, [.. row], row.Any(change => change.Id <= last)),
        ];
    }

    /// <summary>0 before the first.</summary>
    public static async Task<int> NewestChangeAsync(this ClinicDbContext db, CancellationToken cancel = default) =>
        await db.Changes.MaxAsync(change => (int?)change.Id, cancel) ?? 0;

    /// <summary>The newest change when that edition was published; 0 before the first.</summary>
    internal static Task<int> LastChangeOfAsync(this ClinicDbContext db, int edition, CancellationToken cancel) =>
        db.Editions.Where(record => record.Number == edition).Select(record => record.LastChange).SingleOrDefaultAsync(cancel);

    // What came later, and what did not go along.
    private static IQueryable<FieldChange> ChangesNotIn(this ClinicDbContext db, int edition, int last) =>
        db.Changes.Where(change => change.Id > last).Concat(
            from row in db.LeftOutRows
            where row.EditionNumber == edition
            join change in db.Changes on row.Path equals change.Path
            where change.Id > row.Since && change.Id <= last
            select change);

    /// <summary>The changes at a place and at all places below it, the newest first.</summary>
    /// <param name="db">The store.</param>
    /// <param name="place">A path, or the beginning of one; everything, if empty.</param>
    /// <param name="criterion">Only the answers to this criterion, across treatments.</param>
    /// <param name="cancel">Stops reading.</param>
    public static Task<List<FieldChange>> ChangesAsync(
        this ClinicDbContext db, string? place, string? criterion, CancellationToken cancel = default) =>
        db.Changes.AsNoTracking().Where(At(place, criterion)).OrderByDescending(change => change.Id).ToListAsync(cancel);

    /// <summary>What was saved together, the newest first.</summary>
    /// <param name="db">The store.</param>
    /// <param name="filter">What is asked for.</param>
    /// <param name="before">Only what is older than this change set; 0 begins with the newest.</param>
    /// <param name="sets">How many at most.</param>
    /// <param name="each">How many changes of each; the rest is counted.</param>
    /// <param name="cancel">Stops reading.</param>
    public static async Task<SavedSets> SavedTogetherAsync(
        this ClinicDbContext db, HistoryFilter filter, int before, int sets, int each, CancellationToken cancel = default)
    {
        var isHere = At(filter.Place, filter.Criterion);
        var (by, from, to) = (filter.By, filter.From, filter.To);
        var asked = db.ChangeSets.AsNoTracking().Where(set =>
            (before == 0 || set.Id < before) && (by == null || set.By == by) && (from == null || set.At >= from)
            && (to == null || set.At < to));
        int? goOn = null;
        if (filter.Word is { Length: > 0 } word)
        {
            (var holding, goOn) =
                await HoldingAsync(asked.SelectMany(set => set.Changes).Where(isHere), word, sets, filter.MostRead, cancel);
            isHere = change => EF.Parameter(holding).Contains(change.Id);
        }
        var found = await asked
            .Where(set => set.Changes.AsQueryable().Any(isHere))
            .OrderByDescending(set => set.Id)
            .Take(sets)
            .Select(set =>
                new SavedTogether(
                    set.Id, set.By, set.At, set.Why, set.Changes.AsQueryable().Count(isHere), set.Changes.Count,
                    set.Changes.AsQueryable().Max(change => change.Id), new List<FieldChange>()))
            .ToListAsync(cancel);
        // Set by set: "the first few of each" as one question makes SQLite number the whole history.
        foreach (var set in found)
            set.Changes.AddRange(
                await db.Changes.AsNoTracking()
                    .Where(change => change.ChangeSetId == set.Id)
                    .Where(isHere)
                    .OrderBy(change => change.Id)
                    .Take(each)
                    .ToListAsync(cancel));
        return new(found, goOn);
    }

    /// <summary>
    /// Those that take a word out, put it in, or stand beside it in a field that changed: what the page shows. No index finds a word inside
    /// a text; the store reads the history from its newest end, and only until there are sets enough or too much was read.
    /// </summary>
    /// <returns>Those changes; and where too much was read, before which set the search goes on.</returns>
    private static async Task<(List<int> Holding, int? GoOn)> HoldingAsync(
        IQueryable<FieldChange> changes, string word, int sets, int most, CancellationToken cancel)
    {
        var patterns = Spellings(word).Select(Pattern).ToArray();
        var (one, two, three, four) = (patterns[0], patterns[1], patterns[2], patterns[3]);
        var candidates = changes
            .Where(change =>
                EF.Functions.Like(change.Before + " " + change.After, one, Escape)
                || EF.Functions.Like(change.Before + " " + change.After, two, Escape)
                || EF.Functions.Like(change.Before + " " + change.After, three, Escape)
                || EF.Functions.Like(change.Before + " " + change.After, four, Escape))
            .OrderByDescending(change => change.Id);
        var (holding, of, first, read) = (new List<(int Id, int Set)>(), new HashSet<int>(), 0, 0);
        int? goOn = null;
        await foreach (var change in candidates.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (read++ == 0)
                first = change.ChangeSetId;
            if (read > most)
            {
                // A set that was read in part is read anew as a whole, unless it alone is too much.
                goOn = change.ChangeSetId == first ? first : change.ChangeSetId + 1;
                holding.RemoveAll(one => one.Set < goOn);
                break;
            }
            if (!FieldDifference.Between(change.Before, change.After).Any(field => Holds(field.Before) || Holds(field.After)))
                continue;
            if (of.Add(change.ChangeSetId) && of.Count > sets)
                break;
            holding.Add((change.Id, change.ChangeSetId));
        }
        return ([.. holding.Select(one => one.Id)], goOn);

        bool Holds(string text) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    // SQLite takes small and capital letters for the same in ASCII only.
    private static string[] Spellings(string word) =>
        [word, word.ToLowerInvariant(), word.ToUpperInvariant(), RunningText.StartUpperCase(word.ToLowerInvariant())];

    private static string Pattern(string word)
    {
        var written = JsonSerializer.Serialize(word, ContentJson.Options)[1..^1];
        foreach (var sign in new[] { Escape, "%", "_" })
            written = written.Replace(sign, Escape + sign, StringComparison.Ordinal);
        return $"%{written}%";
    }

    // A range of paths and not a pattern, so that the index finds it: "0" is the sign after "/". SQLite compares bytes.
#pragma warning disable CA1309
    private static Expression<Func<FieldChange, bool>> At(string? place, string? criterion)
    {
        var (from, to) = (place + "/", place + "0");
        return (place ?? "", criterion ?? "") switch
        {
            ("", "") => change => true,
            (_, "") => change => change.Path == place || (string.Compare(change.Path, from) > 0 && string.Compare(change.Path, to) < 0),
            ("", _) => change => change.Criterion == criterion,
            _ => change => change.Path == place + "/answers/" + criterion,
        };
    }
#pragma warning restore CA1309
}

/// <summary>A row that patients do not read as it stands.</summary>
/// <param name="Path">Of today.</param>
/// <param name="Changes">Those that they do not read, the oldest first.</param>
/// <param name="WasLeftOut">When the edition was published, it had been changed already and did not go along.</param>
public sealed record PendingRow(string Path, IReadOnlyList<FieldChange> Changes, bool WasLeftOut)
{
    /// <summary>What patients read; none, where the row is new to them.</summary>
    public string? Before => Changes[0].Before;

    /// <summary>None, where the row is gone.</summary>
    public string? After => Changes[^1].After;
}

/// <summary>What a search has found.</summary>
/// <param name="GoOn">Where it stopped because it had read too much: before which set it goes on.</param>
public sealed record SavedSets(IReadOnlyList<SavedTogether> Found, int? GoOn);

/// <summary>A change set, as far as it belongs to what was asked for.</summary>
/// <param name="Count">Of its changes there.</param>
/// <param name="Size">Of all its changes.</param>
/// <param name="Last">The newest change of the whole set, with which the store stood as it left it.</param>
/// <param name="Changes">The first of them.</param>
public sealed record SavedTogether(
    int Id, string By, DateTimeOffset At, string? Why, int Count, int Size, int Last, List<FieldChange> Changes);

/// <summary>Which changes are asked for; what is not said does not count.</summary>
/// <param name="Place">As in <see cref="EditingHistory.ChangesAsync"/>.</param>
/// <param name="Criterion">As in <see cref="EditingHistory.ChangesAsync"/>.</param>
public sealed record HistoryFilter(string? Place = null, string? Criterion = null)
{
    /// <summary>Whose.</summary>
    public string? By { get; init; }

    /// <summary>Saved then or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Saved before.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>That stands in a field that they changed, before or after, whether small or capital.</summary>
    public string? Word { get; init; }

    /// <summary>How many changes that could hold the word are looked into at once.</summary>
    public int MostRead { get; init; } = 5_000;
}

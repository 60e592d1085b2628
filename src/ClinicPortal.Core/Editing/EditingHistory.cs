using System.Text.Json;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Editing;

/// <summary>Reads the history.</summary>
public static class EditingHistory
{
    /// <summary>What the row said in that version; none, if it said nothing or the history does not reach back so far.</summary>
    public static async Task<TEntry?> SaidAsync<TEntry>(this ClinicDbContext db, string path, int version, CancellationToken cancel = default) where TEntry : class
    {
        var after = await db.Changes.Where(change => change.Path == path && change.Version == version)
            .OrderByDescending(change => change.Id).Select(change => change.After).FirstOrDefaultAsync(cancel);
        var before = after is null
            ? await db.Changes.Where(change => change.Path == path && change.Version == version + 1).OrderByDescending(change => change.Id).Select(change => change.Before).FirstOrDefaultAsync(cancel)
            : null;
        return (after ?? before) is { } json ? JsonSerializer.Deserialize<TEntry>(json, ContentJson.Options) : null;
    }

    /// <summary>Where rows say something else than in that edition; a change that was taken back does not count.</summary>
    public static async Task<IReadOnlyList<string>> ChangedSinceAsync(this ClinicDbContext db, int edition, CancellationToken cancel = default)
    {
        var last = await db.Editions.Where(record => record.Number == edition).Select(record => record.LastChange).SingleOrDefaultAsync(cancel);
        var changes = await db.Changes.Where(change => change.Id > last).OrderBy(change => change.Id)
            .Select(change => new { change.Path, change.Before, change.After }).ToListAsync(cancel);
        return [.. changes.GroupBy(change => change.Path).Where(row => row.First().Before != row.Last().After).Select(row => row.Key).Order(StringComparer.Ordinal)];
    }

    /// <summary>The changes at a place and at all places below it, the newest first.</summary>
    /// <param name="db">The store.</param>
    /// <param name="place">A path, or the beginning of one; everything, if empty.</param>
    /// <param name="criterion">Only the answers to this criterion, across treatments.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancel">Stops reading.</param>
    public static Task<List<FieldChange>> ChangesAsync(this ClinicDbContext db, string? place, string? criterion, int limit, CancellationToken cancel = default)
    {
        var changes = db.Changes.AsNoTracking().Include(change => change.ChangeSet).AsQueryable();
        if (!string.IsNullOrEmpty(place))
            changes = changes.Where(change => change.Path == place || change.Path.StartsWith(place + "/"));
        if (!string.IsNullOrEmpty(criterion))
            changes = changes.Where(change => change.Path.EndsWith("/answers/" + criterion));
        return changes.OrderByDescending(change => change.Id).Take(limit).ToListAsync(cancel);
    }
}

using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Editing;

/// <summary>
/// Keeps what people have typed and not saved. A draft is stamped with the moment it was kept: a window that holds an older one than the
/// store is told, so that two windows of one person do not write over each other either.
/// </summary>
public sealed class WorkingDrafts(IDbContextFactory<ClinicDbContext> contexts)
{
    /// <summary>How long after the last letter a person counts as being here.</summary>
    public static readonly TimeSpan Here = TimeSpan.FromMinutes(10);

    /// <summary>How long words that were thrown away can be brought back.</summary>
    public static readonly TimeSpan Bin = TimeSpan.FromDays(30);

    private const string Thrown = "thrown-away/";

    /// <param name="draft">With the fields to keep and the moment of now.</param>
    /// <param name="began">When the draft that the window began with was kept; none, if there was none.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <returns>False, if another window has kept something else meanwhile; then nothing is kept.</returns>
    public async Task<bool> KeepAsync(WorkingDraft draft, DateTimeOffset? began, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var kept = await db.Drafts.SingleOrDefaultAsync(one => one.UserId == draft.UserId && one.Path == draft.Path, cancel);
        if (kept is not null && kept.SavedAt != began && kept.Fields != draft.Fields)
            return false;
        if (kept is null)
            db.Add(draft);
        else
            (kept.BaseVersion, kept.Fields, kept.SavedAt) = (draft.BaseVersion, draft.Fields, draft.SavedAt);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    public Task<WorkingDraft?> FindAsync(int user, string path, CancellationToken cancel = default) => OneAsync(user, path, cancel);

    public Task<WorkingDraft?> FindThrownAwayAsync(int user, string path, CancellationToken cancel = default) =>
        OneAsync(user, Thrown + path, cancel);

    /// <summary>All that a person has not finished, the newest first.</summary>
    public async Task<IReadOnlyList<WorkingDraft>> UnfinishedAsync(int user, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Drafts.AsNoTracking()
            .Where(draft => draft.UserId == user && !draft.Path.StartsWith(Thrown))
            .OrderByDescending(draft => draft.SavedAt)
            .ToListAsync(cancel);
    }

    /// <summary>Who else is writing there just now. Advice, never a lock.</summary>
    public async Task<IReadOnlyList<string>> OthersAsync(int user, string path, DateTimeOffset now, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var since = now - Here;
        return await db.Drafts.Where(draft => draft.Path == path && draft.UserId != user && draft.SavedAt > since)
            .Join(db.Users, draft => draft.UserId, person => person.Id, (_, person) => person.Name).Order().ToListAsync(cancel);
    }

    /// <summary>The words have been saved. What another window has kept meanwhile stays.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="path">Where.</param>
    /// <param name="began">When the draft that the saved form held was kept.</param>
    /// <param name="cancel">Stops before anything is dropped.</param>
    public async Task DropAsync(int user, string path, DateTimeOffset? began, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Drafts.Where(draft => draft.UserId == user && draft.Path == path && draft.SavedAt == began).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Puts the words away, in the place of those put away before; the last can be brought back.</summary>
    public async Task ThrowAwayAsync(int user, string path, DateTimeOffset now, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var old = now - Bin;
        await db.Drafts.Where(draft => draft.Path.StartsWith(Thrown) && draft.SavedAt < old).ExecuteDeleteAsync(cancel);
        var words = db.Drafts.Where(draft => draft.UserId == user && draft.Path == path);
        if (await words.AnyAsync(cancel))
            await db.Drafts.Where(draft => draft.UserId == user && draft.Path == Thrown + path).ExecuteDeleteAsync(cancel);
        await words.ExecuteUpdateAsync(draft => draft.SetProperty(d => d.Path, Thrown + path).SetProperty(d => d.SavedAt, now), cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Does nothing where the person has begun anew meanwhile.</summary>
    public async Task BringBackAsync(int user, string path, DateTimeOffset now, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Drafts.Where(draft =>
            draft.UserId == user && draft.Path == Thrown + path && !db.Drafts.Any(other => other.UserId == user && other.Path == path))
            .ExecuteUpdateAsync(draft => draft.SetProperty(d => d.Path, path).SetProperty(d => d.SavedAt, now), cancel);
    }

    private async Task<WorkingDraft?> OneAsync(int user, string path, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Drafts.AsNoTracking().SingleOrDefaultAsync(draft => draft.UserId == user && draft.Path == path, cancel);
    }
}

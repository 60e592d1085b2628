using System.Text.Json;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Editing;

/// <summary>
/// Keeps what people have typed and not saved. A draft is stamped with the moment it was saved: a window that holds an older one than the
/// store is told, so that two windows of one person do not write over each other either.
/// </summary>
public sealed class WorkingDrafts(IDbContextFactory<ClinicDbContext> contexts)
{
    /// <summary>How long after the last letter a person counts as being here.</summary>
    public static readonly TimeSpan Present = TimeSpan.FromMinutes(10);

    /// <summary>How long a discarded draft can be restored.</summary>
    public static readonly TimeSpan Recoverable = TimeSpan.FromDays(30);

    private const string Discarded = "discarded/";

    /// <summary>In place of a row's path, for what a person has ticked for publishing.</summary>
    private const string TickedPlace = "publish";

    /// <summary>The path of a draft, discarded or not, where its row has another path now.</summary>
    internal static string Renamed(string path, Func<string, string> rename) =>
        path.StartsWith(Discarded, StringComparison.Ordinal) ? Discarded + rename(path[Discarded.Length..]) : rename(path);

    /// <param name="draft">With the fields to save and the moment of now.</param>
    /// <param name="began">When the draft that the window began with was saved; none, if there was none.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    /// <returns>False, if another window has saved something else meanwhile; then nothing is saved.</returns>
    public async Task<bool> SaveAsync(WorkingDraft draft, DateTimeOffset? began, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var saved = await db.Drafts.SingleOrDefaultAsync(one => one.UserId == draft.UserId && one.Path == draft.Path, cancel);
        if (saved is not null && saved.SavedAt != began && saved.Fields != draft.Fields)
            return false;
        if (saved is null)
            db.Add(draft);
        else
            (saved.BaseVersion, saved.Fields, saved.Entry, saved.SavedAt) = (draft.BaseVersion, draft.Fields, draft.Entry, draft.SavedAt);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    public Task<WorkingDraft?> FindAsync(int user, string path, CancellationToken cancel = default) => OneAsync(user, path, cancel);

    public Task<WorkingDraft?> FindDiscardedAsync(int user, string path, CancellationToken cancel = default) =>
        OneAsync(user, Discarded + path, cancel);

    /// <summary>All that a person has not finished, the newest first, without the words: a content file may be among them.</summary>
    public async Task<IReadOnlyList<WorkingDraft>> UnfinishedAsync(int user, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Drafts.AsNoTracking()
            .Where(draft => draft.UserId == user && !draft.Path.StartsWith(Discarded) && draft.Path != TickedPlace)
            .OrderByDescending(draft => draft.SavedAt)
            .Select(draft =>
                new WorkingDraft
                {
                    UserId = user,
                    Path = draft.Path,
                    BaseVersion = draft.BaseVersion,
                    Fields = "",
                    SavedAt = draft.SavedAt,
                })
            .ToListAsync(cancel);
    }

    /// <summary>Who else is writing there just now. Advice, never a lock.</summary>
    public async Task<IReadOnlyList<string>> OthersAsync(int user, string path, DateTimeOffset now, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var since = now - Present;
        return await db.Drafts.Where(draft => draft.Path == path && draft.UserId != user && draft.SavedAt > since)
            .Join(db.Users, draft => draft.UserId, person => person.Id, (_, person) => person.Name).Order().ToListAsync(cancel);
    }

    /// <summary>The row has been saved. A draft that another window has saved meanwhile stays.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="path">Where.</param>
    /// <param name="began">When the draft that the saved form held was saved.</param>
    /// <param name="cancel">Stops before anything is deleted.</param>
    public async Task DeleteAsync(int user, string path, DateTimeOffset? began, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Drafts.Where(draft => draft.UserId == user && draft.Path == path && draft.SavedAt == began).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Discards the draft, in place of one discarded before; the last can be restored.</summary>
    public async Task DiscardAsync(int user, string path, DateTimeOffset now, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var old = now - Recoverable;
        await db.Drafts.Where(draft => draft.Path.StartsWith(Discarded) && draft.SavedAt < old).ExecuteDeleteAsync(cancel);
        var words = db.Drafts.Where(draft => draft.UserId == user && draft.Path == path);
        if (await words.AnyAsync(cancel))
            await db.Drafts.Where(draft => draft.UserId == user && draft.Path == Discarded + path).ExecuteDeleteAsync(cancel);
        await words.ExecuteUpdateAsync(draft => draft.SetProperty(d => d.Path, Discarded + path).SetProperty(d => d.SavedAt, now), cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Does nothing where the person has begun anew meanwhile.</summary>
    public async Task RestoreAsync(int user, string path, DateTimeOffset now, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Drafts.Where(draft =>
            draft.UserId == user && draft.Path == Discarded + path && !db.Drafts.Any(other => other.UserId == user && other.Path == path))
            .ExecuteUpdateAsync(draft => draft.SetProperty(d => d.Path, path).SetProperty(d => d.SavedAt, now), cancel);
    }

    /// <summary>Keeps what a person has ticked for publishing, in place of what was ticked before.</summary>
    public async Task SaveTicksAsync(int user, IEnumerable<string> paths, DateTimeOffset now, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Drafts.Where(draft => draft.UserId == user && draft.Path == TickedPlace).ExecuteDeleteAsync(cancel);
        db.Add(new WorkingDraft
        {
            UserId = user,
            Path = TickedPlace,
            BaseVersion = 0,
            Fields = JsonSerializer.Serialize(paths),
            SavedAt = now,
        });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Nothing, where the person has ticked nothing yet.</summary>
    public async Task<IReadOnlySet<string>> TicksAsync(int user, CancellationToken cancel = default) =>
        await OneAsync(user, TickedPlace, cancel) is { } ticked ? JsonSerializer.Deserialize<HashSet<string>>(ticked.Fields)! : new();

    private async Task<WorkingDraft?> OneAsync(int user, string path, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Drafts.AsNoTracking().SingleOrDefaultAsync(draft => draft.UserId == user && draft.Path == path, cancel);
    }
}

using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Storage;

internal static class Writes
{
    /// <summary>All that is saved meanwhile, or nothing.</summary>
    public static async Task<T> WritingAsync<T>(
        this IDbContextFactory<ClinicDbContext> contexts, Func<ClinicDbContext, Task<T>> write, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        // The transaction takes the write lock before anything is read: of two that write at once, the second reads what the first wrote.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var outcome = await write(db);
        await transaction.CommitAsync(cancel);
        return outcome;
    }
}

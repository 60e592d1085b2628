using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Editing;

internal static class SignedSaves
{
    /// <summary>Everything that is saved meanwhile is one change set of somebody, and all of it or nothing.</summary>
    public static async Task<T> SignedAsync<T>(
        this IDbContextFactory<ClinicDbContext> contexts, Signature by, Func<ClinicDbContext, Task<T>> save, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.Sign(by);
        // The transaction takes the write lock before anything is read: of two that save at once, the second reads what the first wrote.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var outcome = await save(db);
        await transaction.CommitAsync(cancel);
        return outcome;
    }
}

using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Editing;

internal static class SignedSaves
{
    /// <summary>Everything that is saved meanwhile is one change set of somebody, and all of it or nothing.</summary>
    public static Task<T> SignedAsync<T>(
        this IDbContextFactory<ClinicDbContext> contexts, Signature by, Func<ClinicDbContext, Task<T>> save, CancellationToken cancel) =>
        contexts.WritingAsync(
            db =>
            {
                db.Sign(by);
                return save(db);
            },
            cancel);
}

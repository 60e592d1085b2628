using System.Globalization;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Publishing;

/// <summary>Colleagues read a preview without signing in, as long as the link they were sent is in force.</summary>
public sealed class PreviewLinks(IDbContextFactory<ClinicDbContext> contexts, TimeProvider clock)
{
    public const int MostDays = 30;

    public const int UsualDays = 7;

    /// <returns>The key, which stands in the address and is shown once.</returns>
    public Task<string> MakeAsync(
        string colleague, IReadOnlyCollection<string> rows, int days, Signature by, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(colleague);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows.Count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        return contexts.SignedAsync(by, async db =>
        {
            var key = LinkKey.New();
            var expires = by.At.AddDays(days);
            db.Add(new PreviewLink
            {
                KeyHash = LinkKey.HashOf(key),
                Colleague = colleague.Trim(),
                Paths = [.. rows],
                By = by.By,
                ById = by.ById!.Value,
                At = by.At,
                Expires = expires,
            });
            db.Record(AuditKind.Access, colleague.Trim(), string.Create(
                CultureInfo.InvariantCulture,
                $"A preview link was made for {rows.Count} {(rows.Count == 1 ? "change" : "changes")}, until {expires:yyyy-MM-dd}."));
            await db.SaveChangesAsync(cancel);
            return key;
        }, cancel);
    }

    /// <summary>From now on it opens nothing, nor does a browser that has opened it.</summary>
    public Task<bool> RevokeAsync(int link, Signature by, CancellationToken cancel = default) =>
        contexts.SignedAsync(by, async db =>
        {
            if (await db.PreviewLinks.SingleOrDefaultAsync(one => one.Id == link, cancel) is not { RevokedAt: null } found)
                return false;
            found.RevokedAt = by.At;
            db.Record(AuditKind.Access, found.Colleague, "The preview link was revoked.");
            await db.SaveChangesAsync(cancel);
            return true;
        }, cancel);

    /// <summary>Notes the first time.</summary>
    /// <returns>False, without a word why, where it opens nothing.</returns>
    public async Task<bool> OpenAsync(string? key, CancellationToken cancel = default)
    {
        if (await FindAsync(key, cancel) is not { } link)
            return false;
        if (link.OpenedAt is null)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            db.Attach(link).Entity.OpenedAt = clock.GetUtcNow();
            db.AuditRecords.Add(new()
            {
                Kind = AuditKind.SignIn,
                By = link.Colleague,
                Subject = link.Colleague,
                What = "Opened a preview link.",
            });
            await db.SaveChangesAsync(cancel);
        }
        return true;
    }

    /// <summary>None, where no link in force has the key.</summary>
    public async Task<PreviewLink?> FindAsync(string? key, CancellationToken cancel = default)
    {
        if (string.IsNullOrEmpty(key))
            return null;
        var hash = LinkKey.HashOf(key);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await InForce(db, clock.GetUtcNow()).SingleOrDefaultAsync(one => one.KeyHash == hash, cancel);
    }

    /// <summary>Those that can still be used, the oldest first.</summary>
    public async Task<IReadOnlyList<PreviewLink>> InForceAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await InForce(db, clock.GetUtcNow()).OrderBy(one => one.Id).ToListAsync(cancel);
    }

    // With whoever made it, a link goes too.
    private static IQueryable<PreviewLink> InForce(ClinicDbContext db, DateTimeOffset now) =>
        db.PreviewLinks.AsNoTracking().Where(one => one.RevokedAt == null && one.Expires > now
            && db.Users.Any(maker => maker.Id == one.ById && !maker.Left));
}

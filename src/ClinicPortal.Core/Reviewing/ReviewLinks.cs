using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Reviewing;

/// <summary>A link as it leaves the portal; neither part of it is kept.</summary>
/// <param name="Key">Stands in the address.</param>
/// <param name="Code">Travels apart from it, and is used once.</param>
public sealed record NewReviewLink(ReviewLink Link, Clinician Clinician, string Key, string Code);

/// <summary>A link that a browser has opened, and whose signature it makes.</summary>
public sealed record OpenReviewLink(ReviewLink Link, Clinician Clinician);

/// <summary>Specialists without an account sign what they were sent.</summary>
public sealed class ReviewLinks(IDbContextFactory<ClinicDbContext> contexts, TimeProvider clock)
{
    public const int MostDays = 60;

    public const int UsualDays = 14;

    public const int MostRows = 60;

    public const int MostWrongCodes = 5;

    public const int CodeLength = 8;

    /// <summary>How long the browser that has opened it may go on; after that it takes another code.</summary>
    public static TimeSpan SessionLife { get; } = TimeSpan.FromHours(8);

    /// <returns>None, where patients could not read who has signed.</returns>
    public Task<NewReviewLink?> MakeAsync(
        int clinician, IReadOnlyCollection<string> rows, int days, Signature by, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows.Count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows.Count, MostRows);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        return contexts.SignedAsync(by, db => AddAsync(db, clinician, [.. rows], by.At.AddDays(days), by, cancel), cancel);
    }

    /// <summary>Another address and another code in place of those that were lost or used, for the same rows and as long.</summary>
    /// <returns>None, where the link has ended.</returns>
    public Task<NewReviewLink?> RenewAsync(int link, Signature by, CancellationToken cancel = default) =>
        contexts.SignedAsync(by, async db =>
        {
            if (await db.ReviewLinks.SingleOrDefaultAsync(one => one.Id == link, cancel) is not { RevokedAt: null } old
                || old.Expires <= by.At)
                return null;
            old.RevokedAt = by.At;
            return await AddAsync(db, old.ClinicianId, old.Paths, old.Expires, by, cancel);
        }, cancel);

    /// <summary>From now on it opens nothing, nor does the browser that has opened it.</summary>
    public Task<bool> RevokeAsync(int link, Signature by, CancellationToken cancel = default) =>
        contexts.SignedAsync(by, async db =>
        {
            if (await db.ReviewLinks.SingleOrDefaultAsync(one => one.Id == link, cancel) is not { RevokedAt: null } found)
                return false;
            found.RevokedAt = by.At;
            var clinician = await db.Clinicians.SingleAsync(one => one.Id == found.ClinicianId, cancel);
            db.Record(AuditKind.Access, SubjectOf(clinician), "The review link was revoked.");
            await db.SaveChangesAsync(cancel);
            return true;
        }, cancel);

    /// <summary>Uses the code.</summary>
    /// <returns>What the browser keeps in its place; none, without a word why, where it does not open.</returns>
    public async Task<string?> OpenAsync(string? key, string? code, CancellationToken cancel = default)
    {
        var hash = LinkKey.HashOf(key);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        // Nobody takes the write lock with an address that never was.
        if (!await db.ReviewLinks.AnyAsync(one => one.KeyHash == hash, cancel))
            return null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var link = await db.ReviewLinks.SingleAsync(one => one.KeyHash == hash, cancel);
        var now = clock.GetUtcNow();
        if (link.OpenedAt is not null || link.WrongCodes >= MostWrongCodes
            || await ClinicianAsync(db, link, now, cancel) is not { } clinician)
            return null;
        var session = IsSame(link.CodeHash, CodeHashOf(key!, code)) ? LinkKey.New() : null;
        if (session is null)
        {
            link.WrongCodes++;
            if (link.WrongCodes == MostWrongCodes)
                Record(db, AuditKind.Access, AuditRecord.Portal, clinician, "The review link was closed after five wrong codes.");
        }
        else
        {
            (link.OpenedAt, link.SessionHash) = (now, LinkKey.HashOf(session));
            Record(db, AuditKind.SignIn, clinician.Name, clinician, "Opened a review link with its code.");
        }
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return session;
    }

    /// <param name="session">What <see cref="OpenAsync"/> gave.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<OpenReviewLink?> FindAsync(string? session, CancellationToken cancel = default)
    {
        if (string.IsNullOrEmpty(session))
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await FindAsync(db, session, clock.GetUtcNow(), cancel);
    }

    public static bool HasKey(ReviewLink link, string key) => IsSame(link.KeyHash, LinkKey.HashOf(key));

    /// <summary>Signs as the clinician of the link, what the link names and nothing else.</summary>
    public async Task<SignOutcome> SignAsync(
        string? session, IReadOnlyCollection<SeenUnit> seen, DateOnly today, CancellationToken cancel = default)
    {
        if (await FindAsync(session, cancel) is not { Clinician: var signer })
            return new SignOutcome.NotAllowed(NoSigner.Link);
        var by = new Signature(signer.Name, clock.GetUtcNow(), "Reviewed through a link") { Signs = true };
        return await contexts.SignedAsync<SignOutcome>(by, async db =>
        {
            // Again in the transaction: a link that has just been revoked signs nothing any more.
            if (await FindAsync(db, session!, by.At, cancel) is not var (link, clinician))
                return new SignOutcome.NotAllowed(NoSigner.Link);
            var paths = await CurrentPaths.ReadAsync(db, cancel);
            var named = link.Paths.Select(paths.Of).ToHashSet();
            if (seen.Where(one => !named.Contains(paths.Of(one.Path))).ToList() is { Count: > 0 } others)
                return new SignOutcome.Refused([.. others.Select(one => (one.Path, SignRefusal.Gone))]);
            var outcome = await Reviews.SignAsync(
                db, seen, clinician, writer => writer.Is(clinician), by.At, today, nextDue: null, cancel);
            if (outcome is SignOutcome.Done done)
            {
                Record(db, AuditKind.Access, clinician.Name, clinician, string.Create(
                    CultureInfo.InvariantCulture,
                    $"Signed {done.Count} {(done.Count == 1 ? "answer" : "answers")} through a review link."));
                await db.SaveChangesAsync(cancel);
            }
            return outcome;
        }, cancel);
    }

    private static async Task<NewReviewLink?> AddAsync(
        ClinicDbContext db, int clinician, List<string> rows, DateTimeOffset expires, Signature by, CancellationToken cancel)
    {
        var key = LinkKey.New();
        var code = RandomNumberGenerator.GetString("0123456789", CodeLength);
        var link = new ReviewLink
        {
            KeyHash = LinkKey.HashOf(key),
            CodeHash = CodeHashOf(key, code),
            ClinicianId = clinician,
            Paths = rows,
            By = by.By,
            ById = by.ById!.Value,
            At = by.At,
            Expires = expires,
        };
        if (await ClinicianAsync(db, link, by.At, cancel) is not { } named)
            return null;
        db.Add(link);
        db.Record(AuditKind.Access, SubjectOf(named), string.Create(
            CultureInfo.InvariantCulture,
            $"A review link was made for {rows.Count} {(rows.Count == 1 ? "answer" : "answers")}, until {expires:d MMMM yyyy}."));
        await db.SaveChangesAsync(cancel);
        return new(link, named, key, code);
    }

    private static async Task<OpenReviewLink?> FindAsync(ClinicDbContext db, string session, DateTimeOffset now, CancellationToken cancel)
    {
        var hash = LinkKey.HashOf(session);
        var link = await db.ReviewLinks.AsNoTracking().SingleOrDefaultAsync(one => one.SessionHash == hash, cancel);
        return link is not null && link.OpenedAt + SessionLife > now && await ClinicianAsync(db, link, now, cancel) is { } clinician
            ? new(link, clinician)
            : null;
    }

    /// <summary>None, where the link has ended, or patients could no longer read who has signed.</summary>
    private static async Task<Clinician?> ClinicianAsync(
        ClinicDbContext db, ReviewLink link, DateTimeOffset now, CancellationToken cancel) =>
        link.RevokedAt is null && link.Expires > now
        && await db.Clinicians.AsNoTracking().SingleOrDefaultAsync(one => one.Id == link.ClinicianId && !one.Archived, cancel)
            is { } clinician && !string.IsNullOrWhiteSpace(clinician.Registration)
            ? clinician
            : null;

    private static void Record(ClinicDbContext db, AuditKind kind, string by, Clinician clinician, string what) =>
        db.AuditRecords.Add(new() { Kind = kind, By = by, Subject = SubjectOf(clinician), What = what });

    private static string SubjectOf(Clinician clinician) => $"{clinician.Name} ({clinician.Registration})";

    /// <summary>Made with the key, which is not stored: whoever reads the store cannot try the codes out.</summary>
    private static string CodeHashOf(string key, string? code) => Convert.ToHexStringLower(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(string.Concat((code ?? "").Where(char.IsAsciiDigit)))));

    private static bool IsSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));
}

public static class ReviewLinkRows
{
    /// <summary>Those that can still be used, the oldest first.</summary>
    public static Task<List<ReviewLink>> LinksInForceAsync(
        this ClinicDbContext db, DateTimeOffset now, CancellationToken cancel = default) =>
        db.ReviewLinks.AsNoTracking().Where(one => one.RevokedAt == null && one.Expires > now).OrderBy(one => one.Id).ToListAsync(cancel);

    /// <summary>What of a link nobody has signed.</summary>
    public static async Task<IReadOnlyList<ReviewUnit>> PendingAsync(
        this ClinicDbContext db, ReviewLink link, ReviewUnits units, CancellationToken cancel = default)
    {
        var paths = await CurrentPaths.ReadAsync(db, cancel);
        return [.. link.Paths.Select(path => units.Find(paths.Of(path))).OfType<ReviewUnit>().Where(unit => !unit.IsSigned)];
    }
}

using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Accounts;

/// <summary>
/// Sessions live in the store, and a cookie only names one: after signing out, an old cookie opens nothing. A session ends
/// <see cref="IdleLife"/> after the last request and <see cref="WholeLife"/> after its first.
/// </summary>
public sealed class StaffSessions(
    IDbContextFactory<ClinicDbContext> contexts, IDataProtectionProvider protection, IHttpContextAccessor http, TimeProvider clock)
    : ITicketStore
{
    public static readonly TimeSpan IdleLife = TimeSpan.FromHours(12);
    public static readonly TimeSpan WholeLife = TimeSpan.FromDays(7);

    /// <summary>How exactly the last request is known, so that not every one writes.</summary>
    public static readonly TimeSpan Exactness = TimeSpan.FromMinutes(5);

    private const string KeyItem = "session";
    private const string HowItem = "how";

    private readonly IDataProtector _protector = protection.CreateProtector("StaffSession");

    /// <summary>Has the session that is about to begin stand in the audit log; none, where it only goes on under another key.</summary>
    public static void Record(AuthenticationProperties session, string? how) => session.SetString(HowItem, how);

    public Task<string> StoreAsync(AuthenticationTicket ticket) => StoreAsync(ticket, CancellationToken.None);

    public async Task<string> StoreAsync(AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        await db.Sessions.Where(session => session.Ends < now).ExecuteDeleteAsync(cancellationToken);
        var user = int.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);
        ticket.Properties.SetString(KeyItem, HashOf(key));
        db.Sessions.Add(new()
        {
            KeyHash = HashOf(key),
            UserId = user,
            Ticket = Wrap(ticket),
            Begun = now,
            Seen = now,
            Ends = now + IdleLife,
            Browser = BrowserName.Of(http.HttpContext?.Request.Headers.UserAgent.ToString() ?? ""),
        });
        if (ticket.Properties.GetString(HowItem) is { } how)
            db.AuditRecords.Add(new()
            {
                Kind = AuditKind.SignIn,
                By = ticket.Principal.FindFirstValue(ClaimTypes.GivenName)!,
                ById = user,
                What = how,
            });
        await db.SaveChangesAsync(cancellationToken);
        return key;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => RenewAsync(key, ticket, CancellationToken.None);

    public async Task RenewAsync(string key, AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        var (hash, wrapped, now) = (HashOf(key), Wrap(ticket), clock.GetUtcNow());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await db.Sessions.Where(session => session.KeyHash == hash).ExecuteUpdateAsync(
                session => session.SetProperty(s => s.Ticket, wrapped).SetProperty(s => s.Seen, now)
                    .SetProperty(s => s.Ends, now + IdleLife),
                cancellationToken);
        }
        catch (Exception failure) when (StoreTrouble.Of(failure) is not null)
        {
            // The session goes on as it was, and is renewed with a later request.
        }
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => RetrieveAsync(key, CancellationToken.None);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, CancellationToken cancellationToken)
    {
        var hash = HashOf(key);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            var ticket = await Open(db).Where(session => session.KeyHash == hash)
                .Select(session => session.Ticket).SingleOrDefaultAsync(cancellationToken);
            return ticket is null ? null : TicketSerializer.Default.Deserialize(_protector.Unprotect(ticket));
        }
        catch (Exception failure) when (StoreTrouble.Of(failure) is not null)
        {
            // As if nobody were signed in: a form that was sent is then kept on the sign-in page, which needs no store.
            return null;
        }
    }

    public Task RemoveAsync(string key) => RemoveAsync(key, CancellationToken.None);

    public async Task RemoveAsync(string key, CancellationToken cancellationToken)
    {
        var hash = HashOf(key);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Sessions.Where(session => session.KeyHash == hash).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>A person's open sessions, the one used last first.</summary>
    public async Task<IReadOnlyList<StaffSession>> AllOfAsync(int user, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Open(db).AsNoTracking().Where(session => session.UserId == user)
            .OrderByDescending(session => session.Seen).ToListAsync(cancel);
    }

    /// <summary>The <see cref="StaffSession.KeyHash"/> of the session that a request came with.</summary>
    public static string? KeyHashOf(HttpContext context) =>
        context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.GetString(KeyItem);

    /// <summary>Ends one session of a person, even if whoever asked for it no longer waits for the answer.</summary>
    public async Task EndAsync(int user, string keyHash)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        await db.Sessions.Where(session => session.UserId == user && session.KeyHash == keyHash).ExecuteDeleteAsync(CancellationToken.None);
    }

    /// <summary>Signs a person out of every browser, even if whoever asked for it no longer waits for the answer.</summary>
    public async Task EndAllOf(int user)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        await db.Sessions.Where(session => session.UserId == user).ExecuteDeleteAsync(CancellationToken.None);
    }

    private byte[] Wrap(AuthenticationTicket ticket) => _protector.Protect(TicketSerializer.Default.Serialize(ticket));

    private IQueryable<StaffSession> Open(ClinicDbContext db)
    {
        var now = clock.GetUtcNow();
        var oldest = now - WholeLife;
        return db.Sessions.Where(session => session.Ends > now && session.Begun > oldest);
    }

    private static string HashOf(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}

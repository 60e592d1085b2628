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

/// <summary>Sessions live in the store, and a cookie only names one: after signing out, an old cookie opens nothing.</summary>
public sealed class StaffSessions(IDbContextFactory<ClinicDbContext> contexts, IDataProtectionProvider protection, TimeProvider clock)
    : ITicketStore
{
    private readonly IDataProtector _protector = protection.CreateProtector("StaffSession");

    public Task<string> StoreAsync(AuthenticationTicket ticket) => StoreAsync(ticket, CancellationToken.None);

    public async Task<string> StoreAsync(AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        await db.Sessions.Where(session => session.Ends < now).ExecuteDeleteAsync(cancellationToken);
        var user = int.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);
        db.Sessions.Add(new() { KeyHash = HashOf(key), UserId = user, Ticket = Wrap(ticket), Ends = EndOf(ticket) });
        await db.SaveChangesAsync(cancellationToken);
        return key;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => RenewAsync(key, ticket, CancellationToken.None);

    public async Task RenewAsync(string key, AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        var (hash, wrapped, ends) = (HashOf(key), Wrap(ticket), EndOf(ticket));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await db.Sessions.Where(session => session.KeyHash == hash).ExecuteUpdateAsync(
                session => session.SetProperty(s => s.Ticket, wrapped).SetProperty(s => s.Ends, ends), cancellationToken);
        }
        catch (Exception failure) when (StoreTrouble.Of(failure) is not null)
        {
            // The session goes on as it was, and is renewed with a later request.
        }
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => RetrieveAsync(key, CancellationToken.None);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, CancellationToken cancellationToken)
    {
        var (hash, now) = (HashOf(key), clock.GetUtcNow());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            var ticket = await db.Sessions.Where(session => session.KeyHash == hash && session.Ends > now)
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

    /// <summary>Signs a person out of every browser, even if whoever asked for it no longer waits for the answer.</summary>
    public async Task EndAllOf(int user)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        await db.Sessions.Where(session => session.UserId == user).ExecuteDeleteAsync(CancellationToken.None);
    }

    private byte[] Wrap(AuthenticationTicket ticket) => _protector.Protect(TicketSerializer.Default.Serialize(ticket));

    private DateTimeOffset EndOf(AuthenticationTicket ticket) => ticket.Properties.ExpiresUtc ?? clock.GetUtcNow().AddHours(10);

    private static string HashOf(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}

using System.Buffers.Binary;
using System.Net;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Tests.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClinicPortal.Web.Tests.Accounts;

/// <summary>How dear a password is to guess for who has a copy of the database.</summary>
public sealed class PasswordHashTests
{
    [Fact]
    public void A_password_is_hashed_in_as_many_rounds_as_OWASP_asks_and_so_is_that_of_nobody()
    {
        var services = new ServiceCollection();
        services.AddStaffIdentity();
        using var provider = services.BuildServiceProvider();

        var hash = new NormalizingPasswordHasher(provider.GetRequiredService<IOptions<PasswordHasherOptions>>())
            .HashPassword(new(), StaffBrowser.Password);

        Assert.Equal((2u, 210_000u), RoundsOf(hash));
        Assert.Equal((2u, 210_000u), RoundsOf(StaffSignIn.Nobody.PasswordHash!));
    }

    [Fact]
    public async Task A_hash_of_fewer_rounds_is_made_anew_at_the_next_sign_in_and_nothing_else_changes()
    {
        await using var portal = new StillPortal();
        var here = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var old = new PasswordHasher<StaffUser>(Options.Create(new PasswordHasherOptions { IterationCount = 500 }))
            .HashPassword(new(), StaffBrowser.Password);
        await using (var db = await StaffBrowser.StoreOf(portal))
            await db.Users.ExecuteUpdateAsync(user => user.SetProperty(one => one.PasswordHash, old), StaffBrowser.Cancel);

        Assert.Equal("/staff", (await new StaffBrowser(portal).SignInAsync("Eve Editor")).Headers.Location!.OriginalString);

        await using var after = await StaffBrowser.StoreOf(portal);
        // The portals of tests hash in a thousand.
        Assert.Equal((2u, 1000u), RoundsOf(after.Users.Single().PasswordHash!));
        Assert.Equal("/staff", (await new StaffBrowser(portal).SignInAsync("Eve Editor")).Headers.Location!.OriginalString);
        Assert.Single(after.AuditRecords.Where(record => record.What == "A new password was set."));
        portal.Clock.Advance(2 * StaffSessions.Exactness);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/staff")).StatusCode);
    }

    /// <summary>The framework's third format: a byte of one, the function (2 is HMAC-SHA-512) and the rounds.</summary>
    private static (uint Function, uint Rounds) RoundsOf(string hash)
    {
        var bytes = Convert.FromBase64String(hash);
        Assert.Equal(1, bytes[0]);
        return (BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(1)), BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(5)));
    }
}

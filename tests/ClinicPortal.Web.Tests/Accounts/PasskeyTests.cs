using System.Net;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Tests.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Accounts;

/// <summary>What needs no device; with one, passkeys are tried in the browser.</summary>
public sealed class PasskeyTests
{
    private const string Page = "/staff/account/passkeys";

    [Fact]
    public async Task Who_has_as_many_passkeys_as_may_be_is_told_to_remove_one_before_the_device_makes_another()
    {
        await using var portal = new PortalFactory();
        var eve = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        await AddPasskeysAsync(portal, Passkeys.MostPerPerson - 1);
        var open = await eve.PageAsync(Page);
        Assert.NotNull(open.QuerySelector("input[name=Credential]"));
        await AddPasskeysAsync(portal, Passkeys.MostPerPerson);

        var full = await eve.PageAsync(Page);
        Assert.Contains("Remove one before you add another", full.QuerySelector("section")!.TextContent);
        Assert.Null(full.QuerySelector("input[name=Credential]"));
        var refused = await StaffBrowser.ReadAsync(
            await eve.SendAsync(Page, open, new() { ["Name"] = "One more", ["Credential"] = "{}" }, "section button"),
            HttpStatusCode.BadRequest);
        Assert.Contains("Remove one before you add another", refused.QuerySelector(".alert")!.TextContent);

        Assert.Equal(HttpStatusCode.Redirect, (await eve.SendAsync(Page, [], "button[formaction*=Remove]")).StatusCode);
        Assert.NotNull((await eve.PageAsync(Page)).QuerySelector("input[name=Credential]"));
    }

    [Fact]
    public async Task The_command_for_a_lost_phone_takes_app_recovery_codes_and_passkeys_away_and_ends_the_sessions()
    {
        await using var command = new PortalProcess();
        await using var portal = new StillPortal { Data = command.Data };
        var eve = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        await Authenticator.SetUpAsync(eve, portal.Now);
        await AddPasskeysAsync(portal, 2);
        await command.InviteByCommandAsync("Eve Editor", StaffRole.Editor);
        Assert.Equal(HttpStatusCode.OK, (await eve.GetAsync("/staff")).StatusCode);
        Assert.Equal("/staff/sign-in/code", (await new StaffBrowser(portal).SignInAsync("Eve Editor")).Headers.Location!.OriginalString);

        await command.InviteByCommandAsync("Eve Editor", StaffRole.Editor, "--reset-factors");

        Assert.Equal(HttpStatusCode.Redirect, (await eve.GetAsync("/staff")).StatusCode);
        var again = new StaffBrowser(portal);
        Assert.Equal("/staff", (await again.SignInAsync("Eve Editor")).Headers.Location!.OriginalString);
        Assert.Null((await again.PageAsync(Page)).QuerySelector("tbody"));
        await using var db = await StaffBrowser.StoreOf(portal);
        Assert.DoesNotContain(
            await db.UserTokens.ToListAsync(StaffBrowser.Cancel), token => token.Name == "RecoveryCodes" && token.Value != "");
    }

    /// <summary>Until there are so many.</summary>
    private static async Task AddPasskeysAsync(PortalFactory portal, int number)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>();
        var eve = (await users.FindByEmailAsync(StaffBrowser.AddressOf("Eve Editor")))!;
        for (var passkey = (await users.GetPasskeysAsync(eve)).Count; passkey < number; passkey++)
            Assert.True(
                (
                    await users.AddOrUpdatePasskeyAsync(
                        eve,
                        new(
                            [(byte)passkey], [1], DateTimeOffset.UnixEpoch, 0, [], true, false, false, [],
                            [])
                        { Name = $"Passkey {passkey}" })).Succeeded);
    }
}

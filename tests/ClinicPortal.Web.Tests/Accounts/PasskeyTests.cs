using System.Net;
using System.Text.Json;
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
    private const string Page = "/staff/account/passkeys", SecondFactor = "/staff/account/second-factor", CodePage = "/staff/sign-in/code";

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

    [Theory]
    [InlineData(StaffRole.Editor)]
    [InlineData(StaffRole.Reviewer)]
    [InlineData(StaffRole.Administrator)]
    public async Task A_password_alone_opens_no_account_that_has_a_passkey(StaffRole role)
    {
        await using var portal = new StillPortal();
        await StaffBrowser.InvitedAsync(portal, "Eve Editor", role);
        await AddPasskeysAsync(portal, 1);
        var browser = new StaffBrowser(portal);

        Assert.Equal(CodePage, (await browser.SignInAsync("Eve Editor")).Headers.Location!.OriginalString);

        var step = await browser.PageAsync(CodePage);
        Assert.Equal("Use your passkey", step.QuerySelector("h1")!.TextContent);
        Assert.NotNull(step.QuerySelector("main button[data-module=passkey][formaction*=Passkey]"));
        Assert.Null(step.QuerySelector("input[name=Code]"));
        Assert.Contains("Ask an administrator", step.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
        var guessed = StaffBrowser.FieldsOf(step, "main form button").Fields.Append(new("Code", "123456"));
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(CodePage, guessed)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/staff")).StatusCode);
        var link = await StaffBrowser.LinkAsync(portal, "Eve Editor");
        Assert.Equal(
            "/staff/sign-in",
            (await browser.SendAsync(link, new() { ["Password"] = StaffBrowser.Password })).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/staff")).StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_stands_in_for_a_passkey_that_is_lost_once()
    {
        await using var portal = new StillPortal();
        var eve = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        await AddPasskeysAsync(portal, 1);
        var made = await StaffBrowser.ReadAsync(await eve.SendAsync(SecondFactor, [], "button[formaction*=NewCodes]"));
        var code = made.QuerySelector(".codes li")!.TextContent;

        foreach (var status in new[] { HttpStatusCode.Redirect, HttpStatusCode.BadRequest })
        {
            var browser = new StaffBrowser(portal);
            await browser.SignInAsync("Eve Editor");
            var answer = await browser.SendAsync(CodePage, new() { ["Code"] = code });
            Assert.Equal(status, answer.StatusCode);
            if (status == HttpStatusCode.BadRequest)
                Assert.EndsWith(
                    "used. Enter a recovery code you have not used yet.",
                    (await StaffBrowser.ReadAsync(answer, status)).QuerySelector(".alert li")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(
                status == HttpStatusCode.Redirect ? HttpStatusCode.OK : HttpStatusCode.Redirect,
                (await browser.GetAsync("/staff")).StatusCode);
        }
        Assert.Contains("9 recovery codes left", (await eve.PageAsync(SecondFactor)).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task A_device_is_asked_only_for_the_algorithms_that_the_portal_takes()
    {
        await using var portal = new PortalFactory();
        var eve = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var (_, fields) = StaffBrowser.FieldsOf(await eve.PageAsync(Page), "section button");

        var answer = await eve.PostAsync($"{Page}?handler=Creation", fields);

        using var options = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(StaffBrowser.Cancel));
        // ES256, ES384, ES512 and RS256, as IANA numbers them.
        Assert.Equal(
            [-257, -36, -35, -7],
            options.RootElement.GetProperty("pubKeyCredParams").EnumerateArray().Select(one => one.GetProperty("alg").GetInt32()).Order());
    }

    /// <summary>Until there are so many.</summary>
    internal static async Task AddPasskeysAsync(PortalFactory portal, int number, string name = "Eve Editor")
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>();
        var eve = (await users.FindByEmailAsync(StaffBrowser.AddressOf(name)))!;
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

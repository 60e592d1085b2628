using System.Net;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Pages.Staff;
using ClinicPortal.Web.Tests.Accounts;

namespace ClinicPortal.Web.Tests.Staff;

public sealed class ConfirmationTests
{
    private static readonly Dictionary<string, string> Invitation = new()
    {
        ["Email"] = "new@clinic.example",
        ["Name"] = "Nora \"New\" <b>",
        ["Role"] = nameof(StaffRole.Reviewer),
        ["Registration"] = "GMC 7654321",
    };

    private const string Invite = "form[action*=Invite] button";

    [Fact]
    public async Task After_ten_minutes_an_invitation_asks_who_it_is_and_keeps_every_word()
    {
        await using var portal = new StillPortal();
        var admin = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        portal.Clock.Advance(TimeSpan.FromMinutes(11));

        var question =
            await StaffBrowser.ReadAsync(await admin.SendAsync("/staff/people", Invitation, Invite), HttpStatusCode.Unauthorized);
        Assert.Equal("Confirm that it is you", question.QuerySelector("h1")!.TextContent);
        Assert.Contains("You want to make an invitation link.", question.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var wrong = await StaffBrowser.ReadAsync(
            await admin.SendAsync("/staff/people", question, new() { [Confirmation.Password] = "not the password" }),
            HttpStatusCode.Unauthorized);
        Assert.Contains("not your password", wrong.QuerySelector(".alert")!.TextContent);
        Assert.Equal("", wrong.QuerySelector("input[type=password]")!.GetAttribute("value") ?? "");
        Assert.Equal(1, await PeopleOf(portal));
        var done = await StaffBrowser.ReadAsync(
            await admin.SendAsync("/staff/people", wrong, new() { [Confirmation.Password] = StaffBrowser.Password }));

        Assert.Contains(Invitation["Name"], done.QuerySelector(".done")!.TextContent);
        await using var db = await StaffBrowser.StoreOf(portal);
        var invited = db.Users.Single(person => person.Email == "new@clinic.example");
        Assert.Equal((Invitation["Name"], StaffRole.Reviewer, "GMC 7654321"), (invited.Name, invited.Role, invited.Registration));
    }

    [Fact]
    public async Task Within_ten_minutes_and_after_confirming_nothing_is_asked()
    {
        await using var portal = new StillPortal();
        var admin = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        portal.Clock.Advance(TimeSpan.FromMinutes(9));
        await StaffBrowser.ReadAsync(await admin.SendAsync("/staff/people", Invitation, Invite));
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        var question = await StaffBrowser.ReadAsync(
            await admin.SendAsync("/staff/people", To("second"), Invite), HttpStatusCode.Unauthorized);
        await StaffBrowser.ReadAsync(
            await admin.SendAsync("/staff/people", question, new() { [Confirmation.Password] = StaffBrowser.Password }));
        portal.Clock.Advance(TimeSpan.FromMinutes(9));

        await StaffBrowser.ReadAsync(await admin.SendAsync("/staff/people", To("third"), Invite));

        static Dictionary<string, string> To(string name) =>
            new(Invitation) { ["Email"] = $"{name}@clinic.example", ["Name"] = $"Nora {name}", ["Registration"] = $"GMC {name}" };
    }

    [Fact]
    public async Task Every_dangerous_handler_of_every_page_asks_and_a_wrong_password_counts()
    {
        await using var portal = new StillPortal();
        var admin = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        portal.Clock.Advance(TimeSpan.FromMinutes(11));
        var handlers = (await StaffHandler.AllOfAsync(portal)).Where(handler => handler.RequiresConfirmation).ToList();
        var token =
            (await admin.PageAsync("/staff/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var handler in handlers)
            Assert.Equal(
                (handler, HttpStatusCode.Unauthorized),
                (
                    handler,
                    (await admin.PostAsync(handler.Address, [new("__RequestVerificationToken", token), new("Person", "1")])).StatusCode));

        Assert.Equal(
            ["/staff/account End", "/staff/account Everywhere", "/staff/account Password",
             "/staff/account/passkeys Add", "/staff/account/passkeys Creation", "/staff/account/passkeys Remove",
             "/staff/account/second-factor Begin", "/staff/account/second-factor NewCodes", "/staff/account/second-factor TurnOff",
             "/staff/account/second-factor TurnOn",
             "/staff/people Invite", "/staff/people Leave", "/staff/people Link", "/staff/people Return", "/staff/people Role",
             "/staff/people TakeAway", "/staff/review/links Make", "/staff/review/links Renew"],
            handlers.Select(handler => $"{handler.Route} {handler.Name}").Order(StringComparer.Ordinal));
        for (var tries = 0; tries < 5; tries++)
            await admin.PostAsync(
                "/staff/people?handler=Invite", [new("__RequestVerificationToken", token), new(Confirmation.Password, "wrong")]);
        var locked = await admin.PostAsync(
            "/staff/people?handler=Invite", [new("__RequestVerificationToken", token), new(Confirmation.Password, StaffBrowser.Password)]);
        Assert.Contains(
            "Too many wrong tries",
            (await StaffBrowser.ReadAsync(locked, HttpStatusCode.Unauthorized)).QuerySelector(".alert")!.TextContent);
    }

    [Fact]
    public async Task The_question_says_what_is_to_be_done_and_to_whom()
    {
        await using var portal = new StillPortal();
        var admin = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        await StaffBrowser.InvitedAsync(portal, "Nora {0} Nurse", StaffRole.Editor);
        portal.Clock.Advance(TimeSpan.FromMinutes(11));

        var question = await StaffBrowser.ReadAsync(
            await admin.SendAsync("/staff/people", [], "tbody tr:nth-child(2) button[formaction*=Leave]"), HttpStatusCode.Unauthorized);

        Assert.Contains(
            "You want to remove access for Nora {0} Nurse.", question.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_an_authenticator_app_confirms_with_the_password_and_a_code()
    {
        await using var portal = new StillPortal();
        var admin = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        var (key, _) = await Authenticator.SetUpAsync(admin, portal.Now);
        portal.Clock.Advance(TimeSpan.FromMinutes(11));
        var code = Authenticator.CodeOf(key, portal.Now);

        var question =
            await StaffBrowser.ReadAsync(await admin.SendAsync("/staff/people", Invitation, Invite), HttpStatusCode.Unauthorized);
        foreach (var (password, typed, reason) in new[]
        {
            (StaffBrowser.Password, "", "That code is wrong"),
            (StaffBrowser.Password, "not a code", "That code is wrong"),
            ("not the password", code, "not your password"),
        })
        {
            question = await StaffBrowser.ReadAsync(
                await admin.SendAsync(
                    "/staff/people", question, new() { [Confirmation.Password] = password, [Confirmation.Code] = typed }),
                HttpStatusCode.Unauthorized);
            Assert.Contains(reason, question.QuerySelector(".alert")!.TextContent, StringComparison.Ordinal);
            Assert.Null(question.QuerySelector($"input[name='{Confirmation.Code}'][value]"));
            Assert.Equal(1, await PeopleOf(portal));
        }
        await StaffBrowser.ReadAsync(
            await admin.SendAsync(
                "/staff/people", question, new() { [Confirmation.Password] = StaffBrowser.Password, [Confirmation.Code] = code }));

        Assert.Equal(2, await PeopleOf(portal));
    }

    [Fact]
    public async Task Who_has_a_passkey_and_no_codes_is_asked_for_the_passkey_and_a_password_confirms_nothing()
    {
        await using var portal = new StillPortal();
        var admin = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        await PasskeyTests.AddPasskeysAsync(portal, 1, "Ada Admin");
        portal.Clock.Advance(TimeSpan.FromMinutes(11));

        var question =
            await StaffBrowser.ReadAsync(await admin.SendAsync("/staff/people", Invitation, Invite), HttpStatusCode.Unauthorized);

        Assert.Null(question.QuerySelector("input[type=password]"));
        var (_, fields) = StaffBrowser.FieldsOf(question, "button[data-module=passkey]");
        var refused = await admin.PostAsync(
            "/staff/people?handler=Invite",
            [.. fields, new(Confirmation.Password, StaffBrowser.Password), new(Confirmation.Code, "123456")]);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(1, await PeopleOf(portal));
    }

    [Theory]
    [InlineData(StaffRole.Editor)]
    [InlineData(StaffRole.Reviewer)]
    public async Task Only_administrators_reach_the_handlers_of_people_confirmed_or_not(StaffRole role)
    {
        await using var portal = new StillPortal();
        var browser = await StaffBrowser.SignedInAsync(portal, "Some Body", role);
        var token =
            (await browser.PageAsync("/staff/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var handler in (await StaffHandler.AllOfAsync(portal)).Where(handler => handler.Route == "/staff/people"))
            Assert.Equal(
                (handler, HttpStatusCode.Forbidden),
                (
                    handler,
                    (
                        await browser.PostAsync(
                            handler.Address,
                            [
                                new("__RequestVerificationToken", token), new("Person", "1"),
                                new(Confirmation.Password, StaffBrowser.Password)])).StatusCode));
    }

    [Fact]
    public async Task Confirming_gives_the_session_a_new_key_and_the_old_cookie_is_dead()
    {
        await using var portal = new StillPortal();
        var admin = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        var before = await KeysOf(portal);
        portal.Clock.Advance(TimeSpan.FromMinutes(11));

        var question =
            await StaffBrowser.ReadAsync(await admin.SendAsync("/staff/people", Invitation, Invite), HttpStatusCode.Unauthorized);
        await admin.SendAsync("/staff/people", question, new() { [Confirmation.Password] = StaffBrowser.Password });

        Assert.NotEqual(before, await KeysOf(portal));
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/staff")).StatusCode);
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions_and_not_this_one()
    {
        await using var portal = new StillPortal();
        var here = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var there = new StaffBrowser(portal);
        await there.SignInAsync("Eve Editor");

        await here.SendAsync(
            "/staff/account", new() { ["Old"] = StaffBrowser.Password, ["New"] = "seven quiet herons by a canal" },
            "form[action*=Password] button");

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/staff")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/staff")).StatusCode);
    }

    private static async Task<int> PeopleOf(PortalFactory portal)
    {
        await using var db = await StaffBrowser.StoreOf(portal);
        return db.Users.Count();
    }

    private static async Task<string> KeysOf(PortalFactory portal)
    {
        await using var db = await StaffBrowser.StoreOf(portal);
        return Assert.Single(db.Sessions.Select(session => session.KeyHash));
    }
}

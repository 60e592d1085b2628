using System.Globalization;
using System.Net;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Tests.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Accounts;

public sealed class StaffAccountsTests
{
    private const string OnlyOne = "This is the only administrator who can sign in. ";

    [Fact]
    public async Task The_last_administrator_stays_one_by_whatever_door()
    {
        await using var portal = new PortalFactory();
        var ada = await StaffBrowser.InvitedAsync(portal, "Ada Admin", StaffRole.Administrator);
        // Invited and not yet come: nobody who can publish.
        await AsAsync(portal, people => people.InviteAsync("ina@clinic.example", "Ina Invited", StaffRole.Administrator, null));

        Assert.StartsWith(
            OnlyOne,
            await AsAsync(portal, async people => (await people.InviteAsync(ada.Email!, ada.Name, StaffRole.Editor, null)).Result),
            StringComparison.Ordinal);
        foreach (var (role, left) in new[] { (StaffRole.Editor, false), (StaffRole.Administrator, true) })
            Assert.StartsWith(
                OnlyOne,
                await AsAsync(portal, async people => await people.ChangeAsync(await FindAsync(people, ada), role, left)),
                StringComparison.Ordinal);
        Assert.Null(await AsAsync(portal, async people =>
            (await people.InviteAsync(ada.Email!, ada.Name, StaffRole.Administrator, null)).Result));

        await StaffBrowser.InvitedAsync(portal, "Bea Admin", StaffRole.Administrator);
        Assert.Null(await AsAsync(portal, async people =>
            await people.ChangeAsync(await FindAsync(people, ada), StaffRole.Editor, left: false)));
    }

    [Fact]
    public async Task Two_administrators_cannot_send_each_other_away_at_once()
    {
        await using var portal = new PortalFactory();
        StaffUser[] pair =
        [
            await StaffBrowser.InvitedAsync(portal, "Ada Admin", StaffRole.Administrator),
            await StaffBrowser.InvitedAsync(portal, "Bea Admin", StaffRole.Administrator),
        ];
        for (var round = 0; round < 10; round++)
        {
            using var together = new Barrier(pair.Length);
            await Task.WhenAll(pair.Select(person => Task.Run(() => AsAsync(portal, async people =>
            {
                var found = await FindAsync(people, person);
                together.SignalAndWait();
                return await people.ChangeAsync(found, StaffRole.Editor, left: false);
            }))));

            var sentAway = Assert.Single(await AllAsync(portal), one => one.Role == StaffRole.Editor);
            Assert.Null(await AsAsync(portal, async people =>
                await people.ChangeAsync(await FindAsync(people, sentAway), StaffRole.Administrator, left: false)));
        }
    }

    [Theory]
    [InlineData("Eve Editor")]
    [InlineData("EVE  EDITOR")]
    [InlineData("Ève Editor")]
    [InlineData("Eve\u200B Editor")]
    [InlineData("Еve Editor")] // The first letter is Cyrillic.
    [InlineData("Eve Editor\u202E")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("...")]
    [InlineData("\U0001F600")]
    public async Task A_name_passes_for_nobody_elses_and_can_be_read(string name)
    {
        await using var portal = new PortalFactory();
        await StaffBrowser.InvitedAsync(portal, "Eve Editor", StaffRole.Editor);

        Assert.NotNull(await AsAsync(portal, async people =>
            (await people.InviteAsync("other@clinic.example", name, StaffRole.Editor, null)).Result));
        Assert.Single(await AllAsync(portal));
    }

    [Theory]
    [InlineData("Eva Editor")]
    [InlineData("Eve M. Editor")]
    [InlineData("Şule Öztürk-O'Kane")]
    [InlineData("Елена Петрова")]
    [InlineData("山田 花子")]
    public async Task A_name_of_ones_own_is_taken(string name)
    {
        await using var portal = new PortalFactory();
        await StaffBrowser.InvitedAsync(portal, "Eve Editor", StaffRole.Editor);

        Assert.Null(await AsAsync(portal, async people =>
            (await people.InviteAsync("other@clinic.example", name, StaffRole.Editor, null)).Result));
    }

    [Fact]
    public async Task An_administrator_needs_more_than_a_password_after_seven_days()
    {
        await using var portal = new StillPortal();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        Assert.Contains("need more than a password", (await ada.PageAsync("/staff")).QuerySelector(".reminder")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync("/staff/people")).StatusCode);

        portal.Clock.Advance(SecondFactorGrace.Life + TimeSpan.FromHours(1));
        await ada.SignInAsync("Ada Admin");

        Assert.Contains("cannot publish", (await ada.PageAsync("/staff")).QuerySelector(".reminder")!.TextContent);
        Assert.Equal(HttpStatusCode.Forbidden, (await ada.GetAsync("/staff/people")).StatusCode);

        await Authenticator.SetUpAsync(ada, portal.Now);

        Assert.Null((await ada.PageAsync("/staff")).QuerySelector(".reminder"));
        Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync("/staff/people")).StatusCode);
    }

    [Fact]
    public async Task An_administrator_who_is_invited_again_as_an_editor_is_one_at_once()
    {
        await using var portal = new PortalFactory();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        var bea = await StaffBrowser.SignedInAsync(portal, "Bea Admin", StaffRole.Administrator);

        const string Invite = "form[action*=Invite] button";
        var asked = await StaffBrowser.ReadAsync(
            await ada.SendAsync(
                "/staff/people", new() { ["Email"] = StaffBrowser.AddressOf("Bea Admin"), ["Name"] = "Bea B. Admin", ["Role"] = "Editor" },
                Invite),
            HttpStatusCode.BadRequest);
        Assert.Contains("Bea Admin already has an account", asked.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await bea.GetAsync("/staff/people")).StatusCode);

        var done = await StaffBrowser.ReadAsync(await ada.SendAsync("/staff/people", asked, [], Invite));

        Assert.Contains("Give this link to Bea B. Admin", done.QuerySelector(".done")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await bea.GetAsync("/staff/people")).StatusCode);
        Assert.All(
            StaffBrowser.FieldsOf(done, Invite).Fields.Where(field => field.Key is "Email" or "Name" or "Registration"),
            field => Assert.Equal("", field.Value));
    }

    [Fact]
    public async Task A_registration_belongs_to_one_account()
    {
        await using var portal = new PortalFactory();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        const string people = "/staff/people", invite = "form[action*=Invite] button";
        Dictionary<string, string> rae = new()
        {
            ["Email"] = "rae@clinic.example",
            ["Name"] = "Rae Reviewer",
            ["Role"] = "Reviewer",
            ["Registration"] = "GMC 1",
        };
        await ada.SendAsync(people, rae, invite);

        var refused = await StaffBrowser.ReadAsync(
            await ada.SendAsync(
                people, new(rae) { ["Email"] = "second@clinic.example", ["Name"] = "Second Name", ["Registration"] = "gmc 1 " }, invite),
            HttpStatusCode.BadRequest);

        Assert.Contains(
            "gmc 1 is the registration of Rae Reviewer (rae@clinic.example)", refused.QuerySelector("#problems")!.TextContent,
            StringComparison.Ordinal);
        await using var db = await StaffBrowser.StoreOf(portal);
        Assert.Equal(["Rae Reviewer"], db.Users.Where(person => person.Registration != null).Select(person => person.Name));
    }

    [Fact]
    public async Task Changes_of_access_stand_in_the_audit_log()
    {
        await using var portal = new PortalFactory();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        const string people = "/staff/people", invite = "form[action*=Invite] button";
        var page = await StaffBrowser.ReadAsync(await ada.SendAsync(
            people, new() { ["Email"] = "bea@clinic.example", ["Name"] = "Bea Editor", ["Role"] = "Editor" }, invite));
        var link = new Uri(page.QuerySelector("input.link")!.GetAttribute("value")!).PathAndQuery;
        await new StaffBrowser(portal).SendAsync(link, new() { ["Password"] = "a long password of Bea's own" });
        await using var db = await StaffBrowser.StoreOf(portal);
        var id = db.Users.Single(person => person.Name == "Bea Editor").Id.ToString(CultureInfo.InvariantCulture);
        foreach (var (handler, field) in new[] { ("Role", "Role"), ("TakeAway", "None"), ("Leave", "None"), ("Return", "None") })
        {
            var token = StaffForm.Value((await ada.PageAsync(people)).Body!, "__RequestVerificationToken")!;
            await ada.PostAsync(
                $"{people}?handler={handler}",
                [new("__RequestVerificationToken", token), new("Person", id), new(field, "Administrator"), new("Sure", "true")]);
        }

        await using var after = await StaffBrowser.StoreOf(portal);
        var records = after.AuditRecords.Where(record => record.Subject == "Bea Editor (bea@clinic.example)").OrderBy(record => record.Id);

        Assert.Equal(
            [
                ("Invited. Role: Editor.", "Ada Admin"), ("A password link was made.", "Ada Admin"),
                ("A new password was set.", "Bea Editor"), ("Role changed from Editor to Administrator.", "Ada Admin"),
                ("Access removed.", "Ada Admin"), ("Access given again.", "Ada Admin"),
            ],
            records.AsEnumerable().Select(record => (record.What, record.By)));
    }

    [Fact]
    public async Task Whoever_is_said_to_have_left_stays_until_that_is_confirmed()
    {
        await using var portal = new PortalFactory();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        var bea = await StaffBrowser.SignedInAsync(portal, "Bea Editor");
        var token = StaffForm.Value((await ada.PageAsync("/staff/people")).Body!, "__RequestVerificationToken")!;
        await using var db = await StaffBrowser.StoreOf(portal);
        var id = db.Users.Single(person => person.Name == "Bea Editor").Id.ToString(CultureInfo.InvariantCulture);

        var asked = await StaffBrowser.ReadAsync(await ada.PostAsync(
            "/staff/people?handler=Leave", [new("__RequestVerificationToken", token), new("Person", id)]));
        Assert.Equal(HttpStatusCode.OK, (await bea.GetAsync("/staff")).StatusCode);

        await ada.SendAsync("/staff/people", asked, [], ".alert button");

        Assert.Equal(HttpStatusCode.Redirect, (await bea.GetAsync("/staff")).StatusCode);
        var list = (await ada.PageAsync("/staff/people")).QuerySelector("table.list")!;
        Assert.Contains("access removed", list.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_and_a_grace_that_end_are_seen_by_a_session_in_use()
    {
        await using var portal = new StillPortal();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        portal.Clock.Advance(SecondFactorGrace.Life - TimeSpan.FromHours(1));
        await ada.SignInAsync("Ada Admin");
        Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync("/staff/people")).StatusCode);

        portal.Clock.Advance(TimeSpan.FromHours(2));
        await ada.GetAsync("/staff");

        Assert.Equal(HttpStatusCode.Forbidden, (await ada.GetAsync("/staff/people")).StatusCode);
    }

    [Fact]
    public async Task Who_is_no_administrator_is_not_reminded()
    {
        await using var portal = new StillPortal();
        var eve = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        portal.Clock.Advance(SecondFactorGrace.Life * 2);
        await eve.SignInAsync("Eve Editor");

        Assert.Null((await eve.PageAsync("/staff")).QuerySelector(".reminder"));
    }

    private static async Task<StaffUser> FindAsync(StaffAccounts people, StaffUser person) =>
        (await people.AllAsync(StaffBrowser.Cancel)).Single(one => one.Id == person.Id);

    private static async Task<IReadOnlyList<StaffUser>> AllAsync(PortalFactory portal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StaffAccounts>().AllAsync(StaffBrowser.Cancel);
    }

    /// <summary>As a request of its own; why it was refused.</summary>
    private static async Task<string?> AsAsync(PortalFactory portal, Func<StaffAccounts, Task<IdentityResult>> act)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return (await act(scope.ServiceProvider.GetRequiredService<StaffAccounts>())).Errors.FirstOrDefault()?.Description;
    }

    private static Task<string?> AsAsync(
        PortalFactory portal, Func<StaffAccounts, Task<(StaffUser Person, IdentityResult Result)>> act) =>
        AsAsync(portal, async people => (await act(people)).Result);
}

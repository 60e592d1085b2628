using System.Net;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Tests.Staff;

namespace ClinicPortal.Web.Tests.Accounts;

public sealed class SecondFactorTests
{
    private const string CodePage = "/staff/sign-in/code";
    private const string Page = "/staff/account/second-factor";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    public void Codes_are_those_of_RFC_6238(long seconds, string code)
    {
        const string key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        var now = DateTimeOffset.FromUnixTimeSeconds(seconds);

        Assert.Equal(code, Authenticator.CodeOf(key, now));
        Assert.Equal(seconds / 30, SecondFactors.StepOf(key, code, now));
        Assert.Equal(seconds / 30, SecondFactors.StepOf(key, code, now.AddSeconds(30)));
        Assert.Null(SecondFactors.StepOf(key, code, now.AddSeconds(90)));
    }

    [Fact]
    public async Task Who_has_a_second_factor_comes_in_by_password_and_code_and_each_code_is_good_once()
    {
        await using var portal = new StillPortal();
        var (key, recovery) = await Authenticator.SetUpAsync(await StaffBrowser.SignedInAsync(portal, "Eve Editor"), portal.Now);
        Assert.Equal(10, recovery.Distinct().Count());
        var browser = new StaffBrowser(portal);

        Assert.Equal(CodePage, (await browser.SignInAsync("Eve Editor")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/staff")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(browser, Authenticator.CodeOf(key, portal.Now))).StatusCode);
        portal.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = Authenticator.CodeOf(key, portal.Now);
        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(browser, code == "000000" ? "000001" : "000000")).StatusCode);
        Assert.Equal("/staff", (await CodeAsync(browser, $"{code[..3]} {code[3..]}")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/staff")).StatusCode);

        var other = new StaffBrowser(portal);
        await other.SignInAsync("Eve Editor");
        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(other, code)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await CodeAsync(other, recovery[3].ToLowerInvariant().Replace("-", ""))).StatusCode);
        var third = new StaffBrowser(portal);
        await third.SignInAsync("Eve Editor");
        var used = await StaffBrowser.ReadAsync(await CodeAsync(third, recovery[3]), HttpStatusCode.BadRequest);
        Assert.Contains(
            "or a recovery code you have not used yet", used.QuerySelector(".alert")!.TextContent, StringComparison.Ordinal);
        Assert.False(used.QuerySelector("#code")!.HasAttribute("inputmode"), "A recovery code has letters.");
        Assert.Contains("9 recovery codes left", (await other.PageAsync(Page)).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Wrong_codes_lock_like_wrong_passwords_and_the_page_tells_the_way_out()
    {
        await using var portal = new StillPortal();
        var (key, recovery) = await Authenticator.SetUpAsync(await StaffBrowser.SignedInAsync(portal, "Eve Editor"), portal.Now);
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        var browser = new StaffBrowser(portal);
        await browser.SignInAsync("Eve Editor");

        for (var tries = 0; tries < 5; tries++)
            await CodeAsync(browser, "not a code");
        var refused = await CodeAsync(browser, Authenticator.CodeOf(key, portal.Now));

        var page = await StaffBrowser.ReadAsync(refused, HttpStatusCode.BadRequest);
        Assert.Contains("Too many wrong tries", page.QuerySelector(".alert")!.TextContent);
        Assert.Contains("Ask an administrator", page.QuerySelector("details")!.TextContent);
        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(browser, recovery[0])).StatusCode);
    }

    [Fact]
    public async Task A_factor_counts_only_after_a_code_and_a_wrong_one_leaves_it_off()
    {
        await using var portal = new StillPortal();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var begun = await StaffBrowser.ReadAsync(await browser.SendAsync(Page, []));
        var key = begun.QuerySelector(".key")!.TextContent;
        Assert.Matches("^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$", key);
        Assert.NotNull(begun.QuerySelector("svg.qr[role=img]"));
        Assert.Contains(
            $"secret={key.Replace(" ", "")}", begun.QuerySelector("a[href^='otpauth://totp/']")!.GetAttribute("href"),
            StringComparison.Ordinal);

        var refused =
            await StaffBrowser.ReadAsync(await browser.SendAsync(Page, begun, new() { ["Code"] = "nothing" }), HttpStatusCode.BadRequest);

        Assert.Equal(key, refused.QuerySelector(".key")!.TextContent);
        Assert.Equal("/staff", (await new StaffBrowser(portal).SignInAsync("Eve Editor")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Turning_it_on_ends_sessions_that_have_shown_no_code_and_turning_it_off_asks_for_none_again()
    {
        await using var portal = new StillPortal();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var old = new StaffBrowser(portal);
        await old.SignInAsync("Eve Editor");

        await Authenticator.SetUpAsync(browser, portal.Now);

        Assert.Equal(HttpStatusCode.Redirect, (await old.GetAsync("/staff")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/staff")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(Page, [], "button[formaction*=TurnOff]")).StatusCode);
        Assert.Equal("/staff", (await new StaffBrowser(portal).SignInAsync("Eve Editor")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task New_recovery_codes_replace_the_old_ones()
    {
        await using var portal = new StillPortal();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var (_, old) = await Authenticator.SetUpAsync(browser, portal.Now);

        var page = await StaffBrowser.ReadAsync(await browser.SendAsync(Page, [], "button[formaction*=NewCodes]"));

        Assert.Equal(10, page.QuerySelectorAll(".codes li").Length);
        Assert.Null((await browser.PageAsync(Page)).QuerySelector(".codes"));
        var other = new StaffBrowser(portal);
        await other.SignInAsync("Eve Editor");
        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(other, old[0])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await CodeAsync(other, page.QuerySelector(".codes li")!.TextContent)).StatusCode);
    }

    [Fact]
    public async Task An_administrator_takes_a_lost_phones_factor_away_which_ends_every_session()
    {
        await using var portal = new StillPortal();
        var eve = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        await Authenticator.SetUpAsync(eve, portal.Now);
        var admin = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);

        var people = await admin.PageAsync("/staff/people");
        var row = people.QuerySelectorAll("tbody tr").ToList().FindIndex(person => person.TextContent.Contains("Eve Editor")) + 1;
        // Ada has none.
        Assert.Single(people.QuerySelectorAll("button[formaction*=TakeAway]"));
        var asked = await StaffBrowser.ReadAsync(
            await admin.SendAsync("/staff/people", people, [], $"tbody tr:nth-child({row}) button[formaction*=TakeAway]"));
        Assert.Contains(
            "Remove Eve Editor’s authenticator app and passkeys?", asked.QuerySelector(".alert")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await eve.GetAsync("/staff")).StatusCode);
        var answer = await admin.SendAsync("/staff/people", asked, [], ".alert button");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Empty((await admin.PageAsync("/staff/people")).QuerySelectorAll("button[formaction*=TakeAway]"));
        Assert.Equal(HttpStatusCode.Redirect, (await eve.GetAsync("/staff")).StatusCode);
        Assert.Equal("/staff", (await new StaffBrowser(portal).SignInAsync("Eve Editor")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_password_link_does_not_pass_the_second_factor_by()
    {
        await using var portal = new StillPortal();
        await Authenticator.SetUpAsync(await StaffBrowser.SignedInAsync(portal, "Eve Editor"), portal.Now);
        var link = await StaffBrowser.LinkAsync(portal, "Eve Editor");
        var browser = new StaffBrowser(portal);

        Assert.Equal(
            "/staff/sign-in",
            (await browser.SendAsync(link, new() { ["Password"] = "seven quiet herons by a canal" })).Headers.Location!.OriginalString);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/staff")).StatusCode);
        Assert.Equal(CodePage, (await browser.SignInAsync("Eve Editor", "seven quiet herons by a canal")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Words_of_an_ended_session_survive_the_second_step_and_a_wrong_code()
    {
        await using var portal = new StillPortal();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var (key, _) = await Authenticator.SetUpAsync(browser, portal.Now);
        portal.Clock.Advance(TimeSpan.FromSeconds(30));
        var form = await browser.PageAsync("/staff/treatments/prp");
        await browser.SendAsync("/staff/account", [], "form[action*=Everywhere] button");

        var save = StaffBrowser.FieldsOf(form, "main form[data-row] button, main form[method=post] button").Fields;
        var typed = save.Select(field => field.Key == "Form.Summary" ? new(field.Key, "Words that must not be lost.") : field);
        var signIn = await StaffBrowser.ReadAsync(
            await browser.PostAsync("/staff/treatments/prp", typed, ourOwn: true), HttpStatusCode.Unauthorized);
        var (_, fields) = StaffBrowser.FieldsOf(signIn, "main form[method=post] button");
        List<KeyValuePair<string, string>> filled = [
            .. fields.Where(field => field.Key is not ("Email" or "Password")), new("Email", StaffBrowser.AddressOf("Eve Editor")),
            new("Password", StaffBrowser.Password)];
        var moved = await browser.PostAsync("/staff/sign-in", filled);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, moved.StatusCode);
        var step = await StaffBrowser.ReadAsync(await browser.PostAsync(moved.Headers.Location!.OriginalString, filled));
        var again =
            await StaffBrowser.ReadAsync(await browser.SendAsync(CodePage, step, new() { ["Code"] = "wrong" }), HttpStatusCode.BadRequest);
        var arrived = await browser.SendAsync(CodePage, again, new() { ["Code"] = Authenticator.CodeOf(key, portal.Now) });

        Assert.Equal("/staff/treatments/prp", arrived.Headers.Location!.OriginalString);
        Assert.Contains(
            "Words that must not be lost.", (await browser.PageAsync("/staff/treatments/prp")).QuerySelector("main form")!.InnerHtml);
    }

    [Fact]
    public async Task Who_has_left_between_password_and_code_does_not_come_in()
    {
        await using var portal = new StillPortal();
        var (_, recovery) = await Authenticator.SetUpAsync(await StaffBrowser.SignedInAsync(portal, "Eve Editor"), portal.Now);
        var browser = new StaffBrowser(portal);
        await browser.SignInAsync("Eve Editor");
        await using (var db = await StaffBrowser.StoreOf(portal))
        {
            db.Users.Single().Left = true;
            await db.SaveChangesAsync(StaffBrowser.Cancel);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(browser, recovery[0])).StatusCode);
    }

    private static Task<HttpResponseMessage> CodeAsync(StaffBrowser browser, string code) =>
        browser.SendAsync(CodePage, new() { ["Code"] = code });
}

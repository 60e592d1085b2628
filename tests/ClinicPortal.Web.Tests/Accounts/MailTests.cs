using System.Net;
using System.Text.RegularExpressions;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Tests.Staff;

namespace ClinicPortal.Web.Tests.Accounts;

public sealed class MailTests
{
    private const string AskForLink = "button[formaction*=Link]";

    [Fact]
    public async Task Without_a_mail_server_there_is_no_word_of_mail()
    {
        await using var portal = new StillPortal();
        var admin = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);

        Assert.Null((await new StaffBrowser(portal).PageAsync("/staff/sign-in")).QuerySelector(AskForLink));
        Assert.DoesNotContain("sent to", (await InviteAsync(admin)).QuerySelector(".done")!.TextContent);
    }

    [Fact]
    public async Task A_forgotten_password_is_set_anew_by_a_mailed_link_that_works_once()
    {
        await using var post = new SmtpListener();
        await using var portal = With(post.Port);
        await StaffBrowser.InvitedAsync(portal, "Eve Editor", StaffRole.Editor);
        var browser = new StaffBrowser(portal);

        var answer = await AskAsync(browser, "Eve Editor");
        var mail = await post.NextAsync();
        var link = new Uri(Regex.Match(mail.Replace("=\n", "").Replace("=3D", "="), @"https?://\S+").Value).PathAndQuery;

        Assert.Contains("To: Eve Editor <eve.editor@clinic.example>", mail);
        Assert.Contains("a link is on its way", answer);
        Assert.Equal(
            "/staff",
            (await browser.SendAsync(link, new() { ["Password"] = "seven quiet herons by a canal" })).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Gone, (await new StaffBrowser(portal).GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_stranger_who_asks_learns_nothing_and_bothers_nobody_beyond_one_mail_an_hour()
    {
        await using var post = new SmtpListener();
        await using var portal = With(post.Port);
        await StaffBrowser.InvitedAsync(portal, "Eve Editor", StaffRole.Editor);
        var link = await StaffBrowser.LinkAsync(portal, "Eve Editor");
        var eve = new StaffBrowser(portal);
        await eve.SignInAsync("Eve Editor");
        await StaffBrowser.InvitedAsync(portal, "Lea Left", StaffRole.Editor);
        await using (var db = await StaffBrowser.StoreOf(portal))
        {
            db.Users.Single(person => person.Name == "Lea Left").Left = true;
            await db.SaveChangesAsync(StaffBrowser.Cancel);
        }
        var stranger = new StaffBrowser(portal);

        var answers = new[]
        {
            await AskAsync(stranger, "No Body"),
            await AskAsync(stranger, "Lea Left"),
            await AskAsync(stranger, "Eve Editor"),
            await AskAsync(stranger, "Eve Editor"),
        };
        await post.NextAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(61));
        await AskAsync(stranger, "Eve Editor");

        Assert.Contains("To: Eve Editor", await post.NextAsync());
        Assert.Equal(0, post.Unread);
        Assert.Single(answers.Distinct());
        Assert.Equal(HttpStatusCode.OK, (await eve.GetAsync("/staff")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task An_invitation_is_mailed_and_shown()
    {
        await using var post = new SmtpListener();
        await using var portal = With(post.Port);
        var admin = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);

        var page = await InviteAsync(admin);

        Assert.Contains("It was also sent to new@clinic.example", page.QuerySelector(".done")!.TextContent);
        Assert.Contains("/staff/invitation?person=", page.QuerySelector("input.link")!.GetAttribute("value"));
        Assert.Contains("To: Nora New <new@clinic.example>", await post.NextAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mail_that_fails_is_told_to_the_administrator_and_the_link_is_still_shown(bool isThere)
    {
        var post = new SmtpListener(takes: false);
        await using var portal = With(post.Port);
        if (!isThere)
            await post.DisposeAsync();
        var admin = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);

        var page = await InviteAsync(admin);

        Assert.Contains("was not sent", page.QuerySelector(".done")!.TextContent);
        Assert.Contains("/staff/invitation?person=", page.QuerySelector("input.link")!.GetAttribute("value"));
        Assert.Contains(
            "1 email was not sent in the last 7 days.",
            (await admin.PageAsync("/staff")).QuerySelector("section[aria-labelledby=attention]")!.Words());
        Assert.Contains(
            "Nora New (new@clinic.example)", (await admin.PageAsync("/staff/audit?kind=Mail")).QuerySelector("table")!.TextContent);
        await post.DisposeAsync();
    }

    private static StillPortal With(int port)
    {
        var portal = new StillPortal();
        foreach (var (name, value) in new[]
        {
            ("Host", "127.0.0.1"),
            ("Port", $"{port}"),
            ("From", "portal@clinic.example"),
            ("Tls", "None"),
        })
            portal.Settings[$"Portal:Smtp:{name}"] = value;
        return portal;
    }

    private static async Task<string> AskAsync(StaffBrowser browser, string name)
    {
        var answer = await browser.SendAsync("/staff/sign-in", new() { ["Email"] = StaffBrowser.AddressOf(name) }, AskForLink);
        return (await StaffBrowser.ReadAsync(answer)).QuerySelector(".done")!.TextContent;
    }

    private static async Task<AngleSharp.Dom.IDocument> InviteAsync(StaffBrowser admin) => await StaffBrowser.ReadAsync(
        await admin.SendAsync(
            "/staff/people", new() { ["Email"] = "new@clinic.example", ["Name"] = "Nora New" }, "form[action*=Invite] button"));
}

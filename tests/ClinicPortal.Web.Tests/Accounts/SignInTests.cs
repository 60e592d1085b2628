using System.Net;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Tests.Staff;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ClinicPortal.Web.Tests.Accounts;

public sealed class SignInTests
{
    private const string Clinic = "192.0.2.1";
    private const string Elsewhere = "198.51.100.7";
    private const string Wrong = "address or password is wrong";
    private const string TooMany = "Too many wrong tries";

    [Fact]
    public async Task Wrong_tries_shut_out_who_makes_them_and_nobody_else()
    {
        await using var portal = new KnownPortal();
        await StaffBrowser.InvitedAsync(portal, "Eve Editor", StaffRole.Editor);
        await StaffBrowser.InvitedAsync(portal, "Nora Nurse", StaffRole.Editor);
        var thief = portal.BrowserAt(Elsewhere);

        for (var tries = 1; tries < SignInTries.Most; tries++)
            Assert.Contains(Wrong, await AlertOf(thief.SignInAsync("Eve Editor", "guessed")));
        Assert.Contains(TooMany, await AlertOf(thief.SignInAsync("Eve Editor", "guessed")));

        Assert.Contains(TooMany, await AlertOf(thief.SignInAsync("Eve Editor")));
        Assert.Equal("/staff", await LandingOf(thief.SignInAsync("Nora Nurse")));
        Assert.Equal("/staff", await LandingOf(portal.BrowserAt(Clinic).SignInAsync("Eve Editor")));
        portal.Clock.Advance(SignInTries.Pause);
        Assert.Equal("/staff", await LandingOf(portal.BrowserAt(Elsewhere).SignInAsync("Eve Editor")));
    }

    [Fact]
    public async Task A_right_password_begins_the_count_anew()
    {
        await using var portal = new KnownPortal();
        await StaffBrowser.InvitedAsync(portal, "Eve Editor", StaffRole.Editor);

        for (var round = 0; round < 2; round++)
        {
            for (var tries = 1; tries < SignInTries.Most; tries++)
                Assert.Contains(Wrong, await AlertOf(portal.BrowserAt(Clinic).SignInAsync("Eve Editor", "mistyped")));
            Assert.Equal("/staff", await LandingOf(portal.BrowserAt(Clinic).SignInAsync("Eve Editor")));
        }
    }

    /// <summary>The same words after each of six tries, and one password looked at for each of the first five.</summary>
    [Fact]
    public async Task Known_unknown_invited_and_gone_people_are_not_told_apart()
    {
        await using var portal = new KnownPortal();
        await StaffBrowser.InvitedAsync(portal, "Kay Known", StaffRole.Editor);
        var gone = await StaffBrowser.InvitedAsync(portal, "Gil Gone", StaffRole.Editor);
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            var people = scope.ServiceProvider.GetRequiredService<StaffAccounts>();
            Assert.True((await people.InviteAsync(StaffBrowser.AddressOf("Ina Invited"), "Ina Invited", StaffRole.Editor, null))
                .Result.Succeeded);
            gone = (await people.AllAsync(StaffBrowser.Cancel)).Single(one => one.Id == gone.Id);
            Assert.True((await people.ChangeAsync(gone, StaffRole.Editor, left: true)).Succeeded);
        }

        var answers = new List<(string Words, int Looked)>();
        foreach (var name in new[] { "Kay Known", "Una Unknown", "Ina Invited", "Gil Gone" })
        {
            var browser = portal.BrowserAt(Elsewhere);
            portal.Looked = 0;
            var words = new List<string>();
            for (var tries = 0; tries <= SignInTries.Most; tries++)
                words.Add(await AlertOf(browser.SignInAsync(name, name == "Gil Gone" ? StaffBrowser.Password : "guessed")));
            answers.Add((string.Join('|', words), portal.Looked));
        }

        Assert.Equal(SignInTries.Most, Assert.Single(answers.Distinct()).Looked);
    }

    [Fact]
    public void Counts_are_bounded_and_an_attack_leaves_room()
    {
        var clock = new FakeTimeProvider();
        var tries = new SignInTries(clock);
        for (var attack = 0; attack < 30_000; attack++)
        {
            tries.Begin($"account {attack}", Elsewhere);
            clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        for (var count = 0; count < SignInTries.Most; count++)
            Assert.Equal(SignInTries.Most - count - 1, tries.Begin("EVE", Elsewhere));

        Assert.Null(tries.Begin("EVE", Elsewhere));
        Assert.NotNull(tries.Begin("EVE", Clinic));
        clock.Advance(SignInTries.Pause);
        Assert.NotNull(tries.Begin("EVE", Elsewhere));
    }

    [Fact]
    public async Task The_present_password_is_not_guessed_on_the_page_that_changes_it()
    {
        await using var portal = new StillPortal();
        var eve = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var page = await eve.PageAsync("/staff/account");
        Task<HttpResponseMessage> ChangeAsync(string old) => eve.SendAsync(
            "/staff/account", page, new() { ["Old"] = old, ["New"] = "copper ladder yawning teacups" }, "form[action*=Password] button");

        for (var tries = 0; tries < SignInTries.Most; tries++)
            await AlertOf(ChangeAsync("guessed"));

        Assert.Contains(TooMany, await AlertOf(ChangeAsync(StaffBrowser.Password)));
        portal.Clock.Advance(SignInTries.Pause);
        Assert.Equal(HttpStatusCode.Redirect, (await ChangeAsync(StaffBrowser.Password)).StatusCode);
    }

    [Fact]
    public async Task The_way_to_signing_in_leads_to_no_host_that_a_request_names()
    {
        await using var portal = new PortalFactory();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/staff/sources") { Headers = { Host = "evil.example" } };

        Assert.Equal("/staff/sign-in?return=%2Fstaff%2Fsources", await LandingOf(portal.Reader.SendAsync(request, StaffBrowser.Cancel)));
    }

    [Fact]
    public async Task A_session_ends_after_twelve_idle_hours()
    {
        await using var portal = new StillPortal();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");

        for (var round = 0; round < 3; round++)
        {
            portal.Clock.Advance(StaffSessions.IdleLife - StaffSessions.Exactness - TimeSpan.FromMinutes(1));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/staff")).StatusCode);
        }
        portal.Clock.Advance(StaffSessions.IdleLife + TimeSpan.FromMinutes(1));

        Assert.StartsWith("/staff/sign-in", await LandingOf(browser.GetAsync("/staff")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_in_use_ends_after_seven_days()
    {
        await using var portal = new StillPortal();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var begun = portal.Now;

        for (; portal.Now - begun < StaffSessions.WholeLife; portal.Clock.Advance(TimeSpan.FromHours(11)))
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/staff")).StatusCode);

        Assert.StartsWith("/staff/sign-in", await LandingOf(browser.GetAsync("/staff")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_sees_where_they_are_signed_in_and_ends_one_session()
    {
        await using var portal = new StillPortal();
        var here = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var there = new StaffBrowser(portal);
        await there.SignInAsync("Eve Editor");
        var other = await StaffBrowser.SignedInAsync(portal, "Olga Other");

        var page = await here.PageAsync("/staff/account");
        Assert.Equal(2, page.QuerySelectorAll("#sessions ~ table tbody tr").Length);
        Assert.Equal("this browser", Assert.Single(page.QuerySelectorAll("#sessions ~ table .state")).TextContent);
        var ended = await here.SendAsync("/staff/account", page, [], "#sessions ~ table button");

        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.StartsWith("/staff/sign-in", await LandingOf(there.GetAsync("/staff")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/staff")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/staff")).StatusCode);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        await using var portal = new StillPortal();
        var eve = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var second = new StaffBrowser(portal);
        await second.SignInAsync("Eve Editor");
        var mine = (await eve.PageAsync("/staff/account")).QuerySelector("#sessions ~ table [name=Session]")!.GetAttribute("value")!;
        var thief = await StaffBrowser.SignedInAsync(portal, "Theo Thief");
        await new StaffBrowser(portal).SignInAsync("Theo Thief");

        await thief.SendAsync(
            "/staff/account", await thief.PageAsync("/staff/account"), new() { ["Session"] = mine }, "#sessions ~ table button");

        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync("/staff")).StatusCode);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 "
        + "Edg/140.0.0.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 "
        + "Mobile/15E148 Safari/604.1", "Safari on an iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
        "Chrome on Android")]
    [InlineData("curl/8.5.0", "A browser")]
    [InlineData("", "A browser")]
    public void A_browser_is_called_as_its_owner_calls_it(string userAgent, string name) => Assert.Equal(name, BrowserName.Of(userAgent));

    [Fact]
    public async Task A_copy_of_the_database_stands_in_for_nobodys_phone()
    {
        await using var portal = new StillPortal();
        var (key, recovery) = await Authenticator.SetUpAsync(await StaffBrowser.SignedInAsync(portal, "Eve Editor"), portal.Now);

        await using var scope = portal.Services.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<ClinicDbContext>().UserTokens
            .Select(token => token.Value!).ToListAsync(StaffBrowser.Cancel);

        Assert.Equal(3, stored.Count); // The key, the codes and the last step.
        Assert.All([key, .. recovery], secret =>
            Assert.DoesNotContain(stored, value => value.Contains(secret.Replace(" ", ""), StringComparison.OrdinalIgnoreCase)));
    }

    private static async Task<string> AlertOf(Task<HttpResponseMessage> answer) =>
        (await StaffBrowser.ReadAsync(await answer, HttpStatusCode.BadRequest)).QuerySelector(".alert")!.TextContent.Trim();

    private static async Task<string> LandingOf(Task<HttpResponseMessage> answer) => (await answer).Headers.Location!.OriginalString;

    /// <summary>Knows its clients by their addresses, and counts how often it looks at a password.</summary>
    private sealed class KnownPortal : PortalFactory
    {
        public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

        public int Looked { get; set; }

        public StaffBrowser BrowserAt(string address)
        {
            var cookies = new CookieContainer();
            var client = CreateDefaultClient(new CookieContainerHandler(cookies));
            client.DefaultRequestHeaders.Add(ClientAddresses.Header, address);
            return new(client, cookies);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
                services.AddSingleton<IStartupFilter>(new ClientAddresses());
                services.AddSingleton(this);
                services.AddScoped<IPasswordHasher<StaffUser>, Looking>();
            });
        }

        private sealed class Looking(KnownPortal portal, IOptions<PasswordHasherOptions> options) : NormalizingPasswordHasher(options)
        {
            public override PasswordVerificationResult VerifyHashedPassword(
                StaffUser user, string hashedPassword, string providedPassword)
            {
                portal.Looked++;
                return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
            }
        }
    }
}

using System.Net;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Tests.Staff;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace ClinicPortal.Web.Tests.Hosting;

public sealed class PortalCookiesTests
{
    // A form has its token, one that was saved its message, and whoever signs in a session.
    private static readonly string[] Names = ["staff", "staff-form", "staff-message"];

    [Theory]
    [InlineData("https://clinic.example", "", "__Host-", "; path=/", true)]
    [InlineData("https://clinic.example", "/portal", "__Secure-", "; path=/portal/staff", true)]
    [InlineData("http://clinic.example", "", "", "; path=/staff", false)]
    [InlineData("http://clinic.example", "/portal", "", "; path=/portal/staff", false)]
    public async Task Each_has_the_name_the_path_and_the_rights_that_the_origin_asks_for(
        string origin, string below, string prefix, string path, bool secure)
    {
        await using var portal = new PortalFactory();
        (portal.Settings["Portal:PublicOrigin"], portal.Settings["Portal:PathBase"]) = (origin, below);
        await StaffBrowser.InvitedAsync(portal, "Eva Editor", StaffRole.Editor);
        var (cookies, sent) = (new CookieContainer(), new Sent());
        var browser = new StaffBrowser(portal.CreateDefaultClient(new Uri(origin), new CookieContainerHandler(cookies), sent), cookies);

        // Nobody can sign in whose token, or whose session, does not come back.
        await browser.SendAsync(
            $"{below}/staff/sign-in",
            new() { ["Email"] = StaffBrowser.AddressOf("Eva Editor"), ["Password"] = StaffBrowser.Password });
        await browser.SendAsync($"{below}/staff/treatments/prp/answers/onset", new() { ["Form.Text"] = "In a month." });
        await browser.PageAsync($"{below}/staff");

        Assert.Equal(
            Names.Select(name => prefix + name),
            sent.Cookies.Select(cookie => cookie.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(sent.Cookies, cookie =>
        {
            Assert.Contains(cookie.Split(';'), part => part == path[1..]);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(secure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        });
    }

    [Fact]
    public async Task One_of_the_whole_host_counts_for_nothing_on_patients_pages()
    {
        await using var portal = new StillPortal();
        portal.Settings["Portal:PublicOrigin"] = "https://clinic.example";
        await StaffBrowser.InvitedAsync(portal, "Eva Editor", StaffRole.Editor);
        var cookies = new CookieContainer();
        var client = portal.CreateDefaultClient(new Uri("https://clinic.example"), new CookieContainerHandler(cookies));
        await new StaffBrowser(client, cookies).SignInAsync("Eva Editor");
        portal.Clock.Advance(2 * StaffSessions.Exactness);

        using var patients = await client.GetAsync("/treatments", StaffBrowser.Cancel);
        using var staff = await client.GetAsync("/staff", StaffBrowser.Cancel);

        Assert.Contains("__Host-staff=", cookies.GetCookieHeader(new("https://clinic.example/treatments")), StringComparison.Ordinal);
        // Whoever is looked up has the session renewed by now.
        Assert.False(patients.Headers.Contains("Set-Cookie"));
        Assert.Contains(staff.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-staff=", StringComparison.Ordinal));
    }

    /// <summary>Keeps the cookies that the portal sends.</summary>
    private sealed class Sent : DelegatingHandler
    {
        public List<string> Cookies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
                Cookies.AddRange(cookies);
            return answer;
        }
    }
}

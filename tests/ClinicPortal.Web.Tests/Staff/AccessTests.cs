using System.Net;
using System.Text.RegularExpressions;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>
/// Every endpoint there is, for everybody there is: the list comes from the portal, so that a page nobody thought of is tested too.
/// </summary>
public sealed class AccessTests
{
    private static readonly string[] OpenToAll =
    [
        "/treatments", "/concerns", "/compare", "/glossary", "/sources", "/search", "/plan", "/about", "/contact", "/accessibility",
        "/privacy",
        "/was-this-clear", "/error",
        "/health", "/sitemap.xml", "/robots.txt", "/css", "/js", "/img", "/{**path:file}", "/{*path}", "/staff/sign-in",
        "/staff/invitation", "/staff/specialist", "/staff/preview/link",
    ];

    private static readonly string[] OnlyAdministrators = ["/staff/people", "/staff/audit", "/staff/system", "/staff/review/links"];

    [Fact]
    public async Task Every_endpoint_opens_to_those_that_the_access_map_names()
    {
        await using var portal = new PortalFactory();
        var routes = RoutesOf(portal);
        var people = new Dictionary<StaffRole, StaffBrowser>();
        foreach (var role in Enum.GetValues<StaffRole>())
            people[role] = await StaffBrowser.SignedInAsync(portal, $"Some {role}", role);
        var wrong = new List<string>();

        foreach (var route in routes)
        {
            var address = Example(route);
            var stranger = await portal.Get(address);
            if (IsOpen(route) == LeadsToSignIn(stranger))
                wrong.Add($"{route} answers a stranger {(int)stranger.StatusCode}");
            foreach (var (role, browser) in people)
            {
                var answer = await browser.GetAsync(address);
                var refused = answer.StatusCode == HttpStatusCode.Forbidden || LeadsToSignIn(answer);
                if (refused != (IsUnder(OnlyAdministrators, route) && role != StaffRole.Administrator))
                    wrong.Add($"{route} answers a person in the role {role} {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(wrong);
        Assert.Contains("/staff/people", routes);
        Assert.Contains("/staff/treatments/{treatment}/answers/{criterion}", routes);
    }

    [Fact]
    public async Task No_form_is_carried_out_without_its_token()
    {
        await using var portal = new PortalFactory();
        var administrator = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        var before = await CountsOf(portal);
        var carriedOut = new List<string>();

        var handlers = await StaffHandler.AllOfAsync(portal);
        foreach (var handler in handlers)
            if ((
                await administrator.PostAsync(
                    handler.Address,
                    [
                        new("Form.Name", "Words"),
                        new("Person", "1")])).StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.Gone) and var status)
                carriedOut.Add($"{handler} {(int)status}");

        Assert.Empty(carriedOut);
        Assert.True(handlers.Count > 30);
        Assert.Equal(before, await CountsOf(portal));
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync("/staff")).StatusCode);
    }

    [Fact]
    public async Task No_staff_page_is_kept_by_anyone()
    {
        await using var portal = new PortalFactory();
        var administrator = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);

        foreach (var route in RoutesOf(portal).Where(route => IsUnder(["/staff"], route)))
        {
            var answer = await administrator.GetAsync(Example(route));
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            Assert.Equal("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
        }
    }

    private static async Task<(int, int)> CountsOf(PortalFactory portal)
    {
        await using var db = await StaffBrowser.StoreOf(portal);
        return (db.Changes.Count(), db.Users.Count(user => !user.Left));
    }

    private static List<string> RoutesOf(PortalFactory portal)
    {
        _ = portal.Reader;
        return [.. portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct()];
    }

    internal static string Example(string route) => Regex.Replace(
        route.Replace("review/{list}/{handle?}", "review/treatments/prp")
            .Replace("{treatment}", "prp")
            .Replace("{criterion}", "onset")
            .Replace("{**place}", "treatments/prp/answers/onset")
            .Replace("{key}", "new")
            .Replace("{slug}", "prp")
            .Replace("{number:int:min(1)}", "1")
            .Replace("{pair}", "mesotherapy-vs-prp")
            .Replace("{list}", "concerns")
            .Replace("{entry}", SampleClinic.Content.Concerns[0].Slug)
            .Replace("concerns/{handle}", "glossary/new")
            .Replace("{concern}", SampleClinic.Content.Concerns[0].Slug),
        @"\{\**(\w+)[^}]*\}", "$1");

    internal static bool IsOpen(string route) => route is "/" or "/staff/preview" || IsUnder(OpenToAll, route);

    private static bool IsUnder(string[] places, string route) =>
        places.Any(place => route == place || route.StartsWith(place + "/", StringComparison.Ordinal));

    private static bool LeadsToSignIn(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Redirect
            && answer.Headers.Location!.OriginalString.Contains("/staff/sign-in", StringComparison.Ordinal);
}

using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using ClinicPortal.Web.Tests.Staff;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Hosting;

/// <summary>The portal below <c>Portal:PathBase</c>, as a browser without script comes to it.</summary>
public sealed partial class SubPathTests
{
    private const string Origin = "https://clinic.example", Below = "/our/portal";
    private const string Pair = "/compare/mesotherapy-vs-prp", Onset = "/staff/treatments/prp/answers/onset";

    // Of addresses that differ only in what they are about, some stand for all.
    private const int MostOfAShape = 3;

    [Fact]
    public async Task No_address_of_any_page_leads_out_of_it_and_each_arrives()
    {
        await using var portal = new PortalBelow();
        var (ada, client) = await portal.SignedInAsync("Ada Admin", StaffRole.Administrator);
        await ada.SendAsync(Onset, new() { ["Form.Text"] = "Between a week and a month." });
        var (wrong, shapes, seen) = (new SortedSet<string>(), new Dictionary<string, int>(), new HashSet<string>());
        var queue = new Queue<(string Address, string? From)>(
            RoutesOf(portal).Select(route => (Below + AccessTests.Example(route), (string?)null)));

        while (queue.TryDequeue(out var next))
        {
            var (address, from) = next;
            if (!seen.Add(address) || !IsNew(address, shapes))
                continue;
            using var answer = await client.GetAsync(address, StaffBrowser.Cancel);
            if (answer.Headers.Location is { } location)
                Follow(location.OriginalString, address);
            else if (from is not null && (int)answer.StatusCode >= 400)
                wrong.Add($"{from} leads to {address}, which answers {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var html = await answer.Content.ReadAsStringAsync(StaffBrowser.Cancel);
            if (Regex.Match(html, $"{Regex.Escape(Origin)}(?!{Below}/)[^\"<]*") is { Success: true } absolute)
                wrong.Add($"{address} names {absolute.Value}");
            // What a field holds is sent back to the portal, which writes its addresses from the root.
            foreach (var (element, attribute) in new HtmlParser().ParseDocument(html).All
                .SelectMany(element => element.Attributes.Select(attribute => (element, attribute)))
                .Where(one => one.attribute.Name != "value" && one.attribute.Value is ['/', ..]))
                if (attribute.Name is "href" or "src")
                    Follow(attribute.Value, address);
                else if (!IsBelow(attribute.Value))
                    wrong.Add($"{address} has <{element.LocalName} {attribute.Name}=\"{attribute.Value}\">");
        }

        Assert.Empty(wrong);
        Assert.Contains($"{Below}/treatments/prp", seen);
        Assert.Contains(seen, address => address.StartsWith($"{Below}/staff/preview/saved/", StringComparison.Ordinal));
        Assert.Contains(seen, address => address.StartsWith($"{Below}/css/site.", StringComparison.Ordinal));

        void Follow(string to, string from)
        {
            if (!IsBelow(to))
                wrong.Add($"{from} leads to {to}");
            else
                queue.Enqueue((to.Split('#')[0], from));
        }
    }

    [Theory]
    [InlineData(Below)]
    [InlineData("")]
    public async Task A_proxy_may_take_it_off_the_address_or_leave_it_there(string left)
    {
        await using var portal = new PortalBelow();

        Assert.Equal($"{Below}/", (await portal.GetPage($"{left}/treatments")).QuerySelector(".masthead__name")!.GetAttribute("href"));
        Assert.Equal($"{Below}/treatments", (await portal.Get($"{left}/Treatments/")).Headers.Location!.OriginalString);
        Assert.Equal(
            $"{Below}/", (await portal.GetPage($"{left}/nowhere", HttpStatusCode.NotFound)).QuerySelector("main a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Its_bare_address_leads_to_the_home_page()
    {
        await using var portal = new PortalBelow();

        Assert.Equal($"{Below}/", (await portal.Get(Below)).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Get($"{Below}er/treatments")).StatusCode);
    }

    [Fact]
    public async Task What_machines_read_names_it_too()
    {
        await using var portal = new PortalBelow();

        var robots = await portal.TextAsync("/robots.txt");
        var sitemap = await portal.TextAsync("/sitemap.xml");

        Assert.Contains($"Disallow: {Below}/search\n", robots, StringComparison.Ordinal);
        Assert.Contains($"Sitemap: {Origin}{Below}/sitemap.xml\n", robots, StringComparison.Ordinal);
        Assert.Contains($"<loc>{Origin}{Below}/treatments/prp</loc>", sitemap, StringComparison.Ordinal);
        Assert.DoesNotContain($"<loc>{Origin}/treatments", sitemap, StringComparison.Ordinal);
        var sheet = await portal.GetPage($"{Below}{Pair}/sheet");
        Assert.Contains($"{Origin}{Below}{Pair}", sheet.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cached_page_is_sent_as_it_is_kept()
    {
        await using var portal = new PortalBelow();

        var first = await portal.Get(Below + Pair);
        var second = await portal.Get(Below + Pair);

        Assert.Equal(Assert.IsType<EntityTagHeaderValue>(first.Headers.ETag), second.Headers.ETag);
        Assert.Equal(
            await first.Content.ReadAsByteArrayAsync(StaffBrowser.Cancel), await second.Content.ReadAsByteArrayAsync(StaffBrowser.Cancel));
        Assert.Equal(second.Content.Headers.ContentLength, (await second.Content.ReadAsByteArrayAsync(StaffBrowser.Cancel)).Length);
    }

    [Fact]
    public async Task People_sign_in_and_save_below_it()
    {
        await using var portal = new PortalBelow();
        var (eva, client) = await portal.SignedInAsync("Eva Editor", StaffRole.Editor);

        var saved = await eva.SendAsync(Onset, new() { ["Form.Text"] = "Between a week and a month." });

        Assert.Equal($"{Below}/staff/treatments/prp#onset", saved.Headers.Location!.OriginalString);
        var after = await eva.PageAsync($"{Below}/staff/treatments/prp");
        Assert.Contains("Saved", after.QuerySelector(".done")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"{Below}/staff", StaffBrowser.Cancel)).StatusCode);
        Assert.Equal($"{Below}/staff/sign-in?return=%2Fstaff", (await portal.Get($"{Below}/staff")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Words_that_look_like_an_address_are_left_as_they_are_written()
    {
        const string Words = "Write href=\"/treatments\" there.";
        await using var portal = new PortalBelow();
        var (eva, _) = await portal.SignedInAsync("Eva Editor", StaffRole.Editor);

        await eva.SendAsync(Onset, new() { ["Form.Text"] = Words });

        var shown = await eva.PageAsync($"{Below}/staff/preview/saved/treatments/prp");
        Assert.Contains(Words, shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Words, (await eva.PageAsync(Onset)).QuerySelector("#text")!.TextContent.Trim());
    }

    [Fact]
    public async Task Whoever_says_that_an_answer_was_clear_comes_back_to_the_page()
    {
        await using var portal = new PortalBelow();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Below}/was-this-clear")
        {
            Content = new FormUrlEncodedContent([new("yes", "onset")]),
        };
        request.Headers.Add("Origin", Origin);
        request.Headers.Referrer = new($"{Origin}{Below}{Pair}?rows=onset");

        var answer = await portal.Reader.SendAsync(request, StaffBrowser.Cancel);

        Assert.Equal($"{Below}{Pair}?rows=onset#thanks-onset", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public void No_script_and_no_style_writes_an_address()
    {
        var root = Path.Combine(SampleClinic.RepositoryRoot(), "wwwroot");
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".js" or ".css").ToList();

        Assert.DoesNotContain(files, file => AddressInCode().IsMatch(File.ReadAllText(file)));
        Assert.True(files.Count > 20);
    }

    private static IEnumerable<string> RoutesOf(PortalFactory portal)
    {
        _ = portal.Reader;
        return portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct();
    }

    private static bool IsBelow(string address) => address == Below || address.StartsWith(Below + "/", StringComparison.Ordinal);

    private static bool IsNew(string address, Dictionary<string, int> shapes)
    {
        var (path, query) = (address.Split('?')[0], address.Contains('?', StringComparison.Ordinal) ? address.Split('?')[1] : "");
        var parts = path[Below.Length..].Split('/');
        var names = string.Join('&', query.Split('&').Select(one => one.Split('=')[0]));
        var shape = $"{string.Join('/', parts.Take(parts.ElementAtOrDefault(1) == "staff" ? 3 : 2))} {parts.Length} {names}";
        return (shapes[shape] = shapes.GetValueOrDefault(shape) + 1) <= MostOfAShape;
    }

    [GeneratedRegex("""["'`]/[A-Za-z]|url\(/""")]
    private static partial Regex AddressInCode();

    private sealed class PortalBelow : PortalFactory
    {
        public PortalBelow()
        {
            (Settings["Portal:PublicOrigin"], Settings["Portal:PathBase"]) = (Origin, Below);
            ClientOptions.BaseAddress = new(Origin);
        }

        public async Task<string> TextAsync(string path) =>
            await (await Get(Below + path)).Content.ReadAsStringAsync(StaffBrowser.Cancel);

        public async Task<(StaffBrowser, HttpClient)> SignedInAsync(string name, StaffRole role)
        {
            await StaffBrowser.InvitedAsync(this, name, role);
            var cookies = new CookieContainer();
            var client = CreateDefaultClient(ClientOptions.BaseAddress, new Typed(), new CookieContainerHandler(cookies));
            var browser = new StaffBrowser(client, cookies);
            Assert.Equal($"{Below}/staff", (await browser.SignInAsync(name)).Headers.Location!.OriginalString);
            return (browser, client);
        }

        /// <summary>A person who types an address writes the sub-path before it.</summary>
        private sealed class Typed : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                if (!IsBelow(request.RequestUri!.AbsolutePath))
                    request.RequestUri = new(request.RequestUri, Below + request.RequestUri.PathAndQuery);
                return base.SendAsync(request, cancellationToken);
            }
        }
    }
}

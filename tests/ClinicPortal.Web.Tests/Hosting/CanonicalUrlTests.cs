using System.Net;
using System.Xml.Linq;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Hosting;

public sealed class CanonicalUrlTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("/Treatments", "/treatments")]
    [InlineData("/treatments/", "/treatments")]
    [InlineData("/treatments/PRP?x=A", "/treatments/prp?x=A")]
    [InlineData("/treatments//", "/treatments")]
    [InlineData("/%2Fevil.example/", "/%2fevil.example")]
    public async Task Another_spelling_moves_to_the_one_address_on_this_site(string address, string canonical)
    {
        var answer = await portal.Get(address);

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal(canonical, answer.Headers.Location!.OriginalString, ignoreCase: true);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    [InlineData("PROPFIND")]
    [InlineData("FOO")]
    public async Task A_page_that_is_only_read_refuses_everything_else_and_says_what_it_allows(string method)
    {
        var answer = await portal.Reader.SendAsync(new(new(method), "/treatments"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task Asking_what_is_allowed_is_answered()
    {
        var answer = await portal.Reader.SendAsync(new(HttpMethod.Options, "/"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Fact]
    public async Task A_renamed_treatment_moves_and_an_archived_one_says_what_replaced_it()
    {
        await using var changed = new PortalFactory();
        _ = changed.Reader;
        changed.Services.GetRequiredService<CurrentEdition>().Replace(new Edition(2, DateTimeOffset.UnixEpoch, SampleClinic.Content with
        {
            Contrasts = [],
            Treatments = [.. SampleClinic.Content.Treatments.Select(treatment => treatment.Slug switch
            {
                "prp" => treatment with { Slug = "platelets", FormerSlugs = ["prp"] },
                "mesotherapy" => treatment with { Archived = true, ReplacedBy = "microneedling" },
                _ => treatment,
            })],
        }));

        Assert.Equal("/treatments/platelets", (await changed.Get("/treatments/prp")).Headers.Location!.OriginalString);
        Assert.Equal(
            "/compare/microneedling-vs-platelets", (await changed.Get("/compare/microneedling-vs-prp")).Headers.Location!.OriginalString);
        Assert.NotNull(
            (await changed.GetPage("/treatments/mesotherapy", HttpStatusCode.Gone))
                .QuerySelector("main a[href='/treatments/microneedling']"));
        Assert.NotNull(
            (await changed.GetPage("/compare/mesotherapy-vs-peel-medium", HttpStatusCode.Gone))
                .QuerySelector("main a[href='/treatments/microneedling']"));
    }

    [Theory]
    [InlineData("/compare/%20")]
    [InlineData("/compare/%09")]
    [InlineData("/compare/%C2%A0")]
    [InlineData("/compare/%20/sheet")]
    [InlineData("/treatments/%20")]
    [InlineData("/treatments/%E2%80%83")]
    [InlineData("/concerns/%20")]
    public async Task A_blank_name_is_not_found_and_the_page_helps_on(string address)
    {
        var page = await portal.GetPage(address, HttpStatusCode.NotFound);

        Assert.Equal("There is no such page here", page.QuerySelector("main h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("main a[href='/treatments']"));
    }

    [Theory]
    [InlineData("?concern=Hair-Loss", "?concern=hair-loss")]
    [InlineData("?concern=nonsense", "")]
    [InlineData("?concern=", "")]
    [InlineData("?concern=hair-loss&concern=acne-scars", "")]
    [InlineData("?edition=1&concern=nonsense&rows=pain,onset", "?rows=onset,pain&edition=1")]
    public async Task Another_spelling_of_a_concern_moves_to_the_one_address(string query, string canonical)
    {
        foreach (var page in new[] { "/compare/mesotherapy-vs-prp", "/compare/mesotherapy-vs-prp/sheet" })
        {
            var answer = await portal.Get(page + query);

            Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
            Assert.Equal(page + canonical, answer.Headers.Location!.OriginalString);
        }
    }

    [Fact]
    public async Task A_concern_goes_along_every_way_on_and_search_engines_are_told_none()
    {
        const string Scoped = "/compare/mesotherapy-vs-prp?concern=hair-loss";
        var page = await portal.GetPage(Scoped);
        var sheet = await portal.GetPage("/compare/mesotherapy-vs-prp/sheet?concern=hair-loss");

        Assert.EndsWith(
            "/compare/mesotherapy-vs-prp", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Superset(
            new HashSet<string?>
            {
                "/compare/mesotherapy-vs-prp/sheet?concern=hair-loss",
                "/compare/mesotherapy-vs-prp?concern=hair-loss&without=no-treatment#everything",
                "/compare?change=mesotherapy-vs-prp&concern=hair-loss",
            },
            page.QuerySelectorAll("main a[href*='concern=hair-loss']").Select(link => link.GetAttribute("href")).ToHashSet());

        Assert.NotNull(sheet.QuerySelector($"main a[href='{Scoped}']"));
        Assert.DoesNotContain(await Sitemap(), found => found.StartsWith("/compare/", StringComparison.Ordinal) && found.Contains('?'));
    }

    [Fact]
    public async Task The_picker_keeps_the_concern()
    {
        var picker = (await portal.GetPage("/compare?change=mesotherapy-vs-prp&concern=hair-loss")).QuerySelector("form.picker")!;
        var picked = await portal.Get("/compare?a=prp&b=microneedling&concern=hair-loss");

        Assert.Equal("hair-loss", picker.QuerySelector("input[name=concern]")!.GetAttribute("value"));
        Assert.Equal("/compare/microneedling-vs-prp?concern=hair-loss", picked.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_empty_clinic_says_so_and_works()
    {
        await using var empty = new PortalFactory();
        empty.Settings["Portal:SampleContent"] = "false";

        foreach (var address in new[]
        {
            "/",
            "/treatments",
            "/concerns",
            "/compare",
            "/glossary",
            "/sources",
            "/search?q=prp",
            "/about",
            "/contact",
            "/sitemap.xml",
        })
            Assert.Equal(HttpStatusCode.OK, (await empty.Get(address)).StatusCode);
        Assert.Contains("not published any treatments", (await empty.GetPage("/")).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<List<string>> Sitemap()
    {
        var sitemap = await (await portal.Get("/sitemap.xml")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return
        [
            .. XDocument.Parse(sitemap).Descendants().Where(element => element.Name.LocalName == "loc")
                .Select(element => new Uri(element.Value).PathAndQuery),
        ];
    }
}

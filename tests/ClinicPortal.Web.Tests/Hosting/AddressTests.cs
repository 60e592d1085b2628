using System.Net;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Hosting;

public sealed class AddressTests(PortalFactory portal) : IClassFixture<PortalFactory>
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
        Assert.Equal("/compare/microneedling-vs-platelets", (await changed.Get("/compare/microneedling-vs-prp")).Headers.Location!.OriginalString);
        Assert.NotNull((await changed.GetPage("/treatments/mesotherapy", HttpStatusCode.Gone)).QuerySelector("main a[href='/treatments/microneedling']"));
        Assert.NotNull((await changed.GetPage("/compare/mesotherapy-vs-peel-medium", HttpStatusCode.Gone)).QuerySelector("main a[href='/treatments/microneedling']"));
    }

    [Fact]
    public async Task An_empty_clinic_says_so_and_works()
    {
        await using var empty = new PortalFactory();
        empty.Settings["Portal:SampleContent"] = "false";

        foreach (var address in new[] { "/", "/treatments", "/concerns", "/compare", "/glossary", "/sources", "/search?q=prp", "/about", "/contact", "/sitemap.xml" })
            Assert.Equal(HttpStatusCode.OK, (await empty.Get(address)).StatusCode);
        Assert.Contains("not published any treatments", (await empty.GetPage("/")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sitemap_names_every_treatment_and_no_pair_without_a_shared_concern()
    {
        var sitemap = System.Xml.Linq.XDocument.Parse(await (await portal.Get("/sitemap.xml")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var addresses = sitemap.Descendants().Where(element => element.Name.LocalName == "loc").Select(element => new Uri(element.Value).PathAndQuery).ToList();

        Assert.Equal(addresses.Count, addresses.Distinct().Count());
        Assert.Contains("/compare/mesotherapy-vs-prp", addresses);
        Assert.DoesNotContain("/compare/botulinum-vs-hair-transplant", addresses);
        Assert.All(SampleClinic.Edition.Treatments, treatment => Assert.Contains($"/treatments/{treatment.Slug}", addresses));
    }

    [Fact]
    public async Task Machines_get_what_they_ask_for()
    {
        Assert.Contains("/sitemap.xml", await (await portal.Get("/robots.txt")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await portal.Get("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await portal.Get("/health/ready")).StatusCode);
    }
}

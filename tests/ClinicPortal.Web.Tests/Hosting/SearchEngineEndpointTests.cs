using System.Net;
using System.Xml.Linq;
using ClinicPortal.Testing;

namespace ClinicPortal.Web.Tests.Hosting;

public sealed class SearchEngineEndpointTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task The_sitemap_names_every_treatment_and_no_pair_without_a_shared_concern()
    {
        var sitemap = XDocument.Parse(await ReadAsync("/sitemap.xml"));
        var addresses = sitemap.Descendants().Where(element => element.Name.LocalName == "loc")
            .Select(element => new Uri(element.Value).PathAndQuery).ToList();

        Assert.Equal(addresses.Count, addresses.Distinct().Count());
        Assert.Contains("/compare/mesotherapy-vs-prp", addresses);
        Assert.DoesNotContain("/compare/botulinum-vs-hair-transplant", addresses);
        Assert.All(SampleClinic.Edition.Treatments, treatment => Assert.Contains($"/treatments/{treatment.Slug}", addresses));
    }

    [Fact]
    public async Task Machines_get_what_they_ask_for()
    {
        Assert.Contains("/sitemap.xml", await ReadAsync("/robots.txt"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await portal.Get("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await portal.Get("/health/ready")).StatusCode);
    }

    private async Task<string> ReadAsync(string path) =>
        await (await portal.Get(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}

using System.Text;
using System.Xml.Linq;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Web.Pages;

namespace ClinicPortal.Web.Hosting;

/// <summary>What search engines read: which addresses there are and which they may visit.</summary>
public static class SearchEngineEndpoints
{
    private const int MostAddressesInASitemap = 50_000;
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void MapSearchEngineEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapRead("/robots.txt", (PublicOrigin origin, PortalOptions portal) =>
                Results.Text(
                    $"User-agent: *\nDisallow: {portal.PathBase}{SiteMap.Search.Path}\nSitemap: {origin.Of("/sitemap.xml")}\n",
                    "text/plain", Encoding.UTF8))
            .WithMetadata(new CachedPageAttribute()).AllowAnonymous();
        app.MapRead("/sitemap.xml", (Edition edition, PublicOrigin origin, Market market, ClinicCalendar calendar) =>
                Results.Text(SitemapOf(edition, origin, market, calendar), "application/xml", Encoding.UTF8))
            .WithMetadata(new CachedPageAttribute()).AllowAnonymous();
    }

    /// <summary>Every page that search engines may show: comparisons only of two treatments that share a concern.</summary>
    public static IEnumerable<string> IndexedPaths(Edition edition, Market market) =>
    [
        "/",
        .. SiteMap.Main.Concat(SiteMap.Foot).Select(page => page.Path).Where(path => path != SiteMap.Search.Path),
        .. edition.Treatments.Where(market.MayNameInSearchEngines).Select(treatment => $"/treatments/{treatment.Slug}"),
        .. edition.Concerns.SelectMany(concern => new[] { $"/concerns/{concern.Slug}", $"/treatments?concern={concern.Slug}" }),
        .. edition.Concerns
            .SelectMany(concern => Pairs(edition, [.. edition.TreatmentsFor(concern).Where(market.MayNameInSearchEngines)])).Distinct(),
    ];

    private static IEnumerable<string> Pairs(Edition edition, IReadOnlyList<TreatmentEntry> treatments) =>
        from one in Enumerable.Range(0, treatments.Count)
        from other in Enumerable.Range(one + 1, treatments.Count - one - 1)
        select ComparisonAddress.Of(edition, [treatments[one], treatments[other]]).Path;

    private static string SitemapOf(Edition edition, PublicOrigin origin, Market market, ClinicCalendar calendar)
    {
        var modified = calendar.FormatIsoDay(edition.PublishedAt);
        var urls = IndexedPaths(edition, market).Take(MostAddressesInASitemap).Select(path =>
            new XElement(Sitemap + "url", new XElement(Sitemap + "loc", origin.Of(path)), new XElement(Sitemap + "lastmod", modified)));
        return $"""<?xml version="1.0" encoding="utf-8"?>{"\n"}{new XElement(Sitemap + "urlset", urls)}{"\n"}""";
    }
}

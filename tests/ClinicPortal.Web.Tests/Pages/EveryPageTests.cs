using System.Net;
using System.Text.Json;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Testing;

namespace ClinicPortal.Web.Tests.Pages;

public sealed class EveryPageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    public static TheoryData<string> Addresses =>
    [
        "/", "/treatments", "/treatments?concern=hair-loss", "/concerns", "/compare", "/glossary", "/sources", "/search", "/search?q=prp",
        "/about", "/about/market-rules", "/contact", "/accessibility", "/privacy", "/was-this-clear", "/plan",
        "/compare/mesotherapy-vs-prp",
        "/compare/mesotherapy-vs-prp/sheet", "/compare/mesotherapy-vs-prp/standard",
        .. SampleClinic.Edition.Treatments.Select(treatment => $"/treatments/{treatment.Slug}"),
        .. SampleClinic.Edition.Concerns.Select(concern => $"/concerns/{concern.Slug}"),
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task It_answers_with_one_heading_its_clinic_its_telephone_and_the_sample_notice(string address)
    {
        var page = await portal.GetPage(address);

        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Contains(SampleClinic.Content.Clinic.Name.ToString(), page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(SampleClinic.Content.Clinic.Telephone, page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sample, not reviewed by a clinician", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(LocalText.MainCulture, page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Titles_and_descriptions_are_unique()
    {
        var pages = new List<(string Title, string Description)>();
        foreach (var address in Addresses.Where(address => !address.Data.StartsWith("/search", StringComparison.Ordinal)))
        {
            var page = await portal.GetPage(address.Data);
            pages.Add((page.Title!, page.QuerySelector("meta[name=description]")!.GetAttribute("content")!));
        }

        Assert.Equal(pages.Count, pages.Select(page => page.Title).Distinct().Count());
        Assert.Equal(pages.Count, pages.Select(page => page.Description).Distinct().Count());
        Assert.All(pages, page => Assert.InRange(page.Description.Length, 20, 320));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task It_has_a_canonical_address_and_structured_data_without_ratings(string address)
    {
        var page = await portal.GetPage(address);

        var canonical = page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!;
        Assert.Equal(canonical, page.QuerySelector("meta[property='og:url']")!.GetAttribute("content"));
        using var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal("MedicalWebPage", data.RootElement.GetProperty("@graph")[0].GetProperty("@type").GetString());
        Assert.DoesNotContain("rating", data.RootElement.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_link_to_a_place_on_the_page_arrives(string address)
    {
        var page = await portal.GetPage(address);

        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Nothing_inline_needs_an_exception_from_the_content_security_policy(string address)
    {
        var page = await portal.GetPage(address);

        Assert.Empty(page.QuerySelectorAll("[style], style, [onclick], [onload]"));
        Assert.All(page.QuerySelectorAll("script:not([src])"), script => Assert.Equal("application/ld+json", script.GetAttribute("type")));
    }

    [Theory]
    [InlineData("/treatments/mezoterapi", "/treatments/mesotherapy")]
    [InlineData("/concerns/hairloss", "/concerns/hair-loss")]
    public async Task An_unknown_name_gets_near_matches(string address, string near)
    {
        var page = await portal.GetPage(address, HttpStatusCode.NotFound);

        Assert.NotNull(page.QuerySelector($"main a[href='{near}']"));
    }

    [Fact]
    public async Task An_unknown_page_is_not_found_and_says_where_to_go()
    {
        var page = await portal.GetPage("/no/such/page", HttpStatusCode.NotFound);

        Assert.NotNull(page.QuerySelector("main a"));
        Assert.Null(page.QuerySelector("link[rel=canonical]"));
    }

    [Fact]
    public async Task The_filter_by_concern_shows_what_is_offered_for_it()
    {
        var page = await portal.GetPage("/treatments?concern=cellulite");

        var shown = page.QuerySelectorAll(".entries h3 a").Select(link => link.GetAttribute("href")![12..]);
        Assert.Equal(["prp", "mesotherapy", "microneedling", "laser-fractional", "carboxytherapy"], shown);
    }
}

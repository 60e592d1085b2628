using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Pages;

/// <summary>The pages of a clinic of another field, under names of its own.</summary>
public sealed class WristPagesTests(WristPagesTests.Wrist portal) : IClassFixture<WristPagesTests.Wrist>
{
    public static TheoryData<string> Addresses =>
    [
        "/", "/treatments", "/treatments?concern=tingling", "/concerns", "/compare", "/compare?change=release-vs-steroid", "/glossary",
        "/sources", "/search", "/search?q=splint",
        "/search?q=nothing-like-it", "/about", "/about/decision-aid-standard", "/about/market-rules", "/contact", "/accessibility",
        "/privacy", "/was-this-clear",
        .. WristClinic.Edition.Treatments.Select(treatment => $"/treatments/{treatment.Slug}"),
        .. WristClinic.Edition.Concerns.Select(concern => $"/concerns/{concern.Slug}"),
        "/compare/night-splint-vs-release", "/compare/night-splint-vs-steroid", "/compare/night-splint-vs-release-vs-steroid",
        "/compare/release-vs-steroid",
        "/compare/release-vs-see-how-it-goes", "/compare/night-splint-vs-steroid?without=see-how-it-goes",
        "/compare/night-splint-vs-steroid?rows=how-many,back-to-normal",
        "/compare/night-splint-vs-steroid?weeks=3", "/compare/night-splint-vs-release-vs-steroid/sheet",
        "/compare/night-splint-vs-steroid/standard",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_says_nothing_by_itself_that_does_not_fit_a_wrist(string address) =>
        Assert.Empty(FieldWords.In(Said(await portal.GetPage(address))));

    [Theory]
    [InlineData("/treatments/elsewhere", HttpStatusCode.NotFound)]
    [InlineData("/compare/elsewhere-vs-steroid", HttpStatusCode.NotFound)]
    [InlineData("/compare/steroid", HttpStatusCode.BadRequest)]
    [InlineData("/compare?a=steroid&b=steroid", HttpStatusCode.BadRequest)]
    [InlineData("/compare/night-splint-vs-steroid?weeks=none", HttpStatusCode.BadRequest)]
    public async Task Nor_does_one_that_cannot_be_shown(string address, HttpStatusCode status) =>
        Assert.Empty(FieldWords.In(Said(await portal.GetPage(address, status))));

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_link_to_a_place_on_the_page_arrives(string address)
    {
        var page = await portal.GetPage(address);

        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
    }

    [Fact]
    public async Task What_a_feature_rests_on_is_found_under_the_clinics_names()
    {
        var page = await portal.GetPage("/compare/release-vs-steroid");

        Assert.NotNull(page.QuerySelector("#trials tr#how-sure-tingling"));
        Assert.NotNull(page.QuerySelector("table.concerns a[href='#worst']"));
        Assert.Equal("Is there a way back?", page.QuerySelector("#help a[href='#way-back']")!.TextContent);
        Assert.Contains(
            "Ring the clinic at once about a hand that goes numb.", page.QuerySelector("#help")!.TextContent,
            StringComparison.Ordinal);
        Assert.NotNull(page.GetElementById("ask-thin-blood"));
        Assert.Contains(
            "A leaflet does not replace an examination of your hand.", page.QuerySelector(".alert")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_has_its_own_name_wherever_it_stands()
    {
        Assert.Contains("We always show “watchful waiting” too.", Said(await portal.GetPage("/compare")), StringComparison.Ordinal);
        Assert.Contains(
            "compared with watchful waiting or a dummy treatment?", Said(await portal.GetPage("/concerns/tingling")),
            StringComparison.Ordinal);
        Assert.Contains(
            "Compared with watchful waiting or a dummy treatment.", Said(await portal.GetPage("/treatments/steroid")),
            StringComparison.Ordinal);
    }

    private static string Said(IDocument page) => Regex.Replace(
        $"{page.Title} {page.QuerySelector("meta[name=description]")?.GetAttribute("content")} {page.Body!.TextContent} "
            + $"{string.Join(' ', page.QuerySelectorAll("[aria-label]").Select(named => named.GetAttribute("aria-label")))}",
        @"\s+", " ");

    public sealed class Wrist : PortalFactory
    {
        public Wrist() => Of(this, WristClinic.Edition.Content);

        /// <summary>Lets the portal's patients read the content.</summary>
        internal static void Of(PortalFactory portal, ClinicContent content)
        {
            _ = portal.Reader;
            portal.Services.GetRequiredService<CurrentEdition>()
                .Replace(new Edition(2, new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero), content));
        }
    }
}

/// <summary>The sample clinic with another name for everything: the pages stay the same, sign for sign.</summary>
public sealed partial class RenamedPagesTests(RenamedPagesTests.Sample sample, RenamedPagesTests.Renamed renamed)
    : IClassFixture<RenamedPagesTests.Sample>, IClassFixture<RenamedPagesTests.Renamed>
{
    private static readonly RenamedClinic Names = new(SampleClinic.Content);

    public static TheoryData<string> Addresses =>
    [
        "/", "/treatments", "/treatments?concern={hair-loss}", "/concerns", "/compare", "/glossary", "/sources", "/about",
        "/about/decision-aid-standard",
        "/treatments/{prp}", "/treatments/{no-treatment}", "/treatments/{botulinum}", "/concerns/{hair-loss}", "/concerns/{wound-healing}",
        "/compare/{botulinum}-vs-{ha-filler}", "/compare/{mesotherapy}-vs-{prp}",
        "/compare/{mesotherapy}-vs-{prp}?rows={onset},{cost-band}",
        "/compare/{laser-fractional}-vs-{microneedling}-vs-{peel-medium}?weeks=4", "/compare/{hair-transplant}-vs-{no-treatment}",
        "/compare/{carboxytherapy}-vs-{prp}?without={no-treatment}", "/compare/{mesotherapy}-vs-{prp}/sheet",
        "/compare/{mesotherapy}-vs-{prp}/standard",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_is_the_same_under_other_names(string address) =>
        Assert.Equal(
            await Html(sample, Slug().Replace(address, "$1")),
            Names.Back(await Html(renamed, Slug().Replace(address, slug => NameOf(slug.Groups[1].Value)))));

    // The code on the sheet draws the address.
    private static async Task<string> Html(PortalFactory portal, string address)
    {
        var answer = await portal.Get(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Code().Replace(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "");
    }

    private static string NameOf(string slug) =>
        SampleClinic.Edition.FindTreatment(slug) is not null ? Names.Treatment(slug)
        : SampleClinic.Edition.FindConcern(slug) is not null ? Names.Concern(slug)
        : Names.Criterion(slug);

    [GeneratedRegex(@"\{([a-z-]+)\}")]
    private static partial Regex Slug();

    [GeneratedRegex("""<svg class="qr.*?</svg>""", RegexOptions.Singleline)]
    private static partial Regex Code();

    public sealed class Sample : PortalFactory
    {
        public Sample() => WristPagesTests.Wrist.Of(this, SampleClinic.Content);
    }

    public sealed class Renamed : PortalFactory
    {
        public Renamed() => WristPagesTests.Wrist.Of(this, Names.Content);
    }
}

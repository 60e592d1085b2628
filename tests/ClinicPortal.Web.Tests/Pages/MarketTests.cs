using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Pages;

/// <summary>The sample clinic's one prescription-only option is botulinum toxin.</summary>
public sealed class MarketTests(MarketTests.British british, PortalFactory unruled)
    : IClassFixture<MarketTests.British>, IClassFixture<PortalFactory>
{
    private const string Medicine = "otulinum";

    public static TheoryData<string> Pages =>
        ["/", "/treatments/prp", "/compare/mesotherapy-vs-prp", "/compare/mesotherapy-vs-prp/sheet", "/about/market-rules"];

    [Fact]
    public async Task The_home_page_names_no_prescription_only_option_and_leads_to_the_list_of_all()
    {
        Assert.Contains(Medicine, await Html(unruled, "/"), StringComparison.Ordinal);

        Assert.DoesNotContain(Medicine, await Html(british, "/"), StringComparison.Ordinal);
        Assert.Contains("need a prescription are not named on this page", await Html(british, "/"), StringComparison.Ordinal);
        Assert.Contains(Medicine, await Html(british, "/treatments"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/treatments/botulinum", true)]
    [InlineData("/compare/botulinum-vs-ha-filler", true)]
    [InlineData("/treatments/ha-filler", false)]
    [InlineData("/compare/mesotherapy-vs-prp", false)]
    public async Task Its_pages_are_kept_out_of_search_engines_and_of_the_sitemap(string address, bool kept)
    {
        Assert.Equal(kept, (await british.GetPage(address)).QuerySelector("meta[name=robots]") is not null);
        Assert.Null((await unruled.GetPage(address)).QuerySelector("meta[name=robots]"));
        Assert.Equal(kept, !(await Html(british, "/sitemap.xml")).Contains($"{address}<", StringComparison.Ordinal));
        Assert.Contains($"{address}<", await Html(unruled, "/sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Planning_for_a_concern_chooses_it_for_nobody() => Assert.Equal(
        "/compare/ha-filler-vs-mesotherapy-vs-prp?concern=wrinkles-dynamic&weeks=10#planning",
        (await british.Get("/plan?weeks=10&concern=wrinkles-dynamic")).Headers.Location!.OriginalString);

    [Theory]
    [InlineData("botox")]
    [InlineData("botulinm")]
    public async Task Search_leads_to_none_of_its_pages_and_says_that_it_is_not_complete(string query)
    {
        var page = await british.GetPage($"/search?q={query}");

        Assert.Null(page.QuerySelector("main a[href*=botulinum]"));
        Assert.Contains("Search does not name options that need a prescription.", page.QuerySelector("main")!.TextContent);
        Assert.NotNull((await unruled.GetPage($"/search?q={query}")).QuerySelector("main a[href='/treatments/botulinum']"));
        Assert.DoesNotContain("Search does not name", await Html(unruled, $"/search?q={query}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_price_stands_beside_it_and_others_keep_theirs()
    {
        var prices = (await british.GetPage("/compare/botulinum-vs-ha-filler"))
            .QuerySelectorAll("#cost-band .whole > div")
            .Select(cell => cell.TextContent)
            .ToList();

        Assert.Contains(MarketEdition.Withheld.ToString(), prices[0], StringComparison.Ordinal);
        Assert.DoesNotContain("£", prices[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Ask the clinic", prices[1], StringComparison.Ordinal);
        Assert.DoesNotContain(
            MarketEdition.Withheld.ToString(), await Html(unruled, "/compare/botulinum-vs-ha-filler"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_clinic_offers_is_told_in_search_engines_without_its_name()
    {
        await using var clinic = new British();
        _ = clinic.Reader;
        var content = SampleClinic.Content with
        {
            Treatments = [
                .. SampleClinic.Content.Treatments.Select(treatment =>
                    treatment with { Offered = treatment.Slug is "botulinum" or "prp" })],
        };
        clinic.Services.GetRequiredService<CurrentEdition>().Replace(new Edition(2, DateTimeOffset.UnixEpoch, content));

        var about = (await clinic.GetPage("/about")).QuerySelector("main")!.TextContent;

        Assert.Contains("This clinic offers PRP.", about, StringComparison.Ordinal);
        Assert.Contains("Prescription-only medicines are not named here.", about, StringComparison.Ordinal);
        Assert.DoesNotContain(Medicine, about, StringComparison.Ordinal);
        Assert.Contains(
            "This clinic offers it.", (await clinic.GetPage("/treatments/botulinum")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_notices_stand_on_every_page(string address)
    {
        var notices = KnownMarkets.Find("uk")!.Notices;
        var page = (await british.GetPage(address)).Body!.TextContent;

        Assert.Equal(2, notices.Count);
        Assert.All(notices, notice => Assert.Contains(notice, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_sheet_carries_the_notices_on_paper() =>
        Assert.Contains(
            "cannot be promised", (await british.GetPage("/compare/mesotherapy-vs-prp/sheet")).QuerySelector(".sheet")!.TextContent,
            StringComparison.Ordinal);

    [Fact]
    public async Task The_rules_are_told_with_their_references_and_are_no_legal_advice()
    {
        var page = (await british.GetPage("/about/market-rules")).QuerySelector("main")!;

        Assert.Contains("in the United Kingdom", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("not legal advice", page.TextContent, StringComparison.Ordinal);
        Assert.All(
            KnownMarkets.Find("uk")!.Rules,
            rule => Assert.Equal(rule.Reference, page.QuerySelectorAll($"a[href='{rule.Address}']").Single().TextContent));
        Assert.Contains("has chosen no market", await Html(unruled, "/about/market-rules"), StringComparison.Ordinal);
    }

    private static async Task<string> Html(PortalFactory portal, string address) =>
        await (await portal.Get(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public sealed class British : PortalFactory
    {
        public British() => Settings["Portal:Market"] = "uk";
    }
}

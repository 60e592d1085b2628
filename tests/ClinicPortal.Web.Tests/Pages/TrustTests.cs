using System.Net;
using AngleSharp.Dom;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Pages;

/// <summary>What a comparison rests on, and how it stands against the standard for decision aids.</summary>
public sealed class TrustTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Pair = "/compare/mesotherapy-vs-prp";

    public static TheoryData<string> Comparisons =>
        [
            Pair, $"{Pair}?without=no-treatment", "/compare/prp-vs-no-treatment", "/compare/botulinum-vs-ha-filler-vs-laser-fractional",
            "/compare/botulinum-vs-hair-transplant"];

    public static TheoryData<string> Standards =>
        [
            $"{Pair}/standard", $"{Pair}/standard?concern=hair-loss&without=no-treatment&rows=onset",
            "/compare/prp-vs-no-treatment/standard", "/compare/botulinum-vs-ha-filler-vs-laser-fractional/standard"];

    [Theory, MemberData(nameof(Comparisons))]
    public async Task The_page_has_every_part_that_the_scorecard_rests_on(string address)
    {
        var page = await portal.GetPage(address);

        Assert.All(PagePart.All, part => Assert.NotNull(page.QuerySelector($"main {part.Anchor}")));
    }

    [Theory, MemberData(nameof(Comparisons))]
    public async Task Every_link_of_the_section_leads_somewhere(string address)
    {
        var page = await portal.GetPage(address);

        foreach (var section in new[]
        {
            "#unknown",
            "#help",
            "#made",
        })
            Assert.All(
                page.QuerySelector(section)!.QuerySelectorAll("a[href^='#']"),
                link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.NotNull((await portal.GetPage("/about/decision-aid-standard")).GetElementById("updates"));
    }

    [Theory, MemberData(nameof(Comparisons))]
    public async Task The_age_of_the_sources_is_reckoned_from_those_the_page_lists(string address)
    {
        var page = await portal.GetPage(address);
        var listed = page.QuerySelectorAll("main .sources li").Length;

        Assert.Contains($"The newest of {listed} sources is from ", Section(page, "made"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Standards))]
    public async Task The_scorecard_has_all_35_items_and_each_link_leads_to_what_an_item_rests_on(string address)
    {
        var page = await portal.GetPage(address);
        var main = page.QuerySelector("main")!;

        Assert.Equal(35, main.QuerySelectorAll("li[data-state]").Length);
        Assert.Matches("[0-6] of 6 qualifying, [0-6] of 6 certifying and [0-9]+ of 23 quality items are met", main.Words());
        Assert.DoesNotContain("This comparison meets", main.TextContent, StringComparison.Ordinal);
        foreach (var links in main.QuerySelectorAll("a[href*='#']").Select(link => link.GetAttribute("href")!.Split('#'))
            .GroupBy(link => link[0], link => link[1]))
        {
            var there = await portal.GetPage(links.Key);
            Assert.All(links, part => Assert.NotNull(there.GetElementById(part)));
        }
    }

    [Theory]
    [InlineData("/compare/prp-vs-mesotherapy/standard", $"{Pair}/standard")]
    [InlineData("/compare/prp-vs-mesotherapy/standard?concern=hair-loss&weeks=4", $"{Pair}/standard?concern=hair-loss")]
    public async Task The_scorecard_has_one_address(string address, string moved)
    {
        var response = await portal.Get(address);

        Assert.Equal(HttpStatusCode.PermanentRedirect, response.StatusCode);
        Assert.Equal(moved, response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_reader_comes_from_a_comparison_to_its_scorecard_and_back()
    {
        const string Chosen = "?concern=hair-loss&rows=onset";

        var link = (await portal.GetPage(Pair + Chosen)).QuerySelector($"#made a[href='{Pair}/standard{Chosen}']");
        var back = (await portal.GetPage($"{Pair}/standard{Chosen}")).QuerySelector($"main a[href='{Pair}{Chosen}']");

        Assert.NotNull(link);
        Assert.NotNull(back);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Get("/compare/prp-vs-mezoterapi/standard")).StatusCode);
    }

    [Fact]
    public async Task What_the_page_is_said_to_do_by_construction_it_does()
    {
        var page = await portal.GetPage(Pair);
        var comparison = Comparison.Of(
            SampleClinic.Edition,
            ComparisonAddress.Of(
                SampleClinic.Edition, [SampleClinic.Edition.FindTreatment("prp")!, SampleClinic.Edition.FindTreatment("mesotherapy")!]));

        var constructed = Scorecard.Of(SampleClinic.Edition, comparison, new(2026, 11, 27)).Items.Where(item =>
            item.Reason.StartsWith("Built in", StringComparison.Ordinal)).Select(item => item.Item.Id);

        Assert.Equal(["Q2", "C3", "L2", "L8", "L9", "L10"], constructed);
        Assert.StartsWith("You are choosing between", page.GetElementById("decision")!.TextContent, StringComparison.Ordinal);
        Assert.All(SampleClinic.Edition.Criteria, criterion =>
        {
            var answers = page.QuerySelectorAll($"tr#{criterion.Slug} td, #{criterion.Slug} .whole > div");
            Assert.Equal(3, answers.Length);
            Assert.All(answers, answer => Assert.NotNull(answer.QuerySelector("p, ul, ol")));
        });
        Assert.Contains("Edition 1, published", Section(page, "made"), StringComparison.Ordinal);
        Assert.Equal(
            SampleClinic.Edition.Criteria.Count,
            page.QuerySelectorAll("#what-matters form input[name=rows]").Length);
        Assert.InRange(page.QuerySelectorAll("#guide li").Length, 3, 5);
        Assert.All(page.QuerySelectorAll(".numbers > li").Where(number => number.QuerySelector("svg") is not null), number =>
        {
            Assert.Contains("It happened in", number.TextContent, StringComparison.Ordinal);
            Assert.NotNull(number.QuerySelector("table"));
        });
    }

    [Fact]
    public async Task What_the_store_does_not_hold_is_called_not_written_or_not_stated()
    {
        var page = await portal.GetPage("/compare/ha-filler-vs-laser-fractional");

        Assert.Contains("has not yet said when to get help after fractional laser.", Section(page, "help"), StringComparison.Ordinal);
        Assert.Contains("Not yet written: how the studies were chosen for ", Section(page, "made"), StringComparison.Ordinal);
        Assert.Contains(
            "Not yet stated by this clinic: whether it offers HA filler or fractional laser itself. Other clinics may offer these "
                + "treatments even if this one does not.",
            Section(page, "made"), StringComparison.Ordinal);
        Assert.Contains("Who paid for this page Not yet stated by this clinic.", Section(page, "made"), StringComparison.Ordinal);
        Assert.Contains("Who wrote it Not yet stated by this clinic.", Section(page, "made"), StringComparison.Ordinal);
        Assert.Contains("not reviewed by a clinician; no next review is set.", Section(page, "made"), StringComparison.Ordinal);
        Assert.Contains("No date for a next review is set.", Section(page, "made"), StringComparison.Ordinal);
        Assert.Null(page.GetElementById("overdue"));
    }

    [Fact]
    public async Task What_the_clinic_states_stands_on_the_page_and_is_met()
    {
        await using var clinic = new PortalFactory();
        _ = clinic.Reader;
        clinic.Services.GetRequiredService<CurrentEdition>().Replace(new Edition(2, new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero), Stated));

        var page = await clinic.GetPage("/compare/ha-filler-vs-laser-fractional");
        var (made, about) = (Section(page, "made"), (await clinic.GetPage("/about")).QuerySelector("main")!.TextContent);

        Assert.Contains("How the studies were chosen for every concern.", made, StringComparison.Ordinal);
        Assert.Contains("HA filler: Example Writer, Nurse (EX 1).", made, StringComparison.Ordinal);
        Assert.Contains(
            "HA filler: reviewed by Example Clinician, Dermatologist (EX 1), on 1 January 2026;", made, StringComparison.Ordinal);
        Assert.Contains("Who paid for this page The clinic paid, and sells HA filler.", made, StringComparison.Ordinal);
        Assert.Contains("This clinic offers HA filler. It does not offer fractional laser itself.", made, StringComparison.Ordinal);
        Assert.DoesNotContain("ot yet stated", made, StringComparison.Ordinal);
        var standard = await clinic.GetPage("/compare/ha-filler-vs-laser-fractional/standard");
        Assert.All(
            new[] { "C6", "L18", "L20" },
            id =>
                Assert.Equal(
                    "Met",
                    standard.QuerySelectorAll("li[data-state]")
                        .Single(item => item.TextContent.Trim().StartsWith($"{id}.", StringComparison.Ordinal))
                        .GetAttribute("data-state")));
        Assert.Contains("The clinic paid, and sells HA filler.", about, StringComparison.Ordinal);
        Assert.Contains("This clinic offers HA filler.", about, StringComparison.Ordinal);
        Assert.Contains(
            "This clinic does not offer it itself.",
            (await clinic.GetPage("/treatments/laser-fractional")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "How the studies were chosen for every concern.",
            (await clinic.GetPage("/concerns/hair-loss")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_stated_of_some_is_not_said_of_the_others()
    {
        await using var clinic = new PortalFactory();
        _ = clinic.Reader;
        clinic.Services.GetRequiredService<CurrentEdition>().Replace(new Edition(2, new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero), Stated with
        {
            Concerns =
                [.. Stated.Concerns.Select(concern => concern.Slug == "hair-loss" ? concern : concern with { EvidenceChosen = null })],
            Treatments = [
                .. Stated.Treatments.Select(treatment =>
                    treatment.Slug == "prp" ? treatment : treatment with { Offered = null, Author = null })],
        }));

        var made = Section(await clinic.GetPage(Pair), "made");

        Assert.Contains(
            "Pattern hair loss How the studies were chosen for every concern. Not yet written: how the studies were chosen for skin "
                + "rejuvenation",
            made, StringComparison.Ordinal);
        Assert.Contains("PRP: Example Writer, Nurse (EX 1). No treatment: Nora Nurse.", made, StringComparison.Ordinal);
        Assert.Contains(
            "This clinic does not offer PRP itself. Not yet stated by this clinic: whether it offers mesotherapy itself.", made,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happens_if_nothing_is_done_stands_for_each_shared_concern()
    {
        var page = await portal.GetPage("/compare/hair-transplant-vs-prp");

        Assert.Contains("It usually gets worse slowly.", Section(page, "if-nothing"), StringComparison.Ordinal);
        Assert.Equal(
            ["/concerns/hair-loss"],
            page.QuerySelectorAll("#if-nothing dt a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task The_standard_explains_every_item_and_can_be_found()
    {
        var page = await portal.GetPage("/about/decision-aid-standard");

        Assert.All(
            Ipdas.Items,
            item => Assert.Contains($"{item.Id}. {item.Says}", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal));
        Assert.Contains("23963501", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".foot a[href='/about/decision-aid-standard']"));
        Assert.Contains(
            "/about/decision-aid-standard<",
            await (await portal.Get("/sitemap.xml")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_page_turns_overdue_the_day_after_its_review_was_due()
    {
        await using var clinic = new ClinicWithAClock();
        _ = clinic.Reader;
        clinic.Services.GetRequiredService<CurrentEdition>().Replace(new Edition(2, clinic.Clock.Now, ReviewedUntil(new(2026, 12, 1))));

        foreach (var (now, overdue) in new[]
        {
            ("2026-12-01T00:00Z", false),
            ("2026-12-01T23:59Z", false),
            ("2026-12-02T00:00Z", true),
            ("2027-01-01T12:00Z", true),
        })
        {
            clinic.Clock.Now = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
            foreach (var address in new[] { Pair, $"{Pair}/sheet", "/treatments/prp" })
                Assert.Equal(overdue, (await clinic.GetPage(address)).GetElementById("overdue") is not null);
        }

        var page = await clinic.GetPage(Pair);
        Assert.Contains(
            "PRP: the next review was due on 1 December 2026.", page.QuerySelector("aside[aria-labelledby=overdue]")!.Words(),
            StringComparison.Ordinal);
        Assert.Contains(
            "PRP: reviewed by Example Clinician, Dermatologist (EX 1), on 1 December 2025; next review due 1 December 2026.",
            Section(page, "made"), StringComparison.Ordinal);
        Assert.Contains("The next review is due on 1 December 2026.", Section(page, "made"), StringComparison.Ordinal);
    }

    /// <summary>The sample with what a clinic can state; of all treatments it offers HA filler alone.</summary>
    private static ClinicContent Stated { get; } = (SampleClinic.Content with
    {
        Clinic = SampleClinic.Content.Clinic with { Funding = LocalText.English("The clinic paid, and sells HA filler.") },
        Clinicians =
        [
            new() { Slug = "writer", Name = "Example Writer", Role = LocalText.English("Nurse"), Registration = "EX 1" },
        ],
        Concerns = [
            .. SampleClinic.Content.Concerns.Select(concern =>
                concern with { EvidenceChosen = LocalText.English("How the studies were chosen for every concern.") })],
        Treatments =
        [
            .. SampleClinic.Content.Treatments.Select(treatment => treatment with
            {
                Offered = treatment.Slug == "ha-filler",
                Author = "writer",
            }),
        ],
    }).SignedUntil(new(2027, 1, 1));

    private static ClinicContent ReviewedUntil(DateOnly day) => SampleClinic.Content.SignedUntil(day, units => units.Of("prp"));

    private static string Section(IDocument page, string id) =>
        page.GetElementById(id)!.Words();

    private sealed class ClinicWithAClock : PortalFactory
    {
        public MovingClock Clock { get; } = new() { Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero) };

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
        }
    }
}

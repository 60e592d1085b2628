using System.Net;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Testing;
using ClinicPortal.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Pages;

/// <summary>A clinic with three editions: the second changed an answer about PRP, the third one about something else.</summary>
public sealed class PastEditionTests(PastEditionTests.ThreeEditions portal) : IClassFixture<PastEditionTests.ThreeEditions>
{
    private const string Pair = "/compare/mesotherapy-vs-prp";
    private const string TelephoneNow = "020 7946 0333";
    private const string Banner = "aside[aria-labelledby=past-edition]";

    [Fact]
    public async Task A_past_edition_shows_what_stood_there_then()
    {
        await portal.ReadyAsync();

        Assert.DoesNotContain("Changed in edition 2.", await Onset($"{Pair}?edition=1"), StringComparison.Ordinal);
        Assert.Contains("Changed in edition 2.", await Onset($"{Pair}?edition=2"), StringComparison.Ordinal);
        Assert.Contains("Changed in edition 2.", await Onset(Pair), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_page_is_of_that_edition()
    {
        await portal.ReadyAsync();

        var page = await portal.GetPage($"{Pair}?edition=1");

        Assert.Contains("Edition 1, published", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Edition 1, published", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Edition 3, published", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_head_has_the_telephone_of_today()
    {
        await portal.ReadyAsync();

        Assert.Contains(
            TelephoneNow, (await portal.GetPage($"{Pair}?edition=1")).QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_banner_leads_to_the_present_edition_and_says_what_has_changed_since()
    {
        await portal.ReadyAsync();

        var banner = (await portal.GetPage($"{Pair}?edition=1")).QuerySelector(Banner)!;

        Assert.Matches("You are reading edition\u00a01, published \\d+ \\w+ \\d{4}", banner.TextContent);
        Assert.Contains("There is a newer edition: read edition 3", banner.TextContent, StringComparison.Ordinal);
        Assert.Equal(Pair, banner.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(["PRP: First change"], banner.QuerySelectorAll("li").Select(item => item.TextContent));
    }

    [Fact]
    public async Task Its_banner_says_so_where_nothing_has_changed_for_these_treatments()
    {
        await portal.ReadyAsync();

        var banner = (await portal.GetPage($"{Pair}?edition=2")).QuerySelector(Banner)!;

        Assert.Contains("Nothing has changed since", banner.TextContent, StringComparison.Ordinal);
        Assert.Empty(banner.QuerySelectorAll("li"));
    }

    [Fact]
    public async Task The_present_edition_by_its_number_is_the_same_page_without_a_banner_and_out_of_search_engines()
    {
        await portal.ReadyAsync();

        var page = await portal.GetPage($"{Pair}?edition=3");

        Assert.Null(page.QuerySelector(Banner));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Equal(
            (await portal.GetPage(Pair)).QuerySelector(".compared__body")!.QuerySelector("table.comparison")!.TextContent,
            page.QuerySelector(".compared__body")!.QuerySelector("table.comparison")!.TextContent);
    }

    [Theory]
    [InlineData("4")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("01")]
    [InlineData("%201")]
    [InlineData("")]
    [InlineData("1e3")]
    [InlineData("99999999999999999999")]
    [InlineData("1&edition=2")]
    [InlineData("%3Cscript%3E")]
    public async Task An_edition_that_does_not_exist_is_not_found_and_the_page_says_what_to_do(string number)
    {
        await portal.ReadyAsync();

        var page = await portal.GetPage($"{Pair}?edition={number}", HttpStatusCode.NotFound);

        Assert.Contains("The current edition is 3", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"main a[href='{Pair}']"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
    }

    [Fact]
    public async Task A_treatment_that_came_later_is_not_in_a_past_edition()
    {
        await portal.ReadyAsync();

        var page = await portal.GetPage("/compare/later-vs-prp?edition=1", HttpStatusCode.NotFound);

        Assert.Contains("Edition 1 does not hold this comparison", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        await portal.GetPage("/compare/later-vs-prp?edition=3");
    }

    [Theory]
    [InlineData("/compare/prp-vs-mesotherapy?edition=1", "/compare/mesotherapy-vs-prp?edition=1")]
    [InlineData("/compare/prp-vs-mesotherapy?edition=1&without=no-treatment", "/compare/mesotherapy-vs-prp?without=no-treatment&edition=1")]
    public async Task Another_spelling_moves_on_within_the_edition(string address, string canonical)
    {
        await portal.ReadyAsync();

        Assert.Equal(canonical, (await portal.Get(address)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Hiding_no_treatment_stays_in_the_edition()
    {
        await portal.ReadyAsync();

        Assert.Equal(
            $"{Pair}?without=no-treatment&edition=1#everything",
            (await portal.GetPage($"{Pair}?edition=1")).QuerySelectorAll("main a")
                .Single(link => link.TextContent.StartsWith("Hide the column", StringComparison.Ordinal)).GetAttribute("href"));
    }

    [Fact]
    public async Task A_page_that_reads_no_edition_from_its_address_ignores_it()
    {
        await portal.ReadyAsync();

        Assert.Contains(
            "Edition 3, published", (await portal.GetPage("/treatments/prp?edition=1")).QuerySelector("footer")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_opens_too_many_past_editions_is_asked_to_wait_and_can_still_read_the_present_one()
    {
        await using var limited = new ThreeEditions();
        limited.Settings["Portal:PastEditionsPerMinute"] = "2";
        await limited.ReadyAsync();
        await limited.GetPage($"{Pair}?edition=1");
        await limited.GetPage("/compare/microneedling-vs-prp?edition=1");

        var refused = await limited.Get("/compare/carboxytherapy-vs-prp?edition=1");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains(
            "Wait a minute",
            (await limited.GetPage("/compare/carboxytherapy-vs-prp?edition=1", HttpStatusCode.TooManyRequests))
                .QuerySelector("main")!.TextContent,
            StringComparison.Ordinal);
        await limited.GetPage($"{Pair}?edition=1"); // It is kept and costs nothing.
        await limited.GetPage("/compare/carboxytherapy-vs-prp?edition=3");
        await limited.GetPage("/compare/carboxytherapy-vs-prp");
    }

    [Theory]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void One_client_is_one_address_or_one_network_of_the_new_kind(string one, string other, bool same) =>
        Assert.Equal(same, RateLimits.ClientOf(IPAddress.Parse(one)) == RateLimits.ClientOf(IPAddress.Parse(other)));

    private async Task<string> Onset(string address) => (await portal.GetPage(address)).QuerySelector("tr#onset")!.TextContent;

    public sealed class ThreeEditions : PortalFactory
    {
        private Task? _ready;

        public Task ReadyAsync() => _ready ??= PublishAsync();

        private async Task PublishAsync()
        {
            _ = Reader;
            var second = With(SampleClinic.Content, "prp", "onset", "Changed in edition 2.");
            var third = With(second, "botulinum", "onset", "Changed in edition 3.");
            await PublishAsync(second);
            await PublishAsync(third with
            {
                Clinic = third.Clinic with { Telephone = TelephoneNow },
                Treatments = [
                    .. third.Treatments,
                    new() { Slug = "later", Name = LocalText.English("Later"), Summary = LocalText.English("It came later.") }],
            });
        }

        private async Task PublishAsync(ClinicContent content)
        {
            Assert.IsType<ImportOutcome.Imported>(await Services.GetRequiredService<ContentImporter>().ImportAsync(content));
            var publisher = Services.GetRequiredService<Publisher>();
            Assert.IsType<PublishOutcome.Published>(await publisher.PublishAsync("A test", null, DateTimeOffset.UnixEpoch));
            Services.GetRequiredService<CurrentEdition>().Replace(await publisher.OpenLatestAsync());
        }

        private static ClinicContent With(ClinicContent content, string slug, string criterion, string text) => content with
        {
            Treatments = [.. content.Treatments.Select(one => one.Slug != slug ? one : one with
            {
                Answers = [
                    .. one.Answers.Select(answer =>
                        answer.Criterion == criterion ? answer with { Text = LocalText.English(text) } : answer)],
            })],
        };
    }
}

using AngleSharp.Dom;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Pages;

/// <summary>Numbers that are no single figure, of few, or without the counts behind them, and what was compared with what.</summary>
public sealed class NumbersPageTests : IClassFixture<PortalFactory>
{
    private const string Pair = "/compare/splint-vs-surgery";

    private const string NotDrawn = "No picture shows this, because the source gives no single figure.";

    private const string AsPublished = "As published: the counts behind it are not given here.";

    private const string FewerThanOne = "It happened in fewer than 1 of 1,000 people; in more than 999 it did not.";

    private const string MostOfThem = "It happened in 75 to 90 of 100 people; in 10 to 25 it did not.";

    private readonly PortalFactory _portal;

    public NumbersPageTests(PortalFactory portal)
    {
        _portal = portal;
        _ = portal.Reader;
        portal.Services.GetRequiredService<CurrentEdition>().Replace(WristNumbers.Edition);
    }

    [Theory]
    [InlineData(Pair, "lasting", FewerThanOne, "fewer than 1|more than 999")]
    [InlineData("/treatments/surgery", "lasting", FewerThanOne, "fewer than 1|more than 999")]
    [InlineData(Pair, "better", MostOfThem, "75 to 90|10 to 25")]
    [InlineData("/concerns/carpal-tunnel", "better", MostOfThem, "75 to 90|10 to 25")]
    public async Task A_bound_and_a_range_are_words_without_a_dot_or_a_bar(string address, string key, string sentence, string cells)
    {
        var number = await Number(address, key);

        Assert.Equal([sentence], number.QuerySelectorAll(".arms p:not(.arms__label)").Select(words => words.TextContent));
        Assert.Empty(number.QuerySelectorAll("svg.icons"));
        Assert.Contains(number.QuerySelectorAll("p"), words => words.TextContent == NotDrawn);
        Assert.Contains(number.QuerySelectorAll("p"), words => words.TextContent == AsPublished);
        Assert.Equal(cells.Split('|'), number.QuerySelectorAll("tbody td").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task A_rate_that_is_a_bound_or_a_range_is_not_called_unknown()
    {
        var page = (await _portal.GetPage(Pair)).QuerySelector("main")!.TextContent;

        Assert.DoesNotContain("We do not know how often this happens", page, StringComparison.Ordinal);
        Assert.DoesNotContain("For surgery we have no count", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_handful_each_has_a_dot_and_is_called_what_was_counted()
    {
        var number = await Number(Pair, "stiff");

        Assert.Equal("It happened in 3 of 11 hands; in 8 it did not.", number.QuerySelector(".arms p:last-child")!.TextContent);
        Assert.Equal(2, number.QuerySelectorAll("svg[role=img] .icons__no").Length);
        Assert.Contains(number.QuerySelectorAll("p"), words => words.TextContent == "Each dot is one of the 11 hands.");
        Assert.DoesNotContain("s published", number.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_a_bound_only_what_has_a_count_is_drawn()
    {
        var number = await Number(Pair, "again");
        var arms = number.QuerySelectorAll(".arms > li");

        Assert.Null(arms[0].QuerySelector("svg"));
        Assert.NotNull(arms[1].QuerySelector("svg[role=img][aria-label*='37 of 100 people']"));
        Assert.Contains("No picture shows this for surgery, because the source gives", number.TextContent, StringComparison.Ordinal);
        Assert.Equal(["as published", "44 of 120"], number.QuerySelectorAll("tbody td:last-child").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Paper_says_the_same()
    {
        var sheet = (await _portal.GetPage($"{Pair}/sheet")).QuerySelector("main")!.TextContent;

        Assert.Contains("fewer than 1 of 1,000 people (surgery). As published.", sheet, StringComparison.Ordinal);
        Assert.Contains("75 to 90 of 100 people (surgery). As published. Moderate certainty.", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_was_compared_with_is_named_and_the_usual_is_said_of_the_others_only()
    {
        const string Named = "Probably helps, compared with wearing a splint.";
        const string Usual = "ompared with watchful waiting or a dummy treatment";
        var concern = await Words("/concerns/carpal-tunnel", "section[aria-labelledby=treatments]");
        var surgery = await Words("/treatments/surgery", "#how-sure");

        Assert.Contains(Named, await Words(Pair, "tr[id^=how-sure-]"), StringComparison.Ordinal);
        Assert.Contains(Named, concern, StringComparison.Ordinal);
        Assert.Contains(
            $"Does it help with carpal tunnel syndrome, c{Usual}, unless something else is named? Tick", concern, StringComparison.Ordinal);
        Assert.Contains(Named, surgery, StringComparison.Ordinal);
        Assert.DoesNotContain(Usual, surgery, StringComparison.Ordinal);
        Assert.Contains($"C{Usual}.", await Words("/treatments/splint", "#how-sure"), StringComparison.Ordinal);
    }

    private async Task<IElement> Number(string address, string key) => (await _portal.GetPage(address)).QuerySelector($"#number-{key}")!;

    private async Task<string> Words(string address, string part) => (await _portal.GetPage(address)).QuerySelector(part)!.TextContent;
}

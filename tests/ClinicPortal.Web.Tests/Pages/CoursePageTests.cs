using System.Net;
using AngleSharp.Dom;

namespace ClinicPortal.Web.Tests.Pages;

public sealed class CoursePageTests(PortalFactory portal, MarketTests.British british)
    : IClassFixture<PortalFactory>, IClassFixture<MarketTests.British>
{
    private const string Pair = "/compare/botulinum-vs-prp";

    [Fact]
    public async Task The_course_stands_in_a_table_with_a_column_for_each_option()
    {
        var table = (await portal.GetPage(Pair)).QuerySelector("table.course")!;

        Assert.Equal(["Botulinum toxin", "PRP", "No treatment"], table.QuerySelectorAll("thead th a").Select(head => head.TextContent));
        Assert.Equal(
            ["The first course", "If it is repeated", "Cost"], table.QuerySelectorAll("tr.group th").Select(head => head.TextContent));
        Assert.Equal(["1, then repeated", "3 to 5", "None"], Cells(table, 0));
        Assert.Equal(
            ["First year: 3 or 4 Three years: 9 to 12", "Not known", "None"],
            Cells(table, 5));
        Assert.Equal(["£100 to £300", "£100 to £300", "No cost"], Cells(table, 8));
    }

    [Fact]
    public async Task Without_a_word_about_weeks_it_answers_for_ten()
    {
        var page = await portal.GetPage(Pair);

        Assert.Equal("10", Field(page).GetAttribute("value"));
        Assert.Matches(@"Start by \d+ \w+ \d{4}, 2 weeks before\. ", Answer(page, 0));
        Assert.StartsWith("In 10 weeks, on ", Answer(page, 0), StringComparison.Ordinal);
        Assert.Equal(page.QuerySelector("main")!.Words(), (await portal.GetPage($"{Pair}?weeks=10")).QuerySelector("main")!.Words());
    }

    [Fact]
    public async Task The_readers_weeks_are_in_the_address_and_kept_by_nobody()
    {
        await portal.GetPage(Pair);

        var four = await portal.Get($"{Pair}?weeks=4");
        var one = await portal.GetPage($"{Pair}?weeks=1");

        Assert.Equal("no-store", four.Headers.CacheControl!.ToString());
        Assert.Null(four.Headers.ETag);
        Assert.Contains(
            "<strong>In 4 weeks, on ", await four.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.StartsWith("In 1 week, on ", Answer(one, 0), StringComparison.Ordinal);
        Assert.StartsWith("In 10 weeks, on ", Answer(await portal.GetPage(Pair), 0), StringComparison.Ordinal);
        Assert.EndsWith(Pair, one.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("105")]
    [InlineData("1000")]
    [InlineData("10.5")]
    [InlineData("abc")]
    [InlineData("")]
    public async Task Weeks_that_mean_nothing_are_told_and_the_comparison_stays_in_view(string weeks)
    {
        var page = await portal.GetPage($"{Pair}?weeks={weeks}", HttpStatusCode.BadRequest);

        Assert.Equal("Enter the weeks as a whole number from 1 to 104.", page.QuerySelector("[role=alert] a[href='#weeks']")!.TextContent);
        Assert.Equal(weeks, Field(page).GetAttribute("value"));
        Assert.Equal("true", Field(page).GetAttribute("aria-invalid"));
        Assert.NotNull(page.GetElementById(Field(page).GetAttribute("aria-describedby")!));
        Assert.NotNull(page.GetElementById("evidence"));
        Assert.Null(page.QuerySelector(".answers"));
        Assert.StartsWith("Error:", page.Title, StringComparison.Ordinal);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
    }

    [Fact]
    public async Task Two_answers_at_once_are_none() => await portal.GetPage($"{Pair}?weeks=4&weeks=5", HttpStatusCode.BadRequest);

    [Fact]
    public async Task The_form_and_the_links_carry_what_else_the_reader_has_chosen()
    {
        var page = await portal.GetPage($"{Pair}?without=no-treatment&edition=1&weeks=4");

        Assert.Equal($"{Pair}#planning", page.QuerySelector("form.weeks")!.GetAttribute("action"));
        Assert.Equal(
            ["without=no-treatment", "edition=1"],
            page.QuerySelector("form.weeks")!.QuerySelectorAll("input[type=hidden]")
                .Select(field => $"{field.GetAttribute("name")}={field.GetAttribute("value")}"));
        Assert.NotEmpty(page.QuerySelectorAll($"main a[href='{Pair}?edition=1&weeks=4#everything']"));
        Assert.Equal($"{Pair}?weeks=4", (await portal.Get("/compare/prp-vs-botulinum?weeks=4")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_date_leads_through_the_planner_back_to_the_same_comparison()
    {
        var form = (await portal.GetPage($"{Pair}?concern=wrinkles-static&rows=onset&weeks=4")).QuerySelector("form[action='/plan']")!;
        var fields =
            form.QuerySelectorAll("input[type=hidden]").Select(field => $"{field.GetAttribute("name")}={field.GetAttribute("value")}");
        var day = DateTime.UtcNow.AddDays(7 * 8 + 3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var answer = await portal.Get($"/plan?{string.Join('&', fields)}&{form.QuerySelector("#date")!.GetAttribute("name")}={day}");

        Assert.Equal($"{Pair}?concern=wrinkles-static&rows=onset&weeks=8#planning", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Each_strip_stands_beside_its_words_and_laser_has_those_of_both_variants()
    {
        var laser = (await portal.GetPage("/compare/laser-fractional-vs-prp")).QuerySelectorAll(".courses > li")[0];

        Assert.Equal(["Non-ablative", "Ablative"], laser.QuerySelectorAll("h5").Select(head => head.TextContent));
        Assert.Equal(6, laser.QuerySelectorAll(".strips li").Length);
        Assert.All(laser.QuerySelectorAll(".strips li"), strip => Assert.NotEqual("", strip.TextContent.Trim()));
        Assert.All(laser.QuerySelectorAll("svg"), strip => Assert.Equal("true", strip.GetAttribute("aria-hidden")));
        Assert.Contains("then weeks of pink skin", laser.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_price_stands_where_the_market_allows_none() =>
        Assert.Equal(["Ask the clinic", "£100 to £300", "No cost"], Cells((await british.GetPage(Pair)).QuerySelector("table.course")!, 8));

    [Fact]
    public async Task How_it_was_worked_out_is_told_with_the_answers_it_rests_on()
    {
        var told = (await portal.GetPage(Pair)).QuerySelector("details.worked-out")!;

        Assert.Contains("Time between sessions: 3 months or more", told.Words(), StringComparison.Ordinal);
        Assert.Contains("How long it lasts: not known", told.Words(), StringComparison.Ordinal);
        Assert.NotEmpty(told.QuerySelectorAll("a[href='#session-time']"));
    }

    private static IElement Field(IDocument page) => page.QuerySelector("#weeks")!;

    private static string Answer(IDocument page, int option)
    {
        var answers = page.QuerySelectorAll(".courses > li")[option].QuerySelector(".answers")!;
        return $"{answers.PreviousElementSibling!.TextContent}: {answers.Words()}";
    }

    private static IEnumerable<string> Cells(IElement table, int row) =>
        table.QuerySelectorAll("tr:not(.group):has(td)")[row]
            .QuerySelectorAll("td")
            .Select(cell => string.Join(' ', cell.QuerySelectorAll("p").Select(PageText.Words)));
}

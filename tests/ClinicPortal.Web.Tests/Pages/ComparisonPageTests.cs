using System.Net;
using AngleSharp.Dom;
using ClinicPortal.Testing;

namespace ClinicPortal.Web.Tests.Pages;

public sealed class ComparisonPageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Pair = "/compare/mesotherapy-vs-prp";

    [Fact]
    public async Task Every_option_answers_the_same_questions_in_the_same_order()
    {
        var table = await Table(Pair);

        var questions = table.QuerySelectorAll("tr[data-agreement]").Select(row => row.Id!);
        Assert.Equal(SampleClinic.Edition.Criteria.Select(criterion => criterion.Slug), questions);
        Assert.All(table.QuerySelectorAll("tr[data-agreement]"), row => Assert.Equal(3, row.QuerySelectorAll("td").Length));
    }

    [Fact]
    public async Task No_treatment_stands_beside_the_options_until_the_reader_hides_it()
    {
        Assert.Equal(["Mesotherapy", "PRP", "No treatment"], Heads(await Table(Pair)));

        var page = await portal.GetPage(Pair);
        var hide = page.QuerySelectorAll(".only-differences a").Single();
        Assert.Equal($"{Pair}?without=no-treatment", hide.GetAttribute("href"));

        Assert.Equal(["Mesotherapy", "PRP"], Heads(await Table($"{Pair}?without=no-treatment")));
    }

    [Theory]
    [InlineData("/compare/prp-vs-mesotherapy", "/compare/mesotherapy-vs-prp")]
    [InlineData("/compare/PRP-vs-Mesotherapy", "/compare/prp-vs-mesotherapy")]
    [InlineData("/compare/prp-vs-mesotherapy?without=no-treatment", "/compare/mesotherapy-vs-prp?without=no-treatment")]
    [InlineData("/compare/mesotherapy-vs-prp-vs-no-treatment", "/compare/mesotherapy-vs-prp")]
    [InlineData("/compare/no-treatment-vs-prp", "/compare/prp-vs-no-treatment")]
    public async Task Another_spelling_of_the_same_comparison_moves_to_the_one_address(string address, string canonical)
    {
        var answer = await portal.Get(address);

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal(canonical, answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/compare/prp", HttpStatusCode.BadRequest, "Choose at least two")]
    [InlineData("/compare/prp-vs-prp", HttpStatusCode.BadRequest, "twice")]
    [InlineData("/compare/prp-vs-mesotherapy-vs-microneedling-vs-carboxytherapy-vs-ha-filler", HttpStatusCode.BadRequest, "four")]
    [InlineData("/compare/prp-vs-mezoterapi", HttpStatusCode.NotFound, "Mesotherapy")]
    public async Task A_wrong_address_gets_a_page_that_helps(string address, HttpStatusCode status, string help)
    {
        var page = await portal.GetPage(address, status);

        Assert.Contains(help, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main form[action='/compare']"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
    }

    [Fact]
    public async Task The_form_leads_to_the_comparisons_own_address()
    {
        var answer = await portal.Get("/compare?a=prp&b=mesotherapy&c=&d=");

        Assert.Equal("/compare/mesotherapy-vs-prp", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/compare?a=prp&b=", "Choose at least two")]
    [InlineData("/compare?a=prp&b=prp", "twice")]
    [InlineData("/compare?a=prp&b=nonsense", "not described here")]
    [InlineData("/compare?t=prp&t=mesotherapy&t=microneedling&t=carboxytherapy&t=ha-filler", "four")]
    public async Task A_choice_that_cannot_be_compared_keeps_what_was_chosen_and_says_what_to_do(string address, string help)
    {
        var page = await portal.GetPage(address, HttpStatusCode.BadRequest);

        Assert.Contains(help, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("prp", page.QuerySelector("select[name=a] option[selected]")!.GetAttribute("value"));
        Assert.StartsWith("Error:", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_cell_says_why()
    {
        var table = await Table("/compare/carboxytherapy-vs-ha-filler");

        Assert.All(table.QuerySelectorAll("td").Where(cell => cell.ParentElement!.ParentElement!.LocalName == "tbody"), cell =>
            Assert.NotEqual(
                "",
                cell.TextContent.Replace(cell.QuerySelector(".comparison__option")?.TextContent ?? "-", "", StringComparison.Ordinal)
                    .Trim()));
    }

    [Fact]
    public async Task Each_concern_shows_how_sure_we_are_as_a_word_and_a_bar()
    {
        var table = await Table("/compare/botulinum-vs-ha-filler");

        var certainties = table.QuerySelectorAll("tr.how-sure .certainty");
        Assert.NotEmpty(certainties);
        Assert.All(certainties, certainty =>
        {
            Assert.Equal(4, certainty.QuerySelectorAll("i").Length);
            Assert.Contains("certainty", certainty.TextContent, StringComparison.Ordinal);
        });
        Assert.Contains("Does help", table.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Risks_and_reasons_against_are_marked_never_to_hide()
    {
        var table = await Table(Pair);

        Assert.Equal(["serious-risks", "not-suitable"], table.QuerySelectorAll("tr[data-always-shown=true]").Select(row => row.Id!));
    }

    [Fact]
    public async Task A_pair_without_a_shared_concern_is_kept_out_of_search_engines()
    {
        Assert.Equal(
            "noindex",
            (await portal.GetPage("/compare/botulinum-vs-hair-transplant")).QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Null((await portal.GetPage(Pair)).QuerySelector("meta[name=robots]"));
    }

    [Fact]
    public async Task A_pair_without_an_editors_contrast_is_complete_without_it()
    {
        var page = await portal.GetPage("/compare/carboxytherapy-vs-microneedling");

        Assert.Null(page.QuerySelector("#contrasts"));
        Assert.Equal(SampleClinic.Edition.Criteria.Count, page.QuerySelectorAll("table.comparison:not(.glance) tr[data-agreement]").Length);
    }

    [Fact]
    public async Task At_a_glance_has_four_to_six_rows_with_evidence_and_risks_among_them()
    {
        var rows = (await portal.GetPage(Pair)).QuerySelectorAll("table.glance tbody tr");

        Assert.InRange(rows.Length, 4, 6);
        var links = rows.Select(row => row.QuerySelector("a")!.GetAttribute("href")).ToList();
        Assert.Contains("#evidence", links);
        Assert.Contains("#serious-risks", links);
    }

    [Fact]
    public async Task A_number_is_a_picture_for_each_arm_with_a_name_a_sentence_and_a_row_of_its_table()
    {
        var page = await portal.GetPage("/compare/botulinum-vs-hair-transplant");

        var number = page.QuerySelector("#number-n1")!;
        Assert.Equal(["Minoxidil", "Dummy lotion"], number.QuerySelectorAll(".arms__label").Select(label => label.TextContent));
        Assert.Equal("Hair transplant: combination", number.QuerySelector(".term")!.TextContent);
        Assert.All(number.QuerySelectorAll("svg[role=img]"), picture =>
        {
            Assert.Contains("of 100 women", picture.GetAttribute("aria-label"), StringComparison.Ordinal);
            Assert.Contains("Women with pattern hair loss", picture.GetAttribute("aria-label"), StringComparison.Ordinal);
        });
        Assert.Contains("It happened in 26 of 100 women; in 74 it did not.", number.TextContent, StringComparison.Ordinal);
        Assert.Contains("probably", number.TextContent, StringComparison.Ordinal);
        Assert.Equal("157 of 593", number.QuerySelector("tbody tr:first-of-type td:last-of-type")!.TextContent);
    }

    [Theory]
    [InlineData("n4", 2, 0)]
    [InlineData("n8", 0, 0)]
    [InlineData("n7", 3, 6)]
    public async Task A_rare_event_is_a_bar_a_tiny_sample_is_itself_and_without_a_rate_there_is_no_picture(
        string key, int pictures, int rows)
    {
        var number = (await portal.GetPage("/compare/ha-filler-vs-mesotherapy-vs-prp")).QuerySelector($"#number-{key}")!;

        Assert.Equal(pictures, number.QuerySelectorAll("svg[role=img]").Length);
        Assert.Equal(rows, number.QuerySelectorAll("svg[role=img] .icons__yes").Length);
    }

    [Fact]
    public async Task Where_nothing_can_be_drawn_one_sentence_says_why()
    {
        var page = await portal.GetPage(Pair);

        Assert.Contains("For mesotherapy and PRP we have no count of people who got better, so no picture shows that.",
            page.QuerySelector("section[aria-labelledby=numbers]")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<IElement> Table(string address) => (await portal.GetPage(address)).QuerySelector("table.comparison:not(.glance)")!;

    private static IEnumerable<string> Heads(IElement table) =>
        table.QuerySelectorAll("thead th a").Select(head => head.TextContent.Trim());
}

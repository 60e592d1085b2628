using System.Net;

namespace ClinicPortal.Web.Tests.Pages;

public sealed class SearchPageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("/search?q=price")]
    [InlineData("/search?q=tired face")]
    [InlineData("/search?q=prp")]
    public async Task No_price_and_no_benefit_is_found_without_the_serious_risks_beside_it(string address)
    {
        var page = await portal.GetPage(address);

        var found = page.QuerySelectorAll(".results li").Where(hit =>
            hit.QuerySelector("a")!.GetAttribute("href")!.StartsWith("/treatments/", StringComparison.Ordinal)
                && !hit.QuerySelector("a")!.GetAttribute("href")!.Contains("no-treatment", StringComparison.Ordinal));
        Assert.NotEmpty(found);
        Assert.All(found, hit => Assert.Contains("Serious risks: ", hit.TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mezoterapi", "/treatments/mesotherapy")]
    [InlineData("platlet plasma", "/treatments/prp")]
    [InlineData("PRP", "/treatments/prp")]
    [InlineData("hair loss", "/concerns/hair-loss")]
    [InlineData("Cellülite", "/concerns/cellulite")]
    [InlineData("carbon dioxide", "/treatments/carboxytherapy")]
    public async Task The_first_answer_is_the_thing_that_was_meant(string query, string first)
    {
        var page = await portal.GetPage($"/search?q={Uri.EscapeDataString(query)}");

        Assert.Equal(first, page.QuerySelector(".results a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("balding", "/concerns/hair-loss")]
    [InlineData("prp vs meso", "/compare/mesotherapy-vs-prp")]
    [InlineData("prp pain", "/treatments/prp#pain")]
    [InlineData("centrifuge", "/glossary#centrifuge")]
    public async Task An_answer_of_every_kind_leads_to_a_place_that_is_there(string query, string first)
    {
        var page = await portal.GetPage($"/search?q={Uri.EscapeDataString(query)}");

        Assert.Equal(first, page.QuerySelector(".results a")!.GetAttribute("href"));
        var place = first.Split('#');
        var target = await portal.GetPage(place[0]);
        Assert.True(place.Length == 1 || target.GetElementById(place[1]) is not null);
    }

    [Fact]
    public async Task The_first_control_of_the_home_page_is_a_search_box_and_the_picker_stands_below()
    {
        var forms = (await portal.GetPage("/")).QuerySelectorAll("main form");

        Assert.Equal(["/search", "/compare"], forms.Select(form => form.GetAttribute("action")));
        Assert.Equal(("get", "search"), (forms[0].GetAttribute("method"), forms[0].GetAttribute("role")));
        var field = forms[0].QuerySelector("input[type=search][name=q]")!;
        Assert.Equal(field.Id, forms[0].QuerySelector("label")!.GetAttribute("for"));
        Assert.Null(forms[0].GetAttribute("data-module"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%20%20")]
    [InlineData("%3F%3F%3F!!!")]
    [InlineData("%00%01")]
    [InlineData("xqzvwkjh")]
    public async Task A_query_that_finds_nothing_gets_a_useful_page(string query)
    {
        var page = await portal.GetPage($"/search?q={query}");

        Assert.Empty(page.QuerySelectorAll(".results a"));
        Assert.NotNull(page.QuerySelector("main a[href='/treatments']"));
        Assert.NotNull(page.QuerySelector("main input[name=q]"));
    }

    [Fact]
    public async Task A_huge_query_is_answered_without_an_error()
    {
        var answer = await portal.Get($"/search?q={new string('x', 4000)}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task What_was_searched_for_is_not_stored_by_anyone_and_comes_back_as_text()
    {
        var answer = await portal.Get("/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E");

        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "<script>alert", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}

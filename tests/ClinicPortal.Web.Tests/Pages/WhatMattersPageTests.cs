using System.Net;
using AngleSharp.Dom;
using ClinicPortal.Testing;

namespace ClinicPortal.Web.Tests.Pages;

public sealed class WhatMattersPageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Pair = "/compare/mesotherapy-vs-prp";
    private const string Marked = $"{Pair}?rows=onset,pain";

    [Theory]
    [InlineData("?rows=pain,onset", "?rows=onset,pain")]
    [InlineData("?rows=pain&rows=onset", "?rows=onset,pain")]
    [InlineData("?rows=ONSET", "?rows=onset")]
    [InlineData("?rows=onset,onset", "?rows=onset")]
    [InlineData("?rows=onset,nonsense", "?rows=onset")]
    [InlineData("?rows=nonsense", "")]
    [InlineData("?rows=", "")]
    [InlineData("?rows=pain,onset&without=no-treatment&edition=1", "?without=no-treatment&rows=onset,pain&edition=1")]
    public async Task Another_spelling_of_the_same_marks_moves_to_the_one_address(string query, string canonical)
    {
        foreach (var (page, at) in new[] { (Pair, Pair), ($"{Pair}/sheet", $"{Pair}/sheet"), ("/compare/prp-vs-mesotherapy", Pair) })
        {
            var answer = await portal.Get(page + query);

            Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
            Assert.Equal(at + canonical, answer.Headers.Location!.OriginalString);
        }
    }

    [Theory]
    [InlineData("?rows=onset,pain")]
    [InlineData("?without=no-treatment&rows=onset,pain&edition=1")]
    public async Task The_one_address_is_answered_and_kept_by_nobody(string query)
    {
        foreach (var page in new[] { Pair, $"{Pair}/sheet" })
        {
            var answer = await portal.Get(page + query);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.Null(answer.Headers.ETag);
        }
    }

    [Fact]
    public async Task What_one_reader_marks_no_other_reader_sees()
    {
        await portal.GetPage(Marked);

        Assert.Equal(["sessions", "cost-band"], Chosen(await portal.GetPage(Pair)));
        Assert.Equal(["onset", "pain"], Chosen(await portal.GetPage(Marked)));
        Assert.Equal(["sessions"], Chosen(await portal.GetPage($"{Pair}?rows=sessions")));
    }

    [Fact]
    public async Task All_marked_leaves_nothing_to_fold()
    {
        var page =
            await portal.GetPage($"{Pair}?rows={string.Join(',', SampleClinic.Edition.Criteria.Select(criterion => criterion.Slug))}");

        Assert.Null(page.QuerySelector("details.group"));
        Assert.Contains("every question", page.GetElementById("everything")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Equal(SampleClinic.Edition.Criteria.Count, page.QuerySelectorAll(".question").Length);
    }

    [Fact]
    public async Task It_is_kept_out_of_search_engines_and_names_the_plain_page()
    {
        var page = await portal.GetPage(Marked);

        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.EndsWith(Pair, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Null((await portal.GetPage(Pair)).QuerySelector("meta[name=robots]"));
    }

    [Fact]
    public async Task The_marks_outlive_every_way_on_from_the_page()
    {
        var page = await portal.GetPage(Marked);

        Assert.Equal($"{Pair}?without=no-treatment&rows=onset,pain#everything", Link(page, "Hide the column “No treatment”"));
        Assert.Equal($"{Pair}/sheet?rows=onset,pain", Link(page, "Print one page"));
        Assert.Equal("/compare?change=mesotherapy-vs-prp&rows=onset,pain", Link(page, "Change all of them"));
        var picker = (await portal.GetPage("/compare?change=mesotherapy-vs-prp&rows=onset,pain")).QuerySelector("form.picker")!;
        Assert.Equal("onset,pain", picker.QuerySelector("input[name=rows]")!.GetAttribute("value"));
        Assert.Equal(
            "/compare/microneedling-vs-prp?rows=onset,pain",
            (await portal.Get("/compare?a=prp&b=microneedling&c=&d=&rows=onset,pain")).Headers.Location!.OriginalString);
        Assert.Equal(Marked, Link(await portal.GetPage($"{Pair}/sheet?rows=onset,pain"), "Back to the whole comparison"));
    }

    [Fact]
    public async Task The_form_shows_what_is_marked_and_keeps_the_rest_of_the_address()
    {
        var form = (await portal.GetPage($"{Pair}?without=no-treatment&rows=onset,pain&edition=1")).QuerySelector("#what-matters form")!;

        Assert.Equal("get", form.GetAttribute("method"));
        Assert.Equal($"{Pair}#first-questions", form.GetAttribute("action"));
        Assert.Equal(["onset", "pain"], form.QuerySelectorAll("input[checked]").Select(box => box.GetAttribute("value")));
        Assert.Equal(
            SampleClinic.Edition.Criteria.Select(criterion => criterion.Slug),
            form.QuerySelectorAll("input[type=checkbox][name=rows]").Select(box => box.GetAttribute("value")));
        Assert.Equal(
            ["without=no-treatment", "edition=1"],
            form.QuerySelectorAll("input[type=hidden]").Select(kept => $"{kept.GetAttribute("name")}={kept.GetAttribute("value")}"));
    }

    [Fact]
    public async Task The_sheet_has_the_readers_rows_and_questions_first_and_no_risk_gives_way()
    {
        var sheet = (await portal.GetPage($"{Pair}/sheet?rows=mechanism,pain")).QuerySelector(".sheet")!;

        var questions = sheet.QuerySelectorAll("tbody th").Select(head => head.FirstChild!.TextContent.Trim()).ToList();
        Assert.Equal(
            [
                "What do studies show?", "What could go seriously wrong?", "Who should not have it, or should tell the clinic first?",
                "How is it meant to work?", "How much does it hurt?",
            ],
            questions.Take(5));
        Assert.Contains("rows=mechanism,pain", sheet.QuerySelector(".sheet__address")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("“How is it meant to work?”", sheet.QuerySelector(".sheet__questions li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_marked_row_adds_a_question_for_the_visit_before_the_general_ones()
    {
        var questions = (await portal.GetPage($"{Pair}?rows=duration"))
            .QuerySelectorAll("#questions li")
            .Select(question => question.TextContent)
            .ToList();

        Assert.Equal("“How long might it last?” This is not known for mesotherapy and PRP. What is your experience?", questions[0]);
        Assert.Equal(SampleClinic.Content.Questions.Select(question => question.Text.ToString()), questions.Skip(1));
    }

    [Theory]
    [InlineData(Marked)]
    [InlineData("/compare/prp-vs-no-treatment?rows=evidence")]
    public async Task Every_link_to_a_place_on_the_page_arrives_and_no_id_stands_twice(string address)
    {
        var page = await portal.GetPage(address);

        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
    }

    /// <summary>What comes after the evidence, the serious risks and who should not have it.</summary>
    private static IEnumerable<string> Chosen(IParentNode page) =>
        page.QuerySelectorAll(".question .more__body").Skip(3).Select(body => body.Id!);

    private static string? Link(IParentNode page, string words) =>
        page.QuerySelectorAll("main a").Single(link => link.TextContent == words).GetAttribute("href");
}

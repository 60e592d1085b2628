using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Testing;

namespace ClinicPortal.Web.Tests.Pages;

public sealed partial class DecidingPageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    public static TheoryData<string> Comparisons =>
    [
        "/compare/mesotherapy-vs-prp", "/compare/carboxytherapy-vs-mesotherapy-vs-prp", "/compare/prp-vs-no-treatment",
        "/compare/mesotherapy-vs-prp?rows=onset,pain",
        "/compare/botulinum-vs-ha-filler-vs-laser-fractional-vs-microneedling",
    ];

    [Theory]
    [MemberData(nameof(Comparisons))]
    public async Task What_a_reader_ticks_or_answers_could_not_be_sent(string address)
    {
        var page = await portal.GetPage(address);

        var own = page.QuerySelectorAll(".ask-first :is(input, select, textarea, button), .ready :is(input, select, textarea, button)");
        Assert.NotEmpty(own);
        Assert.All(own, control =>
        {
            Assert.False(control.HasAttribute("name"));
            Assert.False(control.HasAttribute("form"));
            Assert.Null(control.Closest("form"));
        });
        Assert.All(
            page.QuerySelectorAll(":is(.ask-first, .ready) [data-module]"),
            module => Assert.Equal("ticks", module.GetAttribute("data-module")));
        Assert.All(
            page.QuerySelectorAll(".ask-first, #ready"),
            section => Assert.Contains("nothing is sent", section.TextContent, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Every_condition_that_a_clinic_may_have_has_its_rule_in_the_style_sheet()
    {
        var style = await (await portal.Get("/css/site.css")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var rule = Regex.Match(style, @"(?<selectors>main:has\(\.ask-first[^{]+) \{ display: block; \}");
        Assert.Equal(
            Enumerable.Range(1, ConditionEntry.MostLive).Select(slot => $"main:has(.ask-first [value=c{slot}]:checked) .c{slot}"),
            rule.Groups["selectors"].Value.Split(',', StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task A_note_stands_in_each_cell_that_speaks_of_it_and_in_no_other()
    {
        var page = await portal.GetPage("/compare/carboxytherapy-vs-mesotherapy-vs-prp");

        Assert.Equal(3, page.QuerySelectorAll($"#not-suitable .whole .{SlotOf(page, "pregnancy")}").Length);
        Assert.Equal(2, page.QuerySelectorAll($".whole .{SlotOf(page, "breastfeeding")}").Length);
        var allergy = page.QuerySelectorAll($".whole .{SlotOf(page, "allergy")}");
        Assert.Equal(["serious-risks", "not-suitable"], allergy.Select(note => note.Closest(".more__body")!.Id));
        Assert.All(allergy, note => Assert.Equal("You ticked “An allergy”: ask the clinic first.", note.TextContent));
        Assert.Empty(page.QuerySelectorAll($":is(td, .whole) .{SlotOf(page, "medicines")}"));
        var slots = page.QuerySelectorAll(".ask-first li input").Select(box => box.GetAttribute("value"));
        Assert.Empty(page.QuerySelectorAll(":is(td, .whole) .asked").Select(note => note.ClassList[1]).Except(slots));
    }

    [Fact]
    public async Task A_place_belongs_to_one_condition_and_is_its_place_in_the_clinics_list()
    {
        var page = await portal.GetPage("/compare/carboxytherapy-vs-mesotherapy-vs-prp");

        string[] list = [.. SampleClinic.Content.Conditions.Select(condition => $"ask-{condition.Slug}")];
        Assert.All(
            page.QuerySelectorAll(".ask-first li input"),
            box => Assert.Equal($"c{Array.IndexOf(list, box.Id) + 1}", box.GetAttribute("value")));
        Assert.All(page.QuerySelectorAll(".ask-first li"), item =>
            Assert.Contains(item.QuerySelector("input")!.GetAttribute("value"), item.QuerySelector(".asked")!.ClassList));
    }

    [Fact]
    public async Task A_ticked_condition_leads_to_the_answers_that_mention_it()
    {
        var page = await portal.GetPage("/compare/carboxytherapy-vs-mesotherapy-vs-prp");

        var allergy = page.GetElementById("ask-allergy")!.Closest("li")!.QuerySelectorAll(".asked p").ToList();
        Assert.Equal(
            [
                "Mesotherapy: ask the clinic first. "
                    + "See “What could go seriously wrong?” and “Who should not have it, or should tell the clinic first?”",
                "Carboxytherapy and PRP: not mentioned. Ask the clinic all the same.",
            ],
            allergy.Select(line => Spaces().Replace(line.TextContent, " ").Trim()));
        Assert.Equal(["#serious-risks", "#not-suitable"], allergy[0].QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.All(
            page.QuerySelectorAll(".ask-first .asked a"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
    }

    [Theory]
    [MemberData(nameof(Comparisons))]
    public async Task It_says_for_whom_it_is_and_invents_no_telephone_number(string address)
    {
        var card = (await portal.GetPage(address)).QuerySelector(".for-whom")!;

        Assert.Contains("adults", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("your local emergency number", card.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            SampleClinic.Content.Clinic.Telephone,
            string.Concat(card.QuerySelectorAll("a[href^='tel:']").Select(link => link.TextContent)));
        Assert.DoesNotContain(card.TextContent.Replace(SampleClinic.Content.Clinic.Telephone, "", StringComparison.Ordinal), char.IsDigit);
    }

    [Theory]
    [MemberData(nameof(Comparisons))]
    public async Task The_guide_has_three_to_five_steps_that_lead_somewhere(string address)
    {
        var page = await portal.GetPage(address);

        var steps = page.QuerySelectorAll("#guide a").Select(step => page.GetElementById(step.GetAttribute("href")![1..])!).ToList();
        Assert.InRange(steps.Count, 3, 5);
        Assert.All(steps, Assert.NotNull);
    }

    [Fact]
    public async Task The_check_tells_right_from_wrong_and_where_to_read_it()
    {
        var question = (await portal.GetPage("/compare/botulinum-vs-ha-filler")).QuerySelectorAll(".ready__questions:not(.sure) li")
            .Single(item => item.TextContent.Contains("How long might it last?", StringComparison.Ordinal));

        Assert.Equal("HA filler", question.QuerySelector("option[value=right]")!.TextContent);
        Assert.Equal(question.QuerySelector("select")!.Id, question.QuerySelector("label")!.GetAttribute("for"));
        Assert.StartsWith(
            "That is right. Botulinum toxin: 3 to 4 months.", question.QuerySelector(".answer--right")!.Words(),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Not quite. Botulinum toxin: 3 to 4 months.", question.QuerySelector(".answer--wrong")!.Words(), StringComparison.Ordinal);
        Assert.All(question.QuerySelectorAll("a"), link => Assert.Equal("#duration", link.GetAttribute("href")));
    }

    [Fact]
    public async Task The_sure_test_asks_its_four_questions()
    {
        var sure = (await portal.GetPage("/compare/mesotherapy-vs-prp")).QuerySelector(".sure")!;

        Assert.Equal(Web.Pages.Patients.SureTest.Questions, sure.QuerySelectorAll("label").Select(label => label.TextContent));
        Assert.All(
            sure.QuerySelectorAll("select"),
            answers => Assert.Equal(["", "yes", "no"], answers.QuerySelectorAll("option").Select(option => option.GetAttribute("value"))));
    }

    private static string SlotOf(IDocument page, string condition) => page.GetElementById($"ask-{condition}")!.GetAttribute("value")!;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using ClinicPortal.Web.Pages.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>Numbers, comparisons, criteria and concerns, edited by people whose browsers run no script.</summary>
public sealed class CatalogueEditingTests
{
    private const string Pair = "mesotherapy-vs-prp";
    private const string Secret = "Zirconite";
    private const string Reasons = "/staff/treatments/hair-transplant/answers/not-suitable";

    [Fact]
    public async Task Every_field_of_a_number_can_be_changed()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var before = (await ContentOf(portal)).Numbers.Single(number => number.Key == "n1");

        var saved = await SendAsync(browser, "/staff/numbers/n1",
            ("Form.Outcome", "Fewer hairs in the brush"), ("Form.Effect", "Harm"), ("Form.Group", "men in 2 trials"),
            ("Form.Time", "after a year"), ("Form.Counted", "men"),
            ("Form.Denominator", "50"), ("Form.Raw", "true"), ("Form.Arms[0].Label", "Foam"), ("Form.Arms[0].Count", "20"),
            ("Form.Arms[0].Events", "20"), ("Form.Arms[0].Total", "50"),
            ("Form.Arms[1].Label", ""), ("Form.Arms[1].Count", ""), ("Form.Arms[1].Events", ""), ("Form.Arms[1].Total", ""),
            ("Form.Arms[2].Label", "Nothing"), ("Form.Arms[2].Count", "0"),
            ("Form.Certainty", "Low"), ("Form.CertaintyReason", "Two small trials."), ("Form.Concern", ""),
            ("Form.Places[0].Criterion", "evidence"), ("Form.Places[1].Treatment", "prp"), ("Form.Places[1].Criterion", "onset"),
            ("Form.Sources", "r9"), ("Why", "New trials"));

        Assert.Equal("/staff/numbers/n1", saved.Headers.Location?.OriginalString);
        var expected = before with
        {
            Outcome = En("Fewer hairs in the brush"),
            Effect = OutcomeEffect.Harm,
            Group = En("men in 2 trials"),
            Time = En("after a year"),
            Counted = En("men"),
            Denominator = 50,
            Raw = true,
            Arms = [new() { Label = En("Foam"), Count = 20, Events = 20, Total = 50 }, new() { Label = En("Nothing"), Count = 0 }],
            Certainty = Certainty.Low,
            CertaintyReason = En("Two small trials."),
            Concern = null,
            Places = [new() { Treatment = "prp", Criterion = "onset" }, new() { Treatment = "hair-transplant", Criterion = "evidence" }],
            Sources = ["r9"],
        };
        Assert.Equal(Text(expected), Text((await ContentOf(portal)).Numbers.Single(number => number.Key == "n1")));
        await AssertInHistory(browser, "numbers/n1", "New trials", "Foam: 20 (20 of 50)");
    }

    [Theory]
    [InlineData("/staff/numbers/n1", "Form.Outcome")]
    [InlineData("/staff/numbers/new?treatment=prp&criterion=onset", "Form.Outcome")]
    [InlineData("/staff/treatments/prp/answers/onset", "Form.Text")]
    [InlineData("/staff/treatments/prp/concerns/hair-loss", "Form.Note")]
    [InlineData("/staff/comparisons/mesotherapy-vs-prp", "Form.ClinicsSay")]
    public async Task A_missing_source_is_added_on_the_way_and_what_was_typed_is_kept(string address, string field)
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        const string add = "button[name=Next][value=source]";

        var left = await browser.SendAsync(address, new() { [field] = "Typed and not saved." }, add);
        var source = left.Headers.Location!.OriginalString;
        Assert.StartsWith("/staff/sources/new?back=", source, StringComparison.Ordinal);
        var refused = await browser.SendAsync(source, new() { ["Form.Reference"] = "A. Study. 2024.", ["Form.Doi"] = "nonsense" });
        var again = await StaffBrowser.ReadAsync(refused, HttpStatusCode.BadRequest);
        var saved = await browser.SendAsync(source, again, new() { ["Form.Doi"] = "10.1000/brand-new" });

        Assert.Equal(address.Split('?')[0], saved.Headers.Location!.OriginalString);
        var form = await browser.PageAsync(saved.Headers.Location.OriginalString);
        Assert.Contains("The source has been added", form.QuerySelector(".done")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Typed and not saved.", form.QuerySelector($"[name='{field}']")!.TextContent.Trim());
        Assert.Contains(
            form.QuerySelectorAll("main .choices label, main datalist option"), one => one.TextContent.Contains("A. Study. 2024."));
    }

    [Fact]
    public async Task A_source_leads_back_to_no_other_site()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");

        var saved = await browser.SendAsync(
            "/staff/sources/new?back=https://elsewhere.example/staff/", new() { ["Form.Reference"] = "Elsewhere" });

        Assert.Equal("/staff/sources/elsewhere", saved.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_number_is_begun_from_the_answer_it_stands_in()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var answer = await browser.PageAsync("/staff/treatments/prp/answers/onset");
        var begin = answer.QuerySelector("aside a[href*='numbers/new']")!.GetAttribute("href")!;

        var saved = await SendAsync(browser, begin,
            ("Form.Outcome", "Brighter skin"), ("Form.Group", "adults"), ("Form.Counted", "people"),
            ("Form.NoRate", "Nobody has counted them."));

        Assert.Equal("/staff/numbers/brighter-skin-adults", saved.Headers.Location?.OriginalString);
        var number = (await ContentOf(portal)).Numbers.Single(number => number.Key == "brighter-skin-adults");
        Assert.Equal(new NumberPlace { Treatment = "prp", Criterion = "onset" }, Assert.Single(number.Places));
        Assert.Contains(
            "/staff/numbers/brighter-skin-adults",
            (await browser.PageAsync("/staff/treatments/prp/answers/onset"))
                .QuerySelectorAll("aside a")
                .Select(link => link.GetAttribute("href")));
        Assert.Contains(
            "/staff/numbers/brighter-skin-adults",
            (await browser.PageAsync("/staff/treatments/prp")).QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
        Assert.Contains(
            "has no source", (await browser.PageAsync("/staff/numbers/brighter-skin-adults")).QuerySelector("aside")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_of_a_number_is_the_picture_that_patients_see()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");

        var shown = await PreviewAsync(
            browser, "/staff/numbers/n1", HttpStatusCode.OK, ("Form.Arms[0].Count", "31"), ("Form.Arms[0].Events", "184"));

        Assert.Contains(
            "It happened in 31 of 100 women; in 69 it did not.", shown.QuerySelector(".preview .arms")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(26, (await ContentOf(portal)).Numbers.Single(number => number.Key == "n1").Arms[0].Count);
        Assert.Equal("/staff/numbers/n1", shown.QuerySelector("main form")!.GetAttribute("action"));
    }

    [Fact]
    public async Task A_bound_and_a_range_are_saved_and_shown_in_words()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        (string, string?)[] typed =
        [
            ("Form.Denominator", "1000"),
            ("Form.Arms[0].Count", ""), ("Form.Arms[0].FewerThan", "1"), ("Form.Arms[0].Events", ""), ("Form.Arms[0].Total", ""),
            ("Form.Arms[1].Count", ""), ("Form.Arms[1].Min", "75"), ("Form.Arms[1].Max", "90"),
            ("Form.Arms[1].Events", ""), ("Form.Arms[1].Total", ""),
        ];

        var shown = (await PreviewAsync(browser, "/staff/numbers/n1", HttpStatusCode.OK, typed)).QuerySelector(".preview")!;
        await SendAsync(browser, "/staff/numbers/n1", typed);
        var page = await browser.PageAsync("/staff/numbers/n1");

        Assert.Contains("fewer than 1 of 1,000 women; in more than 999 it did not.", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("75 to 90 of 1,000 women; in 910 to 925 it did not.", shown.TextContent, StringComparison.Ordinal);
        Assert.Empty(shown.QuerySelectorAll("svg"));
        Assert.Equal(
            [new() { Label = En("Minoxidil"), FewerThan = 1 }, new() { Label = En("Dummy lotion"), Min = 75, Max = 90 }],
            (await ContentOf(portal)).Numbers.Single(number => number.Key == "n1").Arms);
        Assert.Equal("1", ValueOf(page, "Form.Arms[0].FewerThan"));
        Assert.Equal(("75", "90"), (ValueOf(page, "Form.Arms[1].Min"), ValueOf(page, "Form.Arms[1].Max")));
        await AssertInHistory(browser, "numbers/n1", "", "Minoxidil: fewer than 1; Dummy lotion: 75 to 90");
    }

    [Theory]
    [InlineData("main form[method=post] button")]
    [InlineData("button[formaction*=Preview]")]
    public async Task Figures_that_contradict_each_other_are_refused_and_both_are_named(string button)
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        (string, string?)[] typed = [("Form.Arms[0].Count", "73"), ("Form.Arms[0].Events", "44"), ("Form.Arms[0].Total", "120")];
        const string Both = "\"Minoxidil\": 44 of 120 is 37 of 100, not 73.";

        var refused = await StaffBrowser.ReadAsync(await SendAsync(browser, "/staff/numbers/n1", button, typed), HttpStatusCode.BadRequest);

        Assert.Contains(Both, refused.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Both, refused.QuerySelector("aside[data-module=preview]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("73", ValueOf(refused, "Form.Arms[0].Count"));
        Assert.Equal(26, (await ContentOf(portal)).Numbers.Single(number => number.Key == "n1").Arms[0].Count);
    }

    [Fact]
    public async Task A_new_number_asks_first_for_its_answer_and_then_for_what_fits()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");

        var asked = await browser.PageAsync("/staff/numbers/new?treatment=prp");
        var harm = await browser.PageAsync($"/staff/numbers/new?treatment=prp&criterion={SlugOf(CriterionRole.SeriousRisks)}");
        var evidence = await browser.PageAsync($"/staff/numbers/new?treatment=prp&criterion={SlugOf(CriterionRole.Evidence)}");

        Assert.Null(asked.QuerySelector("form[data-row]"));
        Assert.Equal("prp", asked.QuerySelector<IHtmlSelectElement>("[name=treatment]")!.Value);
        Assert.Equal("", asked.QuerySelector<IHtmlSelectElement>("[name=criterion]")!.Value);
        Assert.Equal(("Harm", "Benefit"), (EffectOf(harm), EffectOf(evidence)));
        Assert.Null(harm.QuerySelector("[name='Form.Concern']"));
        Assert.NotNull(evidence.QuerySelector("[name='Form.Concern']"));
        // What is typed stays in view, also where its address says nothing of an answer any more.
        await browser.SendAsync(
            $"/staff/numbers/new?treatment=prp&criterion={SlugOf(CriterionRole.SeriousRisks)}", new() { ["Form.Outcome"] = "bled" },
            "button[formaction*=SaveDraft]");
        Assert.Equal("bled", (await browser.PageAsync("/staff/numbers/new")).QuerySelector("#outcome")!.TextContent.Trim());

        static string SlugOf(CriterionRole role) => SampleClinic.Content.Criteria.Single(criterion => criterion.Role == role).Slug;

        static string EffectOf(IDocument page) => page.QuerySelector<IHtmlSelectElement>("#effect")!.Value!;
    }

    [Fact]
    public async Task The_preview_of_a_new_number_says_what_is_missing_and_then_shows_it()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        const string Address = "/staff/numbers/new?treatment=prp&criterion=onset";
        (string, string?)[] words = [("Form.Outcome", "Brighter skin"), ("Form.Group", "adults"), ("Form.Counted", "people")];
        (string, string?)[] rate = [.. words, ("Form.Denominator", "100"), ("Form.Arms[0].Label", "PRP")];

        var begun = Missing(await browser.PageAsync(Address));
        var worded = Missing(await PreviewAsync(browser, Address, HttpStatusCode.OK, words));
        var unfinished = Missing(await PreviewAsync(browser, Address, HttpStatusCode.BadRequest, rate));
        // The question is to be chosen again: that stands against saving it, and not against seeing it.
        var shown = await PreviewAsync(
            browser, Address, HttpStatusCode.BadRequest, [.. rate, ("Form.Arms[0].Count", "4"), ("Form.Places[0].Criterion", "")]);

        Assert.Contains("The outcome is empty. Fill it in.", begun);
        Assert.Contains(
            worded,
            reason => reason.StartsWith("The number \"Brighter skin\": fill in either \"Out of how many\"", StringComparison.Ordinal));
        Assert.Equal(["\"PRP\": Fill in \"It happened to\", or \"or to fewer than\", or \"or from\" and \"to\"."], unfinished);
        Assert.Contains("in 4 of 100 people; in 96 it did not.", shown.QuerySelector(".preview")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("A place needs a treatment and a question. Choose the other, or empty both.", Missing(shown));

        static IReadOnlyList<string> Missing(IDocument page) =>
            [.. page.QuerySelectorAll("aside[data-module=preview] li").Select(reason => reason.TextContent)];
    }

    [Fact]
    public async Task What_the_evidence_was_compared_with_is_saved_shown_and_refused_where_nothing_was_studied()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        const string Address = "/staff/treatments/prp/concerns/hair-loss";
        (string, string?)[] unstudied = [("Form.Offer", "NotUsual"), ("Form.Direction", ""), ("Form.Certainty", "")];

        var usual = (await browser.PageAsync(Address)).QuerySelector("aside")!.TextContent;
        var previewed = await PreviewAsync(browser, Address, HttpStatusCode.OK, ("Form.Comparator", "minoxidil"));
        var shown = previewed.QuerySelector("aside")!.TextContent;
        await SendAsync(browser, Address, ("Form.Comparator", "minoxidil"));
        var refused = await StaffBrowser.ReadAsync(await SendAsync(browser, Address, unstudied), HttpStatusCode.BadRequest);
        var tooLong = await PreviewAsync(browser, Address, HttpStatusCode.BadRequest, ("Form.Comparator", new string('x', 121)));

        Assert.Contains("Compared with no treatment or a dummy treatment.", usual, StringComparison.Ordinal);
        Assert.Contains(", compared with minoxidil.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("dummy", shown, StringComparison.Ordinal);
        Assert.Equal("minoxidil", (await PrpOf(portal)).Concerns.Single(one => one.Concern == "hair-loss").Comparator?.ToString());
        Assert.Contains(
            "Only a treatment with \"Yes, and it has been studied\" can have a comparison. Choose that, or clear \"Compared with what?\".",
            refused.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("121 characters, and 120 is the most", tooLong.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        await AssertInHistory(browser, "treatments/prp/concerns/hair-loss", "", "minoxidil");
    }

    [Theory]
    [InlineData("Form.Direction", "Improves")]
    [InlineData("Form.Certainty", "Low")]
    public async Task What_nobody_has_studied_says_nothing_of_studies(string field, string said)
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var typed = new Dictionary<string, string>
        {
            ["Form.Offer"] = "WithoutResearch",
            ["Form.Direction"] = "",
            ["Form.Certainty"] = "",
            ["Form.Comparator"] = "",
        };
        typed[field] = said;

        var refused = await browser.SendAsync("/staff/treatments/prp/concerns/hair-loss", typed);

        Assert.Contains(
            "Only a treatment with \"Yes, and it has been studied\" can say what studies found. Choose that, or set",
            (await StaffBrowser.ReadAsync(refused, HttpStatusCode.BadRequest)).QuerySelector("#problems")!.TextContent,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/staff/treatments/prp/concerns/hair-loss", "Form.Certainty", "how sure we are", true)]
    [InlineData("/staff/numbers/n1", "Form.Sources", "has no source", false)]
    public async Task What_cannot_be_published_yet_is_saved_and_told_at_once(
        string address, string field, string told, bool leadsBack)
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");

        var saved = await browser.SendAsync(address, new() { [field] = "" });

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var warnings = (await browser.PageAsync(saved.Headers.Location!.OriginalString)).QuerySelector("#saved-warnings")!;
        Assert.Contains(told, warnings.TextContent, StringComparison.Ordinal);
        Assert.Equal(leadsBack ? address : null, warnings.QuerySelector("a")?.GetAttribute("href"));
        Assert.Contains(
            told, (await browser.PageAsync(address)).QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_it_is_not_usually_offered_is_an_answer_and_the_next_concern_follows()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        await SendAsync(browser, "/staff/treatments/new", ("Form.Name", "Tumbling"), ("Form.Summary", "It tumbles."));
        var concerns = SampleClinic.Edition.Concerns.Select(concern => concern.Slug).ToList();
        var address = $"/staff/treatments/tumbling/concerns/{concerns[0]}";
        const string Next = "button[formaction*=Next]";

        var unsaid = await StaffBrowser.ReadAsync(await browser.SendAsync(address, [], Next), HttpStatusCode.BadRequest);
        var saved = await browser.SendAsync(address, new() { ["Form.Offer"] = "NotUsual" }, Next);
        var last = await browser.SendAsync(
            $"/staff/treatments/tumbling/concerns/{concerns[^1]}", new() { ["Form.Offer"] = "NotUsual" }, Next);

        Assert.Contains("Choose whether clinics offer it", unsaid.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/staff/treatments/tumbling/concerns/{concerns[1]}", saved.Headers.Location!.OriginalString);
        Assert.Equal($"/staff/treatments/tumbling#concern-{concerns[^1]}", last.Headers.Location!.OriginalString);
        var content = await portal.Services.GetRequiredService<ContentExporter>().ExportAsync(StaffBrowser.Cancel);
        Assert.Equal(
            [(concerns[0], ConcernOffer.NotUsual), (concerns[^1], ConcernOffer.NotUsual)],
            content.Treatments.Single(one => one.Slug == "tumbling").Concerns.Select(one => (one.Concern, one.Offer)));
    }

    [Fact]
    public async Task Every_field_of_a_comparison_can_be_changed()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var before = (await ContentOf(portal)).Contrasts[0];

        var saved = await SendAsync(browser, $"/staff/comparisons/{Pair}",
            ("Form.Passages[0].Heading", "What is in it"), ("Form.Passages[0].Text", "Blood, or a mix."),
            ("Form.Passages[0].Criteria[1].Criterion", "onset"), ("Form.Passages[0].Criteria[1].Verdict", ""),
            ("Form.Passages[0].Sources.Keys", "seed"), ("Form.Passages[0].Sources.Adding", "r4, r44"), ("Form.Passages[1].Remove", "true"),
            ("Form.Passages[3].Place", "1"),
            ("Form.Passages[4].Heading", "Which hurts more?"), ("Form.Passages[4].Text", "Nobody has asked."),
            ("Form.Passages[4].Criteria[0].Criterion", "onset"),
            ("Form.ClinicsSay", "Both are gentle."), ("Form.ClinicsSaySources.Keys", null), ("Form.ClinicsSaySources.Adding", "r9"),
            ("Why", "Read again"));

        Assert.Equal($"/staff/comparisons/{Pair}", saved.Headers.Location?.OriginalString);
        var expected = before with
        {
            Passages =
            [
                before.Passages[3],
                new()
                {
                    Heading = En("What is in it"), Text = En("Blood, or a mix."), Sources = ["seed", "r4", "r44"],
                    Criteria = [new() { Criterion = "what", Verdict = EditorVerdict.Differs }, new() { Criterion = "onset" }],
                },
                before.Passages[2],
                new() { Heading = En("Which hurts more?"), Text = En("Nobody has asked."), Criteria = [new() { Criterion = "onset" }] },
            ],
            ClinicsSay = En("Both are gentle."),
            ClinicsSaySources = ["r9"],
        };
        Assert.Equal(Text(expected), Text((await ContentOf(portal)).Contrasts[0]));
        await AssertInHistory(browser, $"contrasts/{Pair}", "Read again", "Both are gentle.");
    }

    [Theory]
    [InlineData("/staff/treatments/prp/answers/pain", "Form.ToBeConfirmed")]
    [InlineData("/staff/treatments/prp/concerns/wrinkles-static", "Form.ToBeConfirmed")]
    [InlineData("/staff/concerns/wrinkles-static", "Form.ToBeConfirmed")]
    [InlineData("/staff/lists/glossary/new", "Form.Fields[to-be-confirmed]")]
    [InlineData("/staff/treatments/prp/all-answers/1", "Form.Answers[0].Answer.ToBeConfirmed")]
    public async Task Every_form_calls_what_is_to_be_confirmed_by_one_name(string address, string name)
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");

        var page = await browser.PageAsync(address);

        var tick = page.QuerySelector($"[name='{name}']")!;
        Assert.Equal("To be confirmed by a clinician", tick.Closest("label")!.Words());
        Assert.Equal(
            "For example general knowledge, or an article that nobody has checked yet.",
            page.GetElementById(tick.GetAttribute("aria-describedby")!)!.Words());
    }

    [Fact]
    public async Task A_source_is_called_by_its_reference_and_not_by_its_key()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var source = SampleClinic.Content.Sources[0];

        Assert.Equal($"Source: {FormInput.Shown(source.Reference, 80)}", (await browser.PageAsync($"/staff/sources/{source.Key}"))
            .QuerySelector("h1")!.Words());
    }

    [Fact]
    public async Task A_comparison_stands_beside_the_answers_it_rests_on()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");

        var page = await browser.PageAsync($"/staff/comparisons/{Pair}");
        var contradicting = await StaffBrowser.ReadAsync(await SendAsync(
            browser, $"/staff/comparisons/{Pair}", "button[formaction*=Preview]", ("Form.Passages[2].Criteria[0].Verdict", "Differs")));

        var content = SampleClinic.Content;
        var sessions = content.Treatments.Single(one => one.Slug == "prp").Answers.Single(answer => answer.Criterion == "sessions");
        Assert.Contains(page.QuerySelectorAll("aside dd"), said => said.TextContent == sessions.Text!.ToString());
        Assert.Contains(
            page.QuerySelectorAll("aside .contrasts h4"),
            heading => heading.TextContent == content.Contrasts[0].Passages[0].Heading.ToString());
        const string Contradicted =
            "but your verdict is “They differ”. Correct the values in the answers, or change \"Your verdict\".";
        Assert.DoesNotContain("Your verdict", page.QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Contradicted, contradicting.QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_pair_begins_with_two_choices()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");

        var opened = await browser.GetAsync("/staff/comparisons?one=prp&other=microneedling");
        var address = opened.Headers.Location!.OriginalString;
        var saved = await SendAsync(
            browser, address, ("Form.Passages[0].Heading", "Needles"), ("Form.Passages[0].Text", "Both use them."),
            ("Form.Passages[0].Criteria[0].Criterion", "what"));

        Assert.Equal("/staff/comparisons/microneedling-vs-prp", address);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(
            "Needles",
            (await ContentOf(portal)).Contrasts.Single(contrast => contrast.Between[0] == "microneedling").Passages[0].Heading.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/staff/comparisons?one=prp&other=prp")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/staff/comparisons/prp-vs-prp")).StatusCode);
    }

    [Fact]
    public async Task The_words_of_a_criterion_can_be_changed_and_its_kind_stays()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var before = (await ContentOf(portal)).Criteria.Single(criterion => criterion.Slug == "onset");
        var group = SampleClinic.Content.Groups.First(group => group.Slug != before.Group).Slug;

        await SendAsync(browser, "/staff/criteria/onset",
            ("Form.Question", "When does it begin?"), ("Form.Term", "Beginning"), ("Form.Help", "The first change."), ("Form.Group", group),
            ("Form.Priority", "17"), ("Form.AlwaysShown", "true"), ("Why", "Plainer"));

        var expected = before with
        {
            Question = En("When does it begin?"),
            Term = En("Beginning"),
            Help = En("The first change."),
            Group = group,
            Priority = 17,
            AlwaysShown = true,
        };
        Assert.Equal(Text(expected), Text((await ContentOf(portal)).Criteria.Single(criterion => criterion.Slug == "onset")));
        await AssertInHistory(browser, "criteria/onset", "Plainer", "When does it begin?");
    }

    [Fact]
    public async Task What_the_pages_rest_on_and_how_they_speak_of_it_can_be_changed()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var before = (await ContentOf(portal)).Criteria.ToDictionary(criterion => criterion.Slug);

        await SendAsync(
            browser, "/staff/criteria/sessions", ("Form.InSentence", "how many times"), ("Form.UnitOne", "meeting"),
            ("Form.UnitMany", "meetings"));
        await SendAsync(browser, "/staff/criteria/downtime", ("Form.WhenOver", "the redness has gone"));
        await SendAsync(browser, "/staff/criteria/mechanism", ("Form.Role", "DailyLife"));
        await SendAsync(browser, "/staff/criteria/evidence", ("Form.Role", ""));

        var after = (await ContentOf(portal)).Criteria.ToDictionary(criterion => criterion.Slug);
        Assert.Equal(
            Text(
                before["sessions"] with { InSentence = En("how many times"), Unit = new() { One = En("meeting"), Many = En("meetings") } }),
            Text(after["sessions"]));
        Assert.Equal(Text(before["downtime"] with { WhenOver = En("the redness has gone") }), Text(after["downtime"]));
        Assert.Equal(Text(before["mechanism"] with { Role = CriterionRole.DailyLife }), Text(after["mechanism"]));
        Assert.Equal(Text(before["evidence"] with { Role = null }), Text(after["evidence"]));
    }

    [Fact]
    public async Task A_role_that_another_question_has_is_told_while_saving_and_one_word_for_what_is_counted_is_refused()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");

        await SendAsync(browser, "/staff/criteria/mechanism", ("Form.Role", "Evidence"));
        var half = await SendAsync(browser, "/staff/criteria/sessions", ("Form.UnitMany", ""));

        Assert.Contains(
            "“What do studies show?” and “How is it meant to work?” both have the role “what studies show”. Only one question can have it. "
                + "Choose another role, or \"No special role\", for the other.",
            (await browser.PageAsync("/staff/criteria/mechanism")).QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, half.StatusCode);
        Assert.Contains("Write both, or neither.", await half.Content.ReadAsStringAsync(StaffBrowser.Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public void A_passage_that_lists_a_question_twice_is_named_by_its_heading()
    {
        var passage = new PassageForm
        {
            Heading = "Time",
            Text = "It takes longer.",
            Criteria = [new() { Criterion = "onset" }, new() { Criterion = "onset" }],
        };

        Assert.Equal(
            ["The passage “Time” lists the same question twice. Remove one of the two."],
            new ContrastForm { Passages = [passage] }.Problems());
    }

    [Fact]
    public async Task When_to_get_help_is_marked_by_copying_the_sentence()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        const string Answer = "/staff/treatments/laser-fractional/answers/aftercare";

        await SendAsync(
            browser, Answer, ("Form.Text", "Keep cool. **Ring us** about fever. No sun."), ("Form.GetHelp", "Ring us about fever."),
            ("Why", "Asked for"));

        Assert.Equal(
            "Ring us about fever.",
            (await ContentOf(portal)).Treatments.Single(one =>
                one.Slug == "laser-fractional").Answers.Single(one => one.Criterion == "aftercare").GetHelp!.ToString());
        Assert.DoesNotContain(
            "in these words", (await browser.PageAsync(Answer)).QuerySelector("aside")!.TextContent, StringComparison.Ordinal);

        await SendAsync(browser, Answer, ("Form.Text", "Keep cool."));

        Assert.Contains(
            "“Ring us about fever.” is under \"When to get help\", but the answer does not say it in these words.",
            (await browser.PageAsync(Answer)).QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await browser.PageAsync("/staff/treatments/laser-fractional/answers/onset")).QuerySelector("[name='Form.GetHelp']"));
        await AssertInHistory(browser, "treatments/laser-fractional/answers/aftercare", "", "Keep cool.");
    }

    [Fact]
    public async Task What_an_answer_means_for_each_condition_is_chosen_in_its_form()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");

        await SendAsync(
            browser, Reasons,
            ("Form.Conditions[bleeding]", ""), ("Form.Conditions[pregnancy]", "NoReasonAgainst"), ("Form.Conditions[tan]", "DoNot"),
            ("Why", "Asked for"));

        Assert.Equal(
            [
                ("pregnancy", ConditionMeaning.NoReasonAgainst), ("tan", ConditionMeaning.DoNot),
                ("illness", ConditionMeaning.AskFirst), ("changing-hair-loss", ConditionMeaning.AskFirst),
            ],
            await MentionsOf(portal));
        var page = await browser.PageAsync(Reasons);
        Assert.Equal(
            ["No reason against", "Not mentioned", "Do not"],
            new[] { "pregnancy", "bleeding", "tan" }.Select(condition => ChosenIn(page, condition)));
        Assert.Equal(
            "Conditions this answer mentions: 4", page.QuerySelector("details:has([name='Form.Conditions[tan]']) > summary")!.TextContent);
        await AssertInHistory(
            browser, "treatments/hair-transplant/answers/not-suitable", "Asked for", "Pregnancy: no reason against");
    }

    [Fact]
    public async Task A_condition_chosen_is_kept_in_a_draft_and_one_that_is_not_there_is_refused()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var before = await MentionsOf(portal);

        await SendAsync(browser, Reasons, "button[formaction*=SaveDraft]", ("Form.Conditions[tan]", "DoNot"));

        Assert.Equal("Do not", ChosenIn(await browser.PageAsync(Reasons), "tan"));
        Assert.Equal(before, await MentionsOf(portal));

        await SendAsync(browser, Reasons, "button[formaction*=SaveDraft]", ("Form.Conditions[tan]", ""));

        await using (var db = await StaffBrowser.StoreOf(portal))
            Assert.Empty(db.Drafts);

        var (action, fields) = StaffBrowser.FieldsOf(await browser.PageAsync(Reasons), "main form[method=post] button");
        var refused = await StaffBrowser.ReadAsync(
            await browser.PostAsync(action ?? Reasons, [.. fields, new("Form.Conditions[gone]", "DoNot")]), HttpStatusCode.BadRequest);

        Assert.Contains(
            "There is no condition \"gone\" any more. Choose another.", refused.QuerySelector("#problems")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(before, await MentionsOf(portal));
    }

    [Fact]
    public async Task Two_people_judge_two_conditions_side_by_side_and_one_condition_is_shown_to_both_by_its_name()
    {
        await using var portal = new PortalFactory();
        var eve = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var rae = await StaffBrowser.SignedInAsync(portal, "Rae Reviewer", StaffRole.Reviewer);
        var (opened, openedToo, began) = (await eve.PageAsync(Reasons), await rae.PageAsync(Reasons), await rae.PageAsync(Reasons));

        await SendAsync(eve, opened, Reasons, ("Form.Conditions[bleeding]", "DoNot"));
        await SendAsync(rae, openedToo, Reasons, ("Form.Conditions[tan]", "NoReasonAgainst"));
        var refused = await StaffBrowser.ReadAsync(
            await SendAsync(rae, began, Reasons, ("Form.Conditions[bleeding]", "NoReasonAgainst")), HttpStatusCode.Conflict);

        var mentions = await MentionsOf(portal);
        Assert.Contains(("bleeding", ConditionMeaning.DoNot), mentions);
        Assert.Contains(("tan", ConditionMeaning.NoReasonAgainst), mentions);
        Assert.Equal("conditions it mentions", refused.QuerySelector(".conflict h3")!.TextContent);
        Assert.StartsWith(
            "A blood or bleeding problem: ask first; ", refused.QuerySelector(".conflict .sides > div p")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(("No reason against", "No reason against"), (ChosenIn(refused, "bleeding"), ChosenIn(refused, "tan")));
    }

    [Fact]
    public async Task A_condition_that_came_after_the_form_was_opened_stays_as_it_is()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var (action, fields) = StaffBrowser.FieldsOf(await browser.PageAsync(Reasons), "main form[method=post] button");

        await browser.PostAsync(
            action ?? Reasons, fields.Where(field => !field.Key.StartsWith("Form.Conditions", StringComparison.Ordinal)));

        Assert.Equal(["bleeding", "illness", "changing-hair-loss"], (await MentionsOf(portal)).Select(mention => mention.Condition));
    }

    [Fact]
    public async Task A_concern_can_be_changed_and_added()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var before = (await ContentOf(portal)).Concerns.Single(concern => concern.Slug == "hair-loss");
        (string, string?)[] typed =
        [
            ("Form.Name", "Thinning hair"), ("Form.OtherNames", "Hair loss\nBald spots"),
            ("Form.SearchNames", "Going bald"), ("Form.Summary", "Less hair."),
            ("Form.IfNothingIsDone", "It goes on."), ("Form.EvidenceChosen", "All trials since 2010."),
            ("Form.NeedsMedicalCare", "true"), ("Form.ToBeConfirmed", "true"), ("Form.Sources", "r44"),
            ("Why", "Plainer"),
        ];

        await SendAsync(browser, "/staff/concerns/hair-loss", typed);
        var added = await SendAsync(browser, "/staff/concerns/new", [("Form.Name", "Thin brows"), .. typed[1..]]);

        var expected = before with
        {
            Name = En("Thinning hair"),
            OtherNames = [En("Hair loss"), En("Bald spots")],
            SearchNames = [En("Going bald")],
            Summary = En("Less hair."),
            IfNothingIsDone = En("It goes on."),
            EvidenceChosen = En("All trials since 2010."),
            NeedsMedicalCare = true,
            ToBeConfirmed = true,
            Sources = ["r44"],
        };
        var concerns = (await ContentOf(portal)).Concerns;
        Assert.Equal(Text(expected), Text(concerns.Single(concern => concern.Slug == "hair-loss")));
        Assert.Equal(Text(expected with { Slug = "thin-brows", Name = En("Thin brows"), FormerSlugs = [] }), Text(concerns[^1]));
        Assert.Equal("/staff/concerns/thin-brows", added.Headers.Location?.OriginalString);
        await AssertInHistory(browser, "concerns/hair-loss", "Plainer", "Thinning hair");
    }

    [Fact]
    public async Task A_treatment_gets_search_names_and_a_drawing_and_keeps_the_language_of_a_name_that_stays()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var turkish = new LocalText([new("tr", "plazma")]);
        await ImportAsync(portal, SampleClinic.Content with
        {
            Treatments = [.. SampleClinic.Content.Treatments.Select(one => one with { SearchNames = [En("vampire facial"), turkish] })],
        });
        var before = await PrpOf(portal);

        var page = await browser.PageAsync("/staff/treatments/prp");
        await SendAsync(
            browser, page, "/staff/treatments/prp", ("Form.SearchNames", "plazma\nblood facial"), ("Form.Picture", "botulinum"),
            ("Form.PictureAlt", "An eye."), ("Why", "Drawn"));

        var pictures = page.QuerySelectorAll("#picture option").Skip(1).ToList();
        Assert.Equal(SampleClinic.Pictures.Keys.Order(), pictures.Select(option => option.GetAttribute("value")).Order());
        var names = pictures.ConvertAll(option => option.TextContent);
        Assert.Equal(names.Order(StringComparer.OrdinalIgnoreCase), names);
        Assert.Equal("prp", page.QuerySelector("#picture option[selected]")!.GetAttribute("value"));
        Assert.Equal(
            Text(before with { SearchNames = [turkish, En("blood facial")], Picture = "botulinum", PictureAlt = En("An eye.") }),
            Text(await PrpOf(portal)));
        await AssertInHistory(browser, "treatments/prp", "Drawn", "blood facial");

        await SendAsync(browser, "/staff/treatments/prp", ("Form.Picture", "no-such-drawing"));
        await SendAsync(browser, "/staff/treatments/prp", ("Form.Picture", ""));
        Assert.Equal("botulinum", (await PrpOf(portal)).Picture);
        await SendAsync(browser, "/staff/treatments/prp", ("Form.Picture", ""), ("Form.PictureAlt", ""));
        Assert.Null((await PrpOf(portal)).Picture);
    }

    [Fact]
    public async Task Whether_the_clinic_offers_a_treatment_and_who_wrote_it_can_be_stated_and_taken_back()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        await ImportAsync(portal, SampleClinic.Content with { Clinicians = [Writer] });
        var before = await PrpOf(portal);

        var page = await browser.PageAsync("/staff/treatments/prp");
        await SendAsync(browser, page, "/staff/treatments/prp", ("Form.Offered", "false"), ("Form.Author", "writer"), ("Why", "Stated"));
        var stated = await browser.PageAsync("/staff/treatments/prp");
        await AssertInHistory(browser, "treatments/prp", "Stated", "who wrote it");
        await AssertInHistory(browser, "treatments/prp", "Stated", "whether this clinic offers it");

        Assert.Equal(
            ["Not stated", "Example Writer, Nurse (EX 1)"], page.QuerySelectorAll("#author option").Select(option => option.TextContent));
        Assert.Equal(("false", "writer"), (Chosen(stated, "offered"), Chosen(stated, "author")));
        Assert.Equal(Text(before with { Offered = false, Author = "writer" }), Text(await PrpOf(portal)));
        await SendAsync(browser, stated, "/staff/treatments/prp", ("Form.Offered", ""), ("Form.Author", ""));
        Assert.Equal(Text(before), Text(await PrpOf(portal)));

        static string? Chosen(IDocument page, string id) => page.QuerySelector($"#{id} option[selected]")?.GetAttribute("value");
    }

    [Fact]
    public async Task Doing_nothing_is_not_offered()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");

        var page = await browser.PageAsync("/staff/treatments/no-treatment");

        Assert.Null(page.GetElementById("offered"));
        Assert.NotNull(page.GetElementById("author"));
    }

    [Fact]
    public async Task How_the_studies_were_chosen_stands_in_the_preview()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");

        var shown = await StaffBrowser.ReadAsync(
            await SendAsync(
                browser, "/staff/concerns/hair-loss", "button[formaction*=Preview]",
                ("Form.EvidenceChosen", "All trials since **2010**.")));

        Assert.Equal("2010", shown.QuerySelector(".preview strong:not(:first-child), .preview h3 ~ p strong")!.TextContent);
        Assert.Null((await ContentOf(portal)).Concerns.Single(concern => concern.Slug == "hair-loss").EvidenceChosen);
    }

    [Theory]
    [InlineData("numbers/n1", "Form.Outcome", "Form.Group")]
    [InlineData($"comparisons/{Pair}", "Form.Passages[0].Text", "Form.Passages[1].Text")]
    [InlineData("criteria/onset", "Form.Question", "Form.Help")]
    [InlineData("concerns/hair-loss", "Form.Name", "Form.Summary")]
    public async Task Two_people_never_write_over_each_other(string place, string field, string otherField)
    {
        await using var portal = new PortalFactory();
        var eve = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var rae = await StaffBrowser.SignedInAsync(portal, "Rae Reviewer", StaffRole.Reviewer);
        var address = $"/staff/{place}";
        var (opened, openedToo, began) = (await eve.PageAsync(address), await rae.PageAsync(address), await rae.PageAsync(address));
        var was = ValueOf(opened, field);

        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(eve, opened, address, (field, "Eve wrote this"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(rae, openedToo, address, (otherField, "Rae wrote that"))).StatusCode);
        var refused =
            await StaffBrowser.ReadAsync(await SendAsync(rae, began, address, (field, "Rae wrote this")), HttpStatusCode.Conflict);

        var stands = await eve.PageAsync(address);
        Assert.Equal(("Eve wrote this", "Rae wrote that"), (ValueOf(stands, field), ValueOf(stands, otherField)));
        var sides = refused.QuerySelectorAll(".conflict .sides > div").Select(side => side.TextContent).ToList();
        Assert.Contains(was.Split('\n')[0].Trim(), sides[0], StringComparison.Ordinal);
        Assert.Contains("Eve", sides[1], StringComparison.Ordinal);
        Assert.Contains("Rae", sides[2], StringComparison.Ordinal);
        Assert.Equal(("Rae wrote this", "Rae wrote that"), (ValueOf(refused, field), ValueOf(refused, otherField)));
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(rae, refused, address)).StatusCode);
        Assert.Equal("Rae wrote this", ValueOf(await eve.PageAsync(address), field));
    }

    [Theory]
    [InlineData("numbers/n1")]
    [InlineData($"comparisons/{Pair}")]
    [InlineData("criteria/onset")]
    [InlineData("concerns/hair-loss")]
    public async Task Bad_words_in_any_field_come_back_with_what_to_do(string place)
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var page = await browser.PageAsync($"/staff/{place}");
        var bad = $"<script>1,5\u0007 upside {new string('x', 4000)}";
        var fields = page.QuerySelectorAll(
            "main form textarea[name^='Form.'], main form input[name^='Form.']:not([type=hidden], "
                + "[type=checkbox])").Select(field => field.GetAttribute("name")!).ToList();

        Assert.True(fields.Count > 3);
        foreach (var field in fields)
        {
            var refused = await StaffBrowser.ReadAsync(
                await SendAsync(browser, page, $"/staff/{place}", (field, bad), ("Why", "Mine")), HttpStatusCode.BadRequest);
            Assert.Equal(bad, ValueOf(refused, field));
            Assert.Equal("Mine", ValueOf(refused, "Why"));
            Assert.NotEmpty(refused.QuerySelectorAll("#problems li"));
        }
        await using var db = await StaffBrowser.StoreOf(portal);
        Assert.DoesNotContain(db.ChangeSets, set => set.By == "Eve Editor");
    }

    [Theory]
    [InlineData("numbers/n1", "Form.Places[0].Treatment")]
    [InlineData("numbers/n1", "Form.Places[0].Criterion")]
    [InlineData("numbers/n1", "Form.Concern")]
    [InlineData($"comparisons/{Pair}", "Form.Passages[0].Criteria[0].Criterion")]
    [InlineData("criteria/onset", "Form.Group")]
    [InlineData("treatments/prp", "Form.Author")]
    public async Task A_choice_that_no_longer_exists_is_refused(string place, string field)
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");

        var refused =
            await StaffBrowser.ReadAsync(await SendAsync(browser, $"/staff/{place}", (field, "no-such-thing")), HttpStatusCode.BadRequest);

        Assert.Contains("no-such-thing", refused.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("numbers/n1", "numbers/n1", "Form.Outcome", "/treatments/hair-transplant")]
    [InlineData($"comparisons/{Pair}", $"contrasts/{Pair}", "Form.Passages[0].Heading", $"/compare/{Pair}")]
    [InlineData("criteria/onset", "criteria/onset", "Form.Question", $"/compare/{Pair}")]
    [InlineData("concerns/hair-loss", "concerns/hair-loss", "Form.Name", "/concerns/hair-loss")]
    public async Task Patients_read_it_only_after_a_publication_and_it_can_be_taken_back(
        string place, string path, string field, string exit)
    {
        await using var portal = new PortalFactory();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        var before = Text(await ContentOf(portal));

        await SendAsync(ada, $"/staff/{place}", (field, Secret));
        Assert.False(await Says(portal, exit));
        await ada.SendAsync("/staff/publish", new() { ["Reason"] = PublishingInTests.Reason });
        Assert.True(await Says(portal, exit));

        var history = await ada.PageAsync($"/staff/history?place={path}");
        Assert.Equal($"/staff/{place}", history.QuerySelector(".history a")!.GetAttribute("href"));
        await SendAsync(ada, history, "/staff/history", ".history > li:last-child button[formaction*=Restore]");

        Assert.Equal(before, Text(await ContentOf(portal)));
        Assert.True(await Says(portal, exit));
    }

    [Theory]
    [InlineData("numbers/n1", "/treatments/hair-transplant", "#number-n1")]
    [InlineData($"contrasts/{Pair}", $"/compare/{Pair}", "#contrasts")]
    public async Task What_is_archived_leaves_with_the_next_edition_and_comes_back_with_its_words(string path, string exit, string shown)
    {
        await using var portal = new PortalFactory();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        var before = Text(await ContentOf(portal));

        await ada.SendAsync($"/staff/lists/{path}/archive", []);
        Assert.NotNull((await portal.GetPage(exit)).QuerySelector(shown));
        await ada.SendAsync("/staff/publish", []);
        Assert.Null((await portal.GetPage(exit)).QuerySelector(shown));

        await SendAsync(
            ada, await ada.PageAsync($"/staff/history?place={path}"), "/staff/history",
            ".history > li:last-child button[formaction*=Restore]");
        Assert.Equal(before, Text(await ContentOf(portal)));
        await ada.SendAsync($"/staff/lists/{path}/archive", []);
        await ada.SendAsync($"/staff/lists/{path}/archive", []);
        Assert.Equal(before, Text(await ContentOf(portal)));
    }

    [Fact]
    public async Task A_new_treatment_is_answered_question_after_question()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        await SendAsync(
            browser, "/staff/treatments/new", ("Form.Name", "Zirconite"), ("Form.Summary", "Something new."));
        var page = await browser.PageAsync("/staff/treatments/zirconite");
        var questions = SampleClinic.Edition.Criteria;
        var address = page.QuerySelector("#answers ~ p a")!.GetAttribute("href")!;

        Assert.Contains($"{questions.Count} questions still open", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var question in questions)
        {
            Assert.Equal($"/staff/treatments/zirconite/answers/{question.Slug}", address);
            var saved = await SendAsync(browser, address, "button[formaction*=Next]", ("Form.Text", $"About {question.Slug}."));
            address = saved.Headers.Location!.OriginalString;
        }

        Assert.Equal("/staff/treatments/zirconite#answers", address);
        Assert.DoesNotContain(
            "still open", (await browser.PageAsync("/staff/treatments/zirconite")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(questions.Count, (await ContentOf(portal)).Treatments.Single(one => one.Slug == "zirconite").Answers.Count);
    }

    private static async Task<IDocument> PreviewAsync(
        StaffBrowser browser, string address, HttpStatusCode status, params (string Name, string? Value)[] typed) =>
        await StaffBrowser.ReadAsync(await SendAsync(browser, address, "button[formaction*=Preview]", typed), status);

    private static Task<HttpResponseMessage> SendAsync(StaffBrowser browser, string address, params (string Name, string? Value)[] typed) =>
        SendAsync(browser, address, "main form[method=post] button", typed);

    private static async Task<HttpResponseMessage> SendAsync(
        StaffBrowser browser, string address, string button, params (string Name, string? Value)[] typed) =>
        await SendAsync(browser, await browser.PageAsync(address), address, button, typed);

    private static Task<HttpResponseMessage> SendAsync(
        StaffBrowser browser, IDocument page, string address, params (string Name, string? Value)[] typed) =>
        SendAsync(browser, page, address, "main form[method=post] button", typed);

    /// <summary>Types, ticks and chooses on the page; nothing unticks all boxes of a name.</summary>
    private static Task<HttpResponseMessage> SendAsync(
        StaffBrowser browser, IDocument page, string address, string button, params (string Name, string? Value)[] typed)
    {
        var (action, fields) = StaffBrowser.FieldsOf(page, button);
        foreach (var (name, _) in typed)
            Assert.True(page.QuerySelector($"[name='{name}']") is not null, $"The page has no field {name}.");
        return browser.PostAsync(action ?? address,
        [
            .. fields.Where(field => typed.All(one => one.Name != field.Key)),
            .. typed.Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Name, one.Value!)),
        ]);
    }

    private static string ValueOf(IDocument page, string name) => page.QuerySelector($"[name='{name}']") switch
    {
        IHtmlTextAreaElement text => text.Value,
        IHtmlInputElement input => input.Value,
        var other => throw new InvalidOperationException($"{name} is {other?.TagName ?? "nowhere"}."),
    };

    private static async Task AssertInHistory(StaffBrowser browser, string path, string why, string words)
    {
        var change = (await browser.PageAsync($"/staff/history?place={path}")).QuerySelector(".history > li")!;
        Assert.Contains(why, change.TextContent, StringComparison.Ordinal);
        foreach (var removed in change.QuerySelectorAll("del"))
            removed.Remove();
        Assert.Contains(words, change.TextContent, StringComparison.Ordinal);
    }

    private static async Task<bool> Says(PortalFactory portal, string exit) =>
        (await portal.GetPage(exit)).Body!.TextContent.Contains(Secret, StringComparison.OrdinalIgnoreCase);

    private static ClinicianEntry Writer { get; } = new()
    {
        Slug = "writer",
        Name = "Example Writer",
        Role = LocalText.English("Nurse"),
        Registration = "EX 1",
    };

    private static async Task ImportAsync(PortalFactory portal, ClinicContent content) =>
        Assert.IsType<ImportOutcome.Imported>(await portal.Services.GetRequiredService<ContentImporter>().ImportAsync(content, false));

    private static async Task<TreatmentEntry> PrpOf(PortalFactory portal) =>
        (await ContentOf(portal)).Treatments.Single(one => one.Slug == "prp");

    private static async Task<ClinicContent> ContentOf(PortalFactory portal)
    {
        _ = portal.Reader;
        await using var db = await StaffBrowser.StoreOf(portal);
        return (await db.ReadCatalogueAsync(StaffBrowser.Cancel)).ToContent();
    }

    private static async Task<IReadOnlyList<(string Condition, ConditionMeaning Means)>> MentionsOf(PortalFactory portal) =>
    [
        .. (await ContentOf(portal)).Treatments.Single(one => one.Slug == "hair-transplant")
            .Answers.Single(one => one.Criterion == "not-suitable").Conditions
            .Select(mention => (mention.Condition, mention.Means)),
    ];

    private static string ChosenIn(IDocument page, string condition) =>
        ((IHtmlSelectElement)page.QuerySelector($"[name='Form.Conditions[{condition}]']")!).SelectedOptions.Single().Text;

    private static LocalText En(string text) => LocalText.English(text);

    private static string Text<T>(T entry) => JsonSerializer.Serialize(entry, ContentJson.Options);
}

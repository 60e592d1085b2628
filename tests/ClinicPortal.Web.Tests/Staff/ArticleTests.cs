using System.Net;
using System.Text;
using AngleSharp.Dom;
using ClinicPortal.Core.Articles;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Testing;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Pages.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>An article becomes drafts of the person who accepts its sentences, and nothing that others or patients read.</summary>
public sealed class ArticleTests
{
    private const string Address = "/staff/content/article";
    private const string Read = "button[formaction*='handler=Read']";
    private const string Accept = "button[formaction*='handler=Accept']";
    private const string Article =
        "PRP is painful.\n\nPRP hurts longer than mesotherapy.\n\nThe evening was long.\n\nOzonation is a procedure. Ozonation is new.";

    [Fact]
    public async Task Accepted_sentences_are_drafts_of_the_person_to_be_confirmed_and_with_their_source()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var before = await portal.Reader.GetStringAsync("/treatments/prp", StaffBrowser.Cancel);
        var plan = await PlanAsync(nora);

        var done = await AcceptedAsync(nora, plan, new() { ["Form.Title"] = "On PRP" });

        Assert.Equal(
            ["/staff/comparisons/mesotherapy-vs-prp", "/staff/treatments/prp/answers/pain"],
            done.QuerySelectorAll("#made ~ ul a").Select(link => link.GetAttribute("href")));
        var answer = await nora.PageAsync("/staff/treatments/prp/answers/pain");
        Assert.EndsWith("PRP is painful.", answer.QuerySelector("#text")!.TextContent.TrimEnd());
        Assert.True(answer.QuerySelector("[name='Form.ToBeConfirmed']")!.HasAttribute("checked"));
        await using var db = await StaffBrowser.StoreOf(portal);
        var source = await db.Sources.SingleAsync(one => one.Reference == "On PRP", StaffBrowser.Cancel);
        Assert.Contains(source.Slug, (await db.Drafts.SingleAsync(one => one.Path.EndsWith("/pain"), StaffBrowser.Cancel)).Fields);
        Assert.Equal(2, await db.Drafts.CountAsync(StaffBrowser.Cancel));
        Assert.False(await db.Changes.AnyAsync(
            change => change.Path.StartsWith("treatments/") && change.ChangeSet.By == "Nora Nurse", StaffBrowser.Cancel));
        Assert.Equal(before, await portal.Reader.GetStringAsync("/treatments/prp", StaffBrowser.Cancel));
        var pair = await nora.PageAsync("/staff/comparisons/mesotherapy-vs-prp");
        Assert.Contains(pair.QuerySelectorAll("textarea"), text => text.TextContent.Contains("PRP hurts longer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_accepted_before_is_not_added_twice_and_keeps_what_the_answer_says()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var stored = (await nora.PageAsync("/staff/treatments/prp/answers/pain")).QuerySelector("#text")!.TextContent.Trim();
        for (var times = 0; times < 2; times++)
        {
            var plan = await PlanAsync(nora);
            Assert.Equal(times == 0, plan.QuerySelector("#s0")!.HasAttribute("checked"));
            plan.QuerySelector("#s0")!.SetAttribute("checked", "");
            await AcceptedAsync(nora, plan, new() { ["Form.Title"] = "On PRP" });
        }

        var page = await nora.PageAsync("/staff/treatments/prp/answers/pain");

        Assert.Equal($"{stored}\n\nPRP is painful.", page.QuerySelector("#text")!.TextContent.Trim().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_sentence_is_moved_and_the_rest_of_a_treatment_is_dropped()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var typed = new Dictionary<string, string>
        {
            ["Form.Title"] = "On PRP",
            ["Form.Groups[prp]"] = "None",
            ["Form.Groups[-contrast]"] = "None",
            ["Form.Sentences[2].Treatment"] = "microneedling",
            ["Form.Sentences[2].Criterion"] = "onset",
        };

        var plan = await PlanAsync(nora);
        plan.QuerySelector("[name='Form.Sentences[2].Accept']")!.SetAttribute("checked", "");

        var done = await AcceptedAsync(nora, plan, typed);

        Assert.Equal(
            ["/staff/treatments/microneedling/answers/onset"],
            done.QuerySelectorAll("#made ~ ul a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task What_advertises_is_told_apart_and_not_ticked()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var typed = new Dictionary<string, string> { ["Form.Text"] = "PRP is painful. Our award-winning PRP is a revolutionary miracle." };

        var plan = await PlanAsync(nora, typed);

        Assert.Contains("“revolutionary”", plan.QuerySelector("#s1-why")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("advertising", plan.QuerySelector("#s0-why")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Every sentence", plan.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Form.Sentences[0].Accept"],
            plan.QuerySelectorAll("[type=checkbox][checked]").Select(box => box.GetAttribute("name")));
    }

    [Fact]
    public async Task An_article_that_only_advertises_is_told_first_and_of_words_that_overlap_the_most()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");

        var plan = await PlanAsync(nora, new() { ["Form.Text"] = "PRP is a miracle that melts fat away." });

        Assert.EndsWith(
            "This sounds like advertising: “miracle” and “melts fat away”.", plan.QuerySelector("#s0-why")!.Words(),
            StringComparison.Ordinal);
        Assert.Contains("Every sentence looks like advertising", plan.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_told_and_nothing_is_kept()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var typed = new Dictionary<string, string> { ["Form.Groups[-none]"] = "All" };

        var refused = await StaffBrowser.ReadAsync(
            await nora.SendAsync(Address, await PlanAsync(nora), typed, Accept), HttpStatusCode.BadRequest);

        var problems = refused.QuerySelector("#problems")!.ParentElement!.TextContent;
        Assert.Contains("Give the article a title", problems, StringComparison.Ordinal);
        Assert.Contains("3 sentences have no place yet", problems, StringComparison.Ordinal);
        Assert.Contains("“No place found” is set to “All of them, ticked or not”", problems, StringComparison.Ordinal);
        Assert.Equal(
            ["Form.Sentences[2].Accept", "Form.Sentences[3].Accept", "Form.Sentences[4].Accept"],
            refused.QuerySelectorAll("#unplaced ~ ul a").Select(link =>
                refused.QuerySelector(link.GetAttribute("href")!)!.GetAttribute("name")));
        await using var db = await StaffBrowser.StoreOf(portal);
        Assert.False(await db.Drafts.AnyAsync(StaffBrowser.Cancel));
    }

    [Fact]
    public async Task A_ticked_sentence_without_a_place_is_named()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var plan = await PlanAsync(nora);
        plan.QuerySelector("[name='Form.Sentences[2].Accept']")!.SetAttribute("checked", "");

        var refused = await StaffBrowser.ReadAsync(
            await nora.SendAsync(Address, plan, new() { ["Form.Title"] = "On PRP" }, Accept), HttpStatusCode.BadRequest);

        var problem = Assert.Single(refused.QuerySelectorAll(".alert li")).TextContent;
        Assert.StartsWith("“The evening was long.” has no place yet", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_treatment_that_the_clinic_lacks_can_be_added_by_its_name()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");

        var link = (await PlanAsync(nora)).QuerySelector("#outcome ~ ul a")!.GetAttribute("href")!;

        Assert.Equal("Ozonation", (await nora.PageAsync(link)).QuerySelector("[name='Form.Name']")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("not a document", "PK")]
    [InlineData("an article that is too long", "PRP is painful. ")]
    public async Task A_file_that_is_no_article_is_answered_with_a_sentence(string what, string start)
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var file = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(start, ArticleText.MaxFileSize / 2 / start.Length)));

        var refused = await StaffBrowser.ReadAsync(await nora.UploadAsync(Address, Read, what, file), HttpStatusCode.BadRequest);

        Assert.NotEmpty(refused.QuerySelectorAll("#problems"));
    }

    [Fact]
    public async Task An_article_of_as_many_sentences_as_there_may_be_is_read_and_accepted()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var article = string.Concat(
            Enumerable.Range(1, ArticleReader.MaxSentences).Select(number => $"PRP hurts more than mesotherapy in place {number}a.\n\n"));
        var plan = await PlanAsync(nora, new() { ["Form.Text"] = article });

        var done = await AcceptedAsync(nora, plan, new() { ["Form.Title"] = "On pain" });

        Assert.Contains("400 sentences added to 1 draft.", done.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_takes_files_takes_as_many_fields_as_any_other()
    {
        var limits = typeof(ArticleModel).Assembly.GetTypes()
            .SelectMany(page => page.GetCustomAttributes(typeof(RequestFormLimitsAttribute), inherit: false))
            .Cast<RequestFormLimitsAttribute>().ToList();

        Assert.NotEmpty(limits);
        Assert.All(limits, limit => Assert.Equal(RequestLimits.StaffFields, limit.ValueCountLimit));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Choices_that_met_the_end_of_a_session_or_of_a_token_stand_in_the_report_again(bool hasSignedOut)
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var plan = await PlanAsync(nora);
        plan.QuerySelector("[name='Form.Sentences[0].Accept']")!.RemoveAttribute("checked");
        var (action, fields) = StaffBrowser.FieldsOf(plan, Accept);
        string[] changed = ["__RequestVerificationToken", "Form.Title", "Form.Sentences[1].Criterion", "Form.Groups[-none]"];
        KeyValuePair<string, string>[] sent =
        [
            .. fields.Where(field => !changed.Contains(field.Key)), new("Form.Title", "On PRP"),
            new("Form.Sentences[1].Criterion", "onset"), new("Form.Groups[-none]", "None"),
            new("__RequestVerificationToken", hasSignedOut ? "" : "stale"),
        ];
        if (hasSignedOut)
            await StaffBrowser.EndSessionsAsync(portal);

        var answer = await nora.PostAsync(action!, sent, ourOwn: true);
        if (hasSignedOut)
            answer = await SignInAsync(nora, answer);
        var again = await StaffBrowser.ReadAsync(answer, hasSignedOut ? HttpStatusCode.OK : HttpStatusCode.BadRequest);

        Assert.False(again.QuerySelector("#s0")!.HasAttribute("checked"));
        Assert.True(again.QuerySelector("#s1")!.HasAttribute("checked"));
        Assert.Equal("onset", again.QuerySelector("#s1-criterion option[selected]")!.GetAttribute("value"));
        Assert.Equal("None", again.QuerySelector("#all--none option[selected]")!.GetAttribute("value"));
        Assert.Equal("On PRP", again.QuerySelector("#title")!.GetAttribute("value"));
        Assert.Equal(
            ["/staff/comparisons/mesotherapy-vs-prp"],
            (await AcceptedAsync(nora, again, [])).QuerySelectorAll("#made ~ ul a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData(Address, Read, "Form.Title")]
    [InlineData("/staff/content/table", "button[formaction*='handler=Try']", "Form.Text")]
    public async Task A_file_that_met_the_end_of_a_session_is_asked_for_again_and_the_rest_is_kept(
        string address, string button, string field)
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var (action, fields) = StaffBrowser.FieldsOf(await nora.PageAsync(address), button);
        await StaffBrowser.EndSessionsAsync(portal);

        var refused = await nora.UploadAsync(
            action!, [.. fields.Where(one => one.Key != field), new(field, "Kept words")], "prp.txt", "PRP hurts."u8.ToArray());
        var again = await StaffBrowser.ReadAsync(await SignInAsync(nora, refused));

        Assert.Contains(again.QuerySelectorAll("main form"), form => StaffForm.Value(form, field) == "Kept words");
        Assert.Contains("Choose the file again", again.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("PRP hurts", again.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_compares_two_and_answers_no_question_is_neither_ticked_nor_accepted()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var plan = await PlanAsync(nora, new() { ["Form.Text"] = "People know PRP and mesotherapy." });
        var box = plan.QuerySelector("#s0")!;

        Assert.False(box.HasAttribute("checked"));
        Assert.Contains("not clear which question", plan.QuerySelector("#s0-why")!.TextContent, StringComparison.Ordinal);
        box.SetAttribute("checked", "");
        var refused = await StaffBrowser.ReadAsync(
            await nora.SendAsync(Address, plan, new() { ["Form.Title"] = "On PRP" }, Accept), HttpStatusCode.BadRequest);
        Assert.Contains("Choose a treatment and a question", refused.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_is_set_apart_and_not_ticked()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");

        var plan = await PlanAsync(nora, new() { ["Form.Text"] = "PRP is painful. PRP and mesotherapy are effective methods." });

        Assert.Equal(["Form.Sentences[1].Accept"], plan.QuerySelectorAll("section:has(#group--claim) [type=checkbox]")
            .Select(box => box.GetAttribute("name")));
        Assert.False(plan.QuerySelector("#s1")!.HasAttribute("checked"));
        Assert.Contains("“effective” is a claim, and the sentence gives no evidence for it.", plan.QuerySelector("#s1-why")!.TextContent);
    }

    [Fact]
    public async Task A_text_and_a_file_at_once_are_refused_and_the_text_is_kept()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var (action, fields) = StaffBrowser.FieldsOf(await nora.PageAsync(Address), Read);

        var refused = await StaffBrowser.ReadAsync(
            await nora.UploadAsync(
                action!, [.. fields.Where(field => field.Key != "Form.Text"), new("Form.Text", "PRP is new.")], "prp.txt",
                "PRP hurts."u8.ToArray()),
            HttpStatusCode.BadRequest);

        Assert.Contains("Use only one", refused.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("PRP is new.", refused.QuerySelector("#text")!.TextContent);
    }

    [Fact]
    public async Task A_treatment_is_added_in_another_window_and_the_article_is_read_again()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var plan = await PlanAsync(nora);
        var link = plan.QuerySelector("#outcome ~ ul a")!;

        Assert.Equal("_blank", link.GetAttribute("target"));
        Assert.Contains("opens in a new window", link.Words(), StringComparison.Ordinal);
        var again = await StaffBrowser.ReadAsync(
            await nora.SendAsync(Address, plan, new() { ["Form.Title"] = "On PRP" }, Read));
        Assert.Equal(plan.QuerySelectorAll("legend").Length, again.QuerySelectorAll("legend").Length);
        Assert.Equal("On PRP", again.QuerySelector("#title")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_report_begins_with_how_many_sentences_are_where()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");

        var plan = await PlanAsync(nora);

        var totals = plan.QuerySelector("#totals")!;
        Assert.StartsWith("5 sentences", totals.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(
            ["PRP: 1", "About two treatments: 1", "No place found: 3"],
            totals.QuerySelectorAll("a[href^='#group-']").Select(link => link.TextContent));
        Assert.All(totals.QuerySelectorAll("a"), link => Assert.NotNull(plan.QuerySelector(link.GetAttribute("href")!)));
    }

    [Fact]
    public async Task A_treatment_that_is_compared_with_itself_is_named_as_that()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var typed = new Dictionary<string, string>
        {
            ["Form.Title"] = "On PRP",
            ["Form.Sentences[1].Treatment"] = "prp",
            ["Form.Sentences[1].Other"] = "prp",
        };

        var refused = await StaffBrowser.ReadAsync(
            await nora.SendAsync(Address, await PlanAsync(nora), typed, Accept), HttpStatusCode.BadRequest);

        var problem = Assert.Single(refused.QuerySelectorAll(".alert li")).TextContent;
        Assert.Contains("the same treatment twice", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passage_without_words_is_named_with_links_to_its_fields()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var typed = new Dictionary<string, string> { ["Form.Passages[1].Heading"] = "", ["Form.Passages[1].Text"] = "" };

        var refused = await StaffBrowser.ReadAsync(
            await nora.SendAsync("/staff/comparisons/mesotherapy-vs-prp", typed), HttpStatusCode.BadRequest);

        Assert.Equal(
            [
                "The heading of passage 2 is empty. Fill it in, or tick “Remove this passage”.",
                "The text of passage 2 is empty. Fill it in, or tick “Remove this passage”.",
            ],
            refused.QuerySelectorAll("#problems li").Select(problem => problem.TextContent));
        Assert.Equal(
            ["Form.Passages[1].Heading", "Form.Passages[1].Text"],
            refused.QuerySelectorAll("#empty-fields ~ ul a").Select(link =>
                refused.QuerySelector(link.GetAttribute("href")!)!.GetAttribute("name")));
    }

    [Fact]
    public async Task What_was_imported_before_is_told_by_its_title_and_by_its_sentences()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var first = await PlanAsync(nora);
        Assert.Null(first.QuerySelector("#before"));
        await nora.SendAsync(Address, first, new() { ["Form.Title"] = "On PRP" }, Accept);

        var sameText = await PlanAsync(nora);
        var sameTitle = await PlanAsync(nora, new() { ["Form.Title"] = "On PRP", ["Form.Text"] = "PRP is a new procedure." });
        var other = await PlanAsync(nora, new() { ["Form.Title"] = "On", ["Form.Text"] = "PRP is a new procedure." });

        Assert.Contains("2 of its sentences", sameText.QuerySelector("#before")!.Words(), StringComparison.Ordinal);
        Assert.Contains("already in your texts", sameText.QuerySelector("#s0-why")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("already in your texts", sameText.QuerySelector("#s2-why")!.Words(), StringComparison.Ordinal);
        Assert.Contains("this title", sameTitle.QuerySelector("#before")!.Words(), StringComparison.Ordinal);
        Assert.StartsWith("/staff/sources/", sameTitle.QuerySelector("#before a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Null(other.QuerySelector("#before"));
    }

    [Fact]
    public async Task What_another_passage_of_the_comparison_answers_already_is_told()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var typed = new Dictionary<string, string> { ["Form.Title"] = "On PRP", ["Form.Sentences[1].Criterion"] = "mechanism" };
        Assert.Contains(
            SampleClinic.Content.Contrasts.Single(one => Contrast.HandleOf(one.Between) == "mesotherapy-vs-prp").Passages,
            passage => passage.Criteria.Any(one => one.Criterion == "mechanism"));

        var doubled = await AcceptedAsync(nora, await PlanAsync(nora), typed);
        typed["Form.Sentences[1].Criterion"] = "pain";
        var other = await StaffBrowser.SignedInAsync(portal, "Olga Other");
        var single = await AcceptedAsync(other, await PlanAsync(other), typed);

        var told = $"already had a passage on “{SampleClinic.Content.Criteria.Single(one => one.Slug == "mechanism").Term}”: merge it";
        Assert.Contains(told, doubled.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("already had", single.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Differences between PRP and mesotherapy", true)]
    [InlineData("Differences between PRP", false)]
    [InlineData("PRP and mesotherapy", false)]
    public async Task A_source_of_the_same_title_is_cited_again_unless_somebody_unticks_it(string title, bool isThere)
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var there = SampleClinic.Content.Sources.Single(one =>
            one.Reference.Contains("Differences Between PRP and Mesotherapy", StringComparison.Ordinal));
        var typed = new Dictionary<string, string> { ["Form.Title"] = title, ["Form.Text"] = Article };

        var plan = await PlanAsync(nora, typed);
        var box = plan.QuerySelector("[name='Form.CiteKnown']");
        var done = await nora.SendAsync(Address, plan, [], Accept);
        box?.RemoveAttribute("checked");
        var apart = await nora.SendAsync(Address, plan, [], Accept);

        Assert.Equal(isThere, box is not null);
        Assert.Equal(isThere, done.Headers.Location!.ToString().EndsWith($"source={there.Key}", StringComparison.Ordinal));
        Assert.DoesNotContain($"source={there.Key}", apart.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<h1>On PRP</h1><p>PRP is painful.</p>", "On PRP")]
    [InlineData("<h2>On PRP</h2><p>PRP is painful.</p>", "")]
    [InlineData("Top of page\n\nPRP is painful.", "")]
    public async Task The_title_is_the_main_heading_where_none_was_typed(string article, string title)
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var typed = new Dictionary<string, string> { ["Form.Text"] = article };

        var proposed = await PlanAsync(nora, typed);
        var again = await StaffBrowser.ReadAsync(await nora.SendAsync(Address, proposed, [], Read));
        typed["Form.Title"] = "Mine";
        var kept = await PlanAsync(nora, typed);

        Assert.Equal(title, proposed.QuerySelector("#title")!.GetAttribute("value") ?? "");
        Assert.Equal(title, again.QuerySelector("#title")!.GetAttribute("value") ?? "");
        Assert.Equal("Mine", kept.QuerySelector("#title")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Author_and_date_are_those_of_the_text_where_nothing_was_typed()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var typed = new Dictionary<string, string>
        {
            ["Form.Text"] = "On PRP, by Dr Ada Sample\nPublished on 3 March 2025\n\nPRP is painful.",
        };

        var plan = await PlanAsync(nora, typed);
        typed["Form.Author"] = "Nobody";
        var kept = await PlanAsync(nora, typed);

        Assert.Equal("Dr Ada Sample", plan.QuerySelector("#author")!.GetAttribute("value"));
        Assert.Equal("3 March 2025", plan.QuerySelector("#date")!.GetAttribute("value"));
        Assert.Equal("Nobody", kept.QuerySelector("#author")!.GetAttribute("value"));
        Assert.Contains(
            "Missing: serious risks, figures, sources.", plan.QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_that_is_not_the_clinic_s_is_named()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");

        var plan = await PlanAsync(nora, new() { ["Form.Text"] = "Mezoterapi bir yöntemdir ve çok bilinir." });

        Assert.Contains("This article is in Turkish.", plan.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_import_is_found_from_the_beginning_and_from_the_sources()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");

        foreach (var address in new[] { "/staff", "/staff/sources" })
            Assert.Equal(
                "Import an article", (await nora.PageAsync(address)).QuerySelector($"main a[href='{Address}']")?.TextContent);
    }

    /// <summary>And shows the form again that met the end of the session.</summary>
    private static async Task<HttpResponseMessage> SignInAsync(StaffBrowser person, HttpResponseMessage refused)
    {
        var waiting = await StaffBrowser.ReadAsync(await person.SignInAgainAsync("Nora Nurse", refused));
        var (action, fields) = StaffBrowser.FieldsOf(waiting, "main form button");
        return await person.PostAsync(action!, fields);
    }

    /// <summary>The page of the drafts that come of it.</summary>
    private static async Task<IDocument> AcceptedAsync(StaffBrowser person, IDocument plan, Dictionary<string, string> typed)
    {
        var answer = await person.SendAsync(Address, plan, typed, Accept);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await person.PageAsync(answer.Headers.Location!.ToString());
    }

    private static Task<IDocument> PlanAsync(StaffBrowser person) => PlanAsync(person, new() { ["Form.Text"] = Article });

    private static async Task<IDocument> PlanAsync(StaffBrowser person, Dictionary<string, string> typed) =>
        await StaffBrowser.ReadAsync(await person.SendAsync(Address, typed, Read));
}

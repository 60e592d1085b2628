using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using ClinicPortal.Web.Pages.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>One question for every treatment, and all questions of one treatment, each as one form; without script.</summary>
public sealed class AnswersFormTests
{
    private const string Question = "/staff/criteria/onset/all-answers/1";
    private const string Treatment = "/staff/treatments/prp/all-answers/1";
    private const string Keep = "button[formaction*=SaveDraft]";

    private static CancellationToken Cancel => StaffBrowser.Cancel;

    [Theory]
    [InlineData(Question, "treatments/mesotherapy/answers/onset", "treatments/prp/answers/onset")]
    [InlineData(Treatment, "treatments/prp/answers/mechanism", "treatments/prp/answers/not-suitable")]
    public async Task Those_that_were_changed_are_saved_as_one_change_set_and_nothing_else_is(string address, string one, string other)
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var before = await AnswersAsync(portal);
        var page = await nora.PageAsync(address);

        var saved = await nora.SendAsync(
            address, page, new() { [Field(page, one, "Text")] = "One.", [Field(page, other, "Text")] = "Another.", ["Why"] = "A leaflet" });

        Assert.Equal(address, saved.Headers.Location!.OriginalString);
        var done = (await nora.PageAsync(address)).QuerySelector(".done")!.TextContent;
        Assert.StartsWith("Saved: 2 answers.", done, StringComparison.Ordinal);
        var after = await AnswersAsync(portal);
        Assert.Equal([one, other], before.Keys.Where(path => before[path] != after[path]).Order());
        // Value, sources, conditions and all else of them stay as they were.
        Assert.Equal(WithText(before[one], "One."), after[one]);
        Assert.Equal(WithText(before[other], "Another."), after[other]);
        await using var db = await StaffBrowser.StoreOf(portal);
        var set = await db.ChangeSets.Include(set => set.Changes).OrderByDescending(set => set.Id).FirstAsync(Cancel);
        Assert.Equal(("Nora Nurse", "A leaflet"), (set.By, set.Why));
        Assert.Equal([one, other], set.Changes.Select(change => change.Path).Order());
    }

    [Theory]
    [InlineData("/staff/criteria/onset/all-answers/1", false)]
    [InlineData("/staff/treatments/prp/all-answers/1", true)]
    public async Task The_question_stands_at_each_answer_only_where_each_answers_another(string address, bool atEach)
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");

        var answers = (await nora.PageAsync(address)).QuerySelectorAll(".one-answer");

        Assert.NotEmpty(answers);
        Assert.All(answers, answer => Assert.Equal(atEach, answer.QuerySelector(".one-answer__fields > .soft") is not null));
    }

    [Fact]
    public async Task A_form_that_is_sent_as_it_came_saves_nothing()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var before = await ChangesAsync(portal);

        foreach (var slug in SampleClinic.Content.Criteria.Where(one => !one.Archived).Select(one => one.Slug))
            await nora.SendAsync(StaffMap.AnswersToQuestion(slug), []);

        Assert.StartsWith(
            "Nothing was changed", (await nora.PageAsync("/staff")).QuerySelector(".done")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await ChangesAsync(portal));
    }

    [Fact]
    public async Task What_cannot_be_saved_of_one_is_shown_again_as_it_was_typed_and_the_others_are_saved()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var page = await nora.PageAsync(Question);
        var figure = Field(page, "treatments/prp/answers/onset", "Parts[0].Min");
        var text = Field(page, "treatments/mesotherapy/answers/onset", "Text");

        var answer = await nora.SendAsync(Question, page, new() { [figure] = "soon", [text] = "Half a year.", ["Why"] = "A leaflet" });

        var shown = await StaffBrowser.ReadAsync(answer, HttpStatusCode.BadRequest);
        var reasons = shown.QuerySelectorAll("#problems li").Select(item => item.TextContent).ToList();
        Assert.StartsWith("1 answer saved", reasons[0], StringComparison.Ordinal);
        Assert.StartsWith(
            "Platelet-rich plasma (PRP): \"soon\" under \"from\" is not a number", Assert.Single(reasons[1..]), StringComparison.Ordinal);
        Assert.Equal(("soon", "A leaflet"), (ValueOf(shown, figure), shown.QuerySelector("#why")!.GetAttribute("value")));
        Assert.Contains("is not a number", shown.QuerySelector(".one-answer .field-problem")!.TextContent, StringComparison.Ordinal);

        var saved = await nora.SendAsync(Question, shown, new() { [figure] = "8" });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(
            "Half a year.", (await nora.PageAsync("/staff/treatments/mesotherapy/answers/onset")).QuerySelector("#text")!.TextContent);
    }

    [Fact]
    public async Task A_conflict_in_one_is_shown_beside_it_and_the_next_save_settles_it()
    {
        await using var portal = new PortalFactory();
        var (nora, otto) = (await StaffBrowser.SignedInAsync(portal, "Nora Nurse"), await StaffBrowser.SignedInAsync(portal, "Otto Other"));
        var page = await nora.PageAsync(Question);
        var (prp, meso) =
            (Field(page, "treatments/prp/answers/onset", "Text"), Field(page, "treatments/mesotherapy/answers/onset", "Text"));
        await otto.SendAsync(
            "/staff/treatments/prp/answers/onset", new() { ["Form.Text"] = "Otto's text.", ["Form.Brief"] = "Otto's line" });

        var met = await StaffBrowser.ReadAsync(
            await nora.SendAsync(Question, page, new() { [prp] = "Nora's text.", [meso] = "Half a year." }), HttpStatusCode.Conflict);

        Assert.Contains("1 answer saved", met.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        var conflict = Assert.Single(met.QuerySelectorAll(".one-answer .conflict"));
        Assert.Contains("Otto's text.", conflict.TextContent, StringComparison.Ordinal);
        Assert.Equal("Nora's text.", ValueOf(met, prp));
        Assert.Equal("Otto's line", ValueOf(met, prp.Replace("Text", "Brief", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Redirect, (await nora.SendAsync(Question, met, [])).StatusCode);
        var form = await nora.PageAsync("/staff/treatments/prp/answers/onset");
        Assert.Equal(
            ("Nora's text.", "Otto's line"),
            (form.QuerySelector("#text")!.TextContent, form.QuerySelector("#brief")!.GetAttribute("value")));
    }

    [Theory]
    [InlineData("no-such-treatment")]
    [InlineData("../../people")]
    [InlineData("")]
    [InlineData("PRP ")]
    public async Task An_answer_of_a_treatment_that_is_not_there_is_refused_with_every_word(string key)
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var page = await nora.PageAsync(Question);
        var before = await ChangesAsync(portal);

        var shown = await StaffBrowser.ReadAsync(
            await nora.SendAsync(
                Question, page, new() { ["Form.Answers[0].Key"] = key, ["Form.Answers[0].Answer.Text"] = "Words for nobody." }),
            HttpStatusCode.BadRequest);

        Assert.Contains("no longer exists", shown.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(shown.QuerySelectorAll("textarea"), area => area.TextContent == "Words for nobody.");
        Assert.NotNull(shown.QuerySelector(".one-answer [value=prp]"));
        Assert.Equal(before, await ChangesAsync(portal));
    }

    [Fact]
    public async Task An_answer_that_is_sent_twice_is_not_written_over_unseen()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var page = await nora.PageAsync(Question);

        var shown = await StaffBrowser.ReadAsync(
            await nora.SendAsync(
                Question, page,
                new()
                {
                    ["Form.Answers[1].Key"] = "prp",
                    ["Form.Answers[0].Answer.Text"] = "First.",
                    ["Form.Answers[1].Answer.Text"] = "Second.",
                }),
            HttpStatusCode.Conflict);

        var texts = shown.QuerySelectorAll("textarea").Select(area => area.TextContent).ToList();
        Assert.Contains("Second.", texts);
        Assert.Equal("First.", (await nora.PageAsync("/staff/treatments/prp/answers/onset")).QuerySelector("#text")!.TextContent);
    }

    [Fact]
    public async Task A_source_is_added_by_its_reference_and_one_that_is_not_in_the_registry_is_refused()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var page = await nora.PageAsync(Question);
        const string added = "Form.Answers[0].AddedSource";
        var source = SampleClinic.Content.Sources.Last(one => !one.Archived);
        Assert.Contains(source.Reference, page.QuerySelectorAll("#references option").Select(option => option.GetAttribute("value")));

        var refused = await StaffBrowser.ReadAsync(
            await nora.SendAsync(Question, page, new() { [added] = "A book I once read" }), HttpStatusCode.BadRequest);
        Assert.Equal("A book I once read", ValueOf(refused, added));
        await nora.SendAsync(Question, refused, new() { [added] = source.Reference });

        Assert.EndsWith(
            $"\"{source.Key}\"]}}", (await AnswersAsync(portal))["treatments/prp/answers/onset"].Replace(" ", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_is_kept_as_a_draft_listed_found_again_discarded_and_restored()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        const string text = "Form.Answers[0].Answer.Text";

        await nora.SendAsync(Question, new() { [text] = "Half a sen", ["Form.Answers[1].Answer.Parts[0].Min"] = "soon" }, Keep);

        var link = (await nora.PageAsync("/staff")).QuerySelector("[aria-labelledby=unfinished] a")!;
        Assert.Equal(("First change for every treatment, page 1", Question), (link.TextContent, link.GetAttribute("href")));
        var page = await nora.PageAsync(Question);
        Assert.Equal(("Half a sen", "soon"), (ValueOf(page, text), ValueOf(page, "Form.Answers[1].Answer.Parts[0].Min")));
        await nora.SendAsync(Question, [], "button[formaction*=DiscardDraft]");
        Assert.NotEqual("Half a sen", ValueOf(await nora.PageAsync(Question), text));
        await nora.SendAsync(Question, [], "button[formaction*=RestoreDraft]");
        await nora.SendAsync(Question, new() { ["Form.Answers[1].Answer.Parts[0].Min"] = "8" });
        page = await nora.PageAsync(Question);
        Assert.Equal("Half a sen", ValueOf(page, text));
        Assert.Null(page.QuerySelector("main .draft"));
    }

    [Fact]
    public async Task A_form_that_was_open_while_a_treatment_got_another_address_is_saved_all_the_same()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var (question, treatment) = (await nora.PageAsync(Question), await nora.PageAsync(Treatment));
        await nora.SendAsync("/staff/lists/treatments/prp/address", new() { ["Slug"] = "plasma" });

        var saved = await nora.SendAsync(Question, question, new() { ["Form.Answers[0].Answer.Text"] = "Onset." });
        var led = await nora.SendAsync(Treatment, treatment, new() { ["Form.Answers[0].Answer.Text"] = "What." });

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.TemporaryRedirect), (saved.StatusCode, led.StatusCode));
        Assert.Equal("/staff/treatments/plasma/all-answers/1", led.Headers.Location!.OriginalString);
        Assert.Equal("Onset.", (await nora.PageAsync("/staff/treatments/plasma/answers/onset")).QuerySelector("#text")!.TextContent);
    }

    [Fact]
    public async Task Twenty_stand_on_a_page_and_saving_goes_on_to_the_next_and_from_the_last_back_to_the_matrix()
    {
        await using var portal = new PortalFactory { Settings = { ["Portal:SampleContent"] = "false" } };
        _ = portal.Reader;
        await portal.Services.GetRequiredService<ContentImporter>().ImportAsync(SyntheticClinic.Edition(30, 25).Content, cancel: Cancel);
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        const string next = "button[formaction*=Next]";
        string[] pages = ["/staff/criteria/criterion-1/all-answers/1", "/staff/criteria/criterion-1/all-answers/2"];

        var first = await nora.SendAsync(pages[0], new() { ["Form.Answers[19].Answer.Text"] = "The twentieth." }, next);
        var second = await nora.SendAsync(pages[1], new() { ["Form.Answers[0].Answer.Text"] = "The next." }, next);

        Assert.Equal((pages[1], "/staff/matrix"), (first.Headers.Location!.OriginalString, second.Headers.Location!.OriginalString));
        Assert.Equal(11, (await nora.PageAsync(pages[1])).QuerySelectorAll(".one-answer").Length);
        Assert.Equal("The next.", ValueOf(await nora.PageAsync(pages[1]), "Form.Answers[0].Answer.Text"));
        Assert.Equal(5, (await nora.PageAsync("/staff/treatments/treatment-0001/all-answers/2")).QuerySelectorAll(".one-answer").Length);
        Assert.Empty((await nora.PageAsync("/staff/treatments/treatment-0001/all-answers/9")).QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await nora.GetAsync("/staff/criteria/criterion-1/all-answers/0")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await nora.GetAsync("/staff/criteria/nothing/all-answers/1")).StatusCode);
    }

    [Fact]
    public async Task An_answer_too_large_for_a_form_of_many_leads_to_its_own_page_so_that_no_form_has_more_fields_than_are_read()
    {
        var parts = Enumerable.Range(0, 12).Select(number => ExampleEntries.Part(number, number + 1, Unit.Week, label: $"Kind {number}"));
        var large = ExampleEntries.Typed("criterion-2", new() { Parts = [.. parts.Take(5)] }, "Many.");
        var tooLarge = large with { Value = new() { Parts = [.. parts] } };
        var clinic = SyntheticClinic.Edition(20, 25).Content;
        var content = clinic with
        {
            Treatments =
            [
                .. clinic.Treatments.Select((one, index) => one with
                {
                    Answers = [.. one.Answers.Where(answer => answer.Criterion != "criterion-2"), index == 0 ? tooLarge : large],
                }),
            ],
        };
        await using var portal = new PortalFactory { Settings = { ["Portal:SampleContent"] = "false" } };
        _ = portal.Reader;
        Assert.IsType<ImportOutcome.Imported>(
            await portal.Services.GetRequiredService<ContentImporter>().ImportAsync(content, cancel: Cancel));
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");

        var page = await nora.PageAsync("/staff/criteria/criterion-2/all-answers/1");

        Assert.Equal(20, page.QuerySelectorAll(".one-answer").Length);
        Assert.NotNull(page.QuerySelector(".one-answer a[href='/staff/treatments/treatment-0000/answers/criterion-2']"));
        Assert.InRange(page.QuerySelectorAll("main form [name]").Length, 19 * 30, 1000);
        var saved = await nora.SendAsync(
            "/staff/criteria/criterion-2/all-answers/1", page, new() { ["Form.Answers[0].Answer.Brief"] = "0 to 5 weeks" });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
    }

    /// <summary>The name of a field of an answer, by the path of the answer.</summary>
    private static string Field(IDocument page, string path, string field)
    {
        var steps = path.Split('/');
        var key = page.QuerySelector($"[name$='.Key'][value='{steps[1]}']") ?? page.QuerySelector($"[name$='.Key'][value='{steps[3]}']");
        return key!.GetAttribute("name")!.Replace(".Key", $".Answer.{field}", StringComparison.Ordinal);
    }

    private static string? ValueOf(IDocument page, string field) => StaffForm.Value(page.QuerySelector("main form")!, field);

    private static async Task<int> ChangesAsync(PortalFactory portal)
    {
        await using var db = await StaffBrowser.StoreOf(portal);
        return await db.Changes.CountAsync(Cancel);
    }

    /// <summary>What every answer says, by its path.</summary>
    private static async Task<Dictionary<string, string>> AnswersAsync(PortalFactory portal)
    {
        await using var db = await StaffBrowser.StoreOf(portal);
        return (await db.ReadCatalogueAsync(Cancel)).Treatments.SelectMany(one => one.Answers)
            .ToDictionary(one => one.Path, one => Written(one.ToEntry()));
    }

    private static string WithText(string answer, string text) =>
        Written(JsonSerializer.Deserialize<AnswerEntry>(answer, ContentJson.Options)! with { Text = LocalText.English(text) });

    private static string Written(AnswerEntry answer) => JsonSerializer.Serialize(answer, ContentJson.Options);
}

using System.Net;
using AngleSharp.Dom;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using ClinicPortal.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>An answer is written, discussed, signed by somebody else and read by patients with the name of who signed.</summary>
public class ReviewTests
{
    private const string Review = "/staff/review", Prp = $"{Review}/treatments/prp", Onset = "/staff/treatments/prp/answers/onset";
    private const string OnsetPath = "treatments/prp/answers/onset", OnsetUnit = "#treatments-prp-answers-onset";
    private const string PainPath = "treatments/prp/answers/pain";

    [Fact]
    public async Task What_one_person_writes_another_signs_and_patients_read_who()
    {
        await using var portal = new PortalFactory();
        var (nora, rae) = await PeopleAsync(portal);
        await WriteAsync(nora);

        Assert.Contains("Only reviewers and administrators can sign.", (await nora.PageAsync(Prp)).Body!.TextContent);
        await AssertStatusAsync(HttpStatusCode.Forbidden, await SignAsync(nora, await nora.PageAsync(Prp), OnsetPath));

        var page = await rae.PageAsync(Prp);
        Assert.Contains("Not signed", page.QuerySelector(OnsetUnit)!.TextContent);
        Assert.Contains("At once.", page.QuerySelector(OnsetUnit)!.TextContent);
        await AssertStatusAsync(HttpStatusCode.Redirect, await SignAsync(rae, page, OnsetPath));

        Assert.Null((await rae.PageAsync(Prp)).QuerySelector(OnsetUnit));
        Assert.Contains(
            "Signed by Dr Rae Example, Dermatologist (GMC 1234567)",
            (await rae.PageAsync($"{Prp}?show=all")).QuerySelector(OnsetUnit)!.TextContent);
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        var publish = await ada.PageAsync("/staff/publish");
        Assert.Null(publish.QuerySelector("#reason"));
        await AssertStatusAsync(HttpStatusCode.Redirect, await ada.SendAsync("/staff/publish", []));
        var made = (await portal.GetPage("/compare/mesotherapy-vs-prp")).GetElementById("made")!.Words();
        Assert.Contains("answers reviewed by Dr Rae Example, Dermatologist (GMC 1234567), on ", made);
        Assert.Contains("Mesotherapy: not reviewed by a clinician", made);
    }

    [Fact]
    public async Task How_the_mark_goes_away_is_told_where_there_is_one()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        const string told = "ask an editor to untick";
        var before = (await nora.PageAsync($"{Prp}?show=all")).QuerySelector(OnsetUnit)!.Words().Contains(told, StringComparison.Ordinal);
        var answer = await nora.PageAsync(Onset);
        var box = answer.QuerySelector("[name='Form.ToBeConfirmed']")!;
        Assert.Equal(before, box.HasAttribute("checked"));
        if (before)
            box.RemoveAttribute("checked");
        else
            box.SetAttribute("checked", "");

        await AssertStatusAsync(HttpStatusCode.Redirect, await nora.SendAsync(Onset, answer, []));

        Assert.Equal(
            !before, (await nora.PageAsync($"{Prp}?show=all")).QuerySelector(OnsetUnit)!.Words().Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_changed_while_somebody_read_it_is_not_signed_and_the_page_says_what()
    {
        await using var portal = new PortalFactory();
        var (nora, rae) = await PeopleAsync(portal);
        var page = await rae.PageAsync(Prp);

        var refused = await StaffBrowser.ReadAsync(
            await SignAsync(rae, page, OnsetPath, ("NextDue", "2099-01-01")), HttpStatusCode.BadRequest);
        Assert.Contains("at most 5 years away", refused.QuerySelector("#problems")!.TextContent);
        Assert.NotNull(refused.QuerySelector($"input[name=Chosen][value='{OnsetPath}'][checked]"));

        await WriteAsync(nora);
        refused = await StaffBrowser.ReadAsync(await SignAsync(rae, page, OnsetPath), HttpStatusCode.Conflict);
        Assert.Contains("PRP: First change: someone changed it", refused.QuerySelector("#problems")!.TextContent);
        Assert.Null(refused.QuerySelector("input[name=Chosen][checked]"));
        Assert.Contains("Read it again before you tick it.", refused.QuerySelector(OnsetUnit)!.TextContent);
        Assert.Contains("Nothing is ticked", (await StaffBrowser.ReadAsync(
            await SignAsync(rae, page, null), HttpStatusCode.BadRequest)).QuerySelector("#problems")!.TextContent);

        await AssertStatusAsync(HttpStatusCode.Redirect, await SignAsync(rae, await rae.PageAsync(Prp), OnsetPath));
        await nora.SendAsync(Onset, new() { ["Form.Text"] = "Within a day.", ["Form.Brief"] = "" });
        var unit = (await rae.PageAsync(Prp)).QuerySelector(OnsetUnit)!;
        Assert.Contains("Changed since Dr Rae Example, Dermatologist (GMC 1234567) signed it", unit.TextContent);
        Assert.Contains("Within a day", string.Join(' ', unit.QuerySelectorAll("ins").Select(one => one.TextContent)));
    }

    [Fact]
    public async Task A_request_a_comment_and_a_suggested_wording_lead_to_words_that_a_third_person_signs()
    {
        await using var portal = new PortalFactory();
        var (nora, rae) = await PeopleAsync(portal);
        await WriteAsync(nora);
        var page = await nora.PageAsync(Prp);
        await AssertStatusAsync(HttpStatusCode.Redirect, await nora.PostAsync(
            $"{Prp}?handler=Ask",
            [.. Fields(page, "#sign button[formaction*=Ask]"), new("Chosen", OnsetPath), new("Note", "New figures")]));

        var asked = (await rae.PageAsync(Review)).QuerySelector("section[aria-labelledby=requests]")!;
        Assert.Contains("PRP: First change: 1 item to sign", asked.QuerySelector("li")!.Words());
        Assert.Contains("New figures", asked.TextContent);

        page = await rae.PageAsync(Prp);
        Assert.Contains("Nora Nurse asked for a review of “PRP: First change”: New figures", page.QuerySelector(".reminder")!.Words());
        const string form = $"button[value='{OnsetPath}|text']", typed = $"Comments[{OnsetPath}|text]";
        await AssertStatusAsync(HttpStatusCode.Redirect, await rae.SendAsync(
            $"{Prp}?handler=Comment", page, new() { [$"{typed}.Suggestion"] = "On the same day.", [$"{typed}.Text"] = "Plainer" }, form));
        Assert.Contains("Write a comment", (await StaffBrowser.ReadAsync(
            await rae.SendAsync($"{Prp}?handler=Comment", await rae.PageAsync(Prp), [], form),
            HttpStatusCode.BadRequest)).Body!.TextContent);

        page = await nora.PageAsync(Prp);
        Assert.Contains("Plainer", page.QuerySelector($"{OnsetUnit} .unit__comment")!.TextContent);
        await AssertStatusAsync(
            HttpStatusCode.Redirect, await nora.SendAsync($"{Prp}?handler=Take", page, [], $"{OnsetUnit} button[formaction*=Take]"));
        Assert.Equal("On the same day.", (await nora.PageAsync(Onset)).QuerySelector("#text")!.TextContent);
        Assert.Contains("used this wording", (await nora.PageAsync(Prp)).QuerySelector($"{OnsetUnit} .unit__closed")!.TextContent);

        var own = await StaffBrowser.ReadAsync(await SignAsync(rae, await rae.PageAsync(Prp), OnsetPath), HttpStatusCode.Conflict);
        Assert.Contains("you wrote part of it", own.QuerySelector("#problems")!.TextContent);
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        Assert.Contains("Your account has no registration", (await ada.PageAsync(Prp)).Body!.TextContent);
        var sam = await StaffBrowser.SignedInAsync(portal, "Sam Second", StaffRole.Reviewer);
        await AddClinicianAsync(nora, "Dr Sam Second", "GMC 1234568");
        await AssertStatusAsync(HttpStatusCode.Redirect, await SignAsync(sam, await sam.PageAsync(Prp), OnsetPath));
        Assert.Null((await rae.PageAsync(Review)).QuerySelector("section[aria-labelledby=requests]"));
    }

    [Fact]
    public async Task Without_script_too_what_is_ticked_and_typed_outlives_what_is_done_beside_it()
    {
        await using var portal = new PortalFactory();
        var (nora, rae) = await PeopleAsync(portal);
        await WriteAsync(nora);
        const string whole = $"Comments[{OnsetPath}|]", words = $"Comments[{PainPath}|text]", send = $"button[value='{OnsetPath}|']";
        var page = await rae.PageAsync(Prp);
        var (action, fields) = StaffBrowser.FieldsOf(page, send);
        fields =
        [
            .. fields.Where(field => field.Key is not ($"{whole}.Text" or $"{words}.Suggestion" or "Note")), new("Note", "For Monday"),
            new($"{whole}.Text", "Is this so?"), new($"{words}.Suggestion", "It stings."), new("Chosen", OnsetPath),
            new("Chosen", PainPath),
        ];
        await WriteAsync(nora, "Within a day.");

        page = await StaffBrowser.ReadAsync(await rae.PostAsync(action!, fields), HttpStatusCode.OK);

        Assert.Equal("Your comment is saved.", page.QuerySelector(".done")!.TextContent.Trim());
        Assert.Contains("Is this so?", page.QuerySelector($"{OnsetUnit} .unit__comment")!.TextContent);
        Assert.Equal("", page.QuerySelector($"[name='{whole}.Text']")!.TextContent);
        Assert.Equal("It stings.", page.QuerySelector($"[name='{words}.Suggestion']")!.TextContent);
        Assert.Equal("For Monday", page.QuerySelector("#note")!.GetAttribute("value"));
        // A tick is for the words that were there.
        Assert.Equal([PainPath], page.QuerySelectorAll("[name=Chosen][checked]").Select(tick => tick.GetAttribute("value")));

        page = await StaffBrowser.ReadAsync(await rae.SendAsync(Prp, page, [], "#sign button[formaction*='Sign']"), HttpStatusCode.OK);
        Assert.Contains("You have signed 1 item.", page.QuerySelector(".done")!.TextContent);
        Assert.Equal("For Monday", page.QuerySelector("#note")!.GetAttribute("value"));
        Assert.Equal("It stings.", page.QuerySelector($"[name='{words}.Suggestion']")!.TextContent);
    }

    [Fact]
    public async Task Who_is_no_clinician_yet_reads_so_beside_what_was_asked_and_adds_themselves_from_there()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var rae = await StaffBrowser.SignedInAsync(portal, "Rae Reviewer", StaffRole.Reviewer);
        await nora.PostAsync(
            $"{Prp}?handler=Ask", [.. Fields(await nora.PageAsync(Prp), "#sign button[formaction*=Ask]"), new("Chosen", OnsetPath)]);

        var page = await rae.PageAsync($"{Prp}?show=all");

        var link = page.QuerySelector($"{OnsetUnit} a[href*=clinicians]")!;
        Assert.StartsWith("You cannot sign yet.", link.ParentElement!.Words(), StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("a[href*='clinicians/new']").Length);
        var form = await rae.PageAsync(link.GetAttribute("href")!);
        Assert.Equal("GMC 1234567", form.QuerySelector("[name='Form.Fields[registration]']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_usual_day_of_the_next_review_is_named_where_it_is_one()
    {
        await using var portal = new PortalFactory();
        var (nora, rae) = await PeopleAsync(portal);
        var usual = ClinicCalendar.FormatDay(
            portal.Services.GetRequiredService<ClinicCalendar>().Today.AddMonths(ReviewSchedule.UsualMonths));

        Assert.Equal($"Leave empty for the usual date, {usual}.", await HintAsync());
        await nora.SendAsync("/staff/criteria/onset", new() { ["Form.ReviewMonths"] = "6" });
        Assert.Equal("Leave empty for the usual date of each.", await HintAsync());

        async Task<string> HintAsync() => (await rae.PageAsync($"{Prp}?show=all")).QuerySelector("#next-due-hint")!.Words();
    }

    [Fact]
    public async Task What_has_been_saved_is_told_in_its_row_with_the_way_to_a_review_of_it()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var saved = await WriteAsync(nora);

        var row = (await nora.PageAsync(saved.Headers.Location!.OriginalString)).QuerySelector("#onset")!;

        Assert.Contains("Saved.", row.QuerySelector(".reminder")!.TextContent);
        Assert.Equal($"{Prp}?show=all{OnsetUnit}", row.QuerySelector(".reminder a")!.GetAttribute("href"));
        Assert.Null((await nora.PageAsync("/staff/treatments/prp")).QuerySelector("#onset .reminder"));
    }

    [Fact]
    public async Task Fields_that_no_form_of_ours_sends_end_in_no_error_of_ours()
    {
        await using var portal = new PortalFactory();
        var (_, rae) = await PeopleAsync(portal);
        var fields = Fields(await rae.PageAsync(Prp), "#sign button").ToList();
        var seen = fields.First(field => field.Key == "Seen").Value;
        foreach (var handler in new[] { "Sign", "SignAll", "Comment", "Resolve", "Take", "Ask", "Specialist" })
            Assert.True((await rae.PostAsync(
                $"{Prp}?handler={handler}",
                [
                    .. fields, new("Comments[x]", "y"), new("Comments[]", ""), new("Answers[abc]", "x"), new("id", "z"), new("sent", "x"),
                    new("Seen", ""), new("Chosen", ""), new("Seen", seen + "0"), new("Chosen", "treatments"),
                ])).StatusCode < HttpStatusCode.InternalServerError, handler);
    }

    [Fact]
    public async Task A_comment_that_is_sent_twice_is_there_once_and_all_that_was_shown_is_shown_again()
    {
        await using var portal = new PortalFactory();
        var (_, rae) = await PeopleAsync(portal);
        var page = await rae.PageAsync($"{Prp}?show=all");
        var (action, fields) = StaffBrowser.FieldsOf(page, $"button[value='{OnsetPath}|']");
        fields = [.. fields.Where(field => field.Key is not ($"Comments[{OnsetPath}|].Text")), new($"Comments[{OnsetPath}|].Text", "So?")];

        await rae.PostAsync(action!, fields);
        await rae.PostAsync(action!, fields);

        await using var db = await StaffBrowser.StoreOf(portal);
        Assert.Equal("So?", Assert.Single(db.ReviewComments).Text);
        var asked = await rae.PostAsync($"{Prp}?handler=Ask", [.. Fields(page, "#sign button"), new("Chosen", OnsetPath)]);
        Assert.Equal($"{Prp}?show=all", asked.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_specialist_is_asked_about_what_is_ticked_once_nothing_typed_would_be_left_behind()
    {
        await using var portal = new PortalFactory();
        var (_, rae) = await PeopleAsync(portal);
        var fields = Fields(await rae.PageAsync(Prp), "#sign button").Append(new("Chosen", OnsetPath)).ToList();

        var refused = await StaffBrowser.ReadAsync(
            await rae.PostAsync($"{Prp}?handler=Specialist", [.. fields, new("Note", "For Monday")]), HttpStatusCode.BadRequest);
        Assert.Equal("For Monday", refused.QuerySelector("#note")!.GetAttribute("value"));
        Assert.NotNull(refused.QuerySelector("[name=Chosen][checked]"));

        var led = await rae.PostAsync($"{Prp}?handler=Specialist", fields);
        Assert.Equal(
            (HttpStatusCode.TemporaryRedirect, $"{Review}/links?handler=Choose"),
            (led.StatusCode, led.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task A_review_of_thousands_of_rows_can_be_sent()
    {
        await using var portal = new PortalFactory();
        var (_, rae) = await PeopleAsync(portal);
        var fields = Fields(await rae.PageAsync(Prp), "#sign button").Concat(Enumerable.Range(0, 3000).SelectMany(row =>
            new KeyValuePair<string, string>[] { new("Seen", $"contrasts/{row}|"), new($"Comments[contrasts/{row}|].Text", "So") }));

        var page = await StaffBrowser.ReadAsync(await rae.PostAsync($"{Prp}?handler=Sign", fields), HttpStatusCode.BadRequest);

        Assert.Contains("Nothing is ticked", page.QuerySelector("#problems")!.TextContent);
        Assert.Equal(3000, page.QuerySelectorAll(".unit__comment").Length);
    }

    [Fact]
    public async Task Patients_can_read_why_they_were_given_what_nobody_had_signed()
    {
        await using var portal = new PortalFactory();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        const string standard = "/about/decision-aid-standard";
        Assert.Contains("Sample content", (await portal.GetPage(standard)).Body!.TextContent);
        await WriteAsync(ada);

        var refused = await StaffBrowser.ReadAsync(await ada.SendAsync("/staff/publish", []), HttpStatusCode.BadRequest);
        Assert.Contains(
            "1 answer that you ticked is not signed by a clinician. It is listed below. Get it signed, or give a reason, then publish.",
            refused.QuerySelector("#problems")!.TextContent);
        Assert.Equal(
            $"{Prp}?show=all{OnsetUnit}",
            refused.QuerySelectorAll("#publish li a").Single(link => link.TextContent == "PRP: First change").GetAttribute("href"));
        await AssertStatusAsync(
            HttpStatusCode.Redirect, await ada.SendAsync("/staff/publish", refused, new() { ["Reason"] = "A wrong figure was public" },
                "#publish button:not([formaction])"));

        Assert.Contains(
            "1 answer not signed by a clinician. Reason: A wrong figure was public", (await portal.GetPage(standard)).Body!.Words());
    }

    [Fact]
    public async Task A_passage_is_read_part_by_part_and_each_source_by_itself()
    {
        await using var portal = new PortalFactory();
        var (_, rae) = await PeopleAsync(portal);
        var content = SampleClinic.Content;
        var passage = content.Contrasts[0].Passages[0];

        var unit = (await rae.PageAsync($"{Review}/contrasts?show=all")).QuerySelector(".unit")!;

        var parts = unit.QuerySelector(".unit__passage")!.Children;
        Assert.Equal(
            [
                passage.Heading.ToString(), PlainText.Of(passage.Text.ToString()),
                .. passage.Criteria.Select(place =>
                    $"Question: {content.Criteria.Single(one => one.Slug == place.Criterion).Term}"
                    + (place.Verdict is { } verdict ? $": {verdict.ToString().ToLowerInvariant()}" : "")),
                "Sources:",
            ],
            parts.SkipLast(1).Select(part => part.Words()));
        Assert.Equal(passage.Sources.Count, parts[^1].QuerySelectorAll("li").Length);
        Assert.Equal(
            content.Contrasts[0].Passages.SelectMany(one => one.Sources).Concat(content.Contrasts[0].ClinicsSaySources).Distinct().Count(),
            unit.QuerySelectorAll(".unit__fields > dd:last-child > ul > li").Length);
    }

    private static async Task<(StaffBrowser Nora, StaffBrowser Rae)> PeopleAsync(PortalFactory portal)
    {
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        await AddClinicianAsync(nora, "Dr Rae Example", "GMC 1234567");
        return (nora, await StaffBrowser.SignedInAsync(portal, "Rae Reviewer", StaffRole.Reviewer));
    }

    private static async Task AddClinicianAsync(StaffBrowser nora, string name, string registration) =>
        await AssertStatusAsync(HttpStatusCode.Redirect, await nora.SendAsync(
            "/staff/lists/clinicians/new",
            new()
            {
                ["Form.Fields[name]"] = name,
                ["Form.Fields[role]"] = "Dermatologist",
                ["Form.Fields[registration]"] = registration,
            }));

    private static Task<HttpResponseMessage> WriteAsync(StaffBrowser browser, string text = "At once.") => browser.SendAsync(
        Onset, new() { ["Form.Text"] = text, ["Form.Brief"] = "At once", ["Form.Parts[0].Min"] = "0", ["Form.Parts[0].Max"] = "0" });

    private static Task<HttpResponseMessage> SignAsync(
        StaffBrowser browser, IDocument page, string? path, params (string Name, string Value)[] more) =>
        browser.PostAsync(
            $"{Prp}?handler=Sign",
            [
                .. Fields(page, "#sign button"), .. path is null ? [] : new[] { KeyValuePair.Create("Chosen", path) },
                .. more.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            ]);

    private static IEnumerable<KeyValuePair<string, string>> Fields(IDocument page, string button) =>
        StaffBrowser.FieldsOf(page, button).Fields.Where(field => field.Key is not ("NextDue" or "Note"));

    private static Task AssertStatusAsync(HttpStatusCode status, HttpResponseMessage answer)
    {
        Assert.Equal(status, answer.StatusCode);
        return Task.CompletedTask;
    }
}

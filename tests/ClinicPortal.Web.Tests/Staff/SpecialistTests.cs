using System.Net;
using AngleSharp.Dom;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>A specialist without an account opens a link with its code, and reads, discusses and signs what it names.</summary>
public sealed class SpecialistTests
{
    private const string Links = "/staff/review/links", Specialist = "/staff/specialist", Prp = "/staff/review/treatments/prp";
    private const string OnsetPath = "treatments/prp/answers/onset", OnsetUnit = "#treatments-prp-answers-onset";

    [Fact]
    public async Task A_specialist_reads_what_was_sent_comments_and_signs_it_and_sees_nothing_else()
    {
        await using var portal = new PortalFactory();
        var ada = await AdministratorAsync(portal);
        await ada.SendAsync("/staff/treatments/prp/answers/pain", new() { ["Form.Text"] = "Zirconite." });
        var (address, code) = await MakeAsync(ada);
        var guest = new StaffBrowser(portal);

        Assert.DoesNotContain("At once.", (await guest.PageAsync(address)).Body!.TextContent);
        var opened = await guest.SendAsync(address, new() { ["Code"] = code });
        Assert.Equal((HttpStatusCode.Redirect, Specialist), (opened.StatusCode, opened.Headers.Location!.OriginalString));
        var cookie = opened.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("specialist=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"path={Specialist}", cookie, StringComparison.OrdinalIgnoreCase);

        var answer = await guest.GetAsync(Specialist);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
        var page = await StaffBrowser.ReadAsync(answer);
        Assert.Contains("At once.", page.QuerySelector(OnsetUnit)!.TextContent);
        Assert.Single(page.QuerySelectorAll("article.unit"));
        Assert.DoesNotContain("Zirconite", page.DocumentElement.OuterHtml);
        // Whoever follows the link again is led on, to an address without the key.
        Assert.Equal(Specialist, (await guest.GetAsync(address)).Headers.Location!.OriginalString);
        foreach (var other in new[] { "/staff", Prp, Links, "/staff/history" })
            Assert.StartsWith("/staff/sign-in", (await guest.GetAsync(other)).Headers.Location!.OriginalString, StringComparison.Ordinal);

        const string form = $"button[value='{OnsetPath}|text']", typed = $"Comments[{OnsetPath}|text]";
        Assert.Equal(HttpStatusCode.Redirect, (await guest.SendAsync(
            Specialist, page, new() { [$"{typed}.Suggestion"] = "On the same day.", [$"{typed}.Text"] = "Plainer" }, form)).StatusCode);
        Assert.Contains("Plainer", (await guest.PageAsync(Specialist)).QuerySelector($"{OnsetUnit} .unit__comment")!.TextContent);
        Assert.Contains("Dr Rae Example", (await ada.PageAsync(Prp)).QuerySelector($"{OnsetUnit} .unit__comment")!.TextContent);

        Assert.Contains("Nothing is ticked", (await StaffBrowser.ReadAsync(
            await SignAsync(guest, page), HttpStatusCode.BadRequest)).QuerySelector("#problems")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, (await SignAsync(guest, page, OnsetPath)).StatusCode);
        page = await guest.PageAsync(Specialist);
        Assert.Contains("You have signed 1 item.", page.QuerySelector(".done")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("article.unit"));
        Assert.Contains(
            "Signed by Dr Rae Example, Dermatologist (GMC 1234567)",
            (await ada.PageAsync($"{Prp}?show=all")).QuerySelector(OnsetUnit)!.TextContent);
    }

    [Fact]
    public async Task What_a_link_does_not_name_cannot_be_signed_or_commented_on_through_it()
    {
        await using var portal = new PortalFactory();
        var ada = await AdministratorAsync(portal);
        var guest = await OpenedAsync(portal, await MakeAsync(ada));
        var page = await guest.PageAsync(Specialist);
        const string pain = "treatments/prp/answers/pain";
        var seen = (await ada.PageAsync($"{Prp}?show=all")).QuerySelectorAll("input[name=Seen]")
            .Select(field => field.GetAttribute("value")!).Single(one => one.StartsWith(pain + "|", StringComparison.Ordinal));

        var fields = StaffBrowser.FieldsOf(page, "#sign button").Fields;
        var refused = await guest.PostAsync($"{Specialist}?handler=Sign", [.. fields, new("Chosen", pain), new("Seen", seen)]);
        Assert.Contains(
            "no longer part of this link",
            (await StaffBrowser.ReadAsync(refused, HttpStatusCode.Conflict)).QuerySelector("#problems")!.TextContent);
        Assert.Equal(HttpStatusCode.BadRequest, (await guest.PostAsync(
            $"{Specialist}?handler=Comment", [.. fields, new("sent", $"{pain}|"), new($"Comments[{pain}|].Text", "Hello")])).StatusCode);

        await using var db = await StaffBrowser.StoreOf(portal);
        Assert.Empty(db.ReviewComments);
        Assert.Empty(db.ChangeSets.Where(one => one.Signs));
    }

    [Fact]
    public async Task Whatever_stands_against_a_link_the_answer_is_the_same()
    {
        await using var portal = new PortalFactory();
        var ada = await AdministratorAsync(portal);
        var (used, revoked, good) = (await MakeAsync(ada), await MakeAsync(ada), await MakeAsync(ada));
        await OpenedAsync(portal, used);
        await RevokeAsync(ada, 2);
        var unknown = (Address: $"{Specialist}?key={new string('a', 64)}", good.Code);

        var answers = new List<(HttpStatusCode, string, string)>();
        foreach (var (address, code) in new[] { used, revoked, unknown, (good.Address, "0"), (Specialist, "1") })
        {
            var guest = new StaffBrowser(portal);
            var form = await guest.PageAsync(address);
            var answer = await guest.SendAsync(address, form, new() { ["Code"] = code });
            var page = await StaffBrowser.ReadAsync(answer, HttpStatusCode.BadRequest);
            answers.Add((answer.StatusCode, form.QuerySelector("main")!.TextContent, page.QuerySelector("main")!.TextContent));
        }

        Assert.Single(answers.Distinct());
        Assert.Contains("does not open this link", answers[0].Item3);
        await OpenedAsync(portal, good);
    }

    [Fact]
    public async Task A_reply_to_a_comment_is_there_for_the_specialist_who_made_it()
    {
        await using var portal = new PortalFactory();
        var ada = await AdministratorAsync(portal);
        var guest = await OpenedAsync(portal, await MakeAsync(ada));
        var send = (await guest.PageAsync(Specialist)).QuerySelector("button[name=sent][value$='|']")!.GetAttribute("value")!;
        await ada.SendAsync(
            $"{Prp}?handler=Comment", await ada.PageAsync(Prp), new() { [$"Comments[{send}].Text"] = "Among ourselves" },
            $"button[value='{send}']");
        await ada.SendAsync(Prp, new(), "button[formaction*=Resolve]");
        await guest.SendAsync(Specialist, new() { [$"Comments[{send}].Text"] = "Which study?" }, $"button[value='{send}']");
        var page = await ada.PageAsync(Prp);
        var answer = page.QuerySelector("[name^=Answers]")!.GetAttribute("name")!;

        await ada.SendAsync(Prp, page, new() { [answer] = "The second one." }, "button[formaction*=Resolve]");

        foreach (var closed in new[] { await guest.PageAsync(Specialist), await ada.PageAsync(Prp) })
        {
            var told = closed.QuerySelector(".unit__closed")!.Words();
            Assert.Contains("Which study?", told);
            Assert.Contains("Ada Admin", told);
            Assert.Contains("The second one.", told);
        }
        Assert.DoesNotContain("Among ourselves", (await guest.PageAsync(Specialist)).Body!.TextContent);
        Assert.Contains("Among ourselves", (await ada.PageAsync(Prp)).QuerySelector(".unit__closed")!.TextContent);
    }

    [Fact]
    public async Task A_revoked_link_closes_the_page_that_is_open_and_saves_nothing()
    {
        await using var portal = new PortalFactory();
        var ada = await AdministratorAsync(portal);
        var guest = await OpenedAsync(portal, await MakeAsync(ada));
        var page = await guest.PageAsync(Specialist);
        await RevokeAsync(ada, 1);

        Assert.Contains("Your link has closed", (await StaffBrowser.ReadAsync(
            await SignAsync(guest, page, OnsetPath), HttpStatusCode.Forbidden)).QuerySelector("#problems")!.TextContent);
        Assert.DoesNotContain("At once.", (await guest.PageAsync(Specialist)).Body!.TextContent);
        await using var db = await StaffBrowser.StoreOf(portal);
        Assert.Empty(db.ChangeSets.Where(one => one.Signs));
    }

    [Fact]
    public async Task What_a_specialist_has_typed_is_shown_when_there_is_nothing_left_to_type_it_in()
    {
        await using var portal = new PortalFactory();
        var ada = await AdministratorAsync(portal);
        var guest = await OpenedAsync(portal, await MakeAsync(ada));
        var (_, fields) = StaffBrowser.FieldsOf(await guest.PageAsync(Specialist), "#sign button");
        fields = [.. fields.Where(field => field.Key != $"Comments[{OnsetPath}|].Text"), new($"Comments[{OnsetPath}|].Text", "Is it so?")];

        await ada.SendAsync("/staff/treatments/prp/answers/onset", new() { ["Form.Text"] = "Within a day." });
        var refused = await StaffBrowser.ReadAsync(
            await guest.PostAsync($"{Specialist}?handler=Sign", [.. fields, new("Chosen", OnsetPath)]), HttpStatusCode.Conflict);
        Assert.Contains("Read it again before you tick it.", refused.QuerySelector(OnsetUnit)!.TextContent);
        Assert.Null(refused.QuerySelector("[name=Chosen][checked]"));

        var seen = refused.QuerySelector("[name=Seen]")!.GetAttribute("value")!;
        var signed = await StaffBrowser.ReadAsync(await guest.PostAsync(
            $"{Specialist}?handler=Sign", [.. fields.Where(field => field.Key != "Seen"), new("Seen", seen), new("Chosen", OnsetPath)]));
        Assert.Contains("There is nothing left for you to sign", signed.Body!.TextContent);
        Assert.Contains("Is it so?", signed.QuerySelector(".unit__comment")!.TextContent);

        await RevokeAsync(ada, 1);
        var closed = await StaffBrowser.ReadAsync(
            await guest.PostAsync($"{Specialist}?handler=Sign", [.. fields, new("Chosen", OnsetPath)]), HttpStatusCode.Forbidden);
        Assert.Contains("Is it so?", closed.QuerySelector(".unit__comment")!.TextContent);
    }

    [Fact]
    public async Task Whoever_is_signed_in_does_not_open_a_link()
    {
        await using var portal = new PortalFactory();
        var ada = await AdministratorAsync(portal);
        var (address, code) = await MakeAsync(ada);

        Assert.Contains("sign out", (await StaffBrowser.ReadAsync(
            await ada.SendAsync(address, new() { ["Code"] = code }), HttpStatusCode.BadRequest)).QuerySelector("#problems")!.TextContent);
        await OpenedAsync(portal, (address, code));
    }

    [Fact]
    public async Task A_link_needs_a_specialist_some_answers_and_a_number_of_days()
    {
        await using var portal = new PortalFactory();
        var ada = await AdministratorAsync(portal);
        var page = await ChosenAsync(ada);

        var refused = await StaffBrowser.ReadAsync(
            await ada.SendAsync(Links, page, new() { ["Days"] = "61" }, "button[formaction*=Make]"), HttpStatusCode.BadRequest);

        var problems = refused.QuerySelector("#problems")!.TextContent;
        Assert.Contains("Choose the specialist.", problems);
        Assert.Contains("from 1 to 60 days", problems);
        Assert.Contains(OnsetPath, StaffBrowser.FieldsOf(refused, "button[formaction*=Make]").Fields.Select(field => field.Value));
        await using var db = await StaffBrowser.StoreOf(portal);
        Assert.Empty(db.ReviewLinks);
    }

    private static async Task<StaffBrowser> AdministratorAsync(PortalFactory portal)
    {
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        await ada.SendAsync(
            "/staff/lists/clinicians/new",
            new()
            {
                ["Form.Fields[name]"] = "Dr Rae Example",
                ["Form.Fields[role]"] = "Dermatologist",
                ["Form.Fields[registration]"] = "GMC 1234567",
            });
        await ada.SendAsync(
            "/staff/treatments/prp/answers/onset",
            new() { ["Form.Text"] = "At once.", ["Form.Brief"] = "At once", ["Form.Parts[0].Min"] = "0", ["Form.Parts[0].Max"] = "0" });
        return ada;
    }

    private static async Task<IDocument> ChosenAsync(StaffBrowser ada)
    {
        const string button = "#sign button[formaction*=Specialist]";
        var fields = StaffBrowser.FieldsOf(await ada.PageAsync(Prp), button).Fields;
        return await StaffBrowser.ReadAsync(await ada.PostAsync($"{Links}?handler=Choose", [.. fields, new("Chosen", OnsetPath)]));
    }

    private static async Task<(string Address, string Code)> MakeAsync(StaffBrowser ada)
    {
        var page = await ChosenAsync(ada);
        var specialist = page.QuerySelector("#specialist option:last-child")!.GetAttribute("value")!;
        var made = await StaffBrowser.ReadAsync(
            await ada.SendAsync(Links, page, new() { ["Specialist"] = specialist }, "button[formaction*=Make]"));
        var shown = made.QuerySelectorAll("input.link").Select(field => field.GetAttribute("value")!).ToList();
        Assert.DoesNotContain(shown[1], (await ada.PageAsync(Links)).DocumentElement.OuterHtml);
        return (new Uri(shown[0]).PathAndQuery, shown[1]);
    }

    private static async Task<StaffBrowser> OpenedAsync(PortalFactory portal, (string Address, string Code) link)
    {
        var guest = new StaffBrowser(portal);
        Assert.Equal(HttpStatusCode.Redirect, (await guest.SendAsync(link.Address, new() { ["Code"] = link.Code })).StatusCode);
        return guest;
    }

    private static async Task RevokeAsync(StaffBrowser ada, int link) => Assert.Equal(
        HttpStatusCode.Redirect,
        (await ada.SendAsync(Links, [], $"form:has(input[name=id][value='{link}']) button[formaction*=Revoke]")).StatusCode);

    private static Task<HttpResponseMessage> SignAsync(StaffBrowser guest, IDocument page, params string[] chosen) => guest.PostAsync(
        $"{Specialist}?handler=Sign",
        [.. StaffBrowser.FieldsOf(page, "#sign button").Fields, .. chosen.Select(path => KeyValuePair.Create("Chosen", path))]);
}

using System.Net;
using AngleSharp.Dom;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>What a person has typed, through the end of a session, of a token and of the server; all without script.</summary>
public sealed class InterruptedEditTests
{
    /// <summary>With which one portal stays below its limit.</summary>
    private const int MostSignIns = 12;

    private static readonly (string, string) FromOurPage = ("Sec-Fetch-Site", "same-origin");

    [Fact]
    public async Task A_form_without_a_good_token_comes_back_with_every_word_and_is_not_carried_out()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        foreach (var form in await StaffForm.AllAsync())
            foreach (var token in new[] { "", "CfDJ8nonsense" })
            {
                var page = await browser.PageAsync(form.Address);
                var typed = Typed(form, page);
                var before = await StateOf(portal);

                var answer = await browser.PostAsync(
                    form.Target(page),
                    [.. typed.Where(field => field.Key != "__RequestVerificationToken"), new("__RequestVerificationToken", token)]);

                var again = await StaffBrowser.ReadAsync(answer, HttpStatusCode.BadRequest);
                Assert.NotNull(again.QuerySelector(".alert li"));
                AssertHolds(form, again, typed);
                Assert.Equal(before, await StateOf(portal));
            }
    }

    [Fact]
    public async Task Words_sent_after_the_session_ended_are_in_the_form_after_signing_in_again()
    {
        var forms = (await StaffForm.AllAsync())
            .Where(form => form.Fields.Contains("Form.Version")).ToList();
        foreach (var some in forms.Chunk(MostSignIns))
        {
            // A portal lets a client sign in only so often.
            await using var portal = new PortalFactory();
            await AssertHoldAsync(some, portal, await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator));
        }
        Assert.Contains(forms, form => form.Address.StartsWith("/staff/sources/", StringComparison.Ordinal));
        Assert.Contains(forms, form => form.Address.Contains("/concerns/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Any_other_form_stands_on_its_page_again_with_every_word_after_signing_in_and_is_not_carried_out()
    {
        var forms = (await StaffForm.AllAsync())
            .Where(form => !form.Fields.Contains("Form.Version") && !form.Address.StartsWith("/staff/account", StringComparison.Ordinal))
            .ToList();
        var held = new List<string>();
        foreach (var some in forms.Chunk(MostSignIns))
        {
            await using var portal = new PortalFactory();
            var browser = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
            foreach (var form in some)
            {
                var page = await form.OpenAsync(browser);
                var typed = Typed(form, page);
                var takesFile = form.On(page).QuerySelector("[type=file]") is not null;
                if (takesFile)
                    typed.RemoveAll(field => field.Key == "Upload");
                else if (!typed.Exists(field => IsTyped(field.Value)))
                    continue;
                var before = await StateOf(portal);
                await StaffBrowser.EndSessionsAsync(portal);

                var refused = takesFile
                    ? await browser.UploadAsync(form.Target(page), typed, "file.txt", "Not kept"u8.ToArray())
                    : await browser.PostBodyAsync(form.Target(page), Body(typed), FromOurPage);
                var waiting = await StaffBrowser.ReadAsync(await browser.SignInAgainAsync("Ada Admin", refused));

                Assert.Equal(before, await StateOf(portal));
                var (action, fields) = StaffBrowser.FieldsOf(waiting, "main form button");
                Assert.Equal(form.Target(page), action);
                Assert.Equal(WithoutToken(typed), WithoutToken(fields));
                var again = await StaffBrowser.ReadAsync(await browser.PostAsync(action!, fields));
                var told = again.QuerySelector("#problems")!.TextContent;
                Assert.Contains("this was not sent", told);
                Assert.Equal(takesFile, told.Contains("Choose the file again", StringComparison.Ordinal));
                Assert.DoesNotContain("Not kept", again.DocumentElement.OuterHtml, StringComparison.Ordinal);
                AssertHolds(form, again, typed);
                Assert.Equal(before, await StateOf(portal));
                held.Add(form.Address);
            }
        }
        Assert.Contains("/staff/people", held);
        Assert.Contains("/staff/content", held);
        Assert.Contains(held, address => address.StartsWith("/staff/review/", StringComparison.Ordinal));
        Assert.Contains(held, address => address.StartsWith("/staff/holds/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Neither_a_secret_nor_a_form_of_another_address_is_carried()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        await StaffBrowser.EndSessionsAsync(portal);

        foreach (var address in new[] { "/staff/account?handler=Password", "/staff/account/second-factor?handler=TurnOn" })
            Assert.Equal(
                HttpStatusCode.Redirect, (await browser.PostBodyAsync(address, "Old=Secret+one&Key=Secret+two", FromOurPage)).StatusCode);

        var page = await browser.PageAsync("/staff/sign-in");
        var (action, fields) = StaffBrowser.FieldsOf(page, "main form[method=post] button");
        var answer = await browser.PostAsync(
            action!,
            [
                .. fields.Where(field => field.Key is not ("Email" or "Password")), new("Email", StaffBrowser.AddressOf("Ada Admin")),
                new("Password", StaffBrowser.Password), new("Words", """{"Address":"https://evil.example/staff","Fields":{"a":["b"]}}"""),
            ]);
        Assert.Equal("/staff", answer.Headers.Location?.OriginalString);
    }

    private static async Task AssertHoldAsync(IEnumerable<StaffForm> forms, PortalFactory portal, StaffBrowser browser)
    {
        foreach (var form in forms)
        {
            var page = await browser.PageAsync(form.Address);
            var typed = Typed(form, page);
            var before = await StateOf(portal);
            await StaffBrowser.EndSessionsAsync(portal);

            await ThroughSignInAsync(browser, await browser.PostBodyAsync(form.Target(page), Body(typed), FromOurPage), form.Address);

            AssertHolds(form, await browser.PageAsync(form.Address), typed);
            Assert.Equal(before, await StateOf(portal));
        }
    }

    [Fact]
    public async Task What_another_window_kept_meanwhile_is_put_away_and_not_written_over()
    {
        const string address = "/staff/treatments/prp/answers/onset";
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Ada Admin");
        var (one, other) = (await browser.PageAsync(address), await browser.PageAsync(address));
        await browser.SendAsync(address, other, new() { ["Form.Text"] = "Words of the other window." }, "button[formaction*=SaveDraft]");
        await StaffBrowser.EndSessionsAsync(portal);
        var fields = StaffBrowser.FieldsOf(one, "main form[method=post] button").Fields;

        var refused = await browser.PostBodyAsync(
            address, Body([.. fields.Where(field => field.Key != "Form.Text"), new("Form.Text", "Words of this window.")]), FromOurPage);
        await ThroughSignInAsync(browser, refused, address);

        Assert.Equal("Words of this window.", (await browser.PageAsync(address)).QuerySelector("#text")!.TextContent);
        await browser.SendAsync(address, [], "button[formaction*=DiscardDraft]");
        await using var db = await StaffBrowser.StoreOf(portal);
        Assert.Contains(
            await db.Drafts.Select(draft => draft.Fields).ToListAsync(StaffBrowser.Cancel),
            words => words.Contains("this window", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task Words_that_another_site_sends_are_not_carried_into_the_portal(string header, string value)
    {
        await using var portal = new PortalFactory();
        var browser = new StaffBrowser(portal);
        foreach (var (address, body) in new[]
        {
            ("/staff/treatments/prp/answers/onset", "Form.Version=1&Form.Text=Planted"), ("/staff/people?handler=Invite", "Name=Planted"),
        })
        {
            var answer = await browser.PostBodyAsync(address, body, (header, value));

            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.DoesNotContain(
                "Planted", (await browser.PageAsync(answer.Headers.Location!.OriginalString)).DocumentElement.OuterHtml,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_could_not_be_saved_is_kept_as_a_draft_all_the_same()
    {
        const string address = "/staff/treatments/prp/answers/onset";
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");

        var kept = await browser.SendAsync(
            address, new() { ["Form.Text"] = "Half a sentence", ["Form.Absence"] = "Bogus", ["Form.Parts[0].Min"] = "soon" },
            "button[formaction*=SaveDraft]");

        Assert.Equal((HttpStatusCode.Redirect, address), (kept.StatusCode, kept.Headers.Location?.OriginalString));
        var page = await browser.PageAsync(address);
        Assert.Equal("Half a sentence", page.QuerySelector("#text")!.TextContent);
        Assert.Equal("soon", page.QuerySelector("#part-0-Min")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_save_keeps_the_draft_of_another_window()
    {
        const string address = "/staff/treatments/prp/answers/onset";
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var (one, other) = (await browser.PageAsync(address), await browser.PageAsync(address));
        await browser.SendAsync(address, other, new() { ["Form.Text"] = "Words of the other window." }, "button[formaction*=SaveDraft]");

        await browser.SendAsync(address, one, new() { ["Form.Brief"] = "Saved here" });

        Assert.Equal("Words of the other window.", (await browser.PageAsync(address)).QuerySelector("#text")!.TextContent);
    }

    [Fact]
    public async Task A_restart_of_the_server_in_mid_edit_loses_neither_the_session_nor_the_form_nor_the_draft()
    {
        const string address = "/staff/treatments/prp/answers/onset";
        var data = Directory.CreateTempSubdirectory("portal-").FullName;
        var cookies = new CookieContainer();
        IDocument open;
        await using (var portal = new PortalFactory { Data = data })
        {
            await StaffBrowser.InvitedAsync(portal, "Nora Nurse", StaffRole.Editor);
            var browser = new StaffBrowser(portal, cookies);
            await browser.SignInAsync("Nora Nurse");
            await browser.SendAsync(address, new() { ["Form.Brief"] = "Kept before" }, "button[formaction*=SaveDraft]");
            open = await browser.PageAsync(address);
        }
        await using (var portal = new PortalFactory { Data = data })
        {
            var browser = new StaffBrowser(portal, cookies);
            Assert.Equal("Kept before", (await browser.PageAsync(address)).QuerySelector("#brief")!.GetAttribute("value"));

            var answer = await browser.SendAsync(address, open, new() { ["Form.Text"] = "Typed across the restart." });

            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            await using var db = await StaffBrowser.StoreOf(portal);
            var last = await db.Changes.OrderByDescending(change => change.Id).FirstAsync(StaffBrowser.Cancel);
            Assert.Contains("Typed across the restart.", last.After, StringComparison.Ordinal);
            Assert.Contains("Kept before", last.After, StringComparison.Ordinal);
        }
        PortalFactory.Delete(data);
    }

    /// <summary>Every field into which somebody can write, with words of its own.</summary>
    private static List<KeyValuePair<string, string>> Typed(StaffForm form, IDocument page) =>
        [.. form.Sent(page).Select((field, number) => form.IsTyped(page, field.Key) ? new(field.Key, $"Typed {number} ı\"<&") : field)];

    private static void AssertHolds(StaffForm form, IDocument page, List<KeyValuePair<string, string>> typed)
    {
        foreach (var (field, words) in typed.Where(field => IsTyped(field.Value)))
            Assert.True(
                page.QuerySelectorAll("main form").Any(again => StaffForm.Value(again, field) == words),
                $"{form.Address} has lost {field}: {words}");
    }

    private static bool IsTyped(string value) => value.StartsWith("Typed ", StringComparison.Ordinal);

    private static IEnumerable<string> WithoutToken(IEnumerable<KeyValuePair<string, string>> fields) =>
        fields.Where(field => field.Key is not ("__RequestVerificationToken" or "Shown"))
            .Select(field => $"{field.Key}={field.Value}").Order();

    private static async Task ThroughSignInAsync(StaffBrowser browser, HttpResponseMessage refused, string address)
    {
        var answer = await browser.SignInAgainAsync("Ada Admin", refused);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(address, answer.Headers.Location!.OriginalString);
    }

    private static async Task<string> StateOf(PortalFactory portal)
    {
        await using var db = await StaffBrowser.StoreOf(portal);
        return $"{await db.Changes.CountAsync(StaffBrowser.Cancel)} {await db.Users.CountAsync(StaffBrowser.Cancel)} "
            + $"{await db.Editions.CountAsync(StaffBrowser.Cancel)}";
    }

    private static string Body(IEnumerable<KeyValuePair<string, string>> fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
}

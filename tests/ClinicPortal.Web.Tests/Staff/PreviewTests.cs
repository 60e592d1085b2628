using System.Net;
using AngleSharp.Dom;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Pages.Staff;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>
/// The patients' own pages before they are published: what is saved, what is ticked, one change, and words that nobody has saved. What
/// patients get stays as it is meanwhile, by body and by tag.
/// </summary>
public sealed class PreviewTests
{
    private const string Publish = "/staff/publish", Links = "/staff/publish/links", Door = "/staff/preview";
    private const string OnsetPath = "treatments/prp/answers/onset", PainPath = "treatments/prp/answers/pain";
    private const string Onset = "/staff/" + OnsetPath, Pain = "/staff/" + PainPath;
    private const string Pair = "/compare/mesotherapy-vs-prp", PreviewButton = "button[formaction*='handler=Preview']";

    /// <summary>Stand in what staff write here and nowhere else.</summary>
    private const string Secret = "zyxwvut", Other = "qponmlk";

    private static readonly string[] Exits =
    [
        "/", "/treatments", "/treatments/prp", "/concerns/hair-loss", Pair, $"{Pair}?concern=hair-loss", $"{Pair}?rows=onset",
        $"{Pair}/sheet", $"{Pair}/standard", $"{Pair}?edition=1",
        "/compare", "/plan", "/glossary", "/sources", "/about", "/sitemap.xml", "/robots.txt",
        $"/search?q={Secret}",
    ];

    [Fact]
    public async Task Unsaved_words_stand_on_the_patients_page_beside_the_form_and_are_saved_nowhere()
    {
        await using var portal = new PortalFactory();
        var eva = await StaffBrowser.SignedInAsync(portal, "Eva Editor");
        var before = await ReadAsync(portal);

        var form = await StaffBrowser.ReadAsync(await eva.SendAsync(Onset, new() { ["Form.Text"] = $"{Secret}." }, PreviewButton));

        Assert.Equal($"{Secret}.", form.QuerySelector("#text")!.TextContent.Trim());
        var frame = form.QuerySelector(".beside > .phone iframe")!;
        Assert.Equal(PreviewView.Typed(OnsetPath).StartAddress, frame.GetAttribute("src"));
        Assert.NotEmpty(frame.GetAttribute("title")!);
        var page = await FollowAsync(eva, PreviewView.Typed(OnsetPath).At("/start"));
        Assert.Contains(page.QuerySelectorAll(".fresh"), block => block.Words() == $"New {Secret}.");
        Assert.Contains("not published", page.QuerySelector(".notice--view")!.TextContent, StringComparison.Ordinal);
        // Whoever goes on reading stays in the preview, and leaves it by one link.
        Assert.All(
            page.QuerySelectorAll("a[href^='/']"),
            link => Assert.True(
                link.GetAttribute("target") == "_top" || link.GetAttribute("href")!.StartsWith(Door, StringComparison.Ordinal)));
        Assert.Contains(Secret, (await eva.PageAsync(PreviewView.Typed(OnsetPath).At("/treatments/prp"))).Body!.TextContent);

        await using var db = await StaffBrowser.StoreOf(portal);
        Assert.DoesNotContain(db.Changes.AsEnumerable(), change => change.After?.Contains(Secret, StringComparison.Ordinal) == true);
        Assert.Equal(0, await db.Set<TreatmentAttribute>().CountAsync(
            cell => ((string)(object)cell.Text!).Contains(Secret), StaffBrowser.Cancel));
        Assert.Equal(before, await ReadAsync(portal));
    }

    [Fact]
    public async Task Unsaved_words_are_for_the_eyes_of_who_types_them()
    {
        await using var portal = new PortalFactory();
        var eva = await StaffBrowser.SignedInAsync(portal, "Eva Editor");
        await eva.SendAsync(Onset, new() { ["Form.Text"] = $"{Secret}." }, PreviewButton);
        var typed = PreviewView.Typed(OnsetPath).At(Pair);
        Assert.Contains(Secret, (await eva.PageAsync(typed)).Body!.TextContent);

        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        foreach (var address in new[] { typed, PreviewView.Saved.At(Pair), PreviewView.Change(OnsetPath).At(Pair) })
            Assert.DoesNotContain(Secret, (await ada.PageAsync(address)).DocumentElement.OuterHtml);
        var stranger = await portal.Get(typed);
        Assert.StartsWith("/staff/sign-in", stranger.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    /// <summary>Every form of a row that has a button for it, on the page on which patients read the row.</summary>
    [Theory]
    [InlineData("/staff/treatments/prp/concerns/hair-loss", "Form.Note", "/concerns/hair-loss")]
    [InlineData("/staff/treatments/prp", "Form.Summary", "/treatments/prp")]
    [InlineData("/staff/concerns/hair-loss", "Form.Summary", "/concerns/hair-loss")]
    [InlineData("/staff/criteria/onset", "Form.Help", "/treatments/")]
    [InlineData("/staff/comparisons/mesotherapy-vs-prp", "Form.ClinicsSay", Pair)]
    [InlineData("/staff/numbers/n1", "Form.Group", "/treatments/")]
    [InlineData("/staff/clinic", "Form.Name", "/about")]
    [InlineData("/staff/lists/glossary/ablative", "Form.Fields[definition]", "/glossary")]
    public async Task Every_form_has_its_preview(string address, string field, string read)
    {
        await using var portal = new PortalFactory();
        var eva = await StaffBrowser.SignedInAsync(portal, "Eva Editor");

        var form = await StaffBrowser.ReadAsync(await eva.SendAsync(address, new() { [field] = $"{Secret}." }, PreviewButton));

        var start = form.QuerySelector(".phone iframe")!.GetAttribute("src")!;
        var (page, at) = await LedAsync(eva, start);
        Assert.Contains($"{PreviewView.Typed(StaffMap.RowAt(address)).Name}{read}", at, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("body *"), one => one.TextContent.Contains(Secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_new_word_is_seen_in_the_glossary_before_it_is_saved()
    {
        await using var portal = new PortalFactory();
        var eva = await StaffBrowser.SignedInAsync(portal, "Eva Editor");

        var form = await StaffBrowser.ReadAsync(await eva.SendAsync(
            "/staff/lists/glossary/new",
            new() { ["Form.Fields[term]"] = Secret, ["Form.Fields[definition]"] = "What nobody knows." }, PreviewButton));

        var (page, _) = await LedAsync(eva, form.QuerySelector(".phone iframe")!.GetAttribute("src")!);
        Assert.Contains(page.QuerySelectorAll(".fresh"), block => block.TextContent.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_preview_of_a_choice_holds_what_is_ticked_and_nothing_else()
    {
        await using var portal = new PortalFactory();
        var ada = await ChangedAsync(portal);
        var before = await ReadAsync(portal);

        var begun = await ada.PostAsync($"{Publish}?handler=Preview", await FieldsAsync(ada, OnsetPath));

        var list = await ada.PageAsync(begun.Headers.Location!.OriginalString);
        Assert.Equal(["PRP: First change"], list.QuerySelectorAll("main ul a").Select(link => link.Words()));
        var page = await ada.PageAsync(PreviewView.Ticked.At("/treatments/prp"));
        Assert.Contains(Secret, page.Body!.TextContent);
        Assert.DoesNotContain(Other, page.Body.TextContent);
        Assert.Contains(Other, (await ada.PageAsync(PreviewView.Saved.At("/treatments/prp"))).Body!.TextContent);
        Assert.Equal(before, await ReadAsync(portal));
        Assert.Contains("Nothing is ticked", (await StaffBrowser.ReadAsync(
            await ada.PostAsync($"{Publish}?handler=Preview", await FieldsAsync(ada)), HttpStatusCode.BadRequest))
            .QuerySelector("#problems")!.TextContent);
    }

    [Fact]
    public async Task A_pending_change_is_seen_before_and_after_where_patients_read_it()
    {
        await using var portal = new PortalFactory();
        var ada = await ChangedAsync(portal);

        var both = await ada.PageAsync(
            (await ada.PageAsync(Publish)).QuerySelector($"a[href='{StaffMap.BeforeAndAfter(OnsetPath)}']")!.GetAttribute("href")!);
        var frames = both.QuerySelectorAll(".phones iframe").Select(frame => frame.GetAttribute("src")!).ToList();
        var (before, at) = await LedAsync(ada, frames[0]);
        var (after, _) = await LedAsync(ada, frames[1]);

        Assert.EndsWith(Pair, at, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, before.Body!.TextContent);
        Assert.Contains(before.QuerySelectorAll(".fresh"), block => block.Words().StartsWith("Will change ", StringComparison.Ordinal));
        Assert.Contains(after.QuerySelectorAll(".fresh"), block => block.Words() == $"New {Secret}.");
        Assert.DoesNotContain(Other, after.Body!.TextContent);
        // Before is what patients read, but for the marks and the notice; after is what they read once it is published.
        Assert.Equal(TablesOf(await portal.GetPage(Pair)), TablesOf(before));
        var looked = await StaffBrowser.ReadAsync(await ada.PostAsync($"{Publish}?handler=Look", await FieldsAsync(ada, OnsetPath)));
        await ada.SendAsync(Publish, looked, new() { ["Reason"] = "To see it." });
        Assert.Equal(TablesOf(await portal.GetPage(Pair)), TablesOf(after));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_is_changed_and_ticked_patients_then_read_the_previewed_pages(int seed)
    {
        var random = new Random(seed);
        await using var portal = new PortalFactory();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        string[] pages = [Pair, $"{Pair}?concern=hair-loss", "/treatments/prp", "/treatments/mesotherapy", "/concerns/hair-loss"];
        var changed = (
            from treatment in new[] { "prp", "mesotherapy" }
            from criterion in new[] { "what", "onset", "pain", "serious-risks", "evidence", "aftercare" }
            select $"treatments/{treatment}/answers/{criterion}").ToArray();
        random.Shuffle(changed);
        changed = changed[..6];
        foreach (var (number, path) in changed.Index())
            Assert.Equal(
                HttpStatusCode.Redirect,
                (await ada.SendAsync($"/staff/{path}", new() { ["Form.Text"] = $"{Secret}{number}." })).StatusCode);
        var ticked = changed[..random.Next(1, changed.Length)];

        await ada.PostAsync($"{Publish}?handler=Preview", await FieldsAsync(ada, ticked));
        var previewed = new List<List<string>>();
        foreach (var page in pages)
            previewed.Add(SaidOn(await ada.PageAsync(PreviewView.Ticked.At(page))));
        var looked = await StaffBrowser.ReadAsync(await ada.PostAsync($"{Publish}?handler=Look", await FieldsAsync(ada, ticked)));
        Assert.Equal(
            HttpStatusCode.Redirect, (await ada.SendAsync(Publish, looked, new() { ["Reason"] = "To see it." })).StatusCode);

        foreach (var (page, preview) in pages.Zip(previewed))
            Assert.Equal(preview, SaidOn(await portal.GetPage(page)));
        var said = string.Join(' ', previewed.SelectMany(words => words));
        Assert.All(
            changed.Index(),
            one => Assert.Equal(ticked.Contains(one.Item), said.Contains($"{Secret}{one.Index}.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_stands_against_a_preview_is_listed_and_nobody_elses_unfinished_work_hides_ones_own_words()
    {
        await using var portal = new PortalFactory();
        var eva = await StaffBrowser.SignedInAsync(portal, "Eva Editor");
        await eva.SendAsync(
            Pain, new() { ["Form.Text"] = "", ["Form.Brief"] = "", ["Form.Parts[0].Min"] = "", ["Form.Parts[0].Max"] = "" });

        var refused = await eva.GetAsync(PreviewView.Saved.At(Pair));
        var reasons = await StaffBrowser.ReadAsync(
            await eva.GetAsync(refused.Headers.Location!.OriginalString), HttpStatusCode.Conflict);
        Assert.NotNull(reasons.QuerySelector($"main a[href='{Pain}']"));

        await eva.SendAsync(
            "/staff/treatments/mesotherapy/answers/onset", new() { ["Form.Text"] = $"{Secret}." }, PreviewButton);
        Assert.Contains(
            Secret, (await eva.PageAsync(PreviewView.Typed("treatments/mesotherapy/answers/onset").At(Pair))).Body!.TextContent);
    }

    [Fact]
    public async Task A_link_shows_its_changes_on_patients_pages_and_no_page_of_staff()
    {
        await using var portal = new PortalFactory();
        var ada = await ChangedAsync(portal);
        var before = await ReadAsync(portal);
        var link = await LinkAsync(ada, OnsetPath);
        var guest = new StaffBrowser(portal);

        var opened = await guest.GetAsync(link);
        Assert.Equal(Door, opened.Headers.Location!.OriginalString);
        var cookie = opened.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("preview=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(link.Split('=')[^1], cookie, StringComparison.Ordinal);
        Assert.Contains($"path={Door}", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["PRP: First change"], (await guest.PageAsync(Door)).QuerySelectorAll("main ul a").Select(one => one.Words()));
        var answer = await guest.GetAsync(PreviewView.Link.At(Pair));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
        Assert.Null(answer.Headers.ETag);
        var page = await StaffBrowser.ReadAsync(answer);
        Assert.Contains(page.QuerySelectorAll(".fresh"), block => block.Words() == $"New {Secret}.");
        Assert.DoesNotContain(Other, page.DocumentElement.OuterHtml);

        foreach (var closed in new[]
        {
            "/staff", Publish, Links, PreviewView.Saved.At(Pair), PreviewView.Change(PainPath).At(Pair), PreviewView.OfEdition(1).At(Pair),
        })
            Assert.StartsWith("/staff/sign-in", (await guest.GetAsync(closed)).Headers.Location!.OriginalString, StringComparison.Ordinal);
        foreach (var none in new[] { "/staff", "/staff/publish", "/health", "/sitemap.xml", "/css/site.css" })
            Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(PreviewView.Link.At(none))).StatusCode);
        Assert.DoesNotContain(Secret, (await guest.PageAsync(Pair)).DocumentElement.OuterHtml);
        Assert.Equal(before, await ReadAsync(portal));
    }

    [Fact]
    public async Task The_door_tells_a_stranger_nothing_whatever_is_asked_for()
    {
        await using var portal = new PortalFactory();
        var ada = await ChangedAsync(portal);
        await ada.SendAsync("/staff/criteria/onset", new() { ["Form.Term"] = "A secret term" });
        var stranger = new StaffBrowser(portal);

        foreach (var view in new[]
        {
            PreviewView.OfEdition(1), PreviewView.Saved, PreviewView.Ticked, PreviewView.Change(OnsetPath), PreviewView.Typed(OnsetPath),
            PreviewView.Link,
        })
        {
            var answer = await stranger.GetAsync(PreviewPages.DoorOf(view));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            var said = await answer.Content.ReadAsStringAsync(StaffBrowser.Cancel);
            Assert.DoesNotContain("secret term", said, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_link_names_what_it_shows_as_patients_know_it()
    {
        await using var portal = new PortalFactory();
        var ada = await ChangedAsync(portal);
        await ada.SendAsync("/staff/criteria/onset", new() { ["Form.Term"] = "A secret term" });
        var guest = new StaffBrowser(portal);

        await guest.GetAsync(await LinkAsync(ada, OnsetPath));

        Assert.Equal(["PRP: First change"], (await guest.PageAsync(Door)).QuerySelectorAll("main ul a").Select(one => one.Words()));
    }

    [Theory]
    [InlineData("/staff/preview/saved//x.example?edition=1")]
    [InlineData("/staff/preview/saved//x.example")]
    [InlineData("/staff/preview/change:%C3%A9/start")]
    [InlineData("/staff/preview/typed:a%0Ab/start")]
    [InlineData("/staff/preview/edition:99999999999")]
    public async Task An_address_that_nobody_was_given_is_not_found(string address)
    {
        await using var portal = new PortalFactory();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);

        Assert.Equal(HttpStatusCode.NotFound, (await ada.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_link_goes_with_whoever_made_it()
    {
        await using var portal = new PortalFactory();
        var ada = await ChangedAsync(portal);
        var guest = new StaffBrowser(portal);
        var link = await LinkAsync(ada, OnsetPath);
        await guest.GetAsync(link);
        await using (var db = await StaffBrowser.StoreOf(portal))
            await db.Users.ExecuteUpdateAsync(set => set.SetProperty(one => one.Left, true), StaffBrowser.Cancel);

        await AssertEndedAsync(guest, link);
    }

    [Fact]
    public async Task A_link_ends_when_it_is_revoked_and_on_its_day_and_says_what_to_do()
    {
        await using var portal = new PortalFactory();
        var ada = await ChangedAsync(portal);
        var guest = new StaffBrowser(portal);
        var link = await LinkAsync(ada, OnsetPath);
        await guest.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync(PreviewView.Link.At(Pair))).StatusCode);
        Assert.Contains("opened on", (await ada.PageAsync(Links)).QuerySelector("[aria-labelledby=in-force] li")!.TextContent);

        await ada.SendAsync(Links, [], "button[formaction*=Revoke]");
        await AssertEndedAsync(guest, link);

        var second = await LinkAsync(ada, OnsetPath);
        await guest.GetAsync(second);
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync(PreviewView.Link.At(Pair))).StatusCode);
        await using (var db = await StaffBrowser.StoreOf(portal))
            await db.PreviewLinks.Where(one => one.RevokedAt == null).ExecuteUpdateAsync(
                one => one.SetProperty(it => it.Expires, DateTimeOffset.UtcNow.AddSeconds(-1)), StaffBrowser.Cancel);
        await AssertEndedAsync(guest, second);
        Assert.Empty((await ada.PageAsync(Links)).QuerySelectorAll("[aria-labelledby=in-force] li"));

        var log = (await ada.PageAsync("/staff/audit")).Body!.TextContent;
        Assert.Contains("A preview link was made for 1 change", log);
        Assert.Contains("Opened a preview link.", log);
        Assert.Contains("The preview link was revoked.", log);
        await using var store = await StaffBrowser.StoreOf(portal);
        var key = link.Split('=')[^1];
        Assert.DoesNotContain(store.PreviewLinks.AsEnumerable(), one => one.KeyHash.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_without_a_name_a_day_or_a_change_is_refused_and_keeps_what_was_typed()
    {
        await using var portal = new PortalFactory();
        var ada = await ChangedAsync(portal);
        var fields = await FieldsAsync(ada, OnsetPath);

        var refused = await StaffBrowser.ReadAsync(
            await ada.PostAsync($"{Links}?handler=Make", [.. fields, new("Colleague", "Dr Example"), new("Days", "31")]),
            HttpStatusCode.BadRequest);
        Assert.Contains("from 1 to 30 days", refused.QuerySelector("#problems")!.TextContent);
        Assert.Equal("Dr Example", refused.QuerySelector("#colleague")!.GetAttribute("value"));
        Assert.Contains("Nothing is ticked", (await StaffBrowser.ReadAsync(
            await ada.PostAsync($"{Links}?handler=Choose", await FieldsAsync(ada)), HttpStatusCode.BadRequest))
            .QuerySelector("#problems")!.TextContent);
    }

    [Fact]
    public async Task Only_a_preview_may_stand_in_a_frame_and_only_in_the_staff_area()
    {
        await using var portal = new PortalFactory();
        var eva = await StaffBrowser.SignedInAsync(portal, "Eva Editor");

        Assert.Contains("frame-ancestors 'self'", await PolicyAsync(PreviewView.Saved.At(Pair)), StringComparison.Ordinal);
        foreach (var address in new[] { "/", Pair, "/staff", Publish })
            Assert.Contains("frame-ancestors 'none'", await PolicyAsync(address), StringComparison.Ordinal);
        Assert.Contains("frame-src 'self'", await PolicyAsync(Publish), StringComparison.Ordinal);
        foreach (var address in new[] { "/", Pair, PreviewView.Saved.At(Pair) })
            Assert.DoesNotContain("frame-src", await PolicyAsync(address), StringComparison.Ordinal);

        async Task<string> PolicyAsync(string address) =>
            (await eva.GetAsync(address)).Headers.GetValues("Content-Security-Policy").Single();
    }

    /// <summary>What a comparison says, without what a preview adds.</summary>
    private static List<string> TablesOf(IDocument page) => Unmarked(page, "main table :is(th, td)");

    /// <summary>What any page says, without what a preview adds or takes away.</summary>
    private static List<string> SaidOn(IDocument page) => Unmarked(page, "main :is(h1, h2, h3, dt, dd, th, td)");

    private static List<string> Unmarked(IDocument page, string what)
    {
        foreach (var mark in page.QuerySelectorAll(".fresh__word, form, .clarity, [data-edition]").ToList())
            mark.Remove();
        var said = page.QuerySelectorAll(what).Select(block => block.Words()).ToList();
        Assert.NotEmpty(said);
        return said;
    }

    private static async Task AssertEndedAsync(StaffBrowser guest, string link)
    {
        Assert.Equal(Door, (await guest.GetAsync(PreviewView.Link.At(Pair))).Headers.Location!.OriginalString);
        foreach (var address in new[] { Door, link, $"{Door}?key=wrong" })
            Assert.Contains("Ask the person who sent it for a new one", (await guest.PageAsync(address, HttpStatusCode.NotFound))
                .QuerySelector("main")!.TextContent);
    }

    /// <summary>Two answers of one treatment, saved and not published.</summary>
    private static async Task<StaffBrowser> ChangedAsync(PortalFactory portal)
    {
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        await ada.SendAsync(Onset, new() { ["Form.Text"] = $"{Secret}." });
        await ada.SendAsync(Pain, new() { ["Form.Text"] = $"{Other}." });
        return ada;
    }

    /// <summary>The form for publishing with these ticks.</summary>
    private static async Task<List<KeyValuePair<string, string>>> FieldsAsync(StaffBrowser browser, params string[] ticked) =>
    [
        .. StaffBrowser.FieldsOf(await browser.PageAsync(Publish), "#publish button").Fields.Where(field => field.Key != "Chosen"),
        .. ticked.Select(path => new KeyValuePair<string, string>("Chosen", path)),
    ];

    private static async Task<string> LinkAsync(StaffBrowser browser, params string[] ticked)
    {
        var choice = await StaffBrowser.ReadAsync(
            await browser.PostAsync($"{Links}?handler=Choose", await FieldsAsync(browser, ticked)));
        var made = await StaffBrowser.ReadAsync(await browser.SendAsync(
            Links, choice, new() { ["Colleague"] = "Dr Example" }, "button[formaction*=Make]"));
        return new Uri(made.QuerySelector("input.link")!.GetAttribute("value")!).PathAndQuery;
    }

    /// <summary>The page that an address leads to in the end, and its address.</summary>
    private static async Task<(IDocument Page, string Address)> LedAsync(StaffBrowser browser, string address)
    {
        address = address.Split('#')[0];
        var answer = await browser.GetAsync(address);
        return answer.StatusCode == HttpStatusCode.Redirect
            ? await LedAsync(browser, answer.Headers.Location!.OriginalString) : (await StaffBrowser.ReadAsync(answer), address);
    }

    private static async Task<IDocument> FollowAsync(StaffBrowser browser, string address) => (await LedAsync(browser, address)).Page;

    /// <summary>What every exit says to a stranger: status, body and tag.</summary>
    private static async Task<Dictionary<string, (HttpStatusCode, string, string?)>> ReadAsync(PortalFactory portal)
    {
        var read = new Dictionary<string, (HttpStatusCode, string, string?)>();
        foreach (var address in Exits)
        {
            var answer = await portal.Get(address);
            var body = await answer.Content.ReadAsStringAsync(StaffBrowser.Cancel);
            read[address] = (answer.StatusCode, body, answer.Headers.ETag?.ToString());
            // The page of a search shows what was typed.
            Assert.True(
                address.StartsWith("/search", StringComparison.Ordinal) || !body.Contains(Secret, StringComparison.Ordinal), address);
            Assert.DoesNotContain(Other, body, StringComparison.Ordinal);
        }
        return read;
    }
}

using System.Net;
using ClinicPortal.Core.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Tests.Staff;

public sealed class HistoryTests
{
    private const string Onset = "/staff/treatments/prp/answers/onset";
    private const string OnsetHistory = "/staff/history?place=treatments/prp/answers/onset";

    [Fact]
    public async Task It_tells_who_changed_what_when_and_why_in_words()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        await nora.SendAsync(Onset, new() { ["Form.Parts[0].Min"] = "6", ["Why"] = "The clinic's own figure" });

        var entry = (await nora.PageAsync(OnsetHistory)).QuerySelector(".history li")!;

        Assert.Contains("Nora Nurse", entry.QuerySelector("h2")!.TextContent);
        Assert.Contains("The clinic's own figure", entry.TextContent);
        Assert.Contains("PRP: First change", entry.QuerySelector("summary")!.TextContent);
        Assert.Equal("measured value", entry.QuerySelector("dt")!.TextContent);
        Assert.Equal("8", entry.QuerySelector("dd del")!.TextContent.Trim());
        Assert.Equal("6", entry.QuerySelector("dd ins")!.TextContent.Trim());
    }

    [Fact]
    public async Task One_cell_is_brought_back_and_that_is_taken_back_in_turn()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var before = await EntryAtAsync(portal, "prp", "onset");
        await nora.SendAsync(Onset, new() { ["Form.Text"] = "At once." });

        await nora.SendAsync(OnsetHistory, [], "button[formaction*=TakeBack]");
        Assert.Equal(before, await EntryAtAsync(portal, "prp", "onset"));

        await nora.SendAsync(OnsetHistory, [], "button[formaction*=TakeBack]");
        Assert.Equal("At once.", await EntryAtAsync(portal, "prp", "onset"));
    }

    [Theory]
    [InlineData("/staff/history?place=treatments/prp", "prp", "onset", "prp", "pain")]
    [InlineData("/staff/history?criterion=onset", "prp", "onset", "mesotherapy", "onset")]
    public async Task A_treatment_and_a_question_of_all_treatments_are_brought_back_whole(
        string history, string one, string oneAsked, string other, string otherAsked)
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var before = (await EntryAtAsync(portal, one, oneAsked), await EntryAtAsync(portal, other, otherAsked));
        await nora.SendAsync($"/staff/treatments/{one}/answers/{oneAsked}", new() { ["Form.Text"] = "One thing." });
        await nora.SendAsync($"/staff/treatments/{other}/answers/{otherAsked}", new() { ["Form.Text"] = "Another thing." });
        await nora.SendAsync("/staff/treatments/botulinum/answers/downtime", new() { ["Form.Text"] = "Elsewhere." });

        await nora.SendAsync(history, [], ".history > li:last-child button[formaction*=RestoreAll]");

        Assert.Equal(before, (await EntryAtAsync(portal, one, oneAsked), await EntryAtAsync(portal, other, otherAsked)));
        Assert.Equal("Elsewhere.", await EntryAtAsync(portal, "botulinum", "downtime"));
        Assert.Contains(
            " (2 entries). Patients will see them after the next publication.",
            (await nora.PageAsync(history)).QuerySelector(".done")!.TextContent, StringComparison.Ordinal);

        await nora.SendAsync(history, [], ".history > li:last-child button[formaction*=RestoreAll]");

        Assert.Contains(
            "There was nothing to restore: no entry", (await nora.PageAsync(history)).QuerySelector(".done")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_has_changed_since_the_page_was_opened_is_named_and_nothing_goes_back()
    {
        await using var portal = new PortalFactory();
        const string address = "/staff/history?place=treatments/prp", button = ".history > li:last-child button[formaction*=RestoreAll]";
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var eve = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        await nora.SendAsync(Onset, new() { ["Form.Text"] = "One thing." });
        var history = await nora.PageAsync(address);
        await eve.SendAsync("/staff/treatments/prp/answers/pain", new() { ["Form.Text"] = "Another thing." });

        var answer = await nora.SendAsync(address, history, [], button);

        var page = await StaffBrowser.ReadAsync(answer, HttpStatusCode.BadRequest);
        Assert.Contains("since you opened the page: PRP: Pain.", page.QuerySelector("#problems")!.TextContent);
        Assert.Equal("One thing.", await EntryAtAsync(portal, "prp", "onset"));
        Assert.Equal("Another thing.", await EntryAtAsync(portal, "prp", "pain"));
        var again = await nora.SendAsync(address, page, [], button);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.NotEqual("One thing.", await EntryAtAsync(portal, "prp", "onset"));
    }

    [Fact]
    public async Task A_large_import_is_counted_and_can_be_opened()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        await using var db = await StaffBrowser.StoreOf(portal);

        var more = (await nora.PageAsync("/staff/history")).QuerySelector(".history li > p > a")!;
        Assert.Equal($"{await db.Changes.CountAsync(StaffBrowser.Cancel) - 4} more entries changed by this", more.TextContent);
        Assert.Equal(200, (await nora.PageAsync(more.GetAttribute("href")!)).QuerySelectorAll(".history__change").Length);
    }

    [Fact]
    public async Task Older_changes_follow_page_by_page_and_none_twice()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        for (var time = 0; time < 45; time++)
            await nora.SendAsync(Onset, new() { ["Form.Text"] = $"Text {time}." });

        var seen = new List<string>();
        for (var address = OnsetHistory; address is not null;)
        {
            var page = await nora.PageAsync(address);
            seen.AddRange(page.QuerySelectorAll(".history > li").Select(set => set.Id!));
            address = page.QuerySelector("main > p > a")?.GetAttribute("href");
        }

        Assert.Equal(46, seen.Count);
        Assert.Equal(46, seen.Distinct().Count());
    }

    [Fact]
    public async Task It_is_searched_by_person_and_by_word_and_a_button_keeps_what_was_asked()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var olaf = await StaffBrowser.SignedInAsync(portal, "Olaf Other");
        await nora.SendAsync(Onset, new() { ["Form.Text"] = "Şişlik of 100 % \"gone\"." });
        await olaf.SendAsync("/staff/treatments/prp/answers/pain", new() { ["Form.Text"] = "It fizzles." });

        Assert.Equal(["PRP: First change"], await NamesAsync("person=Nora%20Nurse"));
        Assert.Equal(["PRP: Pain"], await NamesAsync("word=FIZZLES"));
        Assert.Equal(["PRP: First change"], await NamesAsync($"word={Uri.EscapeDataString("şişlik")}"));
        Assert.Equal(["PRP: First change"], await NamesAsync($"word={Uri.EscapeDataString("100 % \"gone\"")}"));
        Assert.Empty(await NamesAsync($"word={Uri.EscapeDataString("100 _ ")}"));
        Assert.Empty(await NamesAsync("word=fizzles&person=Nora%20Nurse"));
        var asked = "?person=Olaf%20Other&from=2000-01-01&word=fizzles";
        var undone = await nora.SendAsync($"/staff/history{asked}", [], "button[formaction*=TakeBack]");
        Assert.Equal($"/staff/history{asked}", undone.Headers.Location!.OriginalString);
        Assert.Contains(
            "\"soon\" in \"From\" is not a date",
            (await nora.PageAsync("/staff/history?from=soon")).QuerySelector("#problems")!.TextContent);
        Assert.Null((await nora.PageAsync($"/staff/history?word={new string('x', 200)}")).QuerySelector("#problems"));
        Assert.Contains(
            "201 characters",
            (await nora.PageAsync($"/staff/history?word={new string('x', 201)}")).QuerySelector("#problems")!.TextContent);

        async Task<List<string>> NamesAsync(string query) =>
        [
            .. (await nora.PageAsync($"/staff/history?{query}")).QuerySelectorAll(".history__change summary")
                .Select(summary => summary.FirstChild!.TextContent.Trim()),
        ];
    }

    [Fact]
    public async Task An_address_that_was_changed_is_put_back_and_the_newer_one_leads_to_it()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        await nora.SendAsync("/staff/lists/treatments/prp/address", new() { ["Slug"] = "plasma" });

        const string TakeBack = ".history > li:first-child button[formaction*=TakeBack]";
        var read = await nora.PageAsync("/staff/history");
        await nora.SendAsync("/staff/history", read, [], TakeBack);

        Assert.Contains("has its old address again", (await nora.PageAsync("/staff/history")).QuerySelector(".done")!.TextContent);
        await nora.SendAsync("/staff/history", read, [], TakeBack);
        Assert.Contains(
            "already has that address. Nothing was changed.", (await nora.PageAsync("/staff/history")).QuerySelector(".done")!.TextContent);
        await using var db = await StaffBrowser.StoreOf(portal);
        var treatment = await db.Treatments.Include(one => one.FormerSlugs).SingleAsync(one => one.Slug == "prp", StaffBrowser.Cancel);
        Assert.Equal(["plasma"], treatment.FormerSlugs.Select(former => former.Slug));
    }

    [Fact]
    public async Task An_address_that_cannot_be_put_back_is_told_why()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        await nora.SendAsync("/staff/lists/treatments/prp/address", new() { ["Slug"] = "plasma" });
        var first = await nora.PageAsync("/staff/history");
        await nora.SendAsync("/staff/lists/treatments/plasma/address", new() { ["Slug"] = "platelets" });

        var again = await nora.SendAsync(
            "/staff/history", first, [], ".history > li:first-child button[formaction*=TakeBack]");
        Assert.Contains(
            "has been changed again since then. Undo that change first.",
            (await StaffBrowser.ReadAsync(again, HttpStatusCode.BadRequest)).QuerySelector("#problems")!.TextContent);

        // A content file can give a former address to something else.
        await using (var db = await StaffBrowser.StoreOf(portal))
            await db.Set<FormerTreatmentSlug>().Where(one => one.Slug == "plasma").ExecuteDeleteAsync(StaffBrowser.Cancel);
        await nora.SendAsync("/staff/lists/treatments/mesotherapy/address", new() { ["Slug"] = "plasma" });
        var taken = await nora.SendAsync(
            "/staff/history?place=treatments/platelets", [], "button[formaction*=TakeBack]");
        Assert.Contains(
            "something else uses it now. Nothing was changed.",
            (await StaffBrowser.ReadAsync(taken, HttpStatusCode.BadRequest)).QuerySelector("#problems")!.TextContent);
    }

    [Fact]
    public async Task What_restoring_a_row_leaves_as_it_is_is_told()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        const string kind = "/staff/criteria/onset/kind?to=Prose", history = "/staff/history?place=criteria/onset";
        await nora.SendAsync(kind, [], "section form button");

        await nora.SendAsync(history, [], "button[formaction*=TakeBack]");

        var told = (await nora.PageAsync(history)).QuerySelector(".done")!.TextContent;
        Assert.Contains("Nothing was changed. \"", told);
        Assert.Contains("open the question and choose how it is answered", told);
    }

    [Fact]
    public async Task An_address_that_nobody_can_change_is_no_part_of_what_is_told()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        const string contrast = "/staff/comparisons/mesotherapy-vs-prp";
        await nora.SendAsync(contrast, new() { ["Form.Passages[0].Heading"] = "Other words" });
        await nora.SendAsync("/staff/lists/treatments/prp/address", new() { ["Slug"] = "plasma" });

        await nora.SendAsync(
            "/staff/history?word=Other%20words", [], "button[formaction*=TakeBack]");

        var told = (await nora.PageAsync("/staff/history")).QuerySelector(".done")!.TextContent;
        Assert.Contains("restored", told);
        Assert.DoesNotContain("address", told);
    }

    [Fact]
    public async Task A_change_that_does_not_exist_is_refused()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        await nora.SendAsync(Onset, new() { ["Form.Text"] = "At once." });

        var answer = await nora.SendAsync(OnsetHistory, new() { ["Change"] = "999999" }, "button[formaction*=TakeBack]");

        Assert.Contains(
            "no such change", (await StaffBrowser.ReadAsync(answer, HttpStatusCode.BadRequest)).QuerySelector("#problems")!.TextContent);
    }

    private static async Task<string> EntryAtAsync(PortalFactory portal, string treatment, string criterion)
    {
        await using var db = await StaffBrowser.StoreOf(portal);
        return (
            await db.Set<TreatmentAttribute>()
                .SingleAsync(
                    cell => cell.Treatment.Slug == treatment && cell.Criterion.Slug == criterion, StaffBrowser.Cancel)).Text!.ToString();
    }
}

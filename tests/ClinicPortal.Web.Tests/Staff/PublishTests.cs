using System.Net;
using AngleSharp.Dom;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Pages.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>What goes along with the next edition, what waits, what it would look like, and the way back.</summary>
public class PublishTests
{
    private const string Publish = "/staff/publish", Editions = "/staff/editions", Prp = "/treatments/prp";
    private const string Onset = "/staff/treatments/prp/answers/onset", Mechanism = "/staff/treatments/prp/answers/mechanism";
    private const string OnsetPath = "treatments/prp/answers/onset", MechanismPath = "treatments/prp/answers/mechanism";
    private const string Send = "#publish button:not([formaction])";

    [Fact]
    public async Task What_is_ticked_is_published_and_the_rest_waits_unticked()
    {
        await using var portal = new PortalFactory();
        var ada = await ChangedAsync(portal);
        var page = await ada.PageAsync(Publish);
        Assert.Equal([MechanismPath, OnsetPath], Ticked(page));

        var fields = StaffBrowser.FieldsOf(page, Send).Fields.Where(field => field.Value != MechanismPath);
        page = await StaffBrowser.ReadAsync(await ada.PostAsync($"{Publish}?handler=Look", fields));
        Assert.Equal([OnsetPath], Ticked(page));
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await ada.SendAsync($"{Publish}?handler=Look", page, new() { ["Reason"] = PublishingInTests.Reason }, Send)).StatusCode);

        var patients = (await portal.GetPage(Prp)).Body!.TextContent;
        Assert.Contains("At once.", patients);
        Assert.DoesNotContain("Another way.", patients);
        page = await ada.PageAsync(Publish);
        Assert.Empty(Ticked(page));
        Assert.Contains("not published last time", Assert.Single(page.QuerySelectorAll(".pending")).TextContent);
        Assert.Contains(
            "1 change is not published", (await ada.PageAsync("/staff")).QuerySelector("section[aria-labelledby=patients]")!.TextContent);
    }

    [Fact]
    public async Task The_names_of_a_treatment_take_none_of_its_answers_along()
    {
        await using var portal = new PortalFactory();
        var ada = await ChangedAsync(portal);
        await ada.SendAsync("/staff/treatments/prp", new() { ["Form.Summary"] = "Told anew." });

        var fields = StaffBrowser.FieldsOf(await ada.PageAsync(Publish), Send).Fields
            .Where(field => field.Key != "Chosen" || field.Value == "treatments/prp");
        await ada.PostAsync(Publish, fields);

        var patients = (await portal.GetPage(Prp)).Body!.TextContent;
        Assert.Contains("Told anew.", patients);
        Assert.DoesNotContain("At once.", patients);
    }

    [Fact]
    public async Task Before_and_after_of_each_change_stand_beside_its_tick()
    {
        await using var portal = new PortalFactory();
        var ada = await ChangedAsync(portal);

        var row = (await ada.PageAsync(Publish)).QuerySelectorAll(".pending").Single(row => row.TextContent.Contains("First change"));

        Assert.Contains("At once", string.Join(' ', row.QuerySelectorAll("ins").Select(added => added.TextContent)));
        Assert.Contains("What changed: by Ada Admin", row.QuerySelector("summary")!.Words());
        Assert.Equal(
            [StaffMap.BeforeAndAfter(OnsetPath), Onset, $"/staff/history?place={OnsetPath}"],
            row.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task What_it_does_to_the_score_is_told_of_each_comparison_on_the_home_page()
    {
        await using var portal = new PortalFactory();
        var ada = await ChangedAsync(portal);

        Assert.Contains(
            "Nothing changes: the 6 comparisons on the home page meet the same items as now.", Scores(await ada.PageAsync(Publish)));

        await ada.SendAsync(
            "/staff/treatments/prp/answers/common-effects",
            new() { ["Form.Text"] = "", ["Form.Brief"] = "", ["Form.Absence"] = nameof(Absence.NotKnown) });
        var told = Scores(await ada.PageAsync(Publish));
        Assert.Matches("Mesotherapy or PRP: [0-9]+ of 75 met now, [0-9]+ after. No longer met: Q5: The bad sides of each option", told);
        Assert.Contains("DA-09: Good and bad sides are filled for each option.", told);
        Assert.Contains("4 other comparisons on the home page stay as now.", told);

        static string Scores(IDocument page) => page.QuerySelector("section[aria-labelledby=scores]")!.Words();
    }

    [Fact]
    public async Task Nothing_ticked_and_nothing_unseen_is_published()
    {
        await using var portal = new PortalFactory();
        var ada = await ChangedAsync(portal);
        var page = await ada.PageAsync(Publish);
        var fields = StaffBrowser.FieldsOf(page, Send).Fields;

        var refused = await StaffBrowser.ReadAsync(
            await ada.PostAsync(Publish, fields.Where(field => field.Key != "Chosen")), HttpStatusCode.BadRequest);
        Assert.Contains("Nothing is ticked", refused.QuerySelector("#problems")!.TextContent);

        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        await nora.SendAsync(Mechanism, new() { ["Form.Text"] = "Something that nobody has looked at." });
        refused = await StaffBrowser.ReadAsync(await ada.PostAsync(Publish, fields), HttpStatusCode.BadRequest);
        Assert.Contains("while you had the page open: PRP: How it is meant to work", refused.QuerySelector("#problems")!.TextContent);
        Assert.DoesNotContain("At once.", (await portal.GetPage(Prp)).Body!.TextContent);
    }

    [Fact]
    public async Task Who_is_no_administrator_looks_and_publishes_nothing()
    {
        await using var portal = new PortalFactory();
        await ChangedAsync(portal);
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var page = await nora.PageAsync(Publish);
        var fields = StaffBrowser.FieldsOf(page, "#publish button[formaction*=Look]").Fields;

        Assert.Null(page.QuerySelector(Send));
        Assert.Equal(HttpStatusCode.OK, (await nora.PostAsync($"{Publish}?handler=Look", fields)).StatusCode);
        await AssertForbiddenAsync(await nora.PostAsync(Publish, fields));
        await AssertForbiddenAsync(await nora.PostAsync($"{Editions}?handler=Repeat", [.. fields, new("Number", "1")]));
        Assert.Equal(1, portal.Services.GetRequiredService<Core.Publishing.CurrentEdition>().Edition.Number);
    }

    [Fact]
    public async Task Past_editions_are_listed_opened_compared_and_published_again()
    {
        await using var portal = new PortalFactory();
        var ada = await ChangedAsync(portal);
        await ada.SendAsync(Publish, new() { ["Note"] = "A better onset", ["Reason"] = PublishingInTests.Reason }, Send);

        var page = await ada.PageAsync($"{Editions}?of=2");
        Assert.Equal(["Edition 2", "Edition 1"], page.QuerySelectorAll(".history h2").Select(head => head.Words().Split(" patients")[0]));
        Assert.Contains("Ada Admin: A better onset", page.QuerySelector("#edition-2")!.TextContent);
        Assert.Equal(
            ["PRP: First change", "PRP: How it is meant to work"],
            page.QuerySelectorAll("section[aria-labelledby=difference] summary")
                .Select(one => one.Words().Replace(" changed", "")).Order());

        var opened = await ada.SendAsync(Editions, [], "#edition-1 button[formaction*=Open]");
        Assert.Equal(PreviewView.OfEdition(1).At(""), opened.Headers.Location!.OriginalString);
        var then = await ada.PageAsync(PreviewView.OfEdition(1).At(Prp));
        Assert.Contains("You are looking at edition 1,", then.QuerySelector(".notice--view")!.TextContent);
        Assert.DoesNotContain("At once.", then.Body!.TextContent);
        Assert.Contains("At once.", (await portal.GetPage(Prp)).Body!.TextContent);

        await ada.SendAsync(Editions, new() { ["Why"] = "Too early" }, "#edition-2 button[formaction*=Repeat]");
        Assert.DoesNotContain("At once.", (await portal.GetPage(Prp)).Body!.TextContent);
        page = await ada.PageAsync(Editions);
        Assert.Contains("Ada Admin: Too early", page.QuerySelector("#edition-3")!.TextContent);
        Assert.Contains("The same as edition 1, published again.", page.QuerySelector("#edition-3")!.TextContent);
        page = await ada.PageAsync(Publish);
        Assert.Empty(Ticked(page));
        Assert.Equal(2, page.QuerySelectorAll(".pending").Length);
    }

    [Theory]
    [InlineData("?of=9")]
    [InlineData("?of=1&with=9")]
    public async Task An_edition_that_is_not_there_is_said_to_be_missing(string query)
    {
        await using var portal = new PortalFactory();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);

        Assert.Contains("That edition does not exist", (await ada.PageAsync(Editions + query)).QuerySelector("#problems")!.TextContent);
        foreach (var handler in new[] { "Open", "Repeat" })
            Assert.Equal(
                HttpStatusCode.BadRequest,
                (await ada.PostAsync(
                    $"{Editions}?handler={handler}",
                    [.. StaffBrowser.FieldsOf(await ada.PageAsync("/staff/account"), "main form[method=post] button").Fields
                        .Where(field => field.Key.StartsWith("__", StringComparison.Ordinal)), new("Number", "9")])).StatusCode);
    }

    private static async Task<StaffBrowser> ChangedAsync(PortalFactory portal)
    {
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        await ada.SendAsync(
            Onset,
            new() { ["Form.Text"] = "At once.", ["Form.Brief"] = "At once", ["Form.Parts[0].Min"] = "0", ["Form.Parts[0].Max"] = "0" });
        await ada.SendAsync(Mechanism, new() { ["Form.Text"] = "Another way." });
        return ada;
    }

    private static IEnumerable<string> Ticked(IDocument page) =>
        page.QuerySelectorAll("input[name=Chosen][checked]").Select(box => box.GetAttribute("value")!);

    private static Task AssertForbiddenAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        return Task.CompletedTask;
    }
}

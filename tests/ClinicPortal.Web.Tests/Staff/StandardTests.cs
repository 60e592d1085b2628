using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>The assessor's binder, and what a person states for it.</summary>
public sealed class StandardTests
{
    private const string Binder = "/staff/standard", Slugs = "mesotherapy-vs-prp", Pair = $"{Binder}?compare={Slugs}";
    private const string Statement = $"{Binder}/statement?item=L16&compare={Slugs}";
    private const string Basis = "Eight people tried it in October.";

    [Fact]
    public async Task The_binder_of_a_comparison_tells_the_same_as_patients_read_and_every_gap_has_a_link_that_opens()
    {
        await using var portal = new PortalFactory();
        var eva = await StaffBrowser.SignedInAsync(portal, "Eva Editor");
        var page = await eva.PageAsync(Pair);

        Assert.Equal(
            ["mesotherapy", "prp"], page.QuerySelectorAll("main select option[selected]").Select(one => one.GetAttribute("value")));
        Assert.Equal(
            Ipdas.Items.Select(item => item.Id).Concat(DecisionAidChecks.All.Select(check => check.Id)).Append("M0"),
            page.QuerySelectorAll(".binder tbody th").Select(item => item.TextContent.Split('.')[0]));
        var patients = (await portal.GetPage($"/compare/{Slugs}/standard")).QuerySelectorAll("main li[data-state]")
            .Select(item => item.GetAttribute("data-state"));
        Assert.Equal(patients, page.QuerySelectorAll(".binder__state").Take(35).Select(item => item.GetAttribute("data-state")));
        Assert.All(page.QuerySelectorAll(".binder__state[data-state=NotMet]"), state =>
        {
            var row = state.ParentElement!;
            Assert.True(row.Id == "clinic-m0" || row.QuerySelector("a[href^='/staff/']") is not null, row.TextContent);
        });
        foreach (var link in page.QuerySelectorAll("main .binder a[href^='/']").Select(one => one.GetAttribute("href")!.Split('#')[0])
            .Distinct())
            Assert.Equal(HttpStatusCode.OK, (await eva.GetAsync(link)).StatusCode);
        foreach (var anchor in page.QuerySelectorAll("main .binder a[href^='#']"))
            Assert.NotNull(page.GetElementById(anchor.GetAttribute("href")![1..]));
    }

    [Fact]
    public async Task The_clinics_binder_lists_the_comparisons_of_the_home_page_and_any_other_pair_is_chosen()
    {
        await using var portal = new PortalFactory();
        var eva = await StaffBrowser.SignedInAsync(portal, "Eva Editor");

        var page = await eva.PageAsync(Binder);
        var common = SampleClinic.Content.Clinic.CommonComparisons;
        Assert.Equal(common.Count, page.QuerySelectorAll("section[aria-labelledby=common] tbody tr").Length);
        Assert.Equal(
            common.Count * 75 + 1, (await eva.PageAsync($"{Binder}?whole=true")).QuerySelectorAll(".binder tbody tr").Length);

        Assert.Equal(Pair, (await eva.GetAsync($"{Binder}?first=prp&second=mesotherapy")).Headers.Location!.OriginalString);
        Assert.Contains(
            "Choose two different treatments",
            (await eva.PageAsync($"{Binder}?first=prp&second=prp", HttpStatusCode.BadRequest)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Patients cannot compare these",
            (await eva.PageAsync($"{Binder}?compare=prp-vs-nowhere", HttpStatusCode.NotFound)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await eva.GetAsync($"{Binder}/statement?item=Q1&compare={Slugs}")).StatusCode);
    }

    [Fact]
    public async Task What_a_person_states_is_read_by_patients_at_once_with_their_name_and_gone_at_once_when_it_is_withdrawn()
    {
        await using var portal = new PortalFactory();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        // Read before, so that a cache could have kept it.
        Assert.Equal("Unticked", await PatientsReadAsync(portal, Slugs, "L16"));
        var link = (await ada.PageAsync(Pair)).GetElementById($"{Slugs}-l16")!.QuerySelector("a[href^='/staff/']")!.GetAttribute("href")!;

        var stated = await ada.SendAsync(link, new() { ["Basis"] = Basis, ["Until"] = InAYear });

        Assert.Equal(Pair, stated.Headers.Location!.OriginalString);
        Assert.Equal("Stated", await PatientsReadAsync(portal, Slugs, "L16"));
        Assert.Equal("Unticked", await PatientsReadAsync(portal, "hair-transplant-vs-prp", "L16"));
        var words = (await portal.GetPage($"/compare/{Slugs}/standard")).QuerySelector("main")!.Words();
        Assert.Matches($"Confirmed by a person\\. Confirmed by Ada Admin, administrator, \\d+ \\w+ \\d{{4}}: {Basis}", words);
        Assert.Contains("1 more is confirmed by a person", words, StringComparison.Ordinal);

        var refused = await StaffBrowser.ReadAsync(
            await ada.SendAsync(Pair, [], "button[formaction*=Withdraw]"), HttpStatusCode.BadRequest);
        Assert.Contains("The reason is empty", refused.Body!.TextContent, StringComparison.Ordinal);
        await ada.SendAsync(Pair, new() { ["Why"] = "Another page was tried." }, "button[formaction*=Withdraw]");

        Assert.Equal("Unticked", await PatientsReadAsync(portal, Slugs, "L16"));
        var left = (await ada.PageAsync(Binder)).QuerySelector("section[aria-labelledby=statements]")!;
        Assert.Contains("Withdrawn by Ada Admin", left.TextContent, StringComparison.Ordinal);
        Assert.Empty(left.QuerySelectorAll("button"));
        await using var db = await StaffBrowser.StoreOf(portal);
        Assert.Equal(
            ["Ada Admin: Withdrawn: Another page was tried.", $"Ada Admin: Confirmed by a person, {Term}. How they know: {Basis}"],
            await db.AuditRecords.Where(one => one.Kind == AuditKind.Statement).OrderByDescending(one => one.Id)
                .Select(one => one.By + ": " + one.What).ToListAsync(StaffBrowser.Cancel));
    }

    [Fact]
    public async Task Who_is_neither_a_registered_clinician_nor_an_administrator_is_shown_no_form_and_states_nothing()
    {
        await using var portal = new PortalFactory();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        var (_, fields) = StaffBrowser.FieldsOf(await ada.PageAsync(Statement), "main form button");
        var eva = await StaffBrowser.SignedInAsync(portal, "Eva Editor");

        Assert.Null((await eva.PageAsync(Pair)).GetElementById($"{Slugs}-l16")!.QuerySelector("a[href^='/staff/']"));
        Assert.Null((await eva.PageAsync(Statement)).QuerySelector("main form"));
        var token = StaffBrowser.FieldsOf(await eva.PageAsync("/staff"), ".masthead__person button").Fields
            .Single(field => field.Key == "__RequestVerificationToken");
        var answer = await eva.PostAsync(
            Statement,
            [
                token, KeyValuePair.Create("Basis", Basis), KeyValuePair.Create("Until", InAYear),
                fields.Single(field => field.Key == "Edition"),
            ]);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("Unticked", await PatientsReadAsync(portal, Slugs, "L16"));
    }

    [Theory]
    [InlineData("", "2027-11-01", "1", "The field “How do you know?” is empty. Fill it in.")]
    [InlineData(Basis, "", "1", "Choose a last day from today on, at most 5 years ahead, or “Only for edition 1”.")]
    [InlineData(Basis, "2020-01-01", "1", "Choose a last day from today on")]
    [InlineData(Basis, "2999-01-01", "1", "Choose a last day from today on")]
    [InlineData(Basis, "soon", "1", "Choose a last day from today on")]
    [InlineData(Basis, "2027-11-01", "0", "A new edition has been published since you opened this page.")]
    public async Task What_is_wrong_is_said_and_what_was_typed_stays(string basis, string until, string edition, string problem)
    {
        await using var portal = new PortalFactory();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);

        var page = await StaffBrowser.ReadAsync(
            await ada.SendAsync(Statement, new() { ["Basis"] = basis, ["Until"] = until, ["Edition"] = edition }),
            HttpStatusCode.BadRequest);

        Assert.Contains(problem, page.GetElementById("problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(basis, page.GetElementById("basis")!.TextContent);
        Assert.Equal("Unticked", await PatientsReadAsync(portal, Slugs, "L16"));
    }

    [Theory]
    [InlineData("", "binder-clinic-edition-1.html", 6)]
    [InlineData($"&compare={Slugs}", $"binder-{Slugs}-edition-1.html", 1)]
    public async Task The_file_needs_nothing_else_and_its_download_is_recorded(string query, string name, int comparisons)
    {
        await using var portal = new PortalFactory();
        var eva = await StaffBrowser.SignedInAsync(portal, "Eva Editor");

        var answer = await eva.GetAsync($"{Binder}?handler=File{query}");

        Assert.Equal(name, answer.Content.Headers.ContentDisposition!.FileName);
        var file = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(StaffBrowser.Cancel));
        Assert.Equal(comparisons, file.QuerySelectorAll(".binder__comparison").Length);
        Assert.Empty(file.QuerySelectorAll("script, link, img, form, button"));
        Assert.Contains(".binder__state", file.Head!.TextContent, StringComparison.Ordinal);
        Assert.All(
            file.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!),
            address => Assert.Matches("^(https?://|#)", address));
        await using var db = await StaffBrowser.StoreOf(portal);
        Assert.Equal(1, await db.AuditRecords.CountAsync(one => one.Subject == name && one.By == "Eva Editor", StaffBrowser.Cancel));
    }

    private static string InAYear => Today.AddYears(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Term =>
        $"until {Today.AddYears(1).ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)}";

    private static DateOnly Today { get; } = DateOnly.FromDateTime(DateTime.UtcNow);

    private static async Task<string?> PatientsReadAsync(PortalFactory portal, string slugs, string item) =>
        (await portal.GetPage($"/compare/{slugs}/standard")).QuerySelectorAll("main li[data-state]")
            .Single(one => one.TextContent.Trim().StartsWith($"{item}.", StringComparison.Ordinal)).GetAttribute("data-state");
}

using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Testing;
using ClinicPortal.Web.Pages.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>Treatments x criteria by the state of each answer, without script.</summary>
public sealed class MatrixTests(MatrixTests.Portal portal) : IClassFixture<MatrixTests.Portal>
{
    private const string Answer = "/staff/treatments/prp/answers/onset";

    // The group of Answer.
    private static readonly string Group = SampleClinic.Content.Criteria.Single(one => one.Slug == "onset").Group;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_a_table_of_every_treatment_and_the_questions_of_one_group_and_each_cell_leads_to_its_answer()
    {
        var page = await portal.Nora.PageAsync($"/staff/matrix?group={Group}");

        var criteria = SampleClinic.Content.Criteria.Where(one => one.Group == Group && !one.Archived).ToList();
        var treatments = SampleClinic.Content.Treatments.Where(one => !one.Archived).ToList();
        var table = page.QuerySelector("table.matrix")!;
        Assert.Equal(
            criteria.Select(one => $"/staff/criteria/{one.Slug}/all-answers/1"),
            table.QuerySelectorAll("th[scope=col] a").Select(link => link.GetAttribute("href")));
        Assert.Equal(
            treatments.Select(one => $"/staff/treatments/{one.Slug}/all-answers/1"),
            table.QuerySelectorAll("th[scope=row] a").Select(link => link.GetAttribute("href")));
        Assert.Equal(
            from treatment in treatments
            from criterion in criteria
            select $"/staff/treatments/{treatment.Slug}/answers/{criterion.Slug}",
            table.QuerySelectorAll("td a").Select(link => link.GetAttribute("href")!.Split('?')[0]));
        Assert.All(table.QuerySelectorAll("td"), cell => Assert.Contains(
            CellStates.All.Select(CellStates.NameOf), state => cell.TextContent.Contains(state, StringComparison.Ordinal)));
        Assert.Equal("0", page.QuerySelector("[role=region][aria-labelledby]")!.GetAttribute("tabindex"));
        Assert.Equal("true", page.QuerySelector("header a[href='/staff/matrix']")!.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task A_state_leaves_the_treatments_that_have_such_an_answer_and_the_choice_says_how_many_there_are()
    {
        var all = await portal.Nora.PageAsync($"/staff/matrix?group={Group}");
        var few = await portal.Nora.PageAsync($"/staff/matrix?group={Group}&state=to-be-confirmed");

        var marked = all.QuerySelectorAll("td")
            .Where(cell => cell.TextContent.Contains("to be confirmed", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(marked);
        Assert.Equal($"To be confirmed ({marked.Count})", few.QuerySelector("#state option[selected]")!.TextContent.Trim());
        Assert.Equal(
            marked.Select(cell => cell.ParentElement!.QuerySelector("th")!.TextContent).Distinct(),
            few.QuerySelectorAll("tbody th").Select(head => head.TextContent));
    }

    [Fact]
    public async Task A_word_without_end_is_cut_and_a_renamed_treatment_still_says_what_has_changed()
    {
        await using var own = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(own, "Nora Nurse");
        await nora.SendAsync(
            "/staff/treatments/prp/answers/what", new() { ["Form.Text"] = new string('w', 120), ["Form.Brief"] = "" },
            "form[data-row] button");
        await nora.SendAsync(StaffMap.Rename("treatments", "prp"), new() { ["Slug"] = "platelets" });

        var page = await nora.PageAsync("/staff/matrix?group=basics");

        var cell = page.GetElementById("cell-platelets-what")!;
        Assert.Equal(new string('w', 90) + " …", cell.QuerySelector(".cell__text")!.TextContent);
        Assert.Contains("changed since publication", cell.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?group=nowhere", "There is no group \"nowhere\"")]
    [InlineData("?state=broken", "There is no state \"broken\"")]
    [InlineData("?group=%00&state=&page=-7", "There is no group")]
    [InlineData("?page=999999999999", null)]
    public async Task What_an_address_asks_for_and_is_not_there_is_named_and_the_rest_is_shown(string query, string? reason)
    {
        var page = await portal.Nora.PageAsync($"/staff/matrix{query}");

        Assert.Equal(reason is not null, page.QuerySelector("#problems")?.TextContent.Contains(reason!, StringComparison.Ordinal) == true);
        Assert.NotNull(page.QuerySelector("table.matrix td a"));
    }

    [Fact]
    public async Task The_way_leads_from_a_cell_to_its_answer_and_after_saving_back_to_where_it_was_chosen()
    {
        await using var own = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(own, "Nora Nurse");
        var matrix = await nora.PageAsync($"/staff/matrix?group={Group}&state=to-be-confirmed");
        var cell = matrix.QuerySelector("#cell-prp-onset a")!.GetAttribute("href")!;

        var kept = await nora.SendAsync(cell, new() { ["Form.Text"] = "Half." }, "button[formaction*=SaveDraft]");
        var saved = await nora.SendAsync(kept.Headers.Location!.OriginalString, new() { ["Form.Text"] = "About 8 to 26 weeks." });

        Assert.Equal(
            $"/staff/matrix?group={Group}&state=to-be-confirmed#cell-prp-onset", saved.Headers.Location!.OriginalString);
        var back = await nora.PageAsync(saved.Headers.Location.OriginalString);
        Assert.Contains("version 2", back.QuerySelector(".done")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("changed since publication", back.QuerySelector("#cell-prp-onset")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("group=%0d%0aLocation:evil&page=2")]
    [InlineData("")]
    public async Task The_way_back_leads_nowhere_but_to_the_matrix(string back)
    {
        await using var own = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(own, "Nora Nurse");

        var saved = await nora.SendAsync($"{Answer}?back={Uri.EscapeDataString(back)}", new() { ["Form.Text"] = "About 8 to 26 weeks." });

        Assert.Matches(@"^/staff/(matrix[?#]|treatments/prp#)", saved.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_script_that_saves_one_answer_gets_its_cell_alone_and_no_later_page_tells_of_it_again()
    {
        await using var own = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(own, "Nora Nurse");
        var fields = StaffBrowser.FieldsOf(await nora.PageAsync($"{Answer}?back=group%3D{Group}"), "main form[method=post] button").Fields;

        var answer = await nora.PostBodyAsync(
            Answer, Body([.. fields.Where(field => field.Key != "Form.Text"), new("Form.Text", "Not before 3 years.")]),
            ("X-Requested-With", "XMLHttpRequest"));

        var told = await StaffBrowser.ReadAsync(answer);
        Assert.Null(told.QuerySelector("main"));
        Assert.StartsWith("Saved, version 2.", told.QuerySelector("p")!.TextContent, StringComparison.Ordinal);
        var cell = told.QuerySelector("a.cell")!;
        Assert.Equal(
            ("contradicts-itself", $"{Answer}?back=group%3D{Group}"), (cell.GetAttribute("data-state"), cell.GetAttribute("href")));
        Assert.Null((await nora.PageAsync("/staff/matrix")).QuerySelector(".done, .saved-warnings"));
    }

    [Fact]
    public async Task What_would_help_most_next_names_an_answer_that_contradicts_itself_and_a_draft_is_marked_in_its_cell()
    {
        await using var own = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(own, "Nora Nurse");
        await nora.SendAsync(Answer, new() { ["Form.Text"] = "Not before 3 years." });
        await nora.SendAsync(Answer, new() { ["Form.Text"] = "Not saved." }, "button[formaction*=SaveDraft]");

        var page = await nora.PageAsync($"/staff/matrix?group={Group}");

        var step = page.QuerySelector("[aria-labelledby=next-steps] li")!;
        Assert.Contains("Its text, figure and one-line answer contradict each other.", step.TextContent, StringComparison.Ordinal);
        Assert.StartsWith(Answer, step.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("PRP: First change", step.QuerySelector("a")!.TextContent);
        Assert.Equal("your draft", page.QuerySelector("#cell-prp-onset .cell__draft")!.TextContent);
        Assert.Single(page.QuerySelectorAll(".cell__draft"));
    }

    [Fact]
    public async Task The_page_of_a_treatment_says_the_same_of_its_answers()
    {
        var treatment = await portal.Nora.PageAsync("/staff/treatments/prp");
        var matrix = await portal.Nora.PageAsync($"/staff/matrix?group={Group}");

        foreach (var cell in matrix.QuerySelectorAll("td[id^=cell-prp-]"))
        {
            var states = treatment.QuerySelector($"[id='{cell.Id!["cell-prp-".Length..]}'] .cell__states")?.TextContent;
            Assert.Equal(
                cell.QuerySelector(".cell")!.GetAttribute("data-state") is "answered" or "reason-given"
                    ? null : cell.QuerySelector(".cell__states")!.TextContent, states);
        }
        Assert.NotNull(treatment.QuerySelector("main a[href='/staff/treatments/prp/all-answers/1']"));
        var criterion = await portal.Nora.PageAsync("/staff/criteria/onset");
        Assert.NotNull(criterion.QuerySelector("a[href='/staff/criteria/onset/all-answers/1']"));
    }

    [Theory]
    [InlineData("/staff/treatments/microneedling", "#answers")]
    [InlineData("/staff/criteria/evidence/kind?to=Count", "#outcome")]
    [InlineData("/staff/comparisons/mesotherapy-vs-prp", "#grounds")]
    public async Task An_answer_that_is_only_shown_has_no_signs_of_Markdown(string address, string heading)
    {
        Assert.Contains(
            SampleClinic.Content.Treatments.Single(one => one.Slug == "microneedling").Answers,
            answer => answer.Text?.ToString().Contains("**", StringComparison.Ordinal) == true);

        var shown = (await portal.Nora.PageAsync(address)).QuerySelector(heading)!.ParentElement!.TextContent;

        Assert.DoesNotContain("**", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_empty_answers_of_every_group_are_one_link_away()
    {
        await using var own = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(own, "Nora Nurse");
        var before = (await nora.PageAsync("/staff/matrix")).QuerySelectorAll("#empty a").Length;
        await nora.SendAsync("/staff/criteria/new", new()
        {
            ["Form.Question"] = "Can I drive home?",
            ["Form.Term"] = "Driving",
            ["Form.Help"] = "Whether you can drive straight after it.",
            ["Form.Group"] = Group,
        });

        var links = (await nora.PageAsync("/staff/matrix")).QuerySelectorAll("#empty a");

        var treatments = SampleClinic.Content.Treatments.Count(one => !one.Archived);
        Assert.Equal(before + 1, links.Length);
        var link = Assert.Single(links, one => one.TextContent.EndsWith($"({treatments})", StringComparison.Ordinal));
        var empty = await nora.PageAsync(link.GetAttribute("href")!);
        Assert.Equal(treatments, empty.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task A_new_clinic_is_led_to_its_first_questions()
    {
        await using var empty = new PortalFactory { Settings = { ["Portal:SampleContent"] = "false" } };
        var nora = await StaffBrowser.SignedInAsync(empty, "Nora Nurse");

        Assert.NotNull((await nora.PageAsync("/staff/matrix")).QuerySelector("main a[href='/staff/starter-questions']"));
    }

    [Fact]
    public async Task Many_treatments_are_shown_fifty_on_a_page()
    {
        await using var own = new PortalFactory { Settings = { ["Portal:SampleContent"] = "false" } };
        _ = own.Reader;
        await own.Services.GetRequiredService<ContentImporter>().ImportAsync(SyntheticClinic.Edition(60, 10).Content, cancel: Cancel);
        var nora = await StaffBrowser.SignedInAsync(own, "Nora Nurse");

        var (first, second) = (await nora.PageAsync("/staff/matrix"), await nora.PageAsync("/staff/matrix?group=group-0&page=2"));

        Assert.Equal((50, 11), (first.QuerySelectorAll("tbody tr").Length, second.QuerySelectorAll("tbody tr").Length));
        Assert.Equal(
            "/staff/matrix?group=group-0&page=2", first.QuerySelectorAll(".pages a")[^1].GetAttribute("href"));
        Assert.Equal("2", second.QuerySelector(".pages [aria-current]")!.TextContent.Replace("Page ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, null, 1, "")]
    [InlineData("time", CellState.ToBeConfirmed, 3, "group=time&state=to-be-confirmed&page=3")]
    [InlineData("a&b", null, 1, "group=a%26b")]
    public void An_address_says_what_is_in_view_and_is_read_again(string? group, CellState? state, int page, string query)
    {
        var address = new MatrixAddress(group, state, page);

        Assert.Equal(query, address.Query);
        Assert.Equal(address, MatrixAddress.Parse(query));
    }

    private static string Body(IEnumerable<KeyValuePair<string, string>> fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));

    public sealed class Portal : IAsyncLifetime
    {
        private readonly PortalFactory _portal = new();

        public StaffBrowser Nora { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Nora = await StaffBrowser.SignedInAsync(_portal, "Nora Nurse");

        public ValueTask DisposeAsync() => _portal.DisposeAsync();
    }
}

using System.Net;
using System.Text;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using ClinicPortal.Core.Storage.Backups;
using ClinicPortal.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>The pages that change many rows at once: tried out first, saved as one change set, undone by one button.</summary>
public sealed class BatchPageTests
{
    private const string File = "/staff/content";
    private const string Table = "/staff/content/table";
    private const string Replace = "/staff/content/replace";
    private const string Try = "button[formaction*='handler=Try']";
    private const string Save = "button[formaction*='handler=Save']";
    private const string Discard = "button[formaction*='handler=Discard']";
    private const string UndoAll = "button[formaction*='handler=UndoAll']";

    [Fact]
    public async Task A_content_file_goes_out_is_changed_tried_out_imported_and_undone()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var file = await DownloadAsync(nora, $"{File}?handler=File");
        var before = await StateOf(portal);
        var changed = Encoding.UTF8.GetBytes(file.Replace("Hair loss", "Losing hair", StringComparison.Ordinal));

        var answer = await nora.UploadAsync(File, Try, "content.yaml", changed);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(before, await StateOf(portal));
        // Read again, as after a reload or a restart: the file needs not be sent again.
        var page = await nora.PageAsync(File);
        Assert.Contains("Losing hair", page.QuerySelector("#outcome")!.ParentElement!.TextContent);
        Assert.Contains(
            "A content file that you tried out", (await nora.PageAsync("/staff")).QuerySelector("#unfinished + ul")!.TextContent);
        var saved = await nora.SendAsync(File, page, new() { ["Why"] = "Plainer words" }, Save);
        var (set, changes) = await LastSetAsync(portal);
        Assert.Equal($"/staff/history?set={set.Id}", saved.Headers.Location!.OriginalString);
        Assert.Equal(("Nora Nurse", "Plainer words"), (set.By, set.Why));
        Assert.True(changes > 1);
        Assert.Equal(BackupReason.BeforeImport, Assert.Single(portal.Services.GetRequiredService<BackupStore>().List()).Reason);
        Assert.NotEqual(file, await DownloadAsync(nora, $"{File}?handler=File"));
        Assert.Null((await nora.PageAsync("/staff")).QuerySelector("#unfinished"));

        Assert.Equal(HttpStatusCode.Redirect, (await nora.SendAsync(saved.Headers.Location.OriginalString, [], UndoAll)).StatusCode);

        Assert.Equal(file, await DownloadAsync(nora, $"{File}?handler=File"));
    }

    [Fact]
    public async Task Without_a_backup_no_file_is_imported_and_it_is_kept()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var file = await DownloadAsync(nora, $"{File}?handler=File");
        var changed = Encoding.UTF8.GetBytes(file.Replace("Hair loss", "Losing hair", StringComparison.Ordinal));
        await nora.UploadAsync(File, Try, "content.yaml", changed);
        var before = await StateOf(portal);
        // A file where the folder for backups should be.
        await System.IO.File.WriteAllTextAsync(
            portal.Services.GetRequiredService<DataFolder>().Backups, "", TestContext.Current.CancellationToken);

        var refused = await StaffBrowser.ReadAsync(
            await nora.SendAsync(File, await nora.PageAsync(File), [], Save), HttpStatusCode.ServiceUnavailable);

        Assert.Contains("could not make a backup first", refused.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Losing hair", refused.QuerySelector("#outcome")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await StateOf(portal));
    }

    [Fact]
    public async Task A_save_that_comes_to_nothing_makes_no_backup()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var file = await DownloadAsync(nora, $"{File}?handler=File");
        await nora.UploadAsync(
            File, Try, "content.yaml", Encoding.UTF8.GetBytes(file.Replace("Hair loss", "Losing hair", StringComparison.Ordinal)));
        var page = await nora.PageAsync(File);
        await nora.SendAsync("/staff/treatments/prp/answers/onset", new() { ["Form.Text"] = "At once." });

        var refused = await nora.SendAsync(File, page, [], Save);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Empty(portal.Services.GetRequiredService<BackupStore>().List());
    }

    [Fact]
    public async Task A_broken_file_shows_every_error_with_its_line_and_changes_nothing()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var before = await StateOf(portal);

        var answer = await nora.UploadAsync(
            File, Try, "content.yaml", Encoding.UTF8.GetBytes("format: 1\nclinic:\n  name: { en: Here }\n  colour: blue\ntreatment: []\n"));

        var page = await StaffBrowser.ReadAsync(answer, HttpStatusCode.BadRequest);
        var problems = page.QuerySelectorAll("#batch-problems + ul li").Select(item => item.TextContent).ToList();
        Assert.True(problems.Count >= 3, string.Join('\n', problems));
        Assert.Contains(problems, problem => problem.StartsWith("Line 4:", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("Line 5:", StringComparison.Ordinal));
        Assert.Null(page.QuerySelector(Save));
        Assert.Equal(before, await StateOf(portal));
    }

    [Fact]
    public async Task A_table_that_can_be_read_in_two_ways_asks_what_separates_its_cells_and_keeps_it()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");

        var asked = await StaffBrowser.ReadAsync(
            await nora.SendAsync(Table, Aftercare("PRP;Rest, then walk."), Try), HttpStatusCode.BadRequest);
        Assert.Contains("Choose one under \"What separates the cells?\"", asked.QuerySelector("#problems")!.TextContent);
        Assert.Equal("PRP;Rest, then walk.", asked.QuerySelector("#text")!.TextContent.Trim());
        await nora.SendAsync(Table, asked, new() { ["Form.Separator"] = "semicolon" }, Try);

        var tried = await nora.PageAsync(Table);
        Assert.Contains("Rest, then walk.", tried.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(tried.QuerySelector(Save));
        Assert.Equal("semicolon", tried.QuerySelector("#separator option[selected]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData(File, "content.csv", ".yaml or .yml")]
    [InlineData(File, "content", ".yaml or .yml")]
    [InlineData(Table, "answers.xlsx", ".csv, .tsv or .txt")]
    [InlineData(Table, "answers.csv.exe", ".csv, .tsv or .txt")]
    public async Task A_file_of_another_kind_is_refused_by_its_name(string address, string name, string endings)
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");

        var page = await StaffBrowser.ReadAsync(await nora.UploadAsync(address, Try, name, "a,b"u8.ToArray()), HttpStatusCode.BadRequest);

        Assert.Contains(
            $"Choose a file whose name ends in {endings}.", page.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(endings.Replace(" or ", ",").Replace(", ", ","), page.QuerySelector("#upload")!.GetAttribute("accept"));
    }

    [Theory]
    [InlineData(File, "content.yml")]
    [InlineData(Table, "ANSWERS.CSV")]
    public async Task What_is_no_text_or_too_large_is_refused_with_the_reason(string address, string name)
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        foreach (var (file, status, reason) in new (byte[], HttpStatusCode, string)[]
        {
            (new byte[RequestLimits.StaffFile + 1], HttpStatusCode.RequestEntityTooLarge, "larger than 10 MB"),
            ([0x61, 0xE9, 0x62], HttpStatusCode.BadRequest, "not UTF-8"),
            ("a\0b"u8.ToArray(), HttpStatusCode.BadRequest, "not a text file"),
        })
        {
            var page = await StaffBrowser.ReadAsync(await nora.UploadAsync(address, Try, name, file), status);
            Assert.Contains(reason, page.QuerySelector("#problems")!.TextContent);
        }
    }

    [Fact]
    public async Task A_file_as_large_as_one_that_can_be_downloaded_is_taken()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var file = Encoding.UTF8.GetBytes(await DownloadAsync(nora, $"{File}?handler=File"));
        var remark = new byte[RequestLimits.StaffFile - file.Length];
        Array.Fill(remark, (byte)'#');

        var tried = await StaffBrowser.ReadAsync(await nora.UploadAsync(File, Try, "content.yaml", [.. file, .. remark]));

        Assert.Contains("Nothing would change", tried.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_window_has_tried_out_is_named_and_written_over_only_knowingly()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var (one, other) = (await nora.PageAsync(Table), await nora.PageAsync(Table));
        await nora.SendAsync(Table, one, Aftercare("PRP\tRest."), Try);

        var told = await StaffBrowser.ReadAsync(
            await nora.SendAsync(Table, other, Aftercare("PRP\tWalk."), Try), HttpStatusCode.Conflict);

        Assert.Contains("in another window", told.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("PRP\tWalk.", told.QuerySelector("#text")!.TextContent);
        Assert.Null(told.QuerySelector(Save));
        Assert.Contains("Rest.", await TriedAsync(nora), StringComparison.Ordinal);
        await nora.SendAsync(Table, told, [], Try);
        Assert.Contains("Walk.", await TriedAsync(nora), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Table)]
    [InlineData(File)]
    public async Task A_window_neither_discards_nor_takes_along_what_another_has_tried_out_since(string address)
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        await TryAsync("First words");
        var old = await nora.PageAsync(address);
        await TryAsync("Later words");

        var told = await StaffBrowser.ReadAsync(await nora.SendAsync(address, old, [], Discard), HttpStatusCode.Conflict);

        Assert.Contains("in another window", told.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        await nora.SendAsync(address, old, [], Save);
        Assert.Contains("Later words", (await nora.PageAsync(address)).QuerySelector("#outcome")!.ParentElement!.TextContent);
        await nora.SendAsync(address, [], Discard);
        Assert.Null((await nora.PageAsync(address)).QuerySelector("#outcome"));

        async Task TryAsync(string words)
        {
            var tried = address == Table
                ? await nora.SendAsync(Table, Aftercare($"PRP\t{words}."), Try)
                : await nora.UploadAsync(File, Try, "content.yaml", Encoding.UTF8.GetBytes(
                    (await DownloadAsync(nora, $"{File}?handler=File")).Replace("Hair loss", words, StringComparison.Ordinal)));
            Assert.Equal(HttpStatusCode.Redirect, tried.StatusCode);
        }
    }

    [Fact]
    public async Task A_pasted_column_is_tried_out_saved_and_undone()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var (before, prp, filler) = (await StateOf(portal), await TextAsync(portal, "prp"), await TextAsync(portal, "mesotherapy"));

        await nora.SendAsync(
            Table, new() { ["Form.Of"] = "criteria/aftercare", ["Form.Text"] = "PRP\tRest.\r\nmesotherapy\t\"Rest.\nDrink.\"" }, Try);

        Assert.Equal(before, await StateOf(portal));
        var page = await nora.PageAsync(Table);
        Assert.Equal(
            ["PRP: Aftercare", "Mesotherapy: Aftercare"],
            page.QuerySelectorAll(".history h3").Select(line => line.FirstChild!.TextContent.Trim()));
        await nora.SendAsync(Table, page, [], Save);
        Assert.Equal(("Rest.", "Rest.\nDrink."), (await TextAsync(portal, "prp"), await TextAsync(portal, "mesotherapy")));
        var (set, changes) = await LastSetAsync(portal);
        Assert.Equal(2, changes);

        await nora.SendAsync($"/staff/history?set={set.Id}", [], UndoAll);

        Assert.Equal((prp, filler), (await TextAsync(portal, "prp"), await TextAsync(portal, "mesotherapy")));
        Assert.Contains(
            "Undone: 2 entries are as they were before. Patients will see them after the next publication.",
            (await nora.PageAsync("/staff/history")).QuerySelector(".done")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", (await nora.PageAsync(Table)).QuerySelector("#text")!.TextContent);
    }

    [Fact]
    public async Task A_broken_paste_comes_back_with_every_word_and_every_error()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var before = await StateOf(portal);
        const string pasted = "Treatment\tFigure\nNobody\t3.000 weeks\nPRP\t1,000 weeks";

        var answer = await nora.SendAsync(Table, new() { ["Form.Of"] = "criteria/onset", ["Form.Text"] = pasted }, Try);

        var page = await StaffBrowser.ReadAsync(answer, HttpStatusCode.BadRequest);
        Assert.Equal(pasted, page.QuerySelector("#text")!.TextContent);
        Assert.Equal("criteria/onset", page.QuerySelector("#of option[selected]")!.GetAttribute("value"));
        Assert.Equal(
            ["Row 2, column 1:", "Row 2, column 2:", "Row 3, column 2:"],
            page.QuerySelectorAll("#batch-problems + ul strong").Select(place => place.TextContent.Trim()));
        Assert.Equal(before, await StateOf(portal));
    }

    [Fact]
    public async Task A_table_goes_out_as_CSV_and_comes_back_changed()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        foreach (var of in new[] { "", "treatments/prp", "criteria/onset" })
            foreach (var semicolons in new[] { "", "&semicolons=true" })
            {
                var answer = await nora.GetAsync($"{Table}?handler=Csv&of={of}{semicolons}");
                Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
                var file = await answer.Content.ReadAsByteArrayAsync(StaffBrowser.Cancel);
                var sent = await SendFileAsync(nora, of, file);
                var page = await StaffBrowser.ReadAsync(sent);
                Assert.Contains("Nothing would change", page.QuerySelector("main")!.TextContent);
                Assert.Null(page.QuerySelector(Discard));
            }
        Assert.Null((await nora.PageAsync("/staff")).QuerySelector("#unfinished"));
        Assert.Equal(HttpStatusCode.NotFound, (await nora.GetAsync($"{Table}?handler=Csv&of=treatments/nobody")).StatusCode);
    }

    [Fact]
    public async Task What_has_changed_meanwhile_is_shown_again_and_nothing_is_saved_unseen()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        await nora.SendAsync(Table, new() { ["Form.Of"] = "criteria/aftercare", ["Form.Text"] = "PRP\tRest." }, Try);
        var page = await nora.PageAsync(Table);
        await nora.SendAsync("/staff/treatments/prp/answers/aftercare", new() { ["Form.Text"] = "Written meanwhile." });

        var answer = await nora.SendAsync(Table, page, new() { ["Why"] = "From the sheet" }, Save);

        var again = await StaffBrowser.ReadAsync(answer, HttpStatusCode.Conflict);
        Assert.Contains("something has changed since you last looked", again.QuerySelector("#problems")!.TextContent);
        Assert.Equal("Written meanwhile.", await TextAsync(portal, "prp"));
        Assert.Contains("meanwhile", again.QuerySelector(".history del")!.TextContent);
        Assert.Equal("From the sheet", again.QuerySelector("#why")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, (await nora.SendAsync(Table, again, [], Save)).StatusCode);
        Assert.Equal("Rest.", await TextAsync(portal, "prp"));
    }

    [Fact]
    public async Task What_was_tried_out_can_be_discarded()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        await nora.SendAsync(Table, new() { ["Form.Of"] = "criteria/aftercare", ["Form.Text"] = "PRP\tRest." }, Try);

        await nora.SendAsync(Table, [], Discard);

        Assert.Null((await nora.PageAsync(Table)).QuerySelector(Save));
        Assert.Equal(HttpStatusCode.BadRequest, (await nora.SendAsync(File, [], Try)).StatusCode);
    }

    [Fact]
    public async Task What_is_kept_can_be_discarded_though_it_would_change_nothing_any_more()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        await nora.SendAsync(Table, new() { ["Form.Of"] = "criteria/aftercare", ["Form.Text"] = "PRP\tRest." }, Try);
        await nora.SendAsync("/staff/treatments/prp/answers/aftercare", new() { ["Form.Text"] = "Rest." });
        Assert.Null((await nora.PageAsync(Table)).QuerySelector(Save));

        await nora.SendAsync(Table, [], Discard);

        var page = await nora.PageAsync(Table);
        Assert.Equal("", page.QuerySelector("#text")!.TextContent);
        Assert.Null(page.QuerySelector(Discard));
    }

    [Fact]
    public async Task A_file_that_is_sent_after_the_session_ended_leaves_what_was_tried_out_before()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var file = await DownloadAsync(nora, $"{File}?handler=File");
        await nora.UploadAsync(
            File, Try, "content.yaml", Encoding.UTF8.GetBytes(file.Replace("Hair loss", "Losing hair", StringComparison.Ordinal)));
        var (action, fields) = StaffBrowser.FieldsOf(await nora.PageAsync(File), Try);
        await StaffBrowser.EndSessionsAsync(portal);

        var refused = await nora.UploadAsync(action!, fields, "content.yaml", [1]);

        var waiting = await StaffBrowser.ReadAsync(await nora.SignInAgainAsync("Nora Nurse", refused));
        var (again, shown) = StaffBrowser.FieldsOf(waiting, "main form button");
        await StaffBrowser.ReadAsync(await nora.PostAsync(again!, shown));

        // Nothing that is carried along takes the place of the draft.
        Assert.Contains("Losing hair", (await nora.PageAsync(File)).QuerySelector("#outcome")!.ParentElement!.TextContent);
    }

    [Fact]
    public async Task The_name_of_the_button_is_read_whether_small_or_capital()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        await nora.SendAsync(Replace, new() { ["Form.Find"] = "platelet", ["Form.With"] = "thrombocyte" }, Try);
        var page = await nora.PageAsync(Replace);
        var place = page.QuerySelector("input[name=Chosen]")!.GetAttribute("value")!;
        var (action, fields) = StaffBrowser.FieldsOf(page, Save);

        await nora.PostAsync(
            action!.Replace("handler=Save", "handler=save", StringComparison.Ordinal),
            [.. fields.Where(field => field.Key != "Chosen"), new("Chosen", place)]);

        Assert.Equal(1, (await LastSetAsync(portal)).Changes);
    }

    [Fact]
    public async Task A_space_alone_is_put_in_place_of_words()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        await nora.SendAsync("/staff/treatments/prp/answers/aftercare", new() { ["Form.Text"] = "Rest--now." });

        await nora.SendAsync(Replace, new() { ["Form.Find"] = "--", ["Form.With"] = " " }, Try);
        await nora.SendAsync(Replace, [], Save);

        Assert.Equal("Rest now.", await TextAsync(portal, "prp"));
    }

    [Fact]
    public async Task Words_are_replaced_in_the_ticked_places_only()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var before = await StateOf(portal);

        await nora.SendAsync(Replace, new() { ["Form.Find"] = "platelet", ["Form.With"] = "thrombocyte" }, Try);

        Assert.Equal(before, await StateOf(portal));
        var page = await nora.PageAsync(Replace);
        var places = page.QuerySelectorAll("input[name=Chosen]").Select(box => box.GetAttribute("value")!).ToList();
        Assert.True(places.Count > 2, string.Join('\n', places));
        Assert.All(page.QuerySelectorAll(".history li"), place => Assert.Contains("hrombocyte", place.QuerySelector("ins")!.TextContent));
        var (action, fields) = StaffBrowser.FieldsOf(page, Save);
        var saved = await nora.PostAsync(
            action!, [.. fields.Where(field => field.Key != "Chosen"), new("Chosen", places[0]), new("Chosen", places[1])]);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        await using var db = await StaffBrowser.StoreOf(portal);
        var (set, _) = await LastSetAsync(portal);
        Assert.Equal(
            places[..2].Order(StringComparer.Ordinal),
            (await db.Changes.Where(change => change.ChangeSetId == set.Id).Select(change => change.Path).ToListAsync(StaffBrowser.Cancel))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_to_find_nowhere_to_look_and_nothing_ticked_are_refused()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var (action, fields) = StaffBrowser.FieldsOf(await nora.PageAsync(Replace), Try);

        var nowhere = await StaffBrowser.ReadAsync(
            await nora.PostAsync(action!, [.. fields.Where(field => field.Key != "Form.Lists")]), HttpStatusCode.BadRequest);
        Assert.Equal(
            ["Say what to find.", "Tick at least one place to look in."],
            nowhere.QuerySelectorAll("#batch-problems + ul li").Select(item => item.TextContent.Trim()));

        await nora.SendAsync(Replace, new() { ["Form.Find"] = "platelet", ["Form.With"] = "x" }, Try);
        var (save, found) = StaffBrowser.FieldsOf(await nora.PageAsync(Replace), Save);
        var unticked = await StaffBrowser.ReadAsync(
            await nora.PostAsync(save!, [.. found.Where(field => field.Key != "Chosen")]), HttpStatusCode.BadRequest);
        Assert.Contains("Nothing is ticked", unticked.QuerySelector("#problems")!.TextContent);
    }

    [Fact]
    public async Task What_has_changed_since_is_named_and_the_rest_can_be_undone()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var mesotherapy = await TextAsync(portal, "mesotherapy");
        await nora.SendAsync(Table, new() { ["Form.Of"] = "criteria/aftercare", ["Form.Text"] = "PRP\tRest.\nmesotherapy\tRest." }, Try);
        await nora.SendAsync(Table, [], Save);
        var (set, _) = await LastSetAsync(portal);
        await nora.SendAsync("/staff/treatments/prp/answers/aftercare", new() { ["Form.Text"] = "Written later." });

        var refused = await StaffBrowser.ReadAsync(
            await nora.SendAsync($"/staff/history?set={set.Id}", [], UndoAll), HttpStatusCode.BadRequest);

        Assert.Contains("this has changed since: PRP: Aftercare.", refused.QuerySelector("#problems")!.TextContent);
        Assert.Equal("Rest.", await TextAsync(portal, "mesotherapy"));
        var (action, fields) = StaffBrowser.FieldsOf(refused, "button[name=Others]");
        await nora.PostAsync(action!, [.. fields, new("Others", "true")]);
        Assert.Equal((mesotherapy, "Written later."), (await TextAsync(portal, "mesotherapy"), await TextAsync(portal, "prp")));
    }

    [Fact]
    public async Task A_form_that_holds_words_of_an_ended_session_is_tried_out_after_signing_in()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var (action, fields) = StaffBrowser.FieldsOf(await nora.PageAsync(Table), Try);
        await StaffBrowser.EndSessionsAsync(portal);

        var refused = await nora.PostAsync(
            action!,
            [
                .. fields.Where(field => field.Key is not ("Form.Text" or "Form.Of")), new("Form.Text", "PRP\tRest."),
                new("Form.Of", "criteria/aftercare"),
            ],
            ourOwn: true);
        var signIn = await StaffBrowser.ReadAsync(refused, HttpStatusCode.Unauthorized);
        await nora.SendAsync(
            "/staff/sign-in", signIn, new() { ["Email"] = StaffBrowser.AddressOf("Nora Nurse"), ["Password"] = StaffBrowser.Password });

        var page = await nora.PageAsync(Table);
        Assert.Equal("PRP\tRest.", page.QuerySelector("#text")!.TextContent);
        Assert.NotNull(page.QuerySelector(Save));
    }

    private static async Task<HttpResponseMessage> SendFileAsync(StaffBrowser browser, string of, byte[] file)
    {
        var (action, fields) = StaffBrowser.FieldsOf(await browser.PageAsync(Table), Try);
        return await browser.PostAsync(
            action!,
            [
                .. fields.Where(field => field.Key is not ("Form.Of" or "Form.Text")), new("Form.Of", of),
                new("Form.Text", new UTF8Encoding(false).GetString(file)),
            ]);
    }

    private static Dictionary<string, string> Aftercare(string table) =>
        new() { ["Form.Of"] = "criteria/aftercare", ["Form.Text"] = table };

    /// <summary>What is kept of the table that was tried out last.</summary>
    private static async Task<string> TriedAsync(StaffBrowser browser) =>
        (await browser.PageAsync(Table)).QuerySelector("#outcome")!.ParentElement!.TextContent;

    private static async Task<string> DownloadAsync(StaffBrowser browser, string address)
    {
        var answer = await browser.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, "attachment"), (answer.StatusCode, answer.Content.Headers.ContentDisposition!.DispositionType));
        return await answer.Content.ReadAsStringAsync(StaffBrowser.Cancel);
    }

    private static async Task<string> TextAsync(PortalFactory portal, string treatment)
    {
        await using var db = await StaffBrowser.StoreOf(portal);
        return (await db.Set<TreatmentAttribute>().SingleAsync(
            cell => cell.Treatment.Slug == treatment && cell.Criterion.Slug == "aftercare", StaffBrowser.Cancel)).Text!.ToString();
    }

    private static async Task<(ChangeSet Set, int Changes)> LastSetAsync(PortalFactory portal)
    {
        await using var db = await StaffBrowser.StoreOf(portal);
        var set = await db.ChangeSets.Include(one => one.Changes).OrderByDescending(one => one.Id).FirstAsync(StaffBrowser.Cancel);
        return (set, set.Changes.Count);
    }

    private static async Task<int> StateOf(PortalFactory portal)
    {
        await using var db = await StaffBrowser.StoreOf(portal);
        return await db.Changes.CountAsync(StaffBrowser.Cancel);
    }
}

using ClinicPortal.Core.Storage;
using Microsoft.Playwright;

namespace ClinicPortal.Browser.Tests;

/// <summary>
/// Every page of the staff area in each of its states; a new page adds its lines here, and all that must hold of a page is tested of it.
/// </summary>
public static class StaffPages
{
    /// <param name="Address">Where it begins.</param>
    /// <param name="Prepare">What a person does there to come to the state.</param>
    public sealed record State(string Address, Func<IPage, Task>? Prepare = null);

    // Each state that leaves something behind has a row of its own, so that none finds what another has left.
    private static readonly Dictionary<string, State> States = new()
    {
        ["treatments"] = new("/staff"),
        ["publish"] = new(
            "/staff/treatments/peel-medium/answers/what",
            async page =>
            {
                await SaveSomethingNewAsync(page);
                await page.GotoAsync("/staff/publish");
                await page.Locator(".pending summary").First.ClickAsync();
            }),
        ["before and after"] = new(
            "/staff/treatments/peel-medium/answers/not-suitable",
            async page =>
            {
                await SaveSomethingNewAsync(page);
                await page.GotoAsync("/staff/publish/change/treatments/peel-medium/answers/not-suitable");
                await page.FrameLocator("iframe >> nth=1").Locator(".fresh").First.WaitForAsync();
            }),
        ["preview links"] = new("/staff/publish/links"),
        ["preview, what would change"] = new("/staff/preview?view=saved"),
        ["preview, nothing there"] = new("/staff/preview"),
        ["editions"] = new("/staff/editions?of=1"),
        ["scheduled publications"] = new(
            "/staff/treatments/peel-superficial/answers/what",
            async page =>
            {
                await SaveSomethingNewAsync(page);
                await page.GotoAsync("/staff/publish");
                // Of what others change meanwhile nothing is to stand in the way.
                await page.EvaluateAsync(
                    "row => { for (const tick of document.querySelectorAll('[name=Chosen]')) tick.checked = tick.value === row; }",
                    "treatments/peel-superficial/answers/what");
                await PressAsync(page, "Check what is ticked", "#publish");
                // Somebody may publish in between: then the list comes back, and whoever has looked at it presses again.
                for (var tries = 0; tries < 5 && !page.Url.EndsWith("/staff/scheduled", StringComparison.Ordinal); tries++)
                {
                    await page.FillAsync("#day", DateTime.UtcNow.AddDays(9).ToString("yyyy-MM-dd", null));
                    await page.FillAsync("#time", "09:30");
                    if (await page.Locator("#reason").CountAsync() > 0)
                        await page.FillAsync("#reason", "For a test");
                    await PatientsBrowser.LeaveAsync(page, () => page.Locator("#publish button[formaction*=Later]").ClickAsync());
                }
                await page.Locator(".history__change summary").First.ClickAsync();
            }),
        ["review"] = new("/staff/review"),
        ["review of a treatment"] = new("/staff/review/treatments/microneedling"),
        ["review of the glossary, with a comment"] = new(
            "/staff/review/glossary",
            async page =>
            {
                await page.Locator(".unit summary").First.ClickAsync();
                await page.Locator(".unit .form textarea").First.FillAsync("Is there a plainer word?");
                await page.Locator(".unit button[formaction*=Comment]").First.ClickAsync();
                await page.Locator(".unit__comment").First.WaitForAsync();
            }),
        ["review links"] = new("/staff/review/links"),
        ["specialist"] = new("/staff/specialist"),
        ["binder of the clinic"] = new("/staff/standard"),
        ["binder of a comparison"] = new("/staff/standard?compare=hair-transplant-vs-prp"),
        ["binder, asked for what is not there"] = new("/staff/standard?compare=prp-vs-nowhere"),
        ["statement, refused"] = new(
            "/staff/standard/statement?item=L16&compare=hair-transplant-vs-prp",
            async page =>
                {
                    await page.FillAsync("#basis", "Eight people tried it.");
                    await PressAsync(page, "Confirm this", "#problems");
                }),
        ["safety holds"] = new("/staff/holds"),
        ["safety hold, new"] = new("/staff/holds/new/treatments/peel-medium/answers/sessions"),
        ["safety hold, placed"] = new(
            "/staff/holds/new/treatments/peel-medium/answers/onset",
            async page =>
                {
                    await page.FillAsync("#why", $"Wrong, {Guid.NewGuid()}.");
                    await PressAsync(page, "Hide it now", ".done");
                }),
        ["new treatment"] = new("/staff/treatments/new"),
        ["new treatment, refused"] = new(
            "/staff/treatments/new",
            async page =>
                {
                    await page.FillAsync("#name", "New");
                    await page.FillAsync("#summary", "New.");
                    await page.FillAsync("#picture-alt", "A drawing that is not there.");
                    await PressAsync(page, "Add the treatment", "#problems");
                }),
        ["treatment"] = new("/staff/treatments/prp"),
        ["treatment, in conflict"] =
            new("/staff/treatments/peel-medium", page => ConflictAsync(page, "#summary", "Save the names and summary")),
        ["answer in prose"] = new("/staff/treatments/prp/answers/what"),
        ["answer with a count"] = new("/staff/treatments/prp/answers/sessions"),
        ["answer with a duration"] = new("/staff/treatments/prp/answers/duration"),
        ["answer on a scale"] = new("/staff/treatments/prp/answers/pain"),
        ["answer with money"] = new("/staff/treatments/prp/answers/cost-band"),
        ["answer of no treatment"] = new("/staff/treatments/no-treatment/answers/downtime"),
        ["answer, saved"] = new("/staff/treatments/peel-medium/answers/mechanism", SaveSomethingNewAsync),
        ["answer, refused"] = new(
            "/staff/treatments/peel-medium/answers/downtime",
            page => RefusedAsync(page, "#part-0-Min", "soon")),
        ["answer, in conflict"] = new("/staff/treatments/peel-medium/answers/process", page => ConflictAsync(page, "#text", "Save")),
        ["answer, draft"] =
            new("/staff/treatments/peel-medium/answers/evidence", async page => { await SaveDraftAsync(page); await page.ReloadAsync(); }),
        ["answer, draft discarded"] = new(
            "/staff/treatments/peel-medium/answers/who",
            async page =>
                {
                    await SaveDraftAsync(page);
                    await page.ReloadAsync();
                    await PressAsync(page, "Discard this draft", "text=Restore the draft");
                }),
        ["answer, previewed"] = new(
            "/staff/treatments/peel-medium/answers/aftercare",
            async page =>
                {
                    await page.FillAsync("#text", "**Rest**.\n\n- drink\n- sleep");
                    await PressAsync(page, "Preview", "[data-status=sent]");
                    // The frame scrolls the page to what is new in it, which would come between the keys.
                    await PatientsBrowser.LoadedAsync(page.Frames.Single(frame => frame.ParentFrame is not null));
                    await page.FrameLocator(".phone__page").Locator(".fresh", new() { HasText = "sleep" }).First.WaitForAsync();
                }),
        ["answer, with the server away"] = new(
            "/staff/treatments/peel-medium/answers/combine",
            async page =>
                {
                    await page.RouteAsync("**/*handler=SaveDraft", route => route.AbortAsync());
                    await page.FillAsync("#text", $"Only here, {Guid.NewGuid()}.");
                    await Assertions.Expect(page.Locator("[data-draft=unsaved]")).ToBeVisibleAsync();
                }),
        ["matrix"] = new("/staff/matrix", GridAsync),
        ["matrix, one state"] = new("/staff/matrix?group=basics&state=to-be-confirmed", GridAsync),
        ["matrix, asked for what is not there"] = new("/staff/matrix?group=nowhere", GridAsync),
        ["matrix, an answer opened"] = new("/staff/matrix", OpenFirstAsync),
        ["matrix, an answer refused"] = new(
            "/staff/matrix?group=time",
            async page =>
            {
                await GridAsync(page);
                await page.Locator("#cell-botulinum-onset .cell").ClickAsync();
                await Assertions.Expect(page.Locator(".opened #text")).ToBeFocusedAsync();
                await page.FillAsync(".opened #part-0-Min", "soon");
                await PressAsync(page, "Save", ".opened #problems");
            }),
        ["matrix, a draft left"] = new(
            "/staff/matrix",
            async page =>
            {
                await OpenFirstAsync(page);
                await page.FillAsync(".opened #text", $"Something kept, {Guid.NewGuid()}.");
                await page.Locator(".opened [data-draft=saved]").WaitForAsync();
                await page.Keyboard.PressAsync("Escape");
                await page.Locator(".cell__draft").First.WaitForAsync();
            }),
        ["one question for every treatment"] = new("/staff/criteria/reversible/all-answers/1"),
        ["all questions of one treatment"] = new("/staff/treatments/peel-superficial/all-answers/1"),
        ["many answers, one refused"] = new(
            "/staff/criteria/sessions/all-answers/1", page => RefusedAsync(page, "#answer-0-part-0-Min", "soon")),
        ["many answers, one in conflict"] = new(
            "/staff/criteria/mechanism/all-answers/1", page => ConflictAsync(page, "#answer-0-text", "Save")),
        ["many answers, draft"] = new(
            "/staff/criteria/combine/all-answers/1",
            async page =>
            {
                await page.FillAsync("#answer-0-text", $"Something kept, {Guid.NewGuid()}.");
                await page.Locator("[data-draft=saved]").WaitForAsync();
                await page.ReloadAsync();
            }),
        ["evidence"] = new("/staff/treatments/prp/concerns/hair-loss"),
        ["evidence of what is not offered"] = new("/staff/treatments/prp/concerns/cellulite"),
        ["sources"] = new("/staff/sources"),
        ["source"] = new("/staff/sources/r4"),
        ["new source"] = new("/staff/sources/new"),
        ["new source, refused"] = new(
            "/staff/sources/new",
            async page =>
                {
                    await page.FillAsync("#year", "soon");
                    await page.FillAsync("#reference", "A reference.");
                    await PressAsync(page, "Add the source", "#problems");
                }),
        ["numbers"] = new("/staff/numbers"),
        ["number"] = new("/staff/numbers/n1"),
        ["new number"] = new("/staff/numbers/new?treatment=prp&criterion=evidence"),
        ["number, refused"] = new("/staff/numbers/n4", page => RefusedAsync(page, "#arm-0-count", "1000000")),
        ["number, in conflict"] = new("/staff/numbers/n3", page => ConflictAsync(page, "#group", "Save")),
        ["comparisons"] = new("/staff/comparisons"),
        ["comparison"] = new("/staff/comparisons/mesotherapy-vs-prp"),
        ["comparison without words"] = new("/staff/comparisons/ha-filler-vs-no-treatment"),
        ["comparison, refused"] = new(
            "/staff/comparisons/microneedling-vs-prp",
            page => RefusedAsync(page, "#heading-0", "A heading alone")),
        ["comparison, in conflict"] = new("/staff/comparisons/mesotherapy-vs-prp", page => ConflictAsync(page, "#clinics-say", "Save")),
        ["criteria"] = new("/staff/criteria"),
        ["criterion"] = new("/staff/criteria/downtime"),
        ["criterion, refused"] = new("/staff/criteria/duration", page => RefusedAsync(page, "#priority", "soon")),
        ["criterion, in conflict"] = new("/staff/criteria/onset", page => ConflictAsync(page, "#help", "Save")),
        ["concerns"] = new("/staff/concerns"),
        ["concern"] = new("/staff/concerns/hair-loss"),
        ["new concern, refused"] = new(
            "/staff/concerns/new",
            async page =>
                {
                    await page.FillAsync("#name", "Cellulite");
                    await PressAsync(page, "Add the concern", "#problems");
                }),
        ["concern, in conflict"] = new("/staff/concerns/cellulite", page => ConflictAsync(page, "#summary", "Save")),
        ["criterion, dry run of another kind"] = new("/staff/criteria/pain/kind?to=Prose"),
        ["clinic"] = new("/staff/clinic"),
        ["list"] = new("/staff/lists/groups"),
        ["new glossary term"] = new("/staff/lists/glossary/new"),
        ["archive"] = new("/staff/lists/treatments/prp/archive"),
        ["bulk changes"] = new("/staff/content"),
        ["table of answers, tried out"] = new(
            "/staff/content/table",
            async page =>
                {
                    await page.SelectOptionAsync("#of", "criteria/aftercare");
                    await page.FillAsync("#text", $"PRP\tRest for a while, {Guid.NewGuid()}.");
                    await PressAsync(page, "See what would happen", "#outcome");
                }),
        ["table of answers, refused"] = new(
            "/staff/content/table",
            async page =>
                {
                    await page.SelectOptionAsync("#of", "criteria/onset");
                    await page.FillAsync("#text", "Treatment\tFigure\nPRP\t1,000 weeks\nNobody\t4 weeks");
                    await PressAsync(page, "See what would happen", "#batch-problems");
                }),
        ["find and replace, tried out"] = new(
            "/staff/content/replace",
            async page =>
                {
                    await page.FillAsync("#find", "platelet");
                    await page.FillAsync("#with", "thrombocyte");
                    await PressAsync(page, "See what would happen", "#outcome");
                }),
        ["article"] = new("/staff/content/article"),
        ["article, read"] = new(
            "/staff/content/article",
            async page =>
                {
                    await page.FillAsync(
                        "#text", "PRP is painful. It is quicker than mesotherapy. Ozone is a procedure. Nobody knows more.");
                    await PressAsync(page, "Find a place for each sentence", "#outcome");
                }),
        ["article, refused"] = new(
            "/staff/content/article", page => PressAsync(page, "Find a place for each sentence", "#problems")),
        ["history"] = new("/staff/history"),
        ["history, searched"] = new("/staff/history?person=Clinic+Portal&from=2020-01-01&word=hair"),
        ["history of one answer"] = new(
            "/staff/treatments/peel-medium/answers/reversible",
            async page =>
                {
                    await SaveSomethingNewAsync(page);
                    await page.GotoAsync("/staff/history?place=treatments/peel-medium/answers/reversible");
                }),
        ["people"] = new("/staff/people"),
        ["audit log"] = new("/staff/audit"),
        ["audit log, narrowed to nothing"] = new("/staff/audit?kind=Hold&from=yesterday"),
        ["system"] = new("/staff/system"),
        ["people, one about to leave"] = new(
            "/staff/people",
            async page =>
                {
                    await page.GetByRole(AriaRole.Button, new() { Name = "Remove access" }).First.ClickAsync();
                    await page.GetByRole(AriaRole.Heading, new() { Name = "Remove access for" }).WaitForAsync();
                }),
        ["account"] = new("/staff/account"),
        ["account, refused"] = new(
            "/staff/account",
            async page =>
                {
                    await page.FillAsync("#old", "not my password");
                    await page.FillAsync("#new", "another long password of mine");
                    await PressAsync(page, "Change the password", "#problems");
                }),
        ["passkeys"] = new("/staff/account/passkeys"),
        ["second factor"] = new("/staff/account/second-factor"),
        ["second factor, being set up"] = new(
            "/staff/account/second-factor",
            page => PressAsync(page, "Set up an authenticator app", "#code")),
        ["sign-in"] = new("/staff/sign-in"),
        ["sign-out"] = new("/staff/sign-out"),
        ["no such page"] = new("/staff/no-such-page"),
    };

    public static TheoryData<string> All => [.. States.Keys];

    /// <summary>A page of an administrator, in the state of that name, and what its console complains of.</summary>
    internal static async Task<(IPage Page, List<string> Complaints)> OpenAsync(PatientsBrowser browser, string state)
    {
        var page = await browser.OpenAsAsync("Stella States", "about:blank", StaffRole.Administrator, share: true);
        var complaints = Barriers.Complaints(page);
        await page.GotoAsync(States[state].Address, new() { WaitUntil = WaitUntilState.Load });
        if (States[state].Prepare is { } prepare)
            await prepare(page);
        return (page, complaints);
    }

    /// <param name="until">What stands only on the page that follows: the press itself returns while it is on its way.</param>
    private static async Task PressAsync(IPage page, string button, string until)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await page.Locator(until).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await PatientsBrowser.LoadedAsync(page.MainFrame);
    }

    /// <summary>Before the table is a grid its cells are links to other pages, and Tab stops at each.</summary>
    private static Task GridAsync(IPage page) => page.GetByRole(AriaRole.Grid).WaitForAsync();

    private static async Task OpenFirstAsync(IPage page)
    {
        await GridAsync(page);
        await page.Locator("#cell-botulinum-what .cell").ClickAsync();
        await Assertions.Expect(page.Locator(".opened #text")).ToBeFocusedAsync();
    }

    private static async Task RefusedAsync(IPage page, string field, string words)
    {
        await page.FillAsync(field, words);
        await PressAsync(page, "Save", "#problems");
    }

    private static async Task SaveSomethingNewAsync(IPage page)
    {
        await page.FillAsync("#text", $"Something new, {Guid.NewGuid()}.");
        await PressAsync(page, "Save", ".done");
    }

    private static async Task SaveDraftAsync(IPage page)
    {
        await page.FillAsync("#text", $"Something kept, {Guid.NewGuid()}.");
        await page.Locator("[data-draft=saved]").WaitForAsync();
    }

    // The second form began with what stood there before the first was saved.
    private static async Task ConflictAsync(IPage page, string field, string save)
    {
        var address = page.Url;
        var late = await page.Context.NewPageAsync();
        await late.GotoAsync(address);
        await late.FillAsync(field, $"They wrote this, {Guid.NewGuid()}.");
        await PressAsync(late, save, ".done");
        await late.CloseAsync();
        await page.FillAsync(field, $"You wrote that, {Guid.NewGuid()}.");
        await PressAsync(page, save, ".conflict");
    }
}

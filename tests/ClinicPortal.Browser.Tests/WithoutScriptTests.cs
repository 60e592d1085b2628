using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClinicPortal.Browser.Tests;

/// <summary>Every form of the staff area, filled in and sent by a browser that runs no script.</summary>
public sealed class WithoutScriptTests(PatientsBrowser browser)
{
    private const string Cell = "/staff/treatments/carboxytherapy/answers/";

    private static BrowserNewContextOptions WithoutScript => new() { JavaScriptEnabled = false };

    /// <summary>The page, what is typed where (a field that begins with + is a choice, with * a tick), and the button.</summary>
    public static TheoryData<string, string[], string> Forms => new()
    {
        { Cell + "what", ["#text", "Gas under the skin, **briefly**.", "#brief", "Gas under the skin.", "#why", "Shorter"], "Save" },
        { Cell + "downtime", ["#part-0-Min", "1", "#part-0-Max", "2,5", "+#part-0-Unit", "Week", "#part-0-Label", "face"], "Save" },
        { Cell + "pain", ["+#part-0-Min", "2", "+#part-0-Max", "3"], "Save" },
        { Cell + "cost-band", ["+#absence", "NotKnown"], "Save" },
        { Cell + "evidence", ["*input[name='Form.Sources'] >> nth=3", "", "*input[name='Form.ToBeConfirmed']", ""], "Save" },
        {
            "/staff/treatments/carboxytherapy/concerns/hair-loss",
            ["+#offer", "Studied", "+#direction", "Mixed", "+#certainty", "VeryLow", "#note", "Two small studies."],
            "Save"
        },
        {
            "/staff/treatments/carboxytherapy",
            ["#short", "Carboxy", "#others", "carbon dioxide therapy\nCDT", "#summary", "Gas, given under the skin."],
            "Save the names and summary"
        },
        { "/staff/numbers/n1", ["#group", "women with thinning hair, in 6 trials", "#why", "Clearer"], "Save" },
        { "/staff/comparisons/carboxytherapy-vs-prp", ["#clinics-say", "Some clinics offer both in one course."], "Save" },
        { "/staff/criteria/aftercare", ["#help", "What to do and to leave in the days after.", "*[name='Form.AlwaysShown']", ""], "Save" },
        { "/staff/concerns/acne-scars", ["#others", "scarring\nacne scars", "#why", "A name patients use"], "Save" },
        { "/staff/sources/r4", ["#year", "2021", "#note", "Looked at again."], "Save the source" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_is_filled_in_saved_and_seen_to_be_saved(string address, string[] typed, string button)
    {
        var page = await OpenAsync(address);
        foreach (var field in typed.Chunk(2))
            await (field[0][0] switch
            {
                '*' => page.Locator(field[0][1..]).CheckAsync(),
                '+' => page.Locator(field[0][1..]).SelectOptionAsync(field[1]),
                _ => page.Locator(field[0]).FillAsync(field[1]),
            });
        var checkedBefore = await page.Locator("input:checked").CountAsync();
        await PressAsync(page, button);

        await Expect(page.Locator(".done")).ToContainTextAsync("Saved, version");
        await page.GotoAsync(address);
        foreach (var field in typed.Chunk(2).Where(field => field[0] != "#why" && field[0][0] != '*'))
            Assert.Equal(
                field[1].Replace(',', field[0].StartsWith("#part", StringComparison.Ordinal) ? '.' : ','),
                await page.Locator(field[0].TrimStart('+')).InputValueAsync());
        Assert.Equal(checkedBefore, await page.Locator("input:checked").CountAsync());
    }

    [Fact]
    public async Task A_new_treatment_and_a_new_source_are_added()
    {
        var page = await OpenAsync("/staff/treatments/new");
        await page.FillAsync("#name", "Cold laser");
        await page.FillAsync("#summary", "Light that does not heat the skin.");
        await PressAsync(page, "Add the treatment");
        Assert.Equal("Cold laser", await page.Locator("h1").InnerTextAsync());

        await page.GotoAsync("/staff/sources/new");
        await page.FillAsync("#reference", "Light A. A study of light.");
        await page.FillAsync("#year", "2024");
        await PressAsync(page, "Add the source");
        Assert.Equal("Source: Light A. A study of light.", await page.Locator("h1").InnerTextAsync());
    }

    [Fact]
    public async Task A_draft_is_saved_discarded_restored_and_previewed()
    {
        var page = await OpenAsync(Cell + "process");
        await page.FillAsync("#text", "Kept **for later**.");
        await PressAsync(page, "Save as a draft");
        await Expect(page.Locator(".done")).ToContainTextAsync("Draft saved");
        await Expect(page.Locator(".preview strong")).ToHaveTextAsync("for later");

        await PressAsync(page, "Discard this draft");
        Assert.DoesNotContain("DraftSavedAt", await page.Locator("#text").InputValueAsync(), StringComparison.Ordinal);
        await page.Locator("button:has-text('Restore the draft')").ClickAsync();
        Assert.Equal("Kept **for later**.", await page.Locator("#text").InputValueAsync());

        await page.FillAsync("#text", "Only *looked at*.");
        await PressAsync(page, "Preview");
        await Expect(page.Locator(".preview em")).ToHaveTextAsync("looked at");
        Assert.Equal("Only *looked at*.", await page.Locator("#text").InputValueAsync());
    }

    [Fact]
    public async Task An_old_version_is_restored()
    {
        var page = await OpenAsync(Cell + "onset");
        foreach (var text in new[] { "It shows after a while.", "It shows soon." })
        {
            await page.GotoAsync(Cell + "onset");
            await page.FillAsync("#text", text);
            await PressAsync(page, "Save");
        }
        await page.GotoAsync("/staff/history?place=treatments/carboxytherapy/answers/onset");
        await page.Locator(".history > li").Nth(1).GetByRole(AriaRole.Button, new() { Name = "Restore this version" }).ClickAsync();
        await Expect(page.Locator(".done")).ToContainTextAsync("version 2 restored");

        await page.GotoAsync(Cell + "onset");
        Assert.Equal("It shows after a while.", await page.Locator("#text").InputValueAsync());
    }

    [Fact]
    public async Task What_was_changed_is_published()
    {
        await using var portal = await PortalProcess.StartAsync();
        var page =
            await browser.SignInAsync(portal, "Nils Noscript", StaffRole.Administrator, Cell + "mechanism", WithoutScript);
        await page.FillAsync("#text", "Gas is thought to widen small vessels.");
        await PressAsync(page, "Save");
        await page.GotoAsync("/staff/publish");
        await page.FillAsync("#note", "Carboxytherapy explained");
        await page.FillAsync("#reason", "No clinician is here today");
        await PressAsync(page, "Publish what is ticked");

        await Expect(page.Locator(".done")).ToContainTextAsync("is published");
        await page.GotoAsync("/treatments/carboxytherapy");
        await Expect(page.Locator("main")).ToContainTextAsync("Gas is thought to widen small vessels.");
    }

    [Fact]
    public async Task Somebody_signs_in_invites_a_colleague_and_signs_out()
    {
        var page = await browser.SignInAsync("Norma Noscript", StaffRole.Administrator, "/staff/people", WithoutScript);
        await page.GetByLabel("E-mail address").FillAsync("new.nurse@clinic.example");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("New Nurse");
        await PressAsync(page, "Make an invitation link");
        await Expect(page.Locator("main")).ToContainTextAsync("New Nurse");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Expect(page.Locator(".done")).ToHaveTextAsync("You are signed out.");
    }

    private Task<IPage> OpenAsync(string address) =>
        browser.OpenAsAsync("Nils Noscript", address, reader: WithoutScript, share: true);

    private static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}

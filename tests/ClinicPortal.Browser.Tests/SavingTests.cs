using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClinicPortal.Browser.Tests;

/// <summary>No word that somebody has typed is lost, and the status line says only what has happened.</summary>
public sealed class SavingTests(PatientsBrowser browser, OwnPortal own) : IClassFixture<OwnPortal>
{
    private const string Saved = "Draft saved at";
    private const string OnlyHere = "Your draft is only in this browser.";
    private const string NotSaved = "It is not saved yet.";

    [Fact]
    public async Task Ctrl_S_saves_the_form_and_a_question_mark_lists_the_keys()
    {
        var page = await browser.OpenAsAsync("Kay Keys", "/staff/treatments/peel-medium/answers/onset");
        // The keys come with the buttons above the text.
        await page.Locator(".tools").First.WaitForAsync();
        await page.FocusAsync("#why");
        await page.Keyboard.TypeAsync("Keys?");
        Assert.False(await page.Locator("#keys").IsVisibleAsync());

        await page.FillAsync("#text", $"Saved by a key, {Guid.NewGuid()}.");
        await page.Keyboard.PressAsync("Control+s");
        await page.Locator(".done").WaitForAsync();
        await page.Locator(".tools").First.WaitForAsync();

        await page.Keyboard.PressAsync("?");
        await page.Locator("#keys").WaitForAsync();
        await Barriers.NoneOn(page);
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#keys").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    [Fact]
    public async Task Nothing_is_called_saved_before_the_server_has_answered()
    {
        var page = await browser.OpenAsAsync("Anna One", Cell("prp", "what"));
        var answer = new TaskCompletionSource();
        await page.RouteAsync("**/*handler=SaveDraft", async route =>
        {
            await answer.Task;
            await route.ContinueAsync();
        });
        var asked = page.WaitForRequestAsync("**/*handler=SaveDraft");

        await Text(page).FillAsync("Words on their way");
        await asked;
        Assert.Equal("Saving the draft. So far it is only in this browser.", await Status(page).InnerTextAsync());

        answer.SetResult();
        await Expect(Status(page)).ToContainTextAsync(Saved);
        await Text(page).PressSequentiallyAsync("!");
        Assert.DoesNotContain(Saved, await Status(page).InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_called_unsaved_where_nothing_has_changed()
    {
        var page = await browser.OpenAsAsync("Anna One", Cell("prp", "process"));
        var began = await Text(page).InputValueAsync();
        await Text(page).FocusAsync();
        await page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        Assert.Equal("", await Status(page).InnerTextAsync());

        await Text(page).FillAsync("Something else");
        await Expect(Status(page)).ToContainTextAsync(Saved);
        await Text(page).FillAsync(began);
        await Expect(Status(page)).ToHaveTextAsync("No unsaved changes.");

        await page.GotoAsync(Cell("prp", "process"));
        Assert.Equal(0, await page.GetByText(NotSaved).CountAsync());
        Assert.Equal("", await Status(page).InnerTextAsync());
    }

    [Fact]
    public async Task Words_typed_while_the_server_is_away_reach_it_by_themselves()
    {
        var portal = own.Process;
        var page = await browser.SignInAsync(portal, "Paul Plug", path: Cell("prp", "what"));
        await Text(page).FillAsync("Before the plug");
        await Expect(Status(page)).ToContainTextAsync(Saved);

        await portal.PullThePlugAsync();
        await Text(page).FillAsync("After the plug");
        await Expect(Status(page)).ToContainTextAsync(OnlyHere);

        await portal.RunAsync();
        await Expect(Status(page)).ToContainTextAsync(Saved, new() { Timeout = 90_000 });
        await page.GotoAsync(Cell("prp", "what"));
        Assert.Equal("After the plug", await Text(page).InputValueAsync());
    }

    [Fact]
    public async Task Plug_pulled_and_window_closed_the_words_are_in_the_form_again_also_after_signing_in_anew()
    {
        var portal = own.Process;
        var page = await browser.SignInAsync(portal, "Petra Plug", path: Cell("prp", "what"));
        await Text(page).FillAsync("Kept on the server");
        await Expect(Status(page)).ToContainTextAsync(Saved);
        await portal.PullThePlugAsync();
        await Text(page).FillAsync("Kept in the browser");
        await Expect(Status(page)).ToContainTextAsync(OnlyHere);
        var context = page.Context;
        await page.CloseAsync();

        await portal.RunAsync();
        page = await context.NewPageAsync();
        await page.RouteAsync("**/*handler=SaveDraft", route => route.AbortAsync());
        await page.GotoAsync(Cell("prp", "what"));
        await Expect(Text(page)).ToHaveValueAsync("Kept in the browser");
        await page.CloseAsync();

        await context.ClearCookiesAsync();
        page = await context.NewPageAsync();
        await page.GotoAsync(Cell("prp", "what"));
        await PatientsBrowser.SignInOnAsync(page, "Petra Plug");
        await Expect(Text(page)).ToHaveValueAsync("Kept in the browser");
        // The window that was closed may have sent them on its way.
        await Expect(page.Locator("form.form")).ToContainTextAsync(new Regex($"{Saved}|{NotSaved}"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_signing_in_again_in_another_tab_the_words_are_kept_by_themselves(bool cookiesGone)
    {
        var name = cookiesGone ? "Clara Cookie" : "Eva Everywhere";
        var page = await browser.SignInAsync(name, path: Cell("mesotherapy", "what"));
        if (cookiesGone)
            await page.Context.ClearCookiesAsync();
        else
            await SignOutEverywhereAsync(name);

        await Text(page).FillAsync($"Words of {name}");
        await Expect(Status(page)).ToContainTextAsync($"{OnlyHere} You have been signed out.");
        var tab = await page.Context.RunAndWaitForPageAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "Sign in in a new tab" }).ClickAsync());
        await PatientsBrowser.SignInOnAsync(tab, name);
        await page.BringToFrontAsync();
        await page.EvaluateAsync("window.dispatchEvent(new Event('focus'))");

        await Expect(Status(page)).ToContainTextAsync(Saved);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Saved, version")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Words_are_not_kept_under_the_name_of_somebody_else_who_has_signed_in_meanwhile()
    {
        var page = await browser.SignInAsync("Mine Mia", path: Cell("mesotherapy", "mechanism"));
        await browser.SignInAsync("Other Otto");
        await page.Context.ClearCookiesAsync();
        var tab = await page.Context.NewPageAsync();
        await tab.GotoAsync("/staff/sign-in");
        await PatientsBrowser.SignInOnAsync(tab, "Other Otto");

        await Text(page).FillAsync("Words of Mia");

        await Expect(Status(page)).ToContainTextAsync(OnlyHere);
        await tab.GotoAsync(Cell("mesotherapy", "mechanism"));
        Assert.NotEqual("Words of Mia", await Text(tab).InputValueAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Save_pressed_after_the_session_has_ended_leads_through_signing_in_back_to_the_words(bool withScript)
    {
        var name = withScript ? "Ina Interrupted" : "Nora Noscript";
        var page = await browser.SignInAsync(name, path: Cell("microneedling", "what"), reader: new() { JavaScriptEnabled = withScript });
        await SignOutEverywhereAsync(name);

        await Text(page).FillAsync($"Words of {name}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByText("It is kept on this page")).ToBeVisibleAsync();
        await PatientsBrowser.SignInOnAsync(page, name);

        Assert.Equal($"Words of {name}", await Text(page).InputValueAsync());
        await Expect(page.GetByText(NotSaved)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_answer_that_got_lost_does_not_lock_the_window_out_of_its_own_draft()
    {
        var page = await browser.OpenAsAsync("Anna One", Cell("prp", "aftercare"));
        await page.RouteAsync("**/*handler=SaveDraft", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await Text(page).FillAsync("Heard, but not answered");
        await Expect(Status(page)).ToContainTextAsync(OnlyHere);
        await page.UnrouteAllAsync();

        await Text(page).FillAsync("Written on");

        await Expect(Status(page)).ToContainTextAsync(Saved);
    }

    [Fact]
    public async Task Two_people_in_different_fields_both_find_their_words_saved_and_are_told()
    {
        var (one, other) = (
            await browser.OpenAsAsync("Anna One", Cell("ha-filler", "what")),
            await browser.OpenAsAsync("Ben Other", Cell("ha-filler", "what")));

        await Text(one).FillAsync("Anna's text");
        await Expect(Status(one)).ToContainTextAsync(Saved);
        await other.Locator("#brief").FillAsync("Ben's line");
        await Expect(Status(other)).ToContainTextAsync("Anna One is editing this too.");
        await SaveAsync(one);
        await SaveAsync(other);

        await Expect(other.Locator(".done")).ToContainTextAsync("Somebody else had changed");
        await other.GotoAsync(Cell("ha-filler", "what"));
        Assert.Equal(("Anna's text", "Ben's line"), (await Text(other).InputValueAsync(), await other.Locator("#brief").InputValueAsync()));
    }

    [Fact]
    public async Task Two_people_in_one_field_see_both_texts_side_by_side_before_anything_is_written_over()
    {
        var (one, other) = (
            await browser.OpenAsAsync("Anna One", Cell("ha-filler", "process")),
            await browser.OpenAsAsync("Ben Other", Cell("ha-filler", "process")));
        await Text(one).FillAsync("It takes twenty minutes.");
        await SaveAsync(one);
        await Text(other).FillAsync("It takes forty minutes.");

        await other.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        var conflict = other.Locator(".conflict");
        await Expect(conflict).ToContainTextAsync("It takes twenty minutes.");
        await Expect(conflict).ToContainTextAsync("It takes forty minutes.");
        Assert.Equal(0, await other.GetByText("This browser has another draft").CountAsync());
        Assert.True(await conflict.Locator("ins").CountAsync() > 0 && await conflict.Locator("del").CountAsync() > 0);
        Assert.Equal("It takes forty minutes.", await Text(other).InputValueAsync());

        await Text(other).FillAsync("It takes twenty to forty minutes.");
        await SaveAsync(other);
        await other.GotoAsync(Cell("ha-filler", "process"));
        Assert.Equal("It takes twenty to forty minutes.", await Text(other).InputValueAsync());
    }

    [Fact]
    public async Task Two_tabs_of_one_person_do_not_write_over_each_other()
    {
        var one = await browser.OpenAsAsync("Anna One", Cell("prp", "combine"));
        var other = await one.Context.NewPageAsync();
        await other.GotoAsync(Cell("prp", "combine"));
        await Text(one).FillAsync("Words of the first tab");
        await Expect(Status(one)).ToContainTextAsync(Saved);

        await Text(other).FillAsync("Words of the second tab");
        await Expect(Status(other)).ToContainTextAsync($"{OnlyHere} You have saved a different draft in another window.");
        await other.CloseAsync();

        await one.GotoAsync(Cell("prp", "combine"));
        Assert.Equal("Words of the first tab", await Text(one).InputValueAsync());
        await one.GetByRole(AriaRole.Button, new() { Name = "Use that draft" }).ClickAsync();
        Assert.Equal("Words of the second tab", await Text(one).InputValueAsync());
        await Expect(Status(one)).ToContainTextAsync(Saved);
    }

    [Fact]
    public async Task Words_of_a_refused_form_are_safe_before_anything_else_is_typed()
    {
        var page = await browser.OpenAsAsync("Anna One", Cell("prp", "onset"));
        await page.Locator("#part-0-Min").FillAsync("soon");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator("#problems")).ToBeVisibleAsync();
        await Expect(Status(page)).ToContainTextAsync(Saved);
        var context = page.Context;
        await page.CloseAsync();

        page = await context.NewPageAsync();
        await page.GotoAsync(Cell("prp", "onset"));

        Assert.Equal("soon", await page.Locator("#part-0-Min").InputValueAsync());
    }

    [Fact]
    public async Task Going_away_and_back_again_keeps_words_that_were_typed_a_moment_before()
    {
        var page = await browser.OpenAsAsync("Anna One", Cell("prp", "reversible"));
        await Text(page).FillAsync("Typed and left at once");
        await page.GotoAsync("/staff/sources");

        await page.GoBackAsync();

        await Expect(Text(page)).ToHaveValueAsync("Typed and left at once");
    }

    [Fact]
    public async Task Signing_out_asks_for_words_that_are_only_in_the_browser_and_leaves_none_behind()
    {
        var page = await browser.SignInAsync("Olga Out", path: Cell("prp", "pain"));
        await page.RouteAsync("**/*handler=SaveDraft", route => route.AbortAsync());
        await Text(page).FillAsync("Only in this browser");
        await Expect(Status(page)).ToContainTextAsync(OnlyHere);
        var question = "";
        var answer = false;
        page.Dialog += async (_, dialog) =>
        {
            question = dialog.Message;
            await (answer ? dialog.AcceptAsync() : dialog.DismissAsync());
        };

        await SignOut(page).ClickAsync();
        Assert.Contains("only in this browser", question, StringComparison.Ordinal);
        Assert.Equal("Only in this browser", await Text(page).InputValueAsync());

        answer = true;
        // While the page waits to be left it tries once more to send the draft, and fails before the next page comes.
        await page.EvaluateAsync("() => addEventListener('submit', () => setTimeout(() => dispatchEvent(new Event('focus'))))");
        var failed = new TaskCompletionSource();
        page.RequestFailed += (_, _) => failed.TrySetResult();
        await page.RouteAsync("**/staff/sign-out", async route =>
        {
            await failed.Task;
            await route.ContinueAsync();
        });
        await SignOut(page).ClickAsync();
        await PatientsBrowser.ArriveAsync(page, "/staff/sign-in");
        await BrowserHoldsNothingAsync(page);
    }

    [Fact]
    public async Task After_a_save_neither_server_nor_browser_holds_the_words_as_unsaved()
    {
        var page = await browser.OpenAsAsync("Anna One", Cell("prp", "who"));
        await Text(page).FillAsync($"Saved at once {Guid.NewGuid()}");

        await SaveAsync(page);

        await BrowserHoldsNothingAsync(page);
        await page.GotoAsync(Cell("prp", "who"));
        Assert.Equal(0, await page.GetByText(NotSaved).CountAsync());
        Assert.Equal("", await Status(page).InnerTextAsync());
    }

    private static string Cell(string treatment, string criterion) => $"/staff/treatments/{treatment}/answers/{criterion}";

    private static ILocator Text(IPage page) => page.Locator("#text");

    private static ILocator Status(IPage page) => page.Locator("[data-status]");

    private static ILocator SignOut(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true });

    /// <summary>A page that has loaded may not have run its modules yet, and one of them clears away what was saved.</summary>
    private static async Task BrowserHoldsNothingAsync(IPage page) =>
        await page.WaitForFunctionAsync("() => localStorage.length === 0");

    private static async Task SaveAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator(".done")).ToContainTextAsync("Saved, version");
    }

    private async Task SignOutEverywhereAsync(string name)
    {
        var elsewhere = await browser.SignInAsync(name, path: "/staff/account");
        await elsewhere.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere" }).ClickAsync();
        await PatientsBrowser.ArriveAsync(elsewhere, "/staff/sign-in");
    }
}

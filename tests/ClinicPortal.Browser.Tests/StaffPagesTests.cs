namespace ClinicPortal.Browser.Tests;

/// <summary>What must hold of every staff page in each of its states.</summary>
public sealed class StaffPagesTests(PatientsBrowser browser)
{
    private const string Controls = "a[href], button, input:not([type=hidden]), select, textarea, summary";

    public static TheoryData<string> States => StaffPages.All;

    [Fact]
    public async Task A_person_signs_in_and_sees_the_treatments()
    {
        var page = await browser.SignInAsync("Ada Admin", "Administrator");

        Assert.Equal("Treatments", await page.Locator("h1").InnerTextAsync());
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Axe_finds_no_barrier_nothing_scrolls_sideways_and_the_console_is_silent(string state)
    {
        var complaints = new List<string>();
        var page = await StaffPages.OpenAsync(browser, state, complaints);

        complaints.AddRange(await Barriers.FoundOnAsync(page));

        Assert.Equal("", string.Join('\n', complaints));
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Tab_leads_to_every_control_and_shows_where_it_is(string state)
    {
        var page = await StaffPages.OpenAsync(browser, state);
        await page.EvaluateAsync("controls => { for (const one of document.querySelectorAll(controls)) if (one.checkVisibility() && one.tabIndex >= 0) one.dataset.missed = ''; document.activeElement.blur(); }", Controls);
        var count = await page.Locator("[data-missed]").CountAsync();
        var unseen = new List<string>();

        // A region that scrolls takes the focus as well.
        for (var presses = 0; presses <= 2 * count && await page.Locator("[data-missed]").CountAsync() > 0; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>("() => { const at = document.activeElement; delete at.dataset.missed; return at === document.body || getComputedStyle(at).outlineStyle !== 'none' ? null : at.outerHTML; }") is { } hidden)
                unseen.Add(hidden);
        }

        Assert.Empty(await page.Locator("[data-missed]").EvaluateAllAsync<string[]>("missed => missed.map(one => one.outerHTML)"));
        Assert.Empty(unseen);
    }
}

using ClinicPortal.Core.Storage;
using static Microsoft.Playwright.Assertions;

namespace ClinicPortal.Browser.Tests;

/// <summary>What must hold of every staff page in each of its states.</summary>
public sealed class StaffPagesTests(PatientsBrowser browser)
{
    public static TheoryData<string> States => StaffPages.All;

    [Fact]
    public async Task A_person_signs_in_and_sees_the_treatments()
    {
        var page = await browser.SignInAsync("Ada Admin", StaffRole.Administrator);

        Assert.Equal("Treatments", await page.Locator("h1").InnerTextAsync());
    }

    [Fact]
    public async Task On_a_phone_the_menu_takes_little_room_and_opens_by_keyboard_and_elsewhere_it_stands_open()
    {
        var page = await browser.OpenAsAsync("Phoebe Phone", "/staff/sources");
        var links = page.Locator("#staff-nav a");
        await page.SetViewportSizeAsync(390, 844);

        Assert.InRange((await page.Locator("header.masthead").BoundingBoxAsync())!.Height, 1, 110);
        await Expect(links.First).ToBeHiddenAsync();
        await page.Locator("header button[popovertarget]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(links.Last).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(links.First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(links.First).ToBeHiddenAsync();

        await page.SetViewportSizeAsync(768, 900);
        await Expect(links.Last).ToBeVisibleAsync();
        await Expect(page.Locator("header button[popovertarget]")).ToBeHiddenAsync();
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Tab_leads_to_every_control_axe_finds_no_barrier_nothing_scrolls_sideways_and_the_console_is_silent(string state)
    {
        var (page, complaints) = await StaffPages.OpenAsync(browser, state);

        await KeyboardWalk.LeadsToEveryControlAsync(page);
        complaints.AddRange(await Barriers.FoundOnAsync(page));

        Assert.Equal("", string.Join('\n', complaints));
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }
}

using ClinicPortal.Core.Storage;

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

namespace ClinicPortal.Browser.Tests;

public sealed class StaffPagesTests(PatientsBrowser browser)
{
    [Fact]
    public async Task A_person_signs_in_and_sees_the_treatments()
    {
        var page = await browser.SignInAsync("Ada Admin", "Administrator");

        Assert.Equal("Treatments", await page.Locator("h1").InnerTextAsync());
    }
}

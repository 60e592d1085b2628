using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClinicPortal.Browser.Tests;

/// <summary>
/// The patients' page beside the form, at the width of a phone, with words that are not saved. A preview shows what everybody has saved,
/// and goes to the first of it: the portal is the tests' own.
/// </summary>
public sealed class PreviewTests(PatientsBrowser browser, OwnPortal own) : IClassFixture<OwnPortal>
{
    private const string Form = "/staff/treatments/peel-superficial/answers/aftercare";

    [Fact]
    public async Task Words_are_read_on_the_patients_page_beside_the_form_while_they_are_typed()
    {
        var page = await browser.SignInAsync(own.Process, "Pia Preview", path: Form);
        var complaints = Barriers.Complaints(page);
        await page.SetViewportSizeAsync(1280, 900);
        await page.FillAsync("#text", "Keep it dry for a day.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview", Exact = true }).ClickAsync();

        var fresh = page.FrameLocator(".phone__page").Locator(".fresh");
        await Expect(fresh.First).ToContainTextAsync("New Keep it dry for a day.");
        await Expect(fresh.First).ToBeInViewportAsync();
        // As wide as a phone, beside the form, and nothing to scroll sideways for.
        var frame = (await page.Locator(".phone__page").BoundingBoxAsync())!;
        var form = (await page.Locator("#answer").BoundingBoxAsync())!;
        Assert.InRange(frame.Width, 360, 390);
        Assert.True(frame.X >= form.X + form.Width);
        Assert.True(await page.FrameLocator(".phone__page").Locator("html").EvaluateAsync<bool>(
            "page => page.scrollWidth <= page.clientWidth"));

        await page.FillAsync("#text", "Keep it dry for two days.");
        await Expect(fresh.First).ToContainTextAsync("New Keep it dry for two days.");

        await page.SetViewportSizeAsync(390, 844);
        frame = (await page.Locator(".phone__page").BoundingBoxAsync())!;
        form = (await page.Locator("#answer").BoundingBoxAsync())!;
        Assert.True(frame.Y >= form.Y + form.Height);
        Assert.True(frame.X + frame.Width <= 390);
        await Barriers.NoneOn(page);
        Assert.Empty(complaints);
    }
}

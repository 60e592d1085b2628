using Microsoft.Playwright;

namespace ClinicPortal.Browser.Tests;

/// <summary>What a patient comes for, on a phone: each is answered within two taps and two screens of where they stand.</summary>
public sealed class PatientTasksTests(PatientsBrowser browser)
{
    private const int Height = 844;

    /// <param name="Start">Where the patient stands.</param>
    /// <param name="Taps">What they tap, one after the other.</param>
    /// <param name="Answer">What they came for.</param>
    /// <param name="Words">That it says.</param>
    public sealed record PatientTask(string Start, string[] Taps, string Answer, string Words);

    private static readonly Dictionary<string, PatientTask> Tasks = new()
    {
        ["does PRP help my hair"] = new(PublicPages.Scoped, [], ".card:nth-of-type(2) .card__verdict", "May help"),
        ["visits and time off"] = new(PublicPages.Scoped, [], ".card:nth-of-type(2) .card__facts", "3 to 5"),
        ["what if I do nothing"] = new(PublicPages.Scoped, [], ".card--baseline", "If nothing is done"),
        ["I take blood thinners"] = new(
            PublicPages.Scoped, ["details.more:has(#ask-first) > summary", "#ask-blood-thinners"],
            ".ask-first li:has(#ask-blood-thinners) .asked", "ask the clinic first"),
        ["what could go seriously wrong"] = new(PublicPages.Scoped, [], ".card:nth-of-type(1) .card__facts dd", "infections"),
        ["what is there for acne scars"] = new("/", ["a[href='/concerns/acne-scars']"], ".overview tbody tr:nth-of-type(3)", "certainty"),
        ["a wedding in ten weeks"] = new("/", ["main a[href='/plan']"], "#date", ""),
        ["print it"] = new(PublicPages.Scoped, ["text=Print one page"], ".sheet h1", "Mesotherapy or PRP?"),
        ["send two questions"] = new($"{PublicPages.Comparison}?rows=onset,pain", ["summary:has-text('Send or keep')"], "#address", ""),
        ["who wrote it"] = new(
            PublicPages.Scoped, [".jump__open", ".jump__list a[href='#made']"], "#made dt:has-text('Who wrote it')", "Who wrote it"),
        ["tired face"] = new("/search?q=tired+face", [], "main a[href='/concerns/skin-rejuvenation']", "Skin rejuvenation"),
        ["prp vs meso"] = new("/search?q=prp+vs+meso", [], $"main a[href^='{PublicPages.Comparison}']", "PRP"),
    };

    public static TheoryData<string> All => [.. Tasks.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public async Task It_is_answered_within_two_taps_and_two_screens(string wanted)
    {
        var (start, taps, answer, words) = Tasks[wanted];
        Assert.InRange(taps.Length, 0, 2);
        var page = await browser.OpenAsync(start, new() { ViewportSize = new() { Width = 390, Height = Height } });

        foreach (var tap in taps)
            await page.Locator(tap).First.ClickAsync();

        var place = page.Locator(answer).First;
        await Assertions.Expect(place).ToBeVisibleAsync();
        await Assertions.Expect(place).ToContainTextAsync(words);
        Assert.InRange((await place.BoundingBoxAsync())!.Y, -Height, 2 * Height);
    }
}

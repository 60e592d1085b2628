using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClinicPortal.Browser.Tests;

/// <summary>What a reviewer has ticked and typed outlives a comment that is sent.</summary>
public sealed class ReviewTests(PatientsBrowser browser)
{
    [Fact]
    public async Task A_comment_is_sent_and_closed_and_what_is_ticked_and_typed_elsewhere_stays()
    {
        var (said, unsent) = ($"Is this so? {Guid.NewGuid()}", "Not sent yet");
        var page = await browser.OpenAsAsync("Anna One", "/staff/review/treatments/carboxytherapy");
        var (first, second) = (page.Locator(".unit").First, page.Locator(".unit").Nth(1));
        await second.Locator("[name=Chosen]").CheckAsync();
        await first.Locator(".unit__act > details > summary").ClickAsync();
        var words = first.GetByRole(AriaRole.Textbox, new() { Name = "Why (optional)" }).First;
        await words.FillAsync(unsent);
        var send = first.GetByRole(AriaRole.Button, new() { NameRegex = new("^Send ?: comment") });

        // What is refused is told there, and nothing is lost.
        await send.ClickAsync();
        await Expect(first.GetByRole(AriaRole.Alert)).ToContainTextAsync("Write a comment");
        await Expect(words).ToHaveValueAsync(unsent);

        await first.GetByRole(AriaRole.Textbox, new() { Name = "Comment on anything else" }).FillAsync(said);
        await send.ClickAsync();

        var comment = first.Locator(".unit__comment").Filter(new() { HasText = said });
        await Expect(comment).ToBeVisibleAsync();
        await Expect(page.GetByText("Your comment is saved.")).ToHaveCountAsync(1);
        await Expect(second.Locator("[name=Chosen]")).ToBeCheckedAsync();
        await Expect(words).ToHaveValueAsync(unsent);

        // Enter in a field sends nothing: it could mean any of a hundred buttons.
        await page.Locator("#note").FillAsync("For Monday");
        await page.Locator("#note").PressAsync("Enter");
        await Expect(page.Locator("#note")).ToHaveValueAsync("For Monday");

        var reply = $"It is so. {Guid.NewGuid()}";
        await comment.GetByRole(AriaRole.Textbox, new() { Name = "Reply to Anna One (optional)" }).FillAsync(reply);
        await comment.GetByRole(AriaRole.Button, new() { Name = "Close this comment" }).ClickAsync();

        await Expect(comment).ToHaveCountAsync(0);
        await Expect(first.Locator(".unit__closed")).ToContainTextAsync(reply);
        await Expect(second.Locator("[name=Chosen]")).ToBeCheckedAsync();
        await Expect(words).ToHaveValueAsync(unsent);
    }
}

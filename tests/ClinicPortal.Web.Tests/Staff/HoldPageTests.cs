using System.Net;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>A hold from the answer's page to a patient's and back, in four eyes.</summary>
public sealed class HoldPageTests
{
    private const string Answer = "/staff/treatments/prp/answers/serious-risks", Place = "treatments/prp/answers/serious-risks";
    private const string Holds = "/staff/holds", Prp = "/treatments/prp", Withheld = "Withheld: ask before you decide";
    private const string Lift = "button[formaction*=Lift]", Confirm = "button[formaction*=Confirm]";
    private const string Withdraw = "button[formaction*=Withdraw]";

    [Fact]
    public async Task Whoever_sees_that_something_is_wrong_hides_it_in_two_steps_and_every_page_of_staff_says_so()
    {
        await using var portal = new PortalFactory();
        var rita = await StaffBrowser.SignedInAsync(portal, "Rita Reviewer", StaffRole.Reviewer);
        var link = (await rita.PageAsync(Answer)).QuerySelectorAll("aside a")
            .Single(one => one.TextContent == "Hide this answer from patients now").GetAttribute("href")!;
        Assert.Contains(Withheld, (await rita.PageAsync(link)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        // Read before, so that a cache could have kept it.
        Assert.DoesNotContain(Withheld, (await portal.GetPage(Prp)).Body!.TextContent, StringComparison.Ordinal);

        var placed = await rita.SendAsync(link, new() { ["Why"] = "Wrong dose.", ["ForPatients"] = "Call us about the risks." });

        Assert.Equal(Holds, placed.Headers.Location!.OriginalString);
        var patients = (await portal.GetPage(Prp)).Body!.TextContent;
        Assert.Contains($"{Withheld}. Call us about the risks.", patients, StringComparison.Ordinal);
        Assert.DoesNotContain("Wrong dose.", patients, StringComparison.Ordinal);
        foreach (var page in new[] { "/staff", "/staff/publish", Answer, "/staff/treatments/prp" })
        {
            var note = (await rita.PageAsync(page)).QuerySelector("section[aria-labelledby=holds]")!;
            Assert.Equal("PRP: Serious risks", note.QuerySelector("a")!.TextContent);
            Assert.Contains("waiting for a second person", note.TextContent, StringComparison.Ordinal);
        }
        Assert.Null((await rita.PageAsync("/staff/treatments/prp/answers/onset")).QuerySelector("section[aria-labelledby=holds]"));
        Assert.Null((await rita.PageAsync("/staff/treatments/mesotherapy")).QuerySelector("section[aria-labelledby=holds]"));
        // Placed again, it says that it is hidden already.
        await rita.SendAsync(link, new() { ["Why"] = "Wrong dose." });
        Assert.Contains("is hidden already", (await rita.PageAsync(Holds)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_person_confirms_and_shows_it_again_and_never_the_one_who_hid_it_in_whatever_role()
    {
        await using var portal = new PortalFactory();
        var eva = await HiddenByAsync(portal, "Eva Editor");
        var page = await eva.PageAsync(Holds);
        Assert.Contains("a colleague must confirm that it stays hidden", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll($"{Lift}, {Confirm}, {Withdraw}"));
        var hold = page.QuerySelector("li[id^=hold-]")!.Id!["hold-".Length..];
        await AssertRefusedAsync(eva, hold);

        // An administrator by now, and with another name.
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            var people = scope.ServiceProvider.GetRequiredService<StaffAccounts>();
            var person = (await people.AllAsync(StaffBrowser.Cancel)).Single(one => one.Name == "Eva Editor");
            Assert.True((await people.ChangeAsync(person, StaffRole.Administrator, left: false)).Succeeded);
        }
        eva = new StaffBrowser(portal);
        await eva.SignInAsync("Eva Editor");
        await AssertRefusedAsync(eva, hold);

        var ben = await StaffBrowser.SignedInAsync(portal, "Ben Other");
        Assert.Equal(HttpStatusCode.Redirect, (await ben.SendAsync(Holds, [], Confirm)).StatusCode);
        page = await ben.PageAsync(Holds);
        Assert.Contains("Confirmed by Ben Other", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(Confirm));
        Assert.Contains(Withheld, (await portal.GetPage(Prp)).Body!.TextContent, StringComparison.Ordinal);

        page = await StaffBrowser.ReadAsync(await ben.SendAsync(Holds, [], Lift), HttpStatusCode.BadRequest);
        Assert.Contains("The reason is empty. Fill it in.", page.Body!.TextContent, StringComparison.Ordinal);
        await ben.SendAsync(Holds, new() { ["Why"] = "Corrected in the text." }, Lift);
        Assert.DoesNotContain(Withheld, (await portal.GetPage(Prp)).Body!.TextContent, StringComparison.Ordinal);
        page = await ben.PageAsync(Holds);
        Assert.Contains("Shown again by Ben Other", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Corrected in the text.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await ben.PageAsync("/staff")).QuerySelector("section[aria-labelledby=holds]"));
    }

    [Fact]
    public async Task An_administrator_withdraws_for_good_with_a_reason_that_patients_read()
    {
        await using var portal = new PortalFactory();
        await HiddenByAsync(portal, "Eva Editor");
        var ben = await StaffBrowser.SignedInAsync(portal, "Ben Other");
        Assert.Empty((await ben.PageAsync(Holds)).QuerySelectorAll(Withdraw));
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        var long201 = new string('x', 201);

        var refused = await StaffBrowser.ReadAsync(
            await ada.SendAsync(Holds, new() { ["Reason"] = long201 }, Withdraw), HttpStatusCode.BadRequest);
        Assert.Equal(long201, refused.QuerySelector("textarea[name=Reason]")!.TextContent.Trim());
        await ada.SendAsync(Holds, new() { ["Reason"] = "The kit was recalled." }, Withdraw);

        Assert.Contains(
            $"{Withheld}. The kit was recalled.", (await portal.GetPage(Prp)).Body!.TextContent, StringComparison.Ordinal);
        var page = await ada.PageAsync(Holds);
        Assert.Contains("hidden for good", page.QuerySelector("li[id^=hold-] .state")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll($"{Lift}, {Confirm}, {Withdraw}"));
    }

    [Fact]
    public async Task What_is_typed_wrongly_hides_nothing_and_is_kept()
    {
        await using var portal = new PortalFactory();
        var eva = await StaffBrowser.SignedInAsync(portal, "Eva Editor");

        var page = await StaffBrowser.ReadAsync(
            await eva.SendAsync($"{Holds}/new/{Place}", new() { ["Why"] = " ", ["ForPatients"] = "Call us." }),
            HttpStatusCode.BadRequest);

        Assert.Contains("The reason is empty. Fill it in.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Call us.", page.QuerySelector("textarea[name=ForPatients]")!.TextContent.Trim());
        Assert.DoesNotContain(Withheld, (await portal.GetPage(Prp)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            "Hide from patients: PRP",
            (await eva.PageAsync($"{Holds}/new/treatments/prp")).QuerySelector("h1")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await eva.GetAsync($"{Holds}/new/treatments/unheard-of")).StatusCode);
    }

    private static async Task<StaffBrowser> HiddenByAsync(PortalFactory portal, string name)
    {
        var browser = await StaffBrowser.SignedInAsync(portal, name);
        var placed = await browser.SendAsync($"{Holds}/new/{Place}", new() { ["Why"] = "Wrong dose." });
        Assert.Equal(HttpStatusCode.Redirect, placed.StatusCode);
        return browser;
    }

    /// <summary>With the buttons that the page does not have.</summary>
    private static async Task AssertRefusedAsync(StaffBrowser browser, string hold)
    {
        var token = StaffForm.Value((await browser.PageAsync("/staff/account")).Body!, "__RequestVerificationToken")!;
        foreach (var handler in new[] { "Confirm", "Lift", "Withdraw" })
        {
            var answer = await browser.PostAsync(
                $"{Holds}?handler={handler}",
                [new("__RequestVerificationToken", token), new("Hold", hold), new("Why", "Fine."), new("Reason", "Unsafe.")]);
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, handler);
        }
        Assert.Contains("waiting for a second person", (await browser.PageAsync(Holds)).Body!.TextContent, StringComparison.Ordinal);
    }
}

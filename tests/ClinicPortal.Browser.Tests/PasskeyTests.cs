using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using Microsoft.Playwright;

namespace ClinicPortal.Browser.Tests;

/// <summary>With a device that Chromium plays: it holds passkeys and is unlocked by its owner.</summary>
public sealed class PasskeyTests(PatientsBrowser browser, OwnPortal own) : IClassFixture<OwnPortal>
{
    private const string Page = "/staff/account/passkeys";

    [Fact]
    public async Task A_person_adds_a_passkey_signs_out_and_comes_in_with_it_to_the_page_that_was_asked_for()
    {
        var page = await browser.SignInAsync("Pia Passkey", StaffRole.Editor, Page);
        await AddPasskeyAsync(page);
        Assert.Contains("On one device only", await page.Locator("main table").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Add a second passkey", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await SignOutAsync(page);
        await page.GotoAsync("/staff/history");
        await PressAsync(page, "Sign in with a passkey");
        await PatientsBrowser.ArriveAsync(page, "/staff/history");

        await page.GotoAsync(Page);
        await page.GetByLabel("New name of Front desk").FillAsync("Back office");
        await PressAsync(page, "Rename");
        await page.GetByText("It is called").WaitForAsync();
        await PressAsync(page, "Remove");
        await page.GetByText("no longer signs you in").WaitForAsync();
        await SignOutAsync(page);
        await PressAsync(page, "Sign in with a passkey");
        await page.GetByText("does not open the staff pages").WaitForAsync();
    }

    [Fact]
    public async Task Who_begins_with_the_password_goes_on_with_the_passkey()
    {
        var page = await browser.SignInAsync("Pam Passkey", StaffRole.Editor, Page);
        await AddPasskeyAsync(page);
        await SignOutAsync(page);
        await page.GotoAsync("/staff/history");
        await page.GetByLabel("E-mail address").FillAsync(PortalProcess.AddressOf("Pam Passkey"));
        await page.GetByLabel("Password").FillAsync(PortalProcess.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Use your passkey" }).WaitForAsync();
        await Barriers.NoneOn(page);

        await PressAsync(page, "Sign in with a passkey");

        await PatientsBrowser.ArriveAsync(page, "/staff/history");
    }

    [Fact]
    public async Task A_passkey_of_a_person_who_left_opens_nothing()
    {
        var page = await browser.SignInAsync("Lea Leaving", StaffRole.Editor, Page);
        await AddPasskeyAsync(page);
        await SignOutAsync(page);
        var admin = await browser.SignInAsync("Ada Passkey", StaffRole.Administrator, "/staff/people");
        await admin.Locator("tr", new() { HasText = "Lea Leaving" })
            .GetByRole(AriaRole.Button, new() { Name = "Remove access" })
            .ClickAsync();
        await PressAsync(admin, "Yes, remove it");
        await admin.GetByText("can no longer sign in").WaitForAsync();

        await PressAsync(page, "Sign in with a passkey");

        await page.GetByText("does not open the staff pages").WaitForAsync();
        await page.GotoAsync("/staff");
        Assert.Contains("/staff/sign-in", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_passwords_lock_no_passkey_out()
    {
        var page = await browser.SignInAsync(own.Process, "Pia Passkey", StaffRole.Editor, Page);
        await AddPasskeyAsync(page);
        await SignOutAsync(page);
        for (var tries = 0; tries < 5; tries++)
        {
            await page.GetByLabel("E-mail address").FillAsync(PortalProcess.AddressOf("Pia Passkey"));
            await page.GetByLabel("Password").FillAsync("wrong");
            await page.Keyboard.PressAsync("Enter");
            await page.GetByRole(AriaRole.Alert).WaitForAsync();
        }
        Assert.Contains("Too many wrong tries", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);

        await PressAsync(page, "Sign in with a passkey");

        await PatientsBrowser.ArriveAsync(page, "/staff");
    }

    [Fact]
    public async Task What_changes_who_can_sign_in_is_confirmed_by_passkey_or_from_the_keyboard_and_keeps_its_words()
    {
        await using var portal = await PortalProcess.StartAsync();
        var page = await browser.SignInAsync(portal, "Ada Admin", StaffRole.Administrator, Page);
        await AddPasskeyAsync(page);
        await portal.PullThePlugAsync();
        await portal.RunAsync("--Portal:ConfirmAfterMinutes", "0");

        await InviteAsync(page, "Nora New");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Confirm that it is you" }).WaitForAsync();
        await Barriers.NoneOn(page);
        await PressAsync(page, "Confirm with a passkey");
        await page.GetByText("Give this link to Nora New").WaitForAsync();

        await page.GotoAsync("/staff/account/second-factor");
        await PressAsync(page, "Make new recovery codes");
        await PressAsync(page, "Confirm with a passkey");
        await page.GetByText("Your recovery codes").WaitForAsync();
        var code = await page.Locator(".codes li").First.InnerTextAsync();
        await InviteAsync(page, "Otto Other");
        await Barriers.NoneOn(page);
        await page.GetByLabel("Your password").FocusAsync();
        await page.Keyboard.TypeAsync(PortalProcess.Password);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(code);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Give this link to Otto Other").WaitForAsync();
    }

    [Fact]
    public async Task The_pages_of_signing_in_have_no_barrier()
    {
        var page = await browser.SignInAsync(own.Process, "Eve Editor", StaffRole.Editor, Page);
        await AddPasskeyAsync(page);
        await Barriers.NoneOn(page);
        await page.GotoAsync("/staff/account");
        await Barriers.NoneOn(page);
        await page.GotoAsync("/staff/account/second-factor");
        await PressAsync(page, "Set up an authenticator app");
        var key = await page.Locator(".key").InnerTextAsync();
        await Barriers.NoneOn(page);
        await page.GetByLabel("Code from the app").FillAsync(AuthenticatorApp.CodeOf(key, DateTimeOffset.UtcNow));
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Your recovery codes").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Print them" }).WaitForAsync();
        var code = await page.Locator(".codes li").First.InnerTextAsync();
        await Barriers.NoneOn(page);
        await SignOutAsync(page);
        await Barriers.NoneOn(page);

        await page.GetByLabel("E-mail address").FillAsync(PortalProcess.AddressOf("Eve Editor"));
        await page.GetByLabel("Password").FillAsync(PortalProcess.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Enter your code" }).WaitForAsync();
        await Barriers.NoneOn(page);
        await page.Keyboard.TypeAsync(code);
        await page.Keyboard.PressAsync("Enter");
        await PatientsBrowser.ArriveAsync(page, "/staff");
    }

    private static async Task AddPasskeyAsync(IPage page)
    {
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new
            {
                protocol = "ctap2",
                transport = "internal",
                hasResidentKey = true,
                hasUserVerification = true,
                isUserVerified = true,
                automaticPresenceSimulation = true,
            },
        });
        await page.GetByLabel("Name this passkey").FillAsync("Front desk");
        await PressAsync(page, "Add a passkey");
        await page.GetByText("From now on it signs you in").WaitForAsync();
    }

    private static async Task InviteAsync(IPage page, string name)
    {
        await page.GotoAsync("/staff/people");
        await page.GetByLabel("E-mail address").FillAsync(PortalProcess.AddressOf(name));
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await PressAsync(page, "Make an invitation link");
    }

    private static async Task SignOutAsync(IPage page)
    {
        await PressAsync(page, "Sign out");
        await page.GetByText("You are signed out").WaitForAsync();
    }

    private static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}

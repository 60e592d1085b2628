using ClinicPortal.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

public sealed class AccountModel(StaffSignIn signIn, StaffSessions sessions) : StaffPage
{
    public override string Title => "Your account";

    [BindProperty]
    public string Old { get; set; } = "";

    [BindProperty]
    public string New { get; set; } = "";

    public bool HasSecondFactor { get; private set; }

    public int Passkeys { get; private set; }

    public async Task<IActionResult> OnPostPasswordAsync()
    {
        var person = (await signIn.UserManager.GetUserAsync(User))!;
        var result = await signIn.UserManager.ChangePasswordAsync(person, Old, New);
        if (!result.Succeeded)
            return await Refuse(result);
        await sessions.EndAllOf(person.Id);
        await signIn.SignInAsync(person, isPersistent: false);
        return Then("/staff/account", "Your password is changed. Other browsers are signed out.");
    }

    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        await sessions.EndAllOf(UserId);
        await signIn.SignOutAsync();
        return Then("/staff/sign-in", "You are signed out everywhere.");
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        var person = (await signIn.UserManager.GetUserAsync(User))!;
        (HasSecondFactor, Passkeys) = (person.TwoFactorEnabled, (await signIn.UserManager.GetPasskeysAsync(person)).Count);
        return Page();
    }
}

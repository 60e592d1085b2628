using System.ComponentModel.DataAnnotations;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

public sealed class AccountModel(StaffSignIn signIn, StaffSessions sessions, AuditLog audit) : StaffPageModel
{
    public override string Title => "Your account";

    [BindProperty]
    [Display(Name = "Current password")]
    public string Old { get; set; } = "";

    [BindProperty]
    [Display(Name = "New password")]
    public string New { get; set; } = "";

    public bool HasSecondFactor { get; private set; }

    public int Passkeys { get; private set; }

    public IReadOnlyList<StaffSession> Sessions { get; private set; } = [];

    /// <summary>The session to end, by its <see cref="StaffSession.KeyHash"/>.</summary>
    [BindProperty]
    public string Session { get; set; } = "";

    public bool IsThis(StaffSession session) => session.KeyHash == StaffSessions.KeyHashOf(HttpContext);

    [RequiresConfirmation("change your password")]
    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken cancel)
    {
        var person = (await signIn.UserManager.GetUserAsync(User))!;
        var judged = await signIn.ConfirmPasswordAsync(person, Old);
        if (!judged.Succeeded)
            return await RefuseAsync(
                judged.IsLockedOut ? StaffSignIn.TooManyTries : signIn.UserManager.ErrorDescriber.PasswordMismatch().Description, cancel);
        var result = await signIn.UserManager.ChangePasswordAsync(person, Old, New);
        if (!result.Succeeded)
            return await RefuseAsync(result, cancel);
        await sessions.EndAllOf(person.Id);
        await signIn.SignInAsync(person, "Signed in with the new password.");
        return RedirectTo(StaffMap.Account.Path, "Your password is changed. Other browsers are signed out.");
    }

    [RequiresConfirmation("sign out in another browser")]
    [IgnoresModelState]
    public async Task<IActionResult> OnPostEndAsync()
    {
        await sessions.EndAsync(UserId, Session);
        await audit.RecordAsync(AuditKind.SignIn, "", "Signed out of another browser.", CancellationToken.None);
        return RedirectTo(StaffMap.Account.Path, "You are signed out there.");
    }

    [RequiresConfirmation("sign out everywhere")]
    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        await sessions.EndAllOf(UserId);
        await audit.RecordAsync(AuditKind.SignIn, "", "Signed out everywhere.", CancellationToken.None);
        await signIn.SignOutAsync();
        return RedirectTo(StaffMap.SignIn, "You are signed out everywhere.");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var person = (await signIn.UserManager.GetUserAsync(User))!;
        (HasSecondFactor, Passkeys) = (person.TwoFactorEnabled, (await signIn.UserManager.GetPasskeysAsync(person)).Count);
        Sessions = await sessions.AllOfAsync(person.Id, cancel);
        return Page();
    }
}

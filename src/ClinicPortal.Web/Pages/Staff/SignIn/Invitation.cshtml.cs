using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Where the link leads that the command line or an administrator makes: the person sets a password, once.</summary>
[AllowAnonymous]
[EnableRateLimiting(StaffAuthentication.SignInLimit)]
public sealed class InvitationModel(StaffSignIn signIn, StaffSessions sessions, RefusalLog refusals) : StaffPageModel
{
    private UserManager<StaffUser> Users => signIn.UserManager;

    public override string Title => "Set your password";

    [BindProperty(SupportsGet = true)]
    public int Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>None, if the link is not or no longer good.</summary>
    public StaffUser? Invited { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await InvitedAsync() is not { } person)
            return await ShowAsync(cancel);
        if (!string.IsNullOrWhiteSpace(Name))
            person.Name = Name.Trim();
        var result = await Users.ResetPasswordAsync(person, Token!, Password ?? "");
        if (!result.Succeeded)
            return await RefuseAsync(result, cancel);
        await sessions.EndAllOf(person.Id);
        // The link stands for the password, not for the second factor or a passkey.
        if (await signIn.IsTwoFactorEnabledAsync(person))
            return RedirectTo(StaffMap.SignIn, "Your password is set. Now sign in. You also need a code or your passkey.");
        await signIn.SignInAsync(person, "Signed in with a password link.");
        return RedirectTo(StaffMap.Root, $"Welcome, {person.Name}. Your password is set.");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Invited = await InvitedAsync();
        if (Invited is null)
        {
            refusals.Add("Opened a password link that does not work, or no longer.");
            ModelState.AddModelError("", Users.ErrorDescriber.InvalidToken().Description);
            Response.StatusCode = StatusCodes.Status410Gone;
        }
        return Page();
    }

    private async Task<StaffUser?> InvitedAsync() =>
        await Users.FindByIdAsync(Person.ToString(System.Globalization.CultureInfo.InvariantCulture)) is { Left: false } person
        && await Users.VerifyUserTokenAsync(
            person, Users.Options.Tokens.PasswordResetTokenProvider, UserManager<StaffUser>.ResetPasswordTokenPurpose, Token ?? "")
            ? person
            : null;
}

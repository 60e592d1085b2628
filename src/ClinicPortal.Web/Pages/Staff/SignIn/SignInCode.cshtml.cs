using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>
/// The second step, for who has a second factor or a passkey; it also takes over the words that the first one carried.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(StaffAuthentication.SignInLimit)]
public sealed class SignInCodeModel(StaffSignIn signIn, SignInReturn onward) : StaffPageModel
{
    public override string Title => Step switch
    {
        null => "Sign in again",
        { TakesCode: false } => "Use your passkey",
        _ => "Enter your code",
    };

    [BindProperty(SupportsGet = true)]
    public string? Return { get; set; }

    /// <summary>What was typed into a form that met the end of its session.</summary>
    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Whose password was right a short while ago.</summary>
    public StaffUser? Person { get; private set; }

    public SecondStep? Step { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Request.Form.ContainsKey(nameof(Code)) || await signIn.GetTwoFactorAuthenticationUserAsync() is not { } person)
            return await ShowAsync(cancel);
        var result = await signIn.CodeSignInAsync(person, Code ?? "");
        return result.Succeeded ? await onward.LeadOnAsync(this, person, Return, Words, cancel)
            : await RefuseAsync(
                result.IsLockedOut ? StaffSignIn.TooManyTries : (await signIn.SecondStepOfAsync(person)).WrongCode, cancel);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Person = await signIn.GetTwoFactorAuthenticationUserAsync();
        if (Person is not null)
        {
            Step = await signIn.SecondStepOfAsync(Person);
        }
        else
        {
            ModelState.AddModelError("", "Please start again. This step has to follow your password within five minutes.");
            Response.StatusCode = StatusCodes.Status410Gone;
        }
        return Page();
    }
}

using ClinicPortal.Core.Staff;
using ClinicPortal.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace ClinicPortal.Web.Pages.Staff;

[AllowAnonymous]
[EnableRateLimiting(StaffServices.SignInLimit)]
public sealed class SignInModel(SignInManager<StaffUser> signIn) : StaffPage
{
    // Somebody unknown costs the same work as somebody known, so that the time does not tell who works here.
    private static readonly StaffUser Nobody = new() { UserName = "nobody" };
    private static readonly string NobodysHash = new PasswordHasher<StaffUser>().HashPassword(Nobody, Guid.NewGuid().ToString());

    public override string Title => "Sign in";

    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Return { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var person = await signIn.UserManager.FindByEmailAsync(Email.Trim());
        if (person is null)
        {
            signIn.UserManager.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, Password);
            return await Refuse("This address and password do not belong together. Check both.");
        }
        var result = await signIn.PasswordSignInAsync(person, Password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
            return LocalRedirect(Return is not null && Url.IsLocalUrl(Return) && Return.StartsWith(StaffServices.Root, StringComparison.Ordinal) ? Return : StaffServices.Root);
        return result.IsLockedOut
            ? await Refuse("Too many wrong passwords. Wait five minutes and try again, or ask an administrator for a link.")
            : await Refuse("This address and password do not belong together. Check both.");
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult<IActionResult>(Page());
}

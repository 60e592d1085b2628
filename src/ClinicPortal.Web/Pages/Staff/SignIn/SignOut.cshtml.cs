using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

public sealed class SignOutModel(SignInManager<StaffUser> signIn) : StaffPage
{
    public override string Title => "Sign out";

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return Then("/staff/sign-in", "You are signed out.");
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult<IActionResult>(Page());
}

using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

public sealed class SignOutModel(SignInManager<StaffUser> signIn, AuditLog audit) : StaffPageModel
{
    public override string Title => "Sign out";

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        await audit.RecordAsync(AuditKind.SignIn, "", "Signed out.", CancellationToken.None);
        return RedirectTo(StaffMap.SignIn, "You are signed out.");
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Task.FromResult<IActionResult>(Page());
}

using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Staff;
using ClinicPortal.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace ClinicPortal.Web.Pages.Staff;

[AllowAnonymous]
[EnableRateLimiting(StaffServices.SignInLimit)]
public sealed class SignInModel(SignInManager<StaffUser> signIn, WorkingDrafts drafts) : StaffPage
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

    /// <summary>What was typed into a form that met the end of its session; see <see cref="InterruptedForms"/>.</summary>
    [BindProperty]
    public string? Words { get; set; }

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
        {
            var next = Return is not null && Url.IsLocalUrl(Return) && Return.StartsWith(StaffServices.Root, StringComparison.Ordinal) ? Return : StaffServices.Root;
            await KeepWordsAsync(person.Id, next);
            return LocalRedirect(next);
        }
        return result.IsLockedOut
            ? await Refuse("Too many wrong passwords. Wait five minutes and try again, or ask an administrator for a link.")
            : await Refuse("This address and password do not belong together. Check both.");
    }

    protected override Task<IActionResult> ShowAsync()
    {
        Words ??= HttpContext.Items[FormWords.Interrupted] as string;
        return Task.FromResult<IActionResult>(Page());
    }

    private async Task KeepWordsAsync(int person, string address)
    {
        var row = address[StaffServices.Root.Length..].TrimStart('/');
        var now = TimeProvider.System.GetUtcNow();
        if (Words is null || FormWords.DraftOf(person, row, Words, now) is not { } draft)
            return;
        if (await drafts.KeepAsync(draft, FormWords.Moment(FormWords.Read(Words)!["Kept"])))
            return;
        // Another window has kept other words: they are put away and not written over.
        await drafts.ThrowAwayAsync(person, row, now);
        await drafts.KeepAsync(draft, null);
    }
}

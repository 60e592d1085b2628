using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace ClinicPortal.Web.Pages.Staff;

[AllowAnonymous]
[EnableRateLimiting(StaffServices.SignInLimit)]
public sealed class SignInModel(StaffSignIn signIn, StaffAccounts people, MailSender post, WorkingDrafts drafts) : EntrancePage(drafts)
{
    // Somebody unknown costs the same work as somebody known, so that the time does not tell who works here.
    private static readonly StaffUser Nobody = new() { Id = -1, UserName = "nobody", SecurityStamp = Guid.NewGuid().ToString() };
    private static readonly string NobodysHash = new PasswordHasher<StaffUser>().HashPassword(Nobody, Guid.NewGuid().ToString());

    public override string Title => "Sign in";

    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    /// <summary>What a passkey answered, as the browser writes it.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    public bool SendsLinks => post.IsOpen;

    public bool IsLinkAskedFor { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var person = await signIn.UserManager.FindByEmailAsync(Email.Trim());
        if (person is null)
        {
            signIn.UserManager.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, Password);
            return await Refuse("This address and password do not belong together. Check both.");
        }
        var result = await signIn.PasswordSignInAsync(person, Password, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor)
            return Words is null ? LocalRedirect(CodePage) : LocalRedirectPreserveMethod(CodePage);
        return result.Succeeded ? await LeadOnAsync(person)
            : await Refuse(result.IsLockedOut ? LockedOut : "This address and password do not belong together. Check both.");
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        if (await signIn.FindByPasskeyAsync(Credential) is not { } person)
            return await Refuse("This passkey does not open the staff pages, or it took too long. Try again, or use your password.");
        await signIn.SignInAsync(person, isPersistent: false);
        return await LeadOnAsync(person);
    }

    /// <summary>Says and does the same whether or not somebody goes by the address; only a mail comes or does not.</summary>
    public async Task<IActionResult> OnPostLinkAsync()
    {
        if (!post.IsOpen)
            return await Refuse("The portal sends no mail. An administrator can make a link on which you set a new password.");
        var person = await signIn.UserManager.FindByEmailAsync(Email.Trim());
        var link = await people.AskedLinkAsync(person ?? Nobody);
        if (person is { Left: false })
            post.SendAskedLink(person, link);
        IsLinkAskedFor = true;
        return await ShowAsync();
    }

    /// <summary>From a second step that took too long, with the words that it carried.</summary>
    public Task<IActionResult> OnPostAgainAsync() => ShowAsync();

    /// <summary>Only the password's own button needs both fields.</summary>
    protected override bool TakesAnything(string? handler) => !string.IsNullOrEmpty(handler);

    protected override Task<IActionResult> ShowAsync()
    {
        Words ??= HttpContext.Items[DraftFields.Interrupted] as string;
        return Task.FromResult<IActionResult>(Page());
    }

    private string CodePage => "/staff/sign-in/code" + (Return is null ? "" : QueryString.Create("return", Return).Value);
}

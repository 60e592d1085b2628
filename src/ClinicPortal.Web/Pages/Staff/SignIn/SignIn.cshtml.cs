using System.ComponentModel.DataAnnotations;
using ClinicPortal.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace ClinicPortal.Web.Pages.Staff;

[AllowAnonymous]
[EnableRateLimiting(StaffAuthentication.SignInLimit)]
public sealed class SignInModel(StaffSignIn signIn, StaffAccounts people, MailSender post, SignInReturn onward) : StaffPageModel
{
    private const string Wrong = "The e-mail address or password is wrong. Check them and try again.";

    public override string Title => "Sign in";

    [BindProperty(SupportsGet = true)]
    public string? Return { get; set; }

    /// <summary>What was typed into a form that met the end of its session.</summary>
    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    [Display(Name = "E-mail address")]
    public string Email { get; set; } = "";

    [BindProperty]
    [Display(Name = "Password")]
    public string Password { get; set; } = "";

    /// <summary>What a passkey answered, as the browser writes it.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    public bool SendsLinks => post.IsOpen;

    public bool IsLinkAskedFor { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var (person, result) = await signIn.SignInByPasswordAsync(Email.Trim(), Password);
        if (result.RequiresTwoFactor)
            return Words is null ? LocalRedirect(CodePage) : LocalRedirectPreserveMethod(CodePage);
        return result.Succeeded ? await onward.LeadOnAsync(this, person!, Return, Words, cancel)
            : await RefuseAsync(result.IsLockedOut ? StaffSignIn.TooManyTries : Wrong, cancel);
    }

    [IgnoresModelState]
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    [IgnoresModelState]
    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancel)
    {
        if (await signIn.FindByPasskeyAsync(Credential) is not { } person)
            return await RefuseAsync(
                "This passkey does not open the staff pages, or it took too long. Try again, or use your password.", cancel);
        await signIn.SignInAsync(person, "Signed in with a passkey.");
        return await onward.LeadOnAsync(this, person, Return, Words, cancel);
    }

    /// <summary>Says and does the same whether or not somebody goes by the address; only a mail comes or does not.</summary>
    [IgnoresModelState]
    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancel)
    {
        if (!post.IsOpen)
            return await RefuseAsync("The portal sends no mail. An administrator can make a link on which you set a new password.", cancel);
        var person = await signIn.UserManager.FindByEmailAsync(Email.Trim());
        var link = await people.AskedLinkAsync(person ?? StaffSignIn.Nobody);
        if (person is { Left: false })
            post.SendAskedLink(person, link);
        IsLinkAskedFor = true;
        return await ShowAsync(cancel);
    }

    /// <summary>From a second step that took too long, with the words that it carried.</summary>
    [IgnoresModelState]
    public Task<IActionResult> OnPostAgainAsync(CancellationToken cancel) => ShowAsync(cancel);

    public override Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Words ??= HttpContext.Items[DraftFields.Interrupted] as string;
        return Task.FromResult<IActionResult>(Page());
    }

    private string CodePage => StaffMap.SignInCode + (Return is null ? "" : QueryString.Create("return", Return).Value);
}

using System.Buffers.Text;
using System.Globalization;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

public sealed class PasskeysModel(StaffSignIn signIn) : StaffPageModel
{
    public static readonly string Full =
        $"You have {Accounts.Passkeys.MostPerPerson} passkeys, and that is the most. Remove one before you add another.";

    private static readonly string NeedsName =
        $"Give the passkey a name of at most {Accounts.Passkeys.NameMaxLength} characters, so that you know it again.";

    private UserManager<StaffUser> Users => signIn.UserManager;

    public override string Title => "Your passkeys";

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Account];

    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    /// <summary>What a new passkey answered, as the browser writes it.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>Which of them, as in <see cref="KeyOf"/>.</summary>
    [BindProperty]
    public string Passkey { get; set; } = "";

    public static string KeyOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    /// <summary>What the browser needs to know to make a new one.</summary>
    [RequiresConfirmation("add a passkey")]
    public async Task<IActionResult> OnPostCreationAsync()
    {
        var person = await PersonAsync();
        var entity = new PasskeyUserEntity { Id = IdOf(person), Name = person.Email!, DisplayName = person.Name };
        return Json(await signIn.MakePasskeyCreationOptionsAsync(entity));
    }

    /// <summary>What the browser needs to know to ask for one that is there.</summary>
    public async Task<IActionResult> OnPostRequestAsync() => Json(await signIn.MakePasskeyRequestOptionsAsync(await PersonAsync()));

    [RequiresConfirmation("add a passkey")]
    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancel)
    {
        if (!IsNamed)
            return await RefuseAsync(NeedsName, cancel);
        if (string.IsNullOrEmpty(Credential))
            return RedirectTo(StaffMap.PasskeyNamed(Name!), "Thank you. Press “Add a passkey” again.");
        var person = await PersonAsync();
        if ((await Users.GetPasskeysAsync(person)).Count >= Accounts.Passkeys.MostPerPerson)
            return await RefuseAsync(Full, cancel);
        if (await signIn.AttestAsync(Credential) is not { Succeeded: true } made || made.UserEntity?.Id != IdOf(person))
            return await RefuseAsync(
                "The passkey was not added: it took too long, or the device made one that is not good here. Try again.", cancel);
        made.Passkey!.Name = Name!.Trim();
        var result = await Users.AddOrUpdatePasskeyAsync(person, made.Passkey);
        if (!result.Succeeded)
            return await RefuseAsync(result, cancel);
        await signIn.RefreshSignInAsync(person);
        var step = await signIn.SecondStepOfAsync(person);
        return RedirectTo(
            StaffMap.Passkeys,
            $"\"{made.Passkey.Name}\" is added. From now on it signs you in."
                + (step.TakesCode ? "" : " Your password alone no longer does. Make recovery codes under “Authenticator app and "
                    + "recovery codes” now, in case the device is lost."));
    }

    public async Task<IActionResult> OnPostRenameAsync(CancellationToken cancel)
    {
        if (await FindAsync() is not { } passkey || !IsNamed)
            return await RefuseAsync(NeedsName, cancel);
        passkey.Name = Name!.Trim();
        await Users.AddOrUpdatePasskeyAsync(await PersonAsync(), passkey);
        return RedirectTo(StaffMap.Passkeys, $"It is called \"{passkey.Name}\" now.");
    }

    [RequiresConfirmation("remove a passkey")]
    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        if (await FindAsync() is not { } passkey)
            return await RefuseAsync("There is no such passkey any more.", cancel);
        var person = await PersonAsync();
        await Users.RemovePasskeyAsync(person, passkey.CredentialId);
        await signIn.RefreshSignInAsync(person);
        return RedirectTo(StaffMap.Passkeys, $"\"{passkey.Name}\" no longer signs you in. Delete it on the device too.");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Passkeys = [.. (await Users.GetPasskeysAsync(await PersonAsync())).OrderBy(passkey => passkey.CreatedAt)];
        return Page();
    }

    private bool IsNamed => !string.IsNullOrWhiteSpace(Name) && Name.Length <= Accounts.Passkeys.NameMaxLength;

    private static string IdOf(StaffUser person) => person.Id.ToString(CultureInfo.InvariantCulture);

    private async Task<StaffUser> PersonAsync() => (await Users.GetUserAsync(User))!;

    private ContentResult Json(string options) => Content(options, "application/json");

    private async Task<UserPasskeyInfo?> FindAsync() =>
        (await Users.GetPasskeysAsync(await PersonAsync())).FirstOrDefault(passkey => KeyOf(passkey) == Passkey);
}

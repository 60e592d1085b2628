using System.Buffers.Text;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

public sealed class PasskeysModel(StaffSignIn signIn) : StaffPage
{
    public static readonly string Full = $"You have {Accounts.Passkeys.MostPerPerson} passkeys, and that is the most. Remove one before you add another.";

    private UserManager<StaffUser> Users => signIn.UserManager;

    public override string Title => "Your passkeys";

    public override IReadOnlyList<Crumb> Crumbs => [new("Your account", "/staff/account")];

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
    [AsksAgain]
    public async Task<IActionResult> OnPostCreationAsync()
    {
        var person = await PersonAsync();
        return Content(await signIn.MakePasskeyCreationOptionsAsync(new() { Id = person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), Name = person.Email!, DisplayName = person.Name }), "application/json");
    }

    /// <summary>What the browser needs to know to ask for one that is there.</summary>
    public async Task<IActionResult> OnPostRequestAsync() => Content(await signIn.MakePasskeyRequestOptionsAsync(await PersonAsync()), "application/json");

    [AsksAgain]
    public async Task<IActionResult> OnPostAddAsync()
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > Accounts.Passkeys.NameMaxLength)
            return await Refuse($"Give the passkey a name of at most {Accounts.Passkeys.NameMaxLength} characters, so that you know it again.");
        if (string.IsNullOrEmpty(Credential))
            return Then($"/staff/account/passkeys?name={Uri.EscapeDataString(Name)}", "It is you. Now press \"Add a passkey\" once more.");
        var person = await PersonAsync();
        if ((await Users.GetPasskeysAsync(person)).Count >= Accounts.Passkeys.MostPerPerson)
            return await Refuse(Full);
        if (await AttestAsync() is not { Succeeded: true } made || made.UserEntity?.Id != person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))
            return await Refuse("The passkey was not added: it took too long, or the device made one that is not good here. Try again.");
        made.Passkey!.Name = Name.Trim();
        var result = await Users.AddOrUpdatePasskeyAsync(person, made.Passkey);
        return result.Succeeded ? Then("/staff/account/passkeys", $"\"{made.Passkey.Name}\" is added. From now on it signs you in.") : await Refuse(result);
    }

    public async Task<IActionResult> OnPostRenameAsync()
    {
        if (await FindAsync() is not { } passkey || string.IsNullOrWhiteSpace(Name) || Name.Length > Accounts.Passkeys.NameMaxLength)
            return await Refuse($"Give the passkey a name of at most {Accounts.Passkeys.NameMaxLength} characters, so that you know it again.");
        passkey.Name = Name.Trim();
        await Users.AddOrUpdatePasskeyAsync(await PersonAsync(), passkey);
        return Then("/staff/account/passkeys", $"It is called \"{passkey.Name}\" now.");
    }

    [AsksAgain]
    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (await FindAsync() is not { } passkey)
            return await Refuse("There is no such passkey any more.");
        await Users.RemovePasskeyAsync(await PersonAsync(), passkey.CredentialId);
        return Then("/staff/account/passkeys", $"\"{passkey.Name}\" no longer signs you in. Delete it on the device too.");
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        Passkeys = [.. (await Users.GetPasskeysAsync(await PersonAsync())).OrderBy(passkey => passkey.CreatedAt)];
        return Page();
    }

    private async Task<StaffUser> PersonAsync() => (await Users.GetUserAsync(User))!;

    private async Task<UserPasskeyInfo?> FindAsync() => (await Users.GetPasskeysAsync(await PersonAsync())).FirstOrDefault(passkey => KeyOf(passkey) == Passkey);

    private async Task<PasskeyAttestationResult?> AttestAsync()
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(Credential!);
        }
        catch (InvalidOperationException)
        {
            // Nobody had asked for one here, or more than five minutes ago.
            return null;
        }
    }
}

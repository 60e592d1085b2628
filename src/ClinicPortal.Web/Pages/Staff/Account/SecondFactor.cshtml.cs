using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

public sealed class SecondFactorModel(StaffSignIn signIn, SecondFactors factors, StaffSessions sessions, AuditLog audit) : StaffPageModel
{
    private const string WrongCode = "That code is wrong. Enter the code the app shows now, and check the time on your phone.";

    public override string Title => "Authenticator app and recovery codes";

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Account];

    public StaffUser Person { get; private set; } = null!;

    /// <summary>What the authenticator app is to keep; nothing is stored before a code has shown that it does.</summary>
    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>New recovery codes, which are shown this once.</summary>
    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    public SecondStep Step { get; private set; } = null!;

    [RequiresConfirmation("set up an authenticator app")]
    public Task<IActionResult> OnPostBeginAsync(CancellationToken cancel)
    {
        Key = SecondFactors.NewKey();
        return ShowAsync(cancel);
    }

    [RequiresConfirmation("turn on your authenticator app")]
    public async Task<IActionResult> OnPostTurnOnAsync(CancellationToken cancel)
    {
        var person = await PersonAsync();
        if (person.TwoFactorEnabled || !SecondFactors.IsKey(Key))
            return RedirectTo(StaffMap.SecondFactor, "Nothing was changed. Begin here if you want to set up an authenticator app.");
        if (await factors.TurnOnAsync(person, Key, Code ?? "") is not { } codes)
            return await RefuseAsync(WrongCode, cancel);
        NewCodes = codes;
        // A session that was there before has shown no code.
        await sessions.EndAllOf(person.Id);
        await signIn.SignInAsync(person, "Signed in with the new authenticator app.");
        return await ShowAsync(cancel);
    }

    [RequiresConfirmation("make new recovery codes")]
    public async Task<IActionResult> OnPostNewCodesAsync(CancellationToken cancel)
    {
        var person = await PersonAsync();
        if (!await signIn.IsTwoFactorEnabledAsync(person))
            return await RefuseAsync(
                "Recovery codes stand in for an authenticator app or a passkey, and you have neither. Set one up first.", cancel);
        NewCodes = await factors.NewCodesAsync(person);
        await audit.RecordAsync(AuditKind.Access, AuditRecord.SubjectOf(person), "New recovery codes were made.", CancellationToken.None);
        return await ShowAsync(cancel);
    }

    [RequiresConfirmation("turn off your authenticator app")]
    public async Task<IActionResult> OnPostTurnOffAsync()
    {
        var person = await PersonAsync();
        await factors.TurnOffAsync(person);
        await signIn.RefreshSignInAsync(person);
        return RedirectTo(
            StaffMap.SecondFactor,
            await signIn.IsTwoFactorEnabledAsync(person)
                ? "Your authenticator app is off. You sign in with your passkey. Delete the entry in the app."
                : "Your authenticator app is off. Your password is enough to sign in. Delete the entry in the app.");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Person = await PersonAsync();
        Step = await signIn.SecondStepOfAsync(Person);
        Key = Person.TwoFactorEnabled || !SecondFactors.IsKey(Key) ? null : Key;
        return Page();
    }

    private async Task<StaffUser> PersonAsync() => (await signIn.UserManager.GetUserAsync(User))!;
}

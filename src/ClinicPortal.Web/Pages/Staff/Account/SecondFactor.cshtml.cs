using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

public sealed class SecondFactorModel(StaffSignIn signIn, SecondFactors factors, StaffSessions sessions, AuditLog audit) : StaffPageModel
{
    private const string WrongCode =
        "This is not the code that the app shows for this key. Type the present one, and check that the phone's clock is right.";

    public override string Title => "Second factor";

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

    [RequiresConfirmation]
    public Task<IActionResult> OnPostBeginAsync(CancellationToken cancel)
    {
        Key = SecondFactors.NewKey();
        return ShowAsync(cancel);
    }

    [RequiresConfirmation]
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
        await signIn.SignInAsync(person, "Signed in with the new second factor.");
        return await ShowAsync(cancel);
    }

    [RequiresConfirmation]
    public async Task<IActionResult> OnPostNewCodesAsync(CancellationToken cancel)
    {
        var person = await PersonAsync();
        if (!await signIn.IsTwoFactorEnabledAsync(person))
            return await RefuseAsync(
                "There is no second factor or passkey for which recovery codes could stand in. Set one up first.", cancel);
        NewCodes = await factors.NewCodesAsync(person);
        await audit.RecordAsync(AuditKind.Access, AuditRecord.SubjectOf(person), "New recovery codes were made.", CancellationToken.None);
        return await ShowAsync(cancel);
    }

    [RequiresConfirmation]
    public async Task<IActionResult> OnPostTurnOffAsync()
    {
        var person = await PersonAsync();
        await factors.TurnOffAsync(person);
        await signIn.RefreshSignInAsync(person);
        return RedirectTo(
            StaffMap.SecondFactor,
            await signIn.IsTwoFactorEnabledAsync(person)
                ? "The second factor is off. You sign in with your passkey; delete the entry in the app."
                : "The second factor is off. Your password is enough to sign in; delete the entry in the app.");
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

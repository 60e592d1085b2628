namespace ClinicPortal.Web.Accounts;

/// <summary>What an account asks for beside its password. Only where it has none of it, the password is enough.</summary>
public sealed record SecondStep(bool HasApp, bool HasPasskey, int RecoveryCodes)
{
    public bool IsAsked => HasApp || HasPasskey;

    /// <summary>After the password: a code of the app or a recovery code.</summary>
    public bool TakesCode => HasApp || HasPasskey && RecoveryCodes > 0;

    public string CodeLabel => HasApp ? "Code from your authenticator app" : "One of your recovery codes";

    public string WrongCode => "That code is wrong or has already been used. " + (HasApp
        ? "Enter the code your app shows now, or a recovery code you have not used yet. If the app's codes keep failing, check the time on "
            + "your phone."
        : "Enter a recovery code you have not used yet.");
}

namespace ClinicPortal.Web.Accounts;

/// <summary>What an account asks for beside its password. Only where it has none of it, the password is enough.</summary>
public sealed record SecondStep(bool HasApp, bool HasPasskey, int RecoveryCodes)
{
    public bool IsAsked => HasApp || HasPasskey;

    /// <summary>After the password: a code of the app or a recovery code.</summary>
    public bool TakesCode => HasApp || HasPasskey && RecoveryCodes > 0;

    public string CodeLabel => HasApp ? "The code that your authenticator app shows" : "One of your recovery codes";
}

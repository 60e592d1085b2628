using Microsoft.AspNetCore.Identity;

namespace ClinicPortal.Web.Accounts;

/// <summary>
/// Everything that the framework can have against an account, in the portal's words. A role is no row here, but one of three.
/// </summary>
public sealed class StaffErrorDescriber : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Of(base.DefaultError(), "That did not work, and nothing was changed. Try again.");

    public override IdentityError ConcurrencyFailure() =>
        Of(base.ConcurrencyFailure(), "Somebody else has just changed this account, so nothing was changed now. "
            + "Look at it again, then try once more.");

    public override IdentityError PasswordMismatch() => Of(base.PasswordMismatch(), "This is not your current password. Type it again.");

    public override IdentityError InvalidToken() =>
        Of(base.InvalidToken(), $"This link is not good any more: it works once and for {StaffAccounts.LinkLife.TotalHours:0} hours. "
            + "Ask an administrator for a new one.");

    public override IdentityError RecoveryCodeRedemptionFailed() =>
        Of(base.RecoveryCodeRedemptionFailed(), "This recovery code is wrong or has been used. Try another.");

    public override IdentityError LoginAlreadyAssociated() =>
        Of(base.LoginAlreadyAssociated(), "Somebody else signs in with this already. Use another way to sign in.");

    public override IdentityError InvalidUserName(string? userName) => Of(base.InvalidUserName(userName), Wrong(userName));

    public override IdentityError InvalidEmail(string? email) => Of(base.InvalidEmail(email), Wrong(email));

    public override IdentityError DuplicateUserName(string userName) => Of(base.DuplicateUserName(userName), Taken(userName));

    public override IdentityError DuplicateEmail(string email) => Of(base.DuplicateEmail(email), Taken(email));

    public override IdentityError InvalidRoleName(string? role) =>
        Of(base.InvalidRoleName(role), "There is no such role. Choose one of the list.");

    public override IdentityError DuplicateRoleName(string role) =>
        Of(base.DuplicateRoleName(role), "There is such a role already. Choose it from the list.");

    public override IdentityError UserAlreadyHasPassword() =>
        Of(base.UserAlreadyHasPassword(), "This person has a password already. Make a password link to set a new one.");

    public override IdentityError UserLockoutNotEnabled() =>
        Of(base.UserLockoutNotEnabled(), "This account is never locked after wrong passwords, so there is nothing to unlock.");

    public override IdentityError UserAlreadyInRole(string role) =>
        Of(base.UserAlreadyInRole(role), $"This person is {role} already. Nothing was changed.");

    public override IdentityError UserNotInRole(string role) =>
        Of(base.UserNotInRole(role), $"This person is not {role}. Nothing was changed.");

    public override IdentityError PasswordTooShort(int length) =>
        Of(base.PasswordTooShort(length), $"Use at least {length} characters. Three or four unrelated words are good.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Of(base.PasswordRequiresUniqueChars(uniqueChars), $"This repeats a few characters. Use at least {uniqueChars} different ones.");

    public override IdentityError PasswordRequiresNonAlphanumeric() =>
        Of(base.PasswordRequiresNonAlphanumeric(), "Put a sign that is no letter and no digit into the password.");

    public override IdentityError PasswordRequiresDigit() => Of(base.PasswordRequiresDigit(), "Put a digit into the password.");

    public override IdentityError PasswordRequiresLower() => Of(base.PasswordRequiresLower(), "Put a small letter into the password.");

    public override IdentityError PasswordRequiresUpper() => Of(base.PasswordRequiresUpper(), "Put a capital letter into the password.");

    private static string Wrong(string? address) =>
        MailAddressRules.ProblemOf(address ?? "") ?? $"\"{address}\" cannot be used as an e-mail address here. Check it.";

    private static string Taken(string address) => $"Somebody goes by \"{address}\" already. Look for the address in the list of people.";

    /// <summary>The code stays the framework's own, because code compares it.</summary>
    private static IdentityError Of(IdentityError framework, string words) => new() { Code = framework.Code, Description = words };
}

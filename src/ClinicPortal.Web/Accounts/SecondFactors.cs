using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Identity;
using OtpNet;

namespace ClinicPortal.Web.Accounts;

/// <summary>
/// A person's authenticator app, and the recovery codes for when it is lost. No code is good twice. A change takes no cancellation: half a
/// second factor would be worse than a request that outlives its browser.
/// </summary>
public sealed class SecondFactors(UserManager<StaffUser> users, IUserStore<StaffUser> store, TimeProvider clock)
{
    public const int RecoveryCodes = 10;

    private const int Digits = 6;
    private const int KeyBytes = 20;
    private const int KeyLength = KeyBytes * 8 / 5;
    private const string TokenOwner = "ClinicPortal";
    private const string LastStep = "LastStep";

    public static string NewKey() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(KeyBytes));

    public static bool IsKey([NotNullWhen(true)] string? key) =>
        key?.Length == KeyLength && key.All(letter => letter is (>= 'A' and <= 'Z') or (>= '2' and <= '7'));

    /// <summary>
    /// The half minute to which the code belongs: this one, or one beside it, because clocks differ; none, if the code is wrong.
    /// </summary>
    public static long? StepOf(string key, string code, DateTimeOffset now) =>
        new Totp(Base32Encoding.ToBytes(key))
            .VerifyTotp(now.UtcDateTime, code, out var step, VerificationWindow.RfcSpecifiedNetworkDelay) ? step : null;

    /// <summary>Counts only once the app has shown by a code that it has the key.</summary>
    /// <returns>The recovery codes; none, if the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(StaffUser person, string key, string code)
    {
        if (StepOf(key, Plain(code), clock.GetUtcNow()) is not { } step)
            return null;
        await ((IUserAuthenticatorKeyStore<StaffUser>)store).SetAuthenticatorKeyAsync(person, key, CancellationToken.None);
        await users.SetAuthenticationTokenAsync(person, TokenOwner, LastStep, step.ToString(CultureInfo.InvariantCulture));
        await users.SetTwoFactorEnabledAsync(person, true);
        return await NewCodesAsync(person);
    }

    /// <summary>Those made before no longer work.</summary>
    public async Task<IReadOnlyList<string>> NewCodesAsync(StaffUser person) =>
        [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCodes))!];

    public async Task TurnOffAsync(StaffUser person)
    {
        await users.ResetAuthenticatorKeyAsync(person);
        await users.GenerateNewTwoFactorRecoveryCodesAsync(person, 0);
        await users.SetTwoFactorEnabledAsync(person, false);
    }

    /// <summary>For somebody who has lost the phone: whatever it holds opens nothing any more, and the password is enough again.</summary>
    public async Task TakeAwayAsync(StaffUser person)
    {
        await TurnOffAsync(person);
        foreach (var passkey in await users.GetPasskeysAsync(person))
            await users.RemovePasskeyAsync(person, passkey.CredentialId);
    }

    /// <summary>Uses up a code of the app or a recovery code. Of two requests with the same code, the store lets one through.</summary>
    public async Task<bool> RedeemAsync(StaffUser person, string typed)
    {
        var code = Plain(typed);
        if (code.Length != Digits)
            return code.Length == 10 && (await users.RedeemTwoFactorRecoveryCodeAsync(person, $"{code[..5]}-{code[5..]}")).Succeeded;
        var used = long.Parse(await users.GetAuthenticationTokenAsync(person, TokenOwner, LastStep) ?? "0", CultureInfo.InvariantCulture);
        return person.TwoFactorEnabled && await users.GetAuthenticatorKeyAsync(person) is { } key
            && StepOf(key, code, clock.GetUtcNow()) is { } step && step > used
            && (await users.SetAuthenticationTokenAsync(
                person, TokenOwner, LastStep, step.ToString(CultureInfo.InvariantCulture))).Succeeded;
    }

    /// <summary>As it may be typed: with spaces, a hyphen, small letters.</summary>
    private static string Plain(string typed) => string.Concat(typed.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

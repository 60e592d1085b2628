using System.Security.Cryptography;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace ClinicPortal.Web.Accounts;

/// <summary>
/// Keeps the keys of authenticator apps protected and recovery codes hashed: a copy of the database alone stands in for nobody's phone.
/// </summary>
public sealed class StaffUserStore(
    ClinicDbContext db, IPasswordHasher<StaffUser> hasher, IDataProtectionProvider protection, IdentityErrorDescriber describer)
    : UserOnlyStore<StaffUser, ClinicDbContext, int>(db, describer)
{
    private const char Between = ';';
    private const string TokenOwner = "[AspNetUserStore]";
    private const string RecoveryCodes = nameof(RecoveryCodes);

    private readonly IDataProtector _keys = protection.CreateProtector("AuthenticatorKey");

    public override Task SetAuthenticatorKeyAsync(StaffUser user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, _keys.Protect(key), cancellationToken);

    /// <summary>Where the portal's own keys are lost, a key that fits no code: recovery codes still open the account.</summary>
    public override async Task<string?> GetAuthenticatorKeyAsync(StaffUser user, CancellationToken cancellationToken)
    {
        if (await base.GetAuthenticatorKeyAsync(user, cancellationToken) is not { } stored)
            return null;
        try
        {
            return _keys.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            return SecondFactors.NewKey();
        }
    }

    public override Task ReplaceCodesAsync(StaffUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        StoreAsync(user, [.. recoveryCodes.Select(code => hasher.HashPassword(user, code))], cancellationToken);

    public override async Task<bool> RedeemCodeAsync(StaffUser user, string code, CancellationToken cancellationToken)
    {
        var hashes = await HashesAsync(user, cancellationToken);
        var used = hashes.FindIndex(hash => hasher.VerifyHashedPassword(user, hash, code) != PasswordVerificationResult.Failed);
        if (used < 0)
            return false;
        hashes.RemoveAt(used);
        await StoreAsync(user, hashes, cancellationToken);
        return true;
    }

    public override async Task<int> CountCodesAsync(StaffUser user, CancellationToken cancellationToken) =>
        (await HashesAsync(user, cancellationToken)).Count;

    private Task StoreAsync(StaffUser user, IReadOnlyList<string> hashes, CancellationToken cancel) =>
        SetTokenAsync(user, TokenOwner, RecoveryCodes, string.Join(Between, hashes), cancel);

    private async Task<List<string>> HashesAsync(StaffUser user, CancellationToken cancel) =>
        [.. (await GetTokenAsync(user, TokenOwner, RecoveryCodes, cancel) ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries)];
}

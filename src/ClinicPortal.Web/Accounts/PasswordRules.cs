using System.Text;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ClinicPortal.Web.Accounts;

/// <summary>
/// Refuses what is guessed soon, judged by zxcvbn with the person's own words and the clinic's among those that are tried first (after
/// NIST SP 800-63B-4, 3.1.1.2). There are no rules of composition.
/// </summary>
public sealed class PasswordRules(IDbContextFactory<ClinicDbContext> contexts) : IPasswordValidator<StaffUser>
{
    /// <summary>Characters, after <see cref="Normalized"/>.</summary>
    public const int Shortest = 12;

    /// <inheritdoc cref="Shortest"/>
    public const int Longest = 200;

    /// <summary>Of zxcvbn's scores from 0 to 4: "safely unguessable", more than 10^8 guesses.</summary>
    private const int FewestPoints = 3;

    // What is longer is no easier to guess, and judging it takes far longer.
    private const int Judged = 100;

    private const string Advice = "Use three or four words that have nothing to do with each other or with you.";

    /// <summary>The same characters however a keyboard or a device writes them (NFKC).</summary>
    public static string Normalized(string password) => string.Concat(password.EnumerateRunes()).Normalize(NormalizationForm.FormKC);

    public async Task<IdentityResult> ValidateAsync(UserManager<StaffUser> manager, StaffUser user, string? password)
    {
        var given = Normalized(password ?? "");
        var length = given.EnumerateRunes().Count();
        var problem = length < Shortest ? $"Use at least {Shortest} characters. {Advice}"
            : length > Longest ? $"Use at most {Longest} characters."
            : Judge(given, [.. WordsOf($"{user.Email} {user.Name}"), .. await ClinicsWordsAsync()]);
        return problem is null
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = "PasswordGuessable", Description = problem });
    }

    private static string? Judge(string password, IEnumerable<string> known)
    {
        var judged = Zxcvbn.Zxcvbn.MatchPassword(password[..Math.Min(Judged, password.Length)], known);
        return judged.Score >= FewestPoints ? null : $"This password is too easy to guess. {Advice}";
    }

    private async Task<IEnumerable<string>> ClinicsWordsAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return (await db.Clinic.AsNoTracking().ToListAsync()).SelectMany(clinic => WordsOf(clinic.Name.ToString()));
    }

    // zxcvbn looks for whole words: the parts of an address, and the address as it stands.
    private static IEnumerable<string> WordsOf(string text) =>
        text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word => word.Split(['@', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Append(word))
            .Where(word => word.Length > 2)
            .Distinct();
}

/// <summary>Hashes a password as <see cref="PasswordRules.Normalized"/> gives it, so that it is the same on every keyboard.</summary>
public class NormalizingPasswordHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<StaffUser>(options)
{
    public override string HashPassword(StaffUser user, string password) =>
        base.HashPassword(user, PasswordRules.Normalized(password));

    public override PasswordVerificationResult VerifyHashedPassword(StaffUser user, string hashedPassword, string providedPassword) =>
        base.VerifyHashedPassword(user, hashedPassword, PasswordRules.Normalized(providedPassword));
}

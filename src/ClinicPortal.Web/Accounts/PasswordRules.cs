using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Identity;

namespace ClinicPortal.Web.Accounts;

/// <summary>
/// Refuses what is guessed first: the person's own name or address, and the words and rows of keys that lists of broken passwords begin
/// with, whatever figures and signs are added to them (after NIST SP 800-63B-4, 3.1.1.2).
/// </summary>
public sealed class PasswordRules : IPasswordValidator<StaffUser>
{
    public const int Shortest = 12;

    private const int Longest = 200;
    private const int FewestDifferent = 5;

    private static readonly string[] Common =
    [
        "password", "passwort", "passw0rd", "letmein", "welcome", "iloveyou", "qwerty", "qwertz", "azerty", "asdfgh", "zxcvbn", "abcdef",
        "123456", "654321", "111111", "000000", "123123", "monkey", "dragon", "sunshine", "princess", "football", "baseball", "superman",
        "batman", "master", "shadow", "michael", "jordan", "liverpool", "chelsea", "arsenal", "whatever", "trustno1", "starwars",
        "computer", "internet", "secret", "changeme", "default", "admin", "administrator", "clinic", "doctor", "nurse", "reception",
        "hospital", "beauty", "summer", "winter", "spring", "autumn", "london", "charlie", "freedom", "hello", "login",
        "access", "flower", "cheese", "pokemon",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<StaffUser> manager, StaffUser user, string? password)
    {
        var given = password ?? "";
        var problem =
            given.Length > Longest ? $"Use at most {Longest} characters."
            : given.Distinct().Count() < FewestDifferent ? "This repeats a few characters. Use more different ones."
            : LettersBeside(given, PersonalWords(user)) < Shortest / 2
                ? "This is mostly your own name or address. Choose something that nobody connects with you."
            : LettersBeside(given, Common) < Shortest / 2
                ? "This is mostly a word or a row of keys that everybody tries first. Put three or four unrelated words together."
            : null;
        return Task.FromResult(problem is null
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = "PasswordGuessable", Description = problem }));
    }

    /// <summary>How many letters of the password remain when the guessable words, figures and signs are taken out.</summary>
    private static int LettersBeside(string password, IEnumerable<string> words)
    {
        var rest = words.Aggregate(password.ToLowerInvariant(), (text, word) => text.Replace(word, "", StringComparison.Ordinal));
        return rest.Length == password.Length ? int.MaxValue : rest.Count(char.IsLetter);
    }

    private static IEnumerable<string> PersonalWords(StaffUser user) =>
        $"{user.Email} {user.Name}".ToLowerInvariant()
            .Split([' ', '@', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2);
}

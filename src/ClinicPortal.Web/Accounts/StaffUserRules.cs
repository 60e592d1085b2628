using System.Globalization;
using System.Text;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Accounts;

/// <summary>
/// What must hold of everybody whenever an account is made or changed, by whatever door: the name passes for nobody else's, because it
/// stands in the history; and somebody is left who can publish.
/// </summary>
public sealed class StaffUserRules(ClinicDbContext db) : IUserValidator<StaffUser>
{
    private const string LastAdministrator =
        "This is the only administrator who can sign in. Make somebody else an administrator first, and have them set a password.";

    public async Task<IdentityResult> ValidateAsync(UserManager<StaffUser> manager, StaffUser user) =>
        await ProblemAsync(user) is { } problem
            ? IdentityResult.Failed(new IdentityError { Description = problem })
            : IdentityResult.Success;

    private async Task<string?> ProblemAsync(StaffUser user)
    {
        var others = db.Users.AsNoTracking().Where(other => other.Id != user.Id);
        if (ProblemOfName(user.Name) is { } problem)
            return problem;
        var key = KeyOf(user.Name);
        var names = await others.Select(other => new { other.Name, other.Email }).ToListAsync();
        if (names.Find(other => KeyOf(other.Name) == key) is { } twin)
            return $"{twin.Email} already has the name \"{twin.Name}\". Add something that tells them apart in the history, such as a "
                + "middle name or a job title.";
        // Whether the person can publish now, as it is stored, and would not after the change.
        return !IsAdministrator(user) && await Administrators(db.Users).AnyAsync(stored => stored.Id == user.Id)
            && !await Administrators(others).AnyAsync()
            ? LastAdministrator
            : null;
    }

    /// <summary>Those who can sign in and publish.</summary>
    public static IQueryable<StaffUser> Administrators(IQueryable<StaffUser> people) =>
        people.AsNoTracking().Where(one => one.Role == StaffRole.Administrator && !one.Left && one.PasswordHash != null);

    private static bool IsAdministrator(StaffUser user) =>
        user is { Role: StaffRole.Administrator, Left: false, PasswordHash: not null };

    private static string? ProblemOfName(string name) =>
        name.Length is 0 or > StaffUser.NameMaxLength ? $"Give a name of 1 to {StaffUser.NameMaxLength} characters."
        : name.EnumerateRunes().Any(rune => Rune.IsControl(rune)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
            ? "This name contains an invisible character, perhaps from copying and pasting. Type the name again."
        : !name.EnumerateRunes().Any(Rune.IsLetter) ? "A name needs letters. Type it again."
        : AreOfSeveralScripts(name)
            ? "This name mixes letters from different alphabets, so it could be mistaken for another name. Type it in one alphabet."
        : null;

    // Latin, Greek and Cyrillic have letters that look the same; nobody's name mixes them.
    private static bool AreOfSeveralScripts(string name) => name.EnumerateRunes().Where(Rune.IsLetter).Select(rune => rune.Value switch
    {
        <= 0x024F or (>= 0x1E00 and <= 0x1EFF) => 1,
        (>= 0x0370 and <= 0x03FF) or (>= 0x1F00 and <= 0x1FFF) => 2,
        >= 0x0400 and <= 0x052F => 3,
        _ => 0,
    }).Where(script => script > 0).Distinct().Count() > 1;

    /// <summary>The same for names that look the same: case, accents, widths and the signs between words do not count.</summary>
    private static string KeyOf(string name) => string.Join(' ', string.Concat(
            name.Normalize(NormalizationForm.FormKD).EnumerateRunes()
                .Where(rune => Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark)
                .Select(rune => Rune.IsLetterOrDigit(rune) ? Rune.ToUpperInvariant(rune) : new Rune(' ')))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

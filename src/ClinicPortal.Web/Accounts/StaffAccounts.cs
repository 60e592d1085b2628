using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Pages.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Accounts;

/// <summary>
/// Inviting people and looking after them, for the staff area and the command line alike. What changes an account takes no cancellation:
/// it is carried out to its end, whoever hangs up.
/// </summary>
public sealed class StaffAccounts(UserManager<StaffUser> users, ClinicDbContext db, TimeProvider clock)
{
    /// <summary>How long a link that sets a password can be used.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromHours(24);

    public Task<List<StaffUser>> AllAsync(CancellationToken cancel) =>
        users.Users.OrderBy(user => user.Left).ThenBy(user => user.Name).ToListAsync(cancel);

    /// <summary>By their keys.</summary>
    public Task<HashSet<int>> WithPasskeyAsync(CancellationToken cancel) =>
        db.UserPasskeys.Select(passkey => passkey.UserId).ToHashSetAsync(cancel);

    public Task<bool> HasAdministratorAsync(CancellationToken cancel) => StaffUserRules.Administrators(users.Users).AnyAsync(cancel);

    /// <summary>A person who is already known by the address takes the new role and gets a new link.</summary>
    public async Task<(StaffUser Person, IdentityResult Result)> InviteAsync(
        string email, string name, StaffRole role, string? registration)
    {
        if (role == StaffRole.Reviewer && string.IsNullOrWhiteSpace(registration))
            return (new(), Failed("A reviewer is a clinician with a registration. Give its body and number, for example \"GMC 1234567\"."));
        email = email.Trim();
        var person = await users.FindByEmailAsync(email) ?? new StaffUser { UserName = email, Email = email };
        // An address that somebody already signs in with is not looked at again.
        if (person.Id == 0 && MailAddressRules.ProblemOf(email) is { } problem)
            return (new(), Failed(problem));
        registration = string.IsNullOrWhiteSpace(registration) ? null : registration.Trim();
        // One clinician under two names would sign what the other wrote.
        var others = await users.Users.AsNoTracking().Where(other => other.Id != person.Id && other.Registration != null).ToListAsync();
        if (others.Find(other => string.Equals(other.Registration, registration, StringComparison.OrdinalIgnoreCase)) is { } holder)
            return (new(), Failed($"{registration} is the registration of {holder.Name} ({holder.Email}). Check the number, or invite "
                + "that address again."));
        person.Name = name.Trim();
        person.Registration = registration;
        return (person, await SaveAsync(person, role, left: false));
    }

    /// <summary>The path of a page on which the person sets a password, once; links made before no longer work.</summary>
    public async Task<string> LinkAsync(StaffUser person)
    {
        db.Record(AuditKind.Access, AuditRecord.SubjectOf(person), "A password link was made.");
        await users.UpdateSecurityStampAsync(person);
        return await AskedLinkAsync(person);
    }

    /// <summary>
    /// The same for somebody who may be a stranger: nothing changes for the person until the link is used, and links made before stay good.
    /// </summary>
    public async Task<string> AskedLinkAsync(StaffUser person)
    {
        var token = await users.GeneratePasswordResetTokenAsync(person);
        return StaffMap.Invitation(person.Id, token);
    }

    public async Task<IdentityResult> SetPasswordAsync(StaffUser person, string password) =>
        await users.ResetPasswordAsync(person, await users.GeneratePasswordResetTokenAsync(person), password);

    public async Task<IdentityResult> ChangeAsync(StaffUser person, StaffRole role, bool left) =>
        role == StaffRole.Reviewer && person.Registration is null
            ? Failed($"{person.Name} has no registration, so cannot be a reviewer. Use “Invite someone” below with the same e-mail "
                + "address, and fill in the registration.")
            : await SaveAsync(person, role, left);

    /// <summary>In one transaction with <see cref="StaffUserRules"/>, or two administrators could send each other away.</summary>
    private async Task<IdentityResult> SaveAsync(StaffUser person, StaffRole role, bool left)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (role != StaffRole.Administrator)
            person.AdministratorSince = null;
        else if (person is not { Role: StaffRole.Administrator, AdministratorSince: not null })
            person.AdministratorSince = clock.GetUtcNow();
        (person.Role, person.Left) = (role, left);
        var result = person.Id == 0 ? await users.CreateAsync(person) : await users.UpdateAsync(person);
        if (result.Succeeded)
            await transaction.CommitAsync();
        else
            // What was refused is not shown as if it had been done.
            db.ChangeTracker.Clear();
        return result;
    }

    private static IdentityResult Failed(string reason) => IdentityResult.Failed(new IdentityError { Description = reason });
}

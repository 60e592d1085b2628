using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Pages.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Accounts;

/// <summary>
/// Inviting people and looking after them, for the staff area and the command line alike. What changes an account takes no cancellation:
/// it is carried out to its end, whoever hangs up.
/// </summary>
public sealed class StaffAccounts(UserManager<StaffUser> users)
{
    /// <summary>How long a link that sets a password can be used.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromHours(24);

    public Task<List<StaffUser>> AllAsync(CancellationToken cancel) =>
        users.Users.OrderBy(user => user.Left).ThenBy(user => user.Name).ToListAsync(cancel);

    /// <summary>Those who can sign in.</summary>
    private IQueryable<StaffUser> Administrators =>
        users.Users.Where(user => user.Role == StaffRole.Administrator && !user.Left && user.PasswordHash != null);

    public Task<bool> HasAdministratorAsync(CancellationToken cancel) => Administrators.AnyAsync(cancel);

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
        person.Name = name;
        person.Role = role;
        person.Registration = string.IsNullOrWhiteSpace(registration) ? null : registration.Trim();
        person.Left = false;
        return (person, person.Id == 0 ? await users.CreateAsync(person) : await users.UpdateAsync(person));
    }

    /// <summary>The path of a page on which the person sets a password, once; links made before no longer work.</summary>
    public async Task<string> LinkAsync(StaffUser person)
    {
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

    /// <summary>Refuses to leave the portal without anyone who can publish.</summary>
    public async Task<IdentityResult> ChangeAsync(StaffUser person, StaffRole role, bool left, CancellationToken cancel)
    {
        if (person.Role == StaffRole.Administrator && (left || role != StaffRole.Administrator)
            && !await Administrators.AnyAsync(user => user.Id != person.Id, cancel))
            return Failed("This is the only administrator. Make somebody else one first.");
        if (role == StaffRole.Reviewer && person.Registration is null)
            return Failed("A reviewer is a clinician with a registration. Invite the person again with it.");
        (person.Role, person.Left) = (role, left);
        return await users.UpdateAsync(person);
    }

    private static IdentityResult Failed(string reason) => IdentityResult.Failed(new IdentityError { Description = reason });
}

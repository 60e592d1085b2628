using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Storage;

/// <summary>
/// An administrator signs in with more than a password: after <see cref="Life"/> without a second factor or a passkey, the account may
/// edit and no more until it has one.
/// </summary>
public static class SecondFactorGrace
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>When it ends; none for who is no administrator or has one.</summary>
    public static DateTimeOffset? EndOf(StaffUser person, bool hasPasskey) =>
        person is { Role: StaffRole.Administrator, TwoFactorEnabled: false, AdministratorSince: { } since } && !hasPasskey
            ? since + Life
            : null;

    /// <summary>What the person may do at that moment, which is less than <see cref="StaffUser.Role"/> for who is late.</summary>
    public static async Task<StaffRole> RoleAtAsync(
        this ClinicDbContext db, StaffUser person, DateTimeOffset now, CancellationToken cancel) =>
        EndOf(person, await db.UserPasskeys.AnyAsync(passkey => passkey.UserId == person.Id, cancel)) < now
            ? StaffRole.Editor
            : person.Role;
}

using System.Globalization;
using System.Security.Claims;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Identity;

namespace ClinicPortal.Web.Accounts;

/// <summary>
/// An administrator signs in with more than a password: after <see cref="Grace"/> without a second factor or a passkey, the account may
/// edit and no more until it has one.
/// </summary>
public static class SecondFactorDue
{
    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    private const string Type = "second-factor-due";

    /// <summary>None for who is no administrator or has one.</summary>
    public static async Task<DateTimeOffset?> OfAsync(UserManager<StaffUser> people, StaffUser person) =>
        person is { Role: StaffRole.Administrator, TwoFactorEnabled: false, AdministratorSince: { } since }
            && (await people.GetPasskeysAsync(person)).Count == 0
        ? since + Grace
        : null;

    public static Claim ClaimOf(DateTimeOffset due) => new(Type, due.UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <summary>As it was when the person signed in.</summary>
    public static DateTimeOffset? Of(ClaimsPrincipal person) =>
        person.FindFirstValue(Type) is { } ticks ? new(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero) : null;
}

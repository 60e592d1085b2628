using System.Globalization;
using System.Security.Claims;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Identity;

namespace ClinicPortal.Web.Accounts;

/// <summary>Remembers in a session when the <see cref="SecondFactorGrace"/> of an administrator ends.</summary>
public static class SecondFactorDue
{
    private const string Type = "second-factor-due";

    /// <inheritdoc cref="SecondFactorGrace.EndOf"/>
    public static async Task<DateTimeOffset?> OfAsync(UserManager<StaffUser> people, StaffUser person) =>
        SecondFactorGrace.EndOf(person, (await people.GetPasskeysAsync(person)).Count > 0);

    public static Claim ClaimOf(DateTimeOffset due) => new(Type, due.UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <summary>As it was when the person signed in.</summary>
    public static DateTimeOffset? Of(ClaimsPrincipal person) =>
        person.FindFirstValue(Type) is { } ticks ? new(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero) : null;
}

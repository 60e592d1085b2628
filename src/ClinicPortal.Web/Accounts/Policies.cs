using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Authorization;

namespace ClinicPortal.Web.Accounts;

/// <summary>Who may do what. Everybody who is signed in may edit; what is open to patients says so where it is mapped.</summary>
public static class Policies
{
    /// <summary>Publishing, and looking after people.</summary>
    public const string Administrator = nameof(StaffRole.Administrator);

    public static void Apply(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.AddPolicy(Administrator, policy => policy.RequireRole(nameof(StaffRole.Administrator)));
    }
}

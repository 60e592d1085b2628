using System.Security.Claims;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ClinicPortal.Web.Accounts;

/// <summary>People and their passwords, for the portal and for the command line.</summary>
public static class StaffIdentity
{
    public static IdentityBuilder AddStaffIdentity(this IServiceCollection services)
    {
        services.AddScoped<StaffAccounts>();
        services.AddScoped<SecondFactors>();
        services.AddSingleton<StaffSessions>();
        services.AddScoped<IUserConfirmation<StaffUser>, StillHere>();
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = StaffAccounts.LinkLife);
        return services.AddIdentityCore<StaffUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                // What an address may be is said by MailAddressRules.
                options.User.AllowedUserNameCharacters = "";
                options.SignIn.RequireConfirmedAccount = true;
                // Length and a look at what people commonly choose say more than composition rules.
                options.Password = new()
                {
                    RequiredLength = PasswordRules.Shortest,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
            })
            .AddPasswordValidator<PasswordRules>()
            .AddErrorDescriber<StaffErrorDescriber>()
            .AddClaimsPrincipalFactory<StaffClaims>()
            .AddEntityFrameworkStores<ClinicDbContext>()
            .AddDefaultTokenProviders();
    }

    private sealed class StillHere : IUserConfirmation<StaffUser>
    {
        public Task<bool> IsConfirmedAsync(UserManager<StaffUser> manager, StaffUser user) => Task.FromResult(!user.Left);
    }

    private sealed class StaffClaims(UserManager<StaffUser> people, IOptions<IdentityOptions> options)
        : UserClaimsPrincipalFactory<StaffUser>(people, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffUser user)
        {
            var identity = await base.GenerateClaimsAsync(user);
            identity.AddClaim(new(ClaimTypes.Role, user.Role.ToString()));
            identity.AddClaim(new(ClaimTypes.GivenName, user.Name));
            return identity;
        }
    }
}

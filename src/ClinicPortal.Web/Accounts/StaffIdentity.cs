using System.Security.Claims;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ClinicPortal.Web.Accounts;

/// <summary>People and their passwords, for the portal and for the command line.</summary>
public static class StaffIdentity
{
    /// <summary>Of PBKDF2 with HMAC-SHA-512, as OWASP asks; a hash of fewer is made anew at the next sign-in.</summary>
    public const int HashRounds = 210_000;

    public static IdentityBuilder AddStaffIdentity(this IServiceCollection services)
    {
        services.AddScoped<StaffAccounts>();
        services.AddScoped<SecondFactors>();
        services.AddHttpContextAccessor();
        services.AddSingleton<IActor, RequestActor>();
        services.AddSingleton<StaffSessions>();
        services.AddSingleton<SignInTries>();
        services.AddScoped<IUserConfirmation<StaffUser>, StillHere>();
        services.AddScoped<IPasswordHasher<StaffUser>, NormalizingPasswordHasher>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashRounds);
        // In place of the framework's, which counts kinds of characters.
        services.AddScoped<IPasswordValidator<StaffUser>, PasswordRules>();
        // Each renewal of a session looks at the person anew; by itself the framework would never look at one that is in use.
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = StaffSessions.Exactness);
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = StaffAccounts.LinkLife);
        return services.AddIdentityCore<StaffUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                // What an address may be is said by MailAddressRules.
                options.User.AllowedUserNameCharacters = "";
                options.SignIn.RequireConfirmedAccount = true;
            })
            .AddUserValidator<StaffUserRules>()
            .AddErrorDescriber<StaffErrorDescriber>()
            .AddClaimsPrincipalFactory<StaffClaims>()
            .AddEntityFrameworkStores<ClinicDbContext>()
            .AddUserStore<StaffUserStore>()
            .AddDefaultTokenProviders();
    }

    private sealed class StillHere : IUserConfirmation<StaffUser>
    {
        public Task<bool> IsConfirmedAsync(UserManager<StaffUser> manager, StaffUser user) => Task.FromResult(!user.Left);
    }

    private sealed class StaffClaims(UserManager<StaffUser> people, IOptions<IdentityOptions> options, TimeProvider clock)
        : UserClaimsPrincipalFactory<StaffUser>(people, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffUser user)
        {
            var identity = await base.GenerateClaimsAsync(user);
            var due = await SecondFactorDue.OfAsync(UserManager, user);
            // Whoever is late may do what others may, until the password is no longer the whole key to people and publishing.
            var role = due < clock.GetUtcNow() ? StaffRole.Editor : user.Role;
            identity.AddClaim(new(ClaimTypes.Role, role.ToString()));
            identity.AddClaim(new(ClaimTypes.GivenName, user.Name));
            if (due is { } day)
                identity.AddClaim(SecondFactorDue.ClaimOf(day));
            return identity;
        }
    }
}

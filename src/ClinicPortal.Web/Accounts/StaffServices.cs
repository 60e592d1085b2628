using System.Security.Claims;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Pages.Staff;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace ClinicPortal.Web.Accounts;

/// <summary>Signing in, and what it guards.</summary>
public static partial class StaffServices
{
    /// <summary>The rate limit of pages that take a password or a link.</summary>
    public const string SignInLimit = "sign-in";

    public const string Root = StaffMap.Root;

    private const int TriesPerMinute = 20;

    /// <summary>People and their passwords, for the portal and for the command line.</summary>
    public static IdentityBuilder AddPeople(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddScoped<StaffAccounts>();
        services.AddScoped<SecondFactors>();
        services.AddSingleton<StaffSessions>();
        services.AddScoped<IUserConfirmation<StaffUser>, StillHere>();
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = StaffAccounts.LinkLife);
        return services.AddIdentityCore<StaffUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
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
            .AddErrorDescriber<StaffErrorDescriber>()
            .AddPasswordValidator<PasswordRules>()
            .AddEntityFrameworkStores<ClinicDbContext>()
            .AddDefaultTokenProviders();
    }

    public static void AddStaff(this IServiceCollection services)
    {
        services.AddPeople().AddSignInManager<StaffSignIn>().AddClaimsPrincipalFactory<StaffClaims>();
        services.AddScoped(provider => (StaffSignIn)provider.GetRequiredService<SignInManager<StaffUser>>());
        services.AddPasskeys();
        services.AddSingleton<MailSender>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddAuthorization(Policies.Apply);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<StaffSessions>((options, sessions) =>
        {
            options.SessionStore = sessions;
            options.LoginPath = StaffMap.SignIn;
            var toSignIn = options.Events.OnRedirectToLogin;
            options.Events.OnRedirectToLogin = refused => InterruptedForms.TakeAsync(refused, toSignIn);
            options.Events.OnRedirectToAccessDenied = refused =>
            {
                refused.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
            options.ReturnUrlParameter = "return";
            options.ExpireTimeSpan = TimeSpan.FromHours(10);
            // Patients' pages never see it, so they neither look a person up nor escape the page cache.
            options.Cookie.Path = Root;
            options.Cookie.Name = "staff";
            options.Cookie.SameSite = SameSiteMode.Lax;
        });
        // Between a right password and the code, and while a passkey is asked for: five minutes.
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options =>
        {
            options.Cookie.Path = Root;
            options.Cookie.Name = "staff-step";
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "staff-form";
            options.Cookie.Path = Root;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.PostConfigure<MvcOptions>(FormMessages.Apply);
        services.AddLimit(SignInLimit, context => HttpMethods.IsPost(context.Request.Method) ? TriesPerMinute : null);
    }

    /// <summary>Where nobody can look after people yet, the one command that changes it.</summary>
    public static async Task LogFirstStepsAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<StaffAccounts>().HasAdministratorAsync())
            LogHowToBegin(app.Logger);
    }

    [LoggerMessage(
        1003, LogLevel.Information,
        "No administrator can sign in yet. Invite one: dotnet run --project src/ClinicPortal.Web -- staff invite EMAIL --role "
            + "Administrator")]
    private static partial void LogHowToBegin(ILogger logger);

    /// <summary>No staff page is kept by anyone, nor shown by a search engine; its forms may be long.</summary>
    public static IApplicationBuilder UseStaffArea(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase),
        staff => staff.Use(async (HttpContext context, RequestDelegate next) =>
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
                body.MaxRequestBodySize = Limits.StaffForm;
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.CacheControl = "no-store";
                context.Response.Headers["X-Robots-Tag"] = "noindex";
                return Task.CompletedTask;
            });
            await next(context);
            await InterruptedForms.LeadToSignInAsync(context, next);
        }));

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

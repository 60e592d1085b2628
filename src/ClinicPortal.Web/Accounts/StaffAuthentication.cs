using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Pages.Staff;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;

namespace ClinicPortal.Web.Accounts;

/// <summary>Signing in, and the cookies that remember it.</summary>
public static class StaffAuthentication
{
    /// <summary>The rate limit of pages that take a password or a link.</summary>
    public const string SignInLimit = "sign-in";

    // Each costs a hash; wrong ones are counted by SignInTries.
    private const int TriesPerMinute = 120;

    public static void AddStaffAuthentication(this IServiceCollection services)
    {
        services.AddStaffIdentity().AddSignInManager<StaffSignIn>();
        services.AddScoped(provider => (StaffSignIn)provider.GetRequiredService<SignInManager<StaffUser>>());
        services.AddPasskeys();
        services.AddSingleton<InterruptedFormLimit>();
        services.AddSingleton<MailSender>();
        services.AddSingleton<RefusalLog>().AddHostedService(provider => provider.GetRequiredService<RefusalLog>());
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddAuthorization(Policies.Apply);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<StaffSessions, RefusalLog, PortalOptions>(ConfigureSession);
        // Between a right password and the code, and while a passkey is asked for: five minutes.
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme)
            .Configure<PortalOptions>((options, portal) =>
            {
                options.Cookie.Set("staff-step", StaffMap.Root, portal);
                options.Cookie.SameSite = SameSiteMode.Strict;
            });
        services.AddLimit(SignInLimit, context => HttpMethods.IsPost(context.Request.Method) ? TriesPerMinute : null);
        services.AddOptions<RateLimiterOptions>().PostConfigure<RefusalLog>(RecordRejections);
    }

    private static void RecordRejections(RateLimiterOptions limiter, RefusalLog refusals)
    {
        var answer = limiter.OnRejected!;
        limiter.OnRejected = (rejected, cancel) =>
        {
            if (rejected.HttpContext.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == SignInLimit)
                refusals.Add("Tried to sign in more often than the portal allows in a minute.");
            return answer(rejected, cancel);
        };
    }

    private static void ConfigureSession(
        CookieAuthenticationOptions options, StaffSessions sessions, RefusalLog refusals, PortalOptions portal)
    {
        options.SessionStore = sessions;
        options.LoginPath = StaffMap.SignIn;
        var toSignIn = options.Events.OnRedirectToLogin;
        options.Events.OnRedirectToLogin = refused =>
        {
            // The framework would lead to the host that the request names, which anybody can write.
            refused.RedirectUri = refused.RedirectUri[$"{refused.Request.Scheme}{Uri.SchemeDelimiter}{refused.Request.Host}".Length..];
            return InterruptedForms.KeepAsync(refused, toSignIn);
        };
        options.Events.OnRedirectToAccessDenied = refused =>
        {
            refused.Response.StatusCode = StatusCodes.Status403Forbidden;
            refusals.Add("Asked for a page that only administrators may open.", RefusalLog.PageOf(refused.Request));
            return Task.CompletedTask;
        };
        options.ReturnUrlParameter = "return";
        options.ExpireTimeSpan = StaffSessions.IdleLife;
        // The framework would renew at half its life, and somebody who went on after five hours would have one of seven.
        options.Events.OnCheckSlidingExpiration = session =>
        {
            session.ShouldRenew = session.ElapsedTime > StaffSessions.Exactness;
            return Task.CompletedTask;
        };
        options.Cookie.Set("staff", StaffMap.Root, portal);
        options.Cookie.SameSite = SameSiteMode.Lax;
    }
}

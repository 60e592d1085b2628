using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Pages.Staff;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

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
        services.AddSingleton<MailSender>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddAuthorization(Policies.Apply);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<StaffSessions>(ConfigureSession);
        // Between a right password and the code, and while a passkey is asked for: five minutes.
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options =>
        {
            options.Cookie.Path = StaffMap.Root;
            options.Cookie.Name = "staff-step";
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddLimit(SignInLimit, context => HttpMethods.IsPost(context.Request.Method) ? TriesPerMinute : null);
    }

    private static void ConfigureSession(CookieAuthenticationOptions options, StaffSessions sessions)
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
        // Patients' pages never see it, so they neither look a person up nor escape the page cache.
        options.Cookie.Path = StaffMap.Root;
        options.Cookie.Name = "staff";
        options.Cookie.SameSite = SameSiteMode.Lax;
    }
}

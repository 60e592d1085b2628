using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Pages.Staff;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Accounts;

/// <summary>What the forms of the staff area have in common.</summary>
public static class StaffForms
{
    public static void AddStaffForms(this IServiceCollection services)
    {
        services.AddAntiforgery(options => options.SuppressXFrameOptionsHeader = true);
        services.AddOptions<AntiforgeryOptions>()
            .Configure<PortalOptions>((options, portal) => options.Cookie.Set("staff-form", StaffMap.Root, portal));
        services.AddOptions<CookieTempDataProviderOptions>()
            .Configure<PortalOptions>((options, portal) => options.Cookie.Set("staff-message", StaffMap.Root, portal));
        services.PostConfigure<MvcOptions>(FormMessages.Apply);
    }
}

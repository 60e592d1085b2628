using ClinicPortal.Web.Pages.Staff;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Accounts;

/// <summary>What the forms of the staff area have in common.</summary>
public static class StaffForms
{
    public static void AddStaffForms(this IServiceCollection services)
    {
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "staff-form";
            options.Cookie.Path = StaffMap.Root;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.PostConfigure<MvcOptions>(FormMessages.Apply);
    }
}

using ClinicPortal.Core.Publishing;
using ClinicPortal.Web.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;

namespace ClinicPortal.Web.Hosting;

public static class PatientPageServices
{
    /// <summary>What patients' pages need: one edition for each request, and nothing of the store.</summary>
    public static IServiceCollection AddPatientPages(this IServiceCollection services)
    {
        services.AddSingleton<CurrentEdition>();
        services.AddPastEditions();
        services.AddSingleton<PatientMarkdown>();
        services.AddScoped<GlossaryNotes>();
        services.AddSingleton<PublicOrigin>();
        services.AddSingleton<ClinicCalendar>();
        services.AddSingleton<PageCache>();
        services.AddRazorPages(options => options.Conventions.AllowAnonymousToFolder("/Patients"))
            // It fails on a field with a bracket that is never closed, and no form here names its fields in its way.
            .AddMvcOptions(options => options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>());
        services.Configure<RazorViewEngineOptions>(options =>
        {
            options.PageViewLocationFormats.Add("/Pages/Patients/Shared/{0}.cshtml");
            options.PageViewLocationFormats.Add("/Pages/Staff/Shared/{0}.cshtml");
        });
        return services;
    }
}

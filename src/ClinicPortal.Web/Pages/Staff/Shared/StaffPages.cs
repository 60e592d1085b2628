using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What every page of the staff area gets without asking for it.</summary>
public static class StaffPages
{
    /// <summary>In the order in which they look at a request, before all of the framework's.</summary>
    private static readonly Type[] Filters =
        [typeof(StoreFailureFilter), typeof(RowExistsFilter), typeof(FormFilter), typeof(ConfirmationFilter)];

    public static void AddStaffPages(this IServiceCollection services)
    {
        services.AddScoped(typeof(DraftEditing<>));
        services.AddScoped(typeof(RowEditing<,>));
        services.AddScoped(typeof(BatchEditing<>));
        services.AddScoped<ArticleDrafts>();
        services.AddScoped<SignInReturn>();
        services.AddScoped<PasswordLinks>();
        services.AddSingleton<SystemChecks>();
        services.Configure<RazorPagesOptions>(options => options.Conventions.AddFolderApplicationModelConvention("/Staff", Guard));
        // Nothing in the browser reads the framework's own attributes, and their sentences name properties.
        services.Configure<MvcViewOptions>(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        services.Configure<MvcOptions>(options =>
        {
            options.ModelMetadataDetailsProviders.Add(new FieldNames());
            options.MaxModelBindingCollectionSize = RequestLimits.StaffFields;
        });
        services.Configure<FormOptions>(options => options.ValueCountLimit = RequestLimits.StaffFields);
    }

    private static void Guard(PageApplicationModel page)
    {
        // The framework answers a bad token with an empty page; FormFilter looks at it in its place.
        page.Filters.Add(new IgnoreAntiforgeryTokenAttribute());
        foreach (var (index, filter) in Filters.Index())
            page.Filters.Add(new TypeFilterAttribute(filter) { Order = index - Filters.Length });
    }
}

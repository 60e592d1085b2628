using System.Reflection;
using ClinicPortal.Web.Pages.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>One form of a staff page, from the endpoint table, so that none is forgotten.</summary>
internal sealed record StaffHandler(string Route, string Name, bool RequiresConfirmation)
{
    public string Address => Name == "" ? AccessTests.Example(Route) : $"{AccessTests.Example(Route)}?handler={Name}";

    public static async Task<List<StaffHandler>> AllOfAsync(PortalFactory portal)
    {
        _ = portal.Reader;
        var (pages, handlers) = (portal.Services.GetRequiredService<PageLoader>(), new List<StaffHandler>());
        foreach (var endpoint in portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                && endpoint.RoutePattern.RawText!.StartsWith("staff", StringComparison.Ordinal))
                foreach (var handler in (
                    await pages.LoadAsync(
                        page, EndpointMetadataCollection.Empty)).HandlerMethods.Where(handler => handler.HttpMethod == "Post"))
                    handlers.Add(
                        new(
                            "/" + endpoint.RoutePattern.RawText, handler.Name ?? "",
                            handler.MethodInfo.GetCustomAttribute<RequiresConfirmationAttribute>() is not null));
        return [.. handlers.Distinct()];
    }
}

using ClinicPortal.Core.Editions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Hosting;

/// <param name="Html">Empty, where there is no page of patients.</param>
/// <param name="Location">Where it leads on to, if it does.</param>
public sealed record RenderedPage(int Status, string Html, string? Location);

/// <summary>
/// Renders patients' pages of any edition as a stranger would get them, for previews. It asks the portal itself: with a request that has
/// no cookie and no account, beside the page cache and past all limits.
/// </summary>
public sealed class PatientPageRenderer
{
    private static readonly object Rendering = new();

    /// <summary>What every request meets from routing on.</summary>
    internal RequestDelegate Pages { get; set; } = null!;

    public static bool IsRendering(HttpContext context) => context.Items.ContainsKey(Rendering);

    /// <param name="context">Of the request for the preview.</param>
    /// <param name="edition">Of which the page is to be.</param>
    /// <param name="notice">What it says of itself.</param>
    /// <param name="path">As patients reach it.</param>
    public async Task<RenderedPage> RenderAsync(HttpContext context, Edition edition, string notice, PathString path)
    {
        await using var scope = context.RequestServices.CreateAsyncScope();
        using var body = new MemoryStream();
        var page = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = context.RequestAborted };
        page.Items[Rendering] = Rendering;
        (page.Request.Method, page.Request.Scheme, page.Request.Host) = (HttpMethods.Get, context.Request.Scheme, context.Request.Host);
        (page.Request.Path, page.Request.QueryString) = (path, context.Request.QueryString);
        page.Response.Body = body;
        scope.ServiceProvider.GetRequiredService<RequestEdition>().Show(edition, notice);
        await Pages(page);
        await page.Response.BodyWriter.FlushAsync(context.RequestAborted);
        if (!IsOfPatients(page.GetEndpoint()))
            return new(StatusCodes.Status404NotFound, "", null);
        body.Position = 0;
        using var reader = new StreamReader(body);
        return new(
            page.Response.StatusCode, await reader.ReadToEndAsync(context.RequestAborted), page.Response.Headers.Location.ToString());
    }

    private static bool IsOfPatients(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<PageActionDescriptor>() is { ViewEnginePath: var page }
        && page.StartsWith("/Patients/", StringComparison.Ordinal) && !page.StartsWith("/Patients/Error/", StringComparison.Ordinal);
}

public static class PatientPageRendererPipeline
{
    /// <summary>Right before routing: pages are rendered by what follows.</summary>
    public static void UsePatientPageRenderer(this IApplicationBuilder app) => app.Use(next =>
    {
        app.ApplicationServices.GetRequiredService<PatientPageRenderer>().Pages = next;
        return next;
    });
}

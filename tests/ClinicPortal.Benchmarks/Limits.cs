using System.Net;
using ClinicPortal.Benchmarks.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClinicPortal.Benchmarks;

/// <summary>What the framework makes of the portal's bytes: sent as they are, from its output cache, and as a plain Razor page.</summary>
internal static class Limits
{
    /// <param name="pages">Of a running portal; the plain page is as long as the first.</param>
    /// <param name="arguments">Of the server, such as <c>--urls</c>.</param>
    public static async Task ServeAsync(IReadOnlyList<string> pages, string[] arguments)
    {
        var bodies = new List<byte[]>();
        using (var client = new HttpClient())
        {
            client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
            foreach (var page in pages)
                bodies.Add(await client.GetByteArrayAsync(page));
        }
        using (var client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.GZip }))
            PlainModel.Fill(pages.Count == 0 ? 0 : (await client.GetByteArrayAsync(pages[0])).Length);

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = arguments,
            ApplicationName = typeof(Limits).Assembly.GetName().Name,
        });
        builder.Logging.ClearProviders();
        builder.Services.AddRazorPages();
        builder.Services.AddOutputCache();
        await using var app = builder.Build();
        app.UseOutputCache();
        app.MapGet("/", () => "");
        app.MapGet("/bytes/{page:int}", (int page, HttpContext context) => SendAsync(context, bodies[page]));
        app.MapGet("/output-cache/{page:int}", (int page, HttpContext context) => SendAsync(context, bodies[page])).CacheOutput();
        app.MapRazorPages();
        await app.RunAsync();
    }

    private static Task SendAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentEncoding = "gzip";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body).AsTask();
    }
}

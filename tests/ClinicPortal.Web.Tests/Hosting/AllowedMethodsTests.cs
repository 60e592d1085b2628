using System.Net;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using ClinicPortal.Web.Tests.Staff;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Hosting;

public sealed class AllowedMethodsTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public void What_answers_to_get_answers_to_head()
    {
        _ = portal.Reader;
        var lacking = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { } methods
                && methods.Contains(HttpMethod.Get.Method) && !methods.Contains(HttpMethod.Head.Method))
            .Select(endpoint => endpoint.DisplayName);

        Assert.Empty(lacking);
    }

    [Fact]
    public async Task Head_has_the_headers_of_get_and_no_body()
    {
        // The server itself takes the body off, and the one in this process does not.
        await using var served = await PortalProcess.StartAsync();
        using var client = new HttpClient { BaseAddress = new(served.Address) };

        foreach (var address in new[]
        {
            "/robots.txt", "/sitemap.xml", "/health/live", "/health/ready", "/img/icon.svg", "/treatments", "/search?q=prp", "/nowhere",
        })
        {
            using var get = await client.GetAsync(address, StaffBrowser.Cancel);
            using var head = await client.SendAsync(new(HttpMethod.Head, address), StaffBrowser.Cancel);

            Assert.Equal(
                (get.StatusCode, get.Content.Headers.ContentType, get.Headers.ETag),
                (head.StatusCode, head.Content.Headers.ContentType, head.Headers.ETag));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(StaffBrowser.Cancel));
            Assert.NotEmpty(await get.Content.ReadAsByteArrayAsync(StaffBrowser.Cancel));
        }
    }

    [Theory]
    [InlineData("/staff/content?handler=File")]
    [InlineData("/staff/standard?handler=File")]
    [InlineData("/staff/audit?handler=Csv")]
    [InlineData("/staff/preview/saved/treatments/prp")]
    public async Task Head_of_what_staff_download_is_that_of_get(string address)
    {
        await using var own = new PortalFactory();
        var ada = await StaffBrowser.SignedInAsync(own, "Ada Admin", StaffRole.Administrator);
        var client = own.CreateDefaultClient(new CookieContainerHandler(ada.Cookies));
        using var get = await client.GetAsync(address, StaffBrowser.Cancel);

        using var head = await client.SendAsync(new(HttpMethod.Head, address), StaffBrowser.Cancel);
        // A long answer goes on after its headers have come.
        await head.Content.ReadAsByteArrayAsync(StaffBrowser.Cancel);

        Assert.Equal(HttpStatusCode.OK, get.StatusCode);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Content.Headers.ContentDisposition, head.Content.Headers.ContentDisposition);
    }
}

using System.Net;
using ClinicPortal.Web.Tests.Staff;

namespace ClinicPortal.Web.Tests.Hosting;

public sealed class HealthEndpointsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/portal")]
    public async Task A_probe_by_address_is_answered_whatever_hosts_are_allowed(string below)
    {
        await using var portal = new PortalFactory();
        (portal.Settings["AllowedHosts"], portal.Settings["Portal:PathBase"]) = ("clinic.example", below);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(portal, "/health/live"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(portal, "/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(portal, $"{below}/health/ready"));
        Assert.Equal(HttpStatusCode.BadRequest, await AskAsync(portal, $"{below}/treatments"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(portal, $"{below}/treatments", "clinic.example"));
    }

    private static async Task<HttpStatusCode> AskAsync(PortalFactory portal, string address, string host = "10.1.2.3:8080")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = host;
        return (await portal.Reader.SendAsync(request, StaffBrowser.Cancel)).StatusCode;
    }
}

using System.Net;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Tests.Staff;
using Microsoft.AspNetCore.Http;

namespace ClinicPortal.Web.Tests.Accounts;

public sealed class InterruptedFormLimitTests
{
    [Fact]
    public async Task Who_is_signed_out_sends_only_so_many_forms_in_a_minute()
    {
        await using var portal = new PortalFactory();
        var stranger = new StaffBrowser(portal);
        Task<HttpResponseMessage> SendAsync() =>
            stranger.PostAsync("/staff/treatments/prp", [new("Form.Summary", "Words")], ourOwn: true);

        for (var form = 0; form < InterruptedFormLimit.PerMinute; form++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync()).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await SendAsync()).StatusCode);
    }

    [Fact]
    public void Whoever_sends_them_only_so_many_are_read_at_once()
    {
        using var limit = new InterruptedFormLimit();
        HttpContext From(byte client) =>
            new DefaultHttpContext { Connection = { RemoteIpAddress = new IPAddress([192, 0, 2, client]) } };
        var reading = Enumerable.Range(0, InterruptedFormLimit.AtOnce).Select(client => limit.Begin(From((byte)client))).ToList();
        Assert.All(reading, lease => Assert.True(lease.IsAcquired));

        Assert.False(limit.Begin(From(100)).IsAcquired);

        reading[0].Dispose();
        Assert.True(limit.Begin(From(100)).IsAcquired);
    }
}

using System.Net;
using ClinicPortal.Web.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClinicPortal.Web.Tests.Hosting;

public sealed class DoiSystemTests
{
    [Theory]
    [InlineData(HttpStatusCode.OK, true)]
    [InlineData(HttpStatusCode.NotFound, false)]
    [InlineData(HttpStatusCode.TooManyRequests, null)]
    [InlineData(HttpStatusCode.InternalServerError, null)]
    [InlineData(null, null)]
    public async Task Only_a_clear_answer_is_one(HttpStatusCode? status, bool? known)
    {
        var proxy = new Proxy(status);
        using var client = new HttpClient(proxy) { BaseAddress = DoiSystem.Address };

        Assert.Equal(known, await new DoiSystem(client, NullLogger<DoiSystem>.Instance)
            .KnowsAsync("10.1016/S0190-9622(05)01(a)?<b>#c", TestContext.Current.CancellationToken));
        Assert.Equal("https://doi.org/api/handles/10.1016/S0190-9622%2805%2901%28a%29%3F%3Cb%3E%23c?type=URL", proxy.Asked);
    }

    private sealed class Proxy(HttpStatusCode? status) : HttpMessageHandler
    {
        public string? Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = request.RequestUri!.AbsoluteUri;
            return status is { } answer
                ? Task.FromResult(new HttpResponseMessage(answer))
                : throw new HttpRequestException("No such host is known.");
        }
    }
}

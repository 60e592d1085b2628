using System.Net;
using ClinicPortal.Core.Editing;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClinicPortal.Web.Tests.Hosting;

public sealed class DoiSystemTests
{
    [Theory]
    [InlineData(HttpStatusCode.OK, true)]
    [InlineData(HttpStatusCode.NotFound, false)]
    [InlineData(HttpStatusCode.Found, null)]
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

    [Fact]
    public async Task Whom_it_points_to_is_not_asked()
    {
        await using var elsewhere = WebApplication.CreateSlimBuilder().Build();
        elsewhere.Urls.Add("http://127.0.0.1:0");
        elsewhere.MapGet("/here", () => Results.Redirect("/there"));
        elsewhere.MapGet("/there", () => "Not what was asked.");
        await elsewhere.StartAsync(TestContext.Current.CancellationToken);
        await using var portal = new PortalFactory();
        using var client = portal.Services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(IDoiSystem));
        Assert.Equal(DoiSystem.Address, client.BaseAddress);

        using var answer = await client.GetAsync(new Uri($"{elsewhere.Urls.Single()}/here"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
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

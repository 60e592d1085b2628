using System.Net;
using System.Net.Sockets;
using ClinicPortal.Testing;
using ClinicPortal.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace ClinicPortal.Web.Tests.Hosting;

/// <summary>A start that cannot succeed says why, in words for whoever typed the settings, and leaves.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Every_mistake_in_the_settings_is_told_before_anything_starts()
    {
        var (code, error, log) = await PortalProcess.FailAsync(
            "--Portal:Marcket=uk", "--Portal:PageCacheBytes=many", "--Portal:DataDirectory=/proc/portal", "--urls", "here");

        Assert.Equal((1, ""), (code, log));
        Assert.Collection(
            error.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Equal("Portal:PageCacheBytes is \"many\". Set it to a whole number from 0 on.", line),
            line => Assert.Equal("Portal:Marcket is no setting of the portal. Did you mean Portal:Market?", line),
            line => Assert.StartsWith("The portal cannot write to its data folder /proc/portal: ", line),
            line => Assert.StartsWith("Urls is \"here\", and \"here\" is no address to listen on. ", line));
    }

    [Fact]
    public async Task An_address_that_is_taken_is_told()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        var (code, error, log) = await PortalProcess.FailAsync("--urls", address);

        Assert.Equal(1, code);
        Assert.StartsWith($"The portal cannot listen on {address}: ", error);
        Assert.DoesNotContain("   at ", error + log);
    }

    [Fact]
    public async Task A_log_that_cannot_be_set_up_is_told()
    {
        var (code, error, _) = await PortalProcess.FailAsync("--Serilog:MinimumLevel:Default=Loud");

        Assert.Equal(1, code);
        Assert.Equal("The settings of Serilog cannot be used: The value Loud is not a valid Serilog level.", error.Trim());
    }

    [Theory]
    [InlineData("here")]
    [InlineData("localhost:5080")]
    [InlineData("http:/localhost:5080")]
    [InlineData("ftp://localhost:5080")]
    [InlineData("http://localhost:99999")]
    [InlineData("http://localhost:http")]
    [InlineData("http://local host")]
    [InlineData("http://localhost:5080/portal")]
    public void What_is_no_address_to_listen_on_is_told(string url)
    {
        var problem = Assert.Single(ServerUrls.ProblemsIn(Listening($"http://localhost:5080;{url}")));

        Assert.Contains($"and \"{url}\" is no address to listen on.", problem);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://localhost:5080")]
    [InlineData("http://+:8080")]
    [InlineData("http://*:80;https://0.0.0.0:443/")]
    [InlineData("http://[::]:8080; http://[::1]:0")]
    [InlineData("http://unix:/run/portal.sock")]
    public void What_the_server_understands_is_taken(string? urls) => Assert.Empty(ServerUrls.ProblemsIn(Listening(urls)));

    private static IConfiguration Listening(string? urls) => new ConfigurationBuilder().AddInMemoryCollection([new("Urls", urls)]).Build();
}

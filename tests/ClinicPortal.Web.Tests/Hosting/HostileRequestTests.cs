using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Hosting;

/// <summary>What no browser sends, byte by byte over a real socket to the real server.</summary>
public sealed partial class HostileRequestTests(HostileRequestTests.KestrelPortal portal) : IClassFixture<HostileRequestTests.KestrelPortal>
{
    public static TheoryData<string> Requests =>
    [
        "GET /%FF%FE HTTP/1.1\r\nHost: a\r\n",
        "GET /treatments/%00 HTTP/1.1\r\nHost: a\r\n",
        "GET /treatments/\0 HTTP/1.1\r\nHost: a\r\n",
        "GET /%C0%AF..%C0%AFetc HTTP/1.1\r\nHost: a\r\n",
        "GET /treatments/% HTTP/1.1\r\nHost: a\r\n",
        "GET /..%2f..%2fappsettings.json HTTP/1.1\r\nHost: a\r\n",
        "GET //evil.example/ HTTP/1.1\r\nHost: a\r\n",
        "GET /compare/" + string.Join("-vs-", Enumerable.Repeat("prp", 1000)) + " HTTP/1.1\r\nHost: a\r\n",
        "GET /treatments/" + new string('a', 7000) + " HTTP/1.1\r\nHost: a\r\n",
        "GET /" + new string('a', 9000) + " HTTP/1.1\r\nHost: a\r\n",
        "GET /search?q=" + new string('a', 9000) + " HTTP/1.1\r\nHost: a\r\n",
        "GET /search?q=%00%ED%A0%80%F0 HTTP/1.1\r\nHost: a\r\n",
        "GET /search?" + string.Join('&', Enumerable.Repeat("q=a", 1100)) + " HTTP/1.1\r\nHost: a\r\n",
        "GET /treatments?concern=a&concern=b HTTP/1.1\r\nHost: a\r\n",
        "GET /compare/mesotherapy-vs-prp?without=%00 HTTP/1.1\r\nHost: a\r\n",
        "GET / HTTP/1.1\r\nHost: a b<script>\r\n",
        "GET / HTTP/1.1\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: " + new string('x', 40000) + "\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nAccept-Encoding: ;;q=9,,br;q=x\r\nIf-None-Match: \"\r\n",
        "FOO / HTTP/1.1\r\nHost: a\r\n",
        "TRACE / HTTP/1.1\r\nHost: a\r\n",
        "POST /treatments HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc",
        "POST /was-this-clear HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded; charset=utf-7\r\n"
            + "Content-Length: 3\r\n\r\na=b",
        "POST /staff/sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\n\r\na[b=c",
        "GET /error/200 HTTP/1.1\r\nHost: a\r\n",
        "GET /error/99999999999 HTTP/1.1\r\nHost: a\r\n",
        "nonsense\r\n",
    ];

    /// <summary>What may stand in an address where a page expects a name.</summary>
    public static TheoryData<string> OddSegments =>
    [
        "%20", "%20%20", "%09", "%0A", "%0D%0A", "%00", "%7F", "%C2%A0", "%E2%80%83", "%E3%80%80", "%E2%80%8B", "%EF%BB%BF", "%E2%80%AE",
        ".", "..", "%2e%2e", "...", "%2F", "a%2Fb", "%2F%2F", "%5C", "%25", "%", "%FF", "%C0%AF", "%ED%A0%80", "%ED%B0%80", "%F0%9F%98%80",
        "%C4%B0", "-vs-", "%20-vs-%20", "prp%20", "prp-vs-%C2%A0", "prp-vs-mesotherapy%00", "-1", "99999999999", new string('a', 5000),
        string.Concat(Enumerable.Repeat("%20", 1600)), string.Concat(Enumerable.Repeat("a-vs-", 1000)),
    ];

    [Theory]
    [MemberData(nameof(OddSegments))]
    public async Task An_odd_segment_of_an_address_is_answered_on_every_route_without_an_error_of_ours(string segment)
    {
        var routes = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.Parameters.Count > 0)
            .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct().ToList();
        var wrong = new List<string>();

        foreach (var route in routes)
        {
            var answer = await portal.SendAsync(
                $"GET /{Parameter().Replace(route, _ => segment)} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            if (!Answered().IsMatch(answer))
                wrong.Add($"{route}: {answer.Split('\r')[0]}");
        }

        Assert.Contains("compare/{treatments}/sheet", routes);
        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task It_is_answered_without_an_error_of_ours_and_without_a_trace(string request)
    {
        var answer = await portal.SendAsync(request + "Connection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 [234]", answer);
        Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_slashes_never_lead_off_this_site()
    {
        var answer = await portal.SendAsync("GET //evil.example/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        Assert.DoesNotContain("Location: //", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Location: http", answer, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("^HTTP/1.1 [234]")]
    private static partial Regex Answered();

    public class KestrelPortal : PortalFactory
    {
        public KestrelPortal()
        {
            UseKestrel(0);
            StartServer();
        }

        public Uri Address => ClientOptions.BaseAddress;

        /// <summary>What comes back of a request that is written byte by byte.</summary>
        public async Task<string> SendAsync(string request)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(Address.Host, Address.Port, TestContext.Current.CancellationToken);
            await using var stream = client.GetStream();
            var answer = new StringBuilder();
            try
            {
                await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
                using var reader = new StreamReader(stream, Encoding.Latin1);
                answer.Append(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
            }
            catch (IOException)
            {
                // The server may hang up once it has answered a request that it will not read to its end.
            }
            return answer.ToString();
        }
    }
}

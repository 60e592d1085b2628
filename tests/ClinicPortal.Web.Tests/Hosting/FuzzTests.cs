using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using ClinicPortal.Testing;
using CsCheck;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;

namespace ClinicPortal.Web.Tests.Hosting;

/// <summary>
/// Requests put together by chance from what addresses, queries, headers and forms are made of, whole and broken, over a real socket:
/// whatever a stranger sends, there is an answer, and it is no error of ours. 2,000 of them among the other tests, 100,000 in
/// <c>scripts/soak</c>.
/// </summary>
public sealed partial class FuzzTests(FuzzTests.WatchedPortal portal) : IClassFixture<FuzzTests.WatchedPortal>
{
    private static readonly int Requests = Trials.IsFull ? 100_000 : 2_000;

    private static readonly Gen<string> Odd = OneOf(
        "", "%20", "%00", "%0D%0A", "%FF", "%C0%AF", "%ED%A0%80", "%F0%9F%98%80", "%", "%2F", "%5C", "..", "%E2%80%AE", "-1", "1e400",
        "99999999999", "<b>", "\"'", "&", "=", ";", "+", "[]", "[0]", "{}", "\t", "\u00ff", "NaN", "null", "true", "-vs-", "a-vs-a");

    private static readonly Gen<string> Known = OneOf(
        "prp", "mesotherapy", "no-treatment", "prp-vs-mesotherapy", "mesotherapy-vs-prp", "hair-loss", "onset", "pain", "sheet", "1", "2");

    private static readonly Gen<string> Text = Gen.OneOf(
        Known, Odd, Gen.String[Gen.Char[' ', '~'], 0, 12], Gen.String[Gen.Char['\u0080', '\u00ff'], 0, 6],
        Known.Array[2, 6].Select(string.Concat), Gen.Int[0, 3000].Select(length => new string('a', length)));

    private static readonly Gen<string> Query = Gen.Select(
            Gen.OneOf(
                OneOf("concern", "rows", "without", "edition", "q", "weeks", "date", "row", "view", "key", "return", "page"), Text),
            Text)
        .Select((name, value) => $"{name}={value}").Array[0, 5].Select(pairs => string.Join('&', pairs));

    private static readonly Gen<string> Header = Gen.Select(
            OneOf(
                "Accept", "Accept-Encoding", "Accept-Language", "Authorization", "Cookie", "Content-Encoding", "Expect", "If-Match",
                "If-Modified-Since", "If-None-Match", "Origin", "Range", "Referer", "Sec-Fetch-Site", "Transfer-Encoding", "Upgrade",
                "X-Forwarded-For", "X-Forwarded-Prefix", "X-Forwarded-Proto", "X-HTTP-Method-Override"),
            Gen.OneOf(
                Text,
                OneOf("gzip, br;q=0", "*", "bytes=0-", "\"x\", W/\"y\"", "same-origin", "https", "/a/../b", "preview=1; __Host-staff=x")))
        .Select((name, value) => $"{name}: {Control().Replace(value, " ")}\r\n");

    private static readonly Gen<string> Body = Gen.OneOf(
        Query,
        Gen.Select(Query, Gen.Int[100, 1200]).Select((pair, times) => string.Join('&', Enumerable.Repeat(pair, times))),
        Text.Select(text => $"--x\r\nContent-Disposition: form-data; name=\"{text}\"\r\n\r\n{text}\r\n--x--\r\n"),
        Text.Select(text => $"--x\r\nContent-Disposition: form-data; name={text}; filename=\"{text}\"\r\nContent-Type: {text}\r\n{text}"),
        Text.Select(text => $"{{\"a\":\"{text}\"}}"),
        Gen.Int[0, 70_000].Select(length => new string('w', length)));

    private static readonly Gen<string> Type = OneOf(
        "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-7", "multipart/form-data; boundary=x",
        "multipart/form-data", "multipart/form-data; boundary=\"\"", "application/json", "text/plain; charset=nonsense", ";;", "a/b");

    [Fact]
    public async Task Whatever_a_stranger_sends_is_answered_and_no_error_of_ours()
    {
        var routes = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct().ToArray();
        Assert.Contains("/compare/{treatments}/sheet", routes);
        Assert.Contains("/staff/sign-in", routes);

        await Request(routes).SampleAsync(
            async request => Answered().IsMatch(await portal.SendAsync(request)), iter: Requests, threads: 2, print: Shown);

        Assert.Empty(portal.Errors);
    }

    private static Gen<string> Request(string[] routes)
    {
        var path = Gen.Select(OneOf(routes), Gen.OneOf(Known, Text).Array[4]).Select((route, parts) =>
        {
            var part = 0;
            return Parameter().Replace(route, _ => parts[part++ % parts.Length]);
        });
        var target = Gen.Select(Gen.OneOf(path, path, Text.Select(text => "/" + text)), Query, Gen.Bool)
            .Select((one, query, asks) => Space().Replace(asks ? $"{one}?{query}" : one, "%20"));
        var read = Gen.Select(OneOf("GET", "GET", "HEAD", "OPTIONS", "PUT", "x"), target, Header.Array[0, 4])
            .Select((method, one, headers) => $"{method} {one} HTTP/1.1\r\nHost: a\r\n{string.Concat(headers)}Connection: close\r\n\r\n");
        var sent = Gen.Select(OneOf("/was-this-clear", "/staff/sign-in", "/staff", "/search"), Query, Header.Array[0, 2], Type, Body)
            .Select((one, query, headers, type, body) =>
                $"POST {one}?{Space().Replace(query, "%20")} HTTP/1.1\r\nHost: a\r\n{string.Concat(headers)}Content-Type: {type}\r\n"
                + $"Content-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
        return Gen.OneOf(read, read, sent);
    }

    private static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    private static string Shown(string request) => request[..Math.Min(request.Length, 1500)];

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"[\s\u0000-\u001f]")]
    private static partial Regex Space();

    [GeneratedRegex(@"[\u0000-\u001f]")]
    private static partial Regex Control();

    // Where the server hangs up on a body that it will not read, its answer may be lost on the way.
    [GeneratedRegex(@"^(HTTP/1.1 [234]|\z)")]
    private static partial Regex Answered();

    public sealed class WatchedPortal : HostileRequestTests.KestrelPortal, ILogEventSink
    {
        public ConcurrentQueue<string> Errors { get; } = [];

        public void Emit(LogEvent logEvent)
        {
            if (logEvent.Level >= LogEventLevel.Error)
                Errors.Enqueue($"{logEvent.RenderMessage(null)} {logEvent.Exception}");
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<ILogEventSink>(this));
        }
    }
}

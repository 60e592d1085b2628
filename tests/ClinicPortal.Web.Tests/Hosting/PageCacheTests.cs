using System.IO.Compression;
using System.Net;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Testing;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Hosting;

public sealed class PageCacheTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Page = "/compare/mesotherapy-vs-prp";

    [Theory]
    [InlineData(null, null)]
    [InlineData("identity", null)]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("br;q=0.1, gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0", null)]
    [InlineData("*", "br")]
    [InlineData("zstd", null)]
    public async Task Each_client_gets_the_encoding_it_accepts_first_time_and_from_the_cache(string? accepts, string? gets)
    {
        for (var time = 0; time < 2; time++)
        {
            var answer = await Get(Page, accepts);

            Assert.Equal(gets, answer.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
            Assert.Contains("<h1>Mesotherapy or PRP?</h1>", await Text(answer), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Each_encoding_has_a_tag_of_its_own_and_the_tag_saves_the_body()
    {
        var plain = await Get(Page, null);
        var brotli = await Get(Page, "br");
        Assert.NotEqual(plain.Headers.ETag, brotli.Headers.ETag);

        var again = await Get(Page, "br", brotli.Headers.ETag!.ToString());
        var other = await Get(Page, "br", plain.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(brotli.Headers.ETag, again.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData("\"other\", {0}")]
    [InlineData("W/{0}")]
    [InlineData("*")]
    public async Task A_tag_is_found_in_a_list_weakly_compared_and_behind_a_star(string pattern)
    {
        var tag = (await Get(Page, "gzip")).Headers.ETag!.ToString();

        var answer = await Get(Page, "gzip", string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, tag));

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Fact]
    public async Task Query_keys_that_the_page_does_not_read_make_no_other_page()
    {
        var page = await Get(Page, "br");
        var scoped = await Get(Page + "?concern=hair-loss", "br");

        Assert.Equal(page.Headers.ETag, (await Get(Page + "?utm_source=mail&x=%3Cb%3E", "br")).Headers.ETag);
        Assert.NotEqual(page.Headers.ETag, (await Get(Page + "?without=no-treatment", "br")).Headers.ETag);
        Assert.NotEqual(page.Headers.ETag, scoped.Headers.ETag);
        Assert.NotEqual((await Get(Page + "?concern=acne-scars", "br")).Headers.ETag, scoped.Headers.ETag);
    }

    [Fact]
    public async Task Asking_for_the_head_alone_gives_the_same_headers_without_the_body()
    {
        var whole = await Get(Page, "br");
        var request = new HttpRequestMessage(HttpMethod.Head, Page);
        request.Headers.Add("Accept-Encoding", "br");

        var head = await portal.Reader.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
        Assert.Equal(whole.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Everyone_may_keep_a_page_and_asks_again_before_showing_it() =>
        Assert.Equal("public, no-cache", (await Get(Page, null)).Headers.CacheControl!.ToString());

    [Fact]
    public async Task A_new_edition_shows_at_once()
    {
        await using var other = new PortalFactory();
        await other.GetPage("/contact");
        var content = SampleClinic.Content with { Clinic = SampleClinic.Content.Clinic with { Telephone = "020 7946 0999" } };

        other.Services.GetRequiredService<CurrentEdition>().Replace(new Edition(2, DateTimeOffset.UnixEpoch, content));

        Assert.Contains("020 7946 0999", (await other.GetPage("/contact")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/page", "", true)]
    [InlineData("/page", "?concern=a", true)]
    [InlineData("/page", "?concern=a&utm_source=mail", false)]
    [InlineData("/page", "?weeks=3", false)]
    [InlineData("/other", "", false)]
    public async Task An_address_is_answered_before_all_else_once_its_page_is_kept(string path, string query, bool isKept)
    {
        var (edition, cache) = Cache();
        await cache.SendOrMakeAsync(Request("/page", path == "/page" ? query : ""), Write);

        Assert.Equal(isKept, await IsKnown());

        edition.Replace(new Edition(2, DateTimeOffset.UnixEpoch, SampleClinic.Content));
        Assert.False(await IsKnown());

        async Task<bool> IsKnown()
        {
            var isAsked = false;
            await cache.SendKnownAsync(Request(path, query, endpoint: false), _ =>
            {
                isAsked = true;
                return Task.CompletedTask;
            });
            return !isAsked;
        }
    }

    [Fact]
    public async Task A_page_that_many_ask_for_at_once_is_made_once()
    {
        var (_, cache) = Cache();
        var (gate, times) = (new TaskCompletionSource(), 0);
        async Task MakeAsync(HttpContext context)
        {
            times++;
            await gate.Task;
            await Write(context);
        }
        var asked = Enumerable.Range(0, 5).Select(_ => Request("/page")).ToList();

        var answers = asked.Select(request => cache.SendOrMakeAsync(request, MakeAsync)).ToList();
        gate.SetResult();
        await Task.WhenAll(answers);

        Assert.Equal(1, times);
        Assert.All(asked, request => Assert.Equal(Words.Length, request.Response.ContentLength));
    }

    [Fact]
    public async Task Whoever_waits_for_a_page_that_fails_makes_it_themselves()
    {
        var (_, cache) = Cache();
        var gate = new TaskCompletionSource();
        var (first, second) = (Request("/page"), Request("/page"));

        var failing = cache.SendOrMakeAsync(first, async _ =>
        {
            await gate.Task;
            throw new InvalidOperationException();
        });
        var waiting = cache.SendOrMakeAsync(second, Write);
        gate.SetResult();

        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        await waiting;
        Assert.Equal(Words.Length, second.Response.ContentLength);
    }

    private const string Words = "Made.";

    private static (CurrentEdition Edition, PageCache Cache) Cache()
    {
        var edition = new CurrentEdition(KnownMarkets.None);
        var options = new PortalOptions();
        return (edition, new(edition, new(TimeProvider.System, options), options));
    }

    private static DefaultHttpContext Request(string path, string query = "", bool endpoint = true)
    {
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path, context.Request.QueryString) = ("GET", path, new(query));
        if (endpoint)
            context.SetEndpoint(new(null, new(new CachedPageAttribute("concern") { Readers = ["weeks"] }), null));
        return context;
    }

    private static Task Write(HttpContext context)
    {
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync(Words);
    }

    private async Task<HttpResponseMessage> Get(string address, string? accepts, string? tag = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accepts is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepts);
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await portal.Reader.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<string> Text(HttpResponseMessage answer)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream decoded = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(decoded);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}

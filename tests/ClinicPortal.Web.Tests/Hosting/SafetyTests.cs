using System.Net;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Web.Html;

namespace ClinicPortal.Web.Tests.Hosting;

public sealed class SafetyTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=x")]
    [InlineData("/no/such/page")]
    [InlineData("/treatments/mezoterapi")]
    [InlineData("/css/site.css")]
    [InlineData("/sitemap.xml")]
    [InlineData("/health/live")]
    public async Task Every_answer_tells_the_browser_what_it_may_not_do(string address)
    {
        var answer = await portal.Get(address);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("camera=()", answer.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/css/site.css", "text/css")]
    [InlineData("/js/portal.js", "text/javascript")]
    [InlineData("/img/icon.svg", "image/svg+xml")]
    [InlineData("/sitemap.xml", "application/xml")]
    public async Task What_is_text_says_how_it_is_written(string address, string type)
    {
        var said = (await portal.Get(address)).Content.Headers.ContentType!;

        Assert.Equal((type, "utf-8"), (said.MediaType, said.CharSet));
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))", "javascript")]
    [InlineData("[x](JaVaScRiPt&#58;alert(1))", "javascript&#58;")]
    [InlineData("[x](data:text/html;base64,PHN2Zz4=)", "data:")]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("<img src=x onerror=alert(1)>", "<img")]
    [InlineData("![x](https://elsewhere.example/pixel.png)", "<img")]
    [InlineData("<a href='x' onclick='y'>z</a>", "<a href='x'")]
    [InlineData("<style>*{}</style><iframe src=x></iframe>", "<iframe")]
    public void Nothing_unsafe_comes_through_the_door_from_markdown(string markdown, string never)
    {
        var html = new PatientMarkdown().Block(LocalText.English(markdown)).ToString()!;

        Assert.DoesNotContain(never, html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Emphasis_lists_and_plain_links_do_come_through()
    {
        var html =
            new PatientMarkdown().Block(LocalText.English("**Go** to [the page](https://clinic.example/a).\n\n- one\n- two")).ToString()!;

        Assert.Contains("<strong>Go</strong>", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://clinic.example/a\"", html, StringComparison.Ordinal);
        Assert.Contains("nofollow", html, StringComparison.Ordinal);
        Assert.Contains("<li>two</li>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Heading")]
    [InlineData("Heading\n---")]
    [InlineData("    indented")]
    [InlineData("> quoted")]
    [InlineData("`code`")]
    [InlineData("```\nfenced\n```")]
    [InlineData("<b>pasted</b> <h2>tags</h2>")]
    public void What_is_not_Markdown_here_is_read_as_it_was_typed(string typed)
    {
        var html = new PatientMarkdown().Block(LocalText.English(typed)).ToString()!;

        Assert.Equal($"<p>{WebUtility.HtmlEncode(typed.Trim())}</p>", html.Replace("\"", "&quot;", StringComparison.Ordinal));
    }
}

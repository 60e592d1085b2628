using System.Net;
using ClinicPortal.Core.Feedback;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using ClinicPortal.Web.Tests.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Pages;

public sealed class ClarityTests
{
    private const string Comparison = "/compare/mesotherapy-vs-prp";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_question_asks_whether_it_was_clear_and_sends_nothing_but_itself()
    {
        await using var portal = new PortalFactory();
        var page = await portal.GetPage(Comparison);

        Assert.All(SampleClinic.Edition.Criteria, criterion =>
        {
            var asked = page.GetElementById($"thanks-{criterion.Slug}")!.ParentElement!;
            Assert.StartsWith(criterion.Question.ToString(), asked.TextContent, StringComparison.Ordinal);
            Assert.Equal(
                [$"yes={criterion.Slug}", $"no={criterion.Slug}"],
                asked.QuerySelectorAll("button[form=clarity]")
                    .Select(button => $"{button.GetAttribute("name")}={button.GetAttribute("value")}"));
        });
        Assert.Empty(page.QuerySelector("form#clarity")!.Children);
    }

    [Fact]
    public async Task Answers_are_counted_by_question_day_and_answer_and_lead_back_to_the_row()
    {
        await using var portal = new PortalFactory();

        var answer = await SendAsync(portal, "yes", "onset", page: $"{Comparison}?without=no-treatment&rows=onset,pain&weeks=4");
        await SendAsync(portal, "yes", "onset");
        await SendAsync(portal, "no", "pain");

        Assert.Equal(
            (HttpStatusCode.SeeOther, $"{Comparison}?without=no-treatment&rows=onset,pain&weeks=4#thanks-onset"),
            (answer.StatusCode, answer.Headers.Location?.OriginalString));
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        Assert.Equal(
            [("onset", true, 2), ("pain", false, 1)],
            (await CountsAsync(portal))
                .Where(count => count.Day >= today.AddDays(-1))
                .Select(count => (count.Criterion, count.Clear, count.Count)));
        Assert.NotNull((await portal.GetPage(Comparison)).GetElementById("thanks-onset"));
    }

    [Fact]
    public async Task Staff_read_the_counts_of_ninety_days_beside_the_questions()
    {
        await using var portal = new PortalFactory();
        var eve = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var counts = portal.Services.GetRequiredService<ClarityCounts>();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        foreach (var (question, clear, daysAgo, times) in new[]
        {
            ("onset", true, 0, 2),
            ("onset", true, 80, 1),
            ("onset", false, 80, 1),
            ("pain", false, 0, 3),
            ("pain", true, 120, 4),
            ("cost-band", true, 120, 1),
        })
            for (var time = 0; time < times; time++)
                await counts.AddAsync(question, clear, today.AddDays(-daysAgo), Cancel);

        var page = await eve.PageAsync("/staff/criteria");

        string Line(string question) =>
            page.QuerySelector($"a[href='/staff/criteria/{question}']")!.Closest("tr")!.QuerySelector("td:last-child")!.TextContent;
        Assert.Equal("Was this clear? Clear 3, not clear 1, last 90 days", Line("onset"));
        Assert.Equal("Was this clear? Clear 0, not clear 3, last 90 days", Line("pain"));
        Assert.Equal("Was this clear? No answers, last 90 days", Line("cost-band"));
    }

    [Fact]
    public async Task A_reader_whose_browser_tells_no_page_is_thanked_on_a_page_of_its_own()
    {
        await using var portal = new PortalFactory();

        foreach (var page in new[] { null, "http://evil.example/compare/x", "http://localhost/staff" })
        {
            var answer = await SendAsync(portal, "yes", "onset", referer: page);
            Assert.Equal("/was-this-clear", answer.Headers.Location?.OriginalString);
        }
    }

    [Theory]
    [InlineData("cross-site", "http://localhost")]
    [InlineData("same-site", "http://localhost")]
    [InlineData("none", null)]
    [InlineData(null, "http://evil.example")]
    [InlineData(null, "null")]
    [InlineData(null, null)]
    public async Task What_another_site_sends_is_refused_and_not_counted(string? site, string? origin)
    {
        await using var portal = new PortalFactory();

        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(portal, "yes", "onset", site: site, origin: origin)).StatusCode);

        Assert.Empty(await CountsAsync(portal));
    }

    [Fact]
    public async Task A_browser_without_fetch_metadata_is_known_by_its_origin()
    {
        await using var portal = new PortalFactory();

        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(portal, "no", "onset", site: null, origin: "http://localhost")).StatusCode);
    }

    [Theory]
    [InlineData("yes", "no-such-question")]
    [InlineData("yes", "")]
    [InlineData("maybe", "onset")]
    public async Task Only_an_answer_to_a_question_of_the_edition_is_counted(string name, string value)
    {
        await using var portal = new PortalFactory();

        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(portal, name, value)).StatusCode);

        Assert.Empty(await CountsAsync(portal));
    }

    [Fact]
    public async Task One_reader_cannot_fill_the_counts()
    {
        await using var portal = new PortalFactory();
        for (var time = 0; time < 40; time++)
            await SendAsync(portal, "yes", "onset");

        Assert.Equal(HttpStatusCode.TooManyRequests, (await SendAsync(portal, "yes", "onset")).StatusCode);
        Assert.InRange((await CountsAsync(portal)).Single().Count, 1, 60);
    }

    [Fact]
    public async Task A_past_edition_does_not_ask()
    {
        await using var portal = new PortalFactory();
        Assert.NotNull((await portal.GetPage($"{Comparison}?edition=1")).QuerySelector("form#clarity"));

        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        await ada.SendAsync("/staff/treatments/prp/answers/mechanism", new() { ["Form.Text"] = "It wakes up cells." });
        await ada.SendAsync("/staff/publish", new() { ["Reason"] = PublishingInTests.Reason });

        Assert.Null((await portal.GetPage($"{Comparison}?edition=1")).QuerySelector("form#clarity"));
    }

    private static async Task<HttpResponseMessage> SendAsync(
        PortalFactory portal, string name, string value, string page = Comparison, string? site = "same-origin",
        string? origin = "http://localhost", string? referer = "")
    {
        var request =
            new HttpRequestMessage(HttpMethod.Post, "/was-this-clear") { Content = new FormUrlEncodedContent([new(name, value)]) };
        foreach (var (header, words) in new[]
        {
            ("Sec-Fetch-Site", site),
            ("Origin", origin),
            ("Referer", referer == "" ? $"http://localhost{page}" : referer),
        })
            if (words is not null)
                request.Headers.TryAddWithoutValidation(header, words);
        return await portal.Reader.SendAsync(request, Cancel);
    }

    private static async Task<List<ClarityCount>> CountsAsync(PortalFactory portal)
    {
        _ = portal.Reader;
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<ClinicDbContext>>().CreateDbContextAsync(Cancel);
        return await db.ClarityCounts.OrderBy(count => count.Criterion).ToListAsync(Cancel);
    }
}

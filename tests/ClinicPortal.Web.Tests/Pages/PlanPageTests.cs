using System.Net;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ClinicPortal.Web.Tests.Pages;

/// <summary>It is 30 minutes past midnight on 2 December 2026 in Istanbul, where the clinic is, and still 1 December in London.</summary>
public sealed class PlanPageTests(PlanPageTests.InIstanbul portal) : IClassFixture<PlanPageTests.InIstanbul>
{
    [Theory]
    [InlineData("date=2026-12-09&a=prp&b=mesotherapy", "/compare/mesotherapy-vs-prp?weeks=1")]
    [InlineData("date=2026-12-15&a=prp&b=mesotherapy", "/compare/mesotherapy-vs-prp?weeks=1")]
    [InlineData("date=2026-12-16&a=prp&b=mesotherapy", "/compare/mesotherapy-vs-prp?weeks=2")]
    [InlineData("date=2028-12-05&a=prp&b=mesotherapy", "/compare/mesotherapy-vs-prp?weeks=104")]
    [InlineData("date=&weeks=10&a=&b=prp&c=&d=mesotherapy", "/compare/mesotherapy-vs-prp?weeks=10")]
    [InlineData("weeks=10&a=prp", "/compare/prp-vs-no-treatment?weeks=10")]
    [InlineData("weeks=10&a=prp&concern=hair-loss", "/compare/prp-vs-no-treatment?concern=hair-loss&weeks=10")]
    [InlineData(
        "weeks=10&concern=wrinkles-dynamic", "/compare/botulinum-vs-ha-filler-vs-mesotherapy-vs-prp?concern=wrinkles-dynamic&weeks=10")]
    public async Task It_leads_to_the_comparison_that_plans_for_the_day(string query, string address)
    {
        var answer = await portal.Get($"/plan?{query}");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var place = answer.Headers.Location!.OriginalString.Split('#');
        Assert.Equal(address, place[0]);
        Assert.NotNull((await portal.GetPage(place[0])).GetElementById(place[1]));
    }

    [Theory]
    [InlineData("date=2026-12-01&a=prp", "1 December 2026 is in the past")]
    [InlineData("date=2026-12-08&a=prp", "8 December 2026 is less than a week away")]
    [InlineData("date=2028-12-06&a=prp", "6 December 2028 is more than 104 weeks away")]
    [InlineData("date=next+summer&a=prp", "“next summer” is not a date. Write it as year, month and day, like 2027-03-02.")]
    [InlineData("date=2027-02-30&a=prp", "“2027-02-30” is not a date")]
    [InlineData("weeks=0&a=prp", "Write the weeks as a whole number from 1 to 104.")]
    [InlineData("weeks=105&a=prp", "Write the weeks as a whole number from 1 to 104.")]
    [InlineData("weeks=ten&a=prp", "Write the weeks as a whole number from 1 to 104.")]
    [InlineData("date=2027-02-28&weeks=12&a=prp", "Give the date or the weeks, not both.")]
    [InlineData("a=prp", "Choose the date, or write in how many weeks it is.")]
    [InlineData("weeks=10&a=prp&b=prp", "The same treatment stands there twice.")]
    [InlineData("weeks=10&a=nonsense", "We do not know “nonsense”.")]
    public async Task What_is_wrong_is_said_and_nothing_that_was_typed_is_lost(string query, string problem)
    {
        var page = await portal.GetPage($"/plan?{query}&c=hair-transplant&concern=hair-loss", HttpStatusCode.BadRequest);

        Assert.Contains(problem, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        var typed = query.Split('&').Select(pair => pair.Split('=')).ToLookup(pair => pair[0], pair => pair[1].Replace('+', ' '));
        Assert.Equal(typed["date"].FirstOrDefault() ?? "", page.GetElementById("date")!.GetAttribute("value"));
        Assert.Equal(typed["weeks"].FirstOrDefault() ?? "", page.GetElementById("weeks")!.GetAttribute("value"));
        Assert.Equal("hair-loss", Chosen(page, "plan-concern"));
        Assert.Contains("hair-transplant", page.QuerySelectorAll("select[id^=plan-] option[selected]").Select(Value));
    }

    [Fact]
    public async Task A_date_alone_plans_for_nothing()
    {
        var page = await portal.GetPage("/plan?date=2027-03-01&weeks=&concern=&a=&b=&c=&d=", HttpStatusCode.BadRequest);

        Assert.Equal("Choose a treatment, or say what it is for.", page.QuerySelector("[role=alert]")!.TextContent.Trim());
        Assert.Equal("2027-03-01", page.GetElementById("date")!.GetAttribute("value"));
    }

    [Fact]
    public async Task For_a_concern_with_many_treatments_the_reader_chooses_among_them_and_keeps_the_date()
    {
        var many = await portal.GetPage("/plan?date=2027-03-01&concern=skin-rejuvenation");

        Assert.Empty(many.QuerySelectorAll("[role=alert]"));
        Assert.Equal("2027-03-01", many.GetElementById("date")!.GetAttribute("value"));
        Assert.Contains("Choose one to four of them", many.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("hair-transplant", many.QuerySelectorAll("#plan-a option").Select(Value));
    }

    [Fact]
    public async Task It_is_reached_from_home_and_from_a_search_for_an_occasion()
    {
        Assert.NotNull((await portal.GetPage("/")).QuerySelector("main a[href='/plan']"));
        Assert.NotNull((await portal.GetPage("/search?q=wedding")).QuerySelector("main a[href='/plan']"));
        Assert.Null((await portal.GetPage("/search?q=wedding")).QuerySelector("main .alert:not([aria-labelledby])"));
        Assert.Null((await portal.GetPage("/search?q=prp")).QuerySelector("main a[href='/plan']"));
        var plan = await portal.Get("/plan");
        Assert.Contains("no-store", plan.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    private static string? Chosen(IDocument page, string id) => page.QuerySelector($"#{id} option[selected]")?.GetAttribute("value");

    private static string? Value(IElement option) => option.GetAttribute("value");

    public sealed class InIstanbul : PortalFactory
    {
        public InIstanbul() => Settings["Portal:TimeZone"] = "Europe/Istanbul";

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
                services.AddSingleton<TimeProvider>(new FakeTimeProvider(new(2026, 12, 1, 21, 30, 0, TimeSpan.Zero))));
        }
    }
}

using System.Net;
using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Testing;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Tests.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Pages;

/// <summary>
/// What patients read of what a safety hold hides, at every public exit: bodies and entity tags before, during and after.
/// </summary>
public sealed class SafetyHoldTests
{
    /// <summary>Stands in the serious risks of PRP and nowhere else.</summary>
    private const string Secret = "zyxwvut";

    private const string Risks = "treatments/prp/answers/serious-risks", Pair = "/compare/mesotherapy-vs-prp";

    private static readonly string[] TellingIt =
    [
        "/treatments/prp", "/concerns/hair-loss", Pair, $"{Pair}?concern=hair-loss", $"{Pair}?weeks=10",
        $"{Pair}?without=no-treatment", $"{Pair}?rows=serious-risks", $"{Pair}?edition=2", $"{Pair}/sheet", $"{Pair}/sheet?edition=2",
        "/compare/microneedling-vs-prp", $"/search?q={Secret}",
    ];

    private static readonly string[] Others =
    [
        "/", "/treatments", "/concerns", "/glossary", "/sources", "/about", "/contact", "/plan", "/sitemap.xml", "/robots.txt",
        "/treatments/mesotherapy", "/compare", "/about/decision-aid-standard",
    ];

    [Fact]
    public async Task A_hidden_answer_is_at_no_exit_of_any_edition_and_when_it_is_shown_again_every_page_is_as_it_was()
    {
        await using var portal = new ThreeEditions();
        await portal.ReadyAsync();
        var before = await portal.ReadAsync([.. TellingIt, .. Others]);
        Assert.All(TellingIt, address => Assert.Contains(Secret, before[address].Body, StringComparison.OrdinalIgnoreCase));
        Assert.All(Others, address => Assert.DoesNotContain(Secret, before[address].Body, StringComparison.OrdinalIgnoreCase));

        await portal.HideAsync(Risks, "Call us about the risks.");

        var hidden = await portal.ReadAsync([.. TellingIt, .. Others]);
        foreach (var (address, (status, body, tag)) in hidden)
        {
            Assert.True(status == HttpStatusCode.OK, address);
            // The page of a search shows what was typed, and below it is asked what it found.
            Assert.True(
                address.StartsWith("/search", StringComparison.Ordinal) || !body.Contains(Secret, StringComparison.OrdinalIgnoreCase),
                address);
            Assert.True(Others.Contains(address) == (tag == before[address].Tag) || tag is null, $"{address}: {tag}");
        }
        Assert.DoesNotContain("href=\"/treatments/prp", hidden[$"/search?q={Secret}"].Body, StringComparison.Ordinal);
        foreach (var address in TellingIt.Where(address => !address.StartsWith("/search", StringComparison.Ordinal)))
            Assert.Contains("Withheld: ask before you decide", hidden[address].Body, StringComparison.Ordinal);
        Assert.Contains("Call us about the risks.", hidden["/treatments/prp"].Body, StringComparison.Ordinal);
        // A browser that has kept the page gets the new one.
        Assert.Equal(HttpStatusCode.OK, await portal.StatusOfKeptAsync(Pair, before[Pair].Tag!));

        await portal.ShowAgainAsync();

        Assert.Equal(before, await portal.ReadAsync([.. TellingIt, .. Others]));
        Assert.Equal(HttpStatusCode.NotModified, await portal.StatusOfKeptAsync(Pair, before[Pair].Tag!));
    }

    [Fact]
    public async Task With_the_risks_every_verdict_on_the_treatment_is_withheld_and_no_verdict_on_another()
    {
        await using var portal = new ThreeEditions();
        await portal.ReadyAsync();
        await portal.HideAsync(Risks);

        var page = await portal.GetPage("/treatments/prp");
        Assert.All(page.QuerySelectorAll(".verdicts dd"), verdict =>
            Assert.Equal("Withheld: ask before you decide", verdict.TextContent.Trim()));
        const string grades = ".verdicts .certainty, #how-sure .certainty";
        Assert.Empty(page.QuerySelectorAll(grades));
        Assert.NotEmpty((await portal.GetPage("/treatments/mesotherapy")).QuerySelectorAll(grades));
        var compared = await portal.GetPage($"{Pair}?concern=hair-loss");
        Assert.Empty(compared.QuerySelectorAll("#evidence td:nth-of-type(2) .certainty"));
        Assert.Contains("Withheld", compared.QuerySelector("#evidence")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_treatment_is_offered_nowhere_and_its_own_addresses_say_whom_to_ask()
    {
        await using var portal = new ThreeEditions();
        await portal.ReadyAsync();
        var pages = new[]
        {
            "/", "/treatments", "/concerns/hair-loss", "/treatments/mesotherapy", "/compare", "/plan", "/sitemap.xml",
            "/search?q=platelet",
        };
        // The glossary goes on explaining the word.
        const string offers = "treatments/prp|prp-vs|vs-prp|value=\"prp\"";
        Assert.All((await portal.ReadAsync(pages)).Values, page => Assert.Matches(offers, page.Body));

        await portal.HideAsync("treatments/prp");

        foreach (var (address, page) in await portal.ReadAsync(pages))
            Assert.False(Regex.IsMatch(page.Body, offers), address);
        foreach (var address in new[] { "/treatments/prp", Pair, $"{Pair}?edition=1", $"{Pair}/sheet" })
        {
            var own = await portal.GetPage(address);
            Assert.EndsWith("is withheld for now", own.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(own.QuerySelector("main a[href^='tel:']"));
            Assert.Equal("noindex", own.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
            Assert.DoesNotContain(Secret, own.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
            Assert.Empty(own.QuerySelectorAll("script[type='application/ld+json']"));
        }

        await portal.WithdrawAsync("The device was recalled.");

        var gone = await portal.GetPage("/treatments/prp", HttpStatusCode.Gone);
        Assert.EndsWith("has been withdrawn", gone.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The device was recalled.", gone.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await portal.GetPage($"{Pair}?edition=1", HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_preview_of_what_is_not_published_yet_hides_it_too()
    {
        await using var portal = new ThreeEditions();
        await portal.ReadyAsync();
        await portal.HideAsync(Risks);
        var staff = await StaffBrowser.SignedInAsync(portal, "Eva Editor");
        await portal.ImportAsync(ThreeEditions.With(portal.Latest, "prp", "onset", "Not published yet."));

        var preview = PreviewView.Saved.At("/treatments/prp");

        var draft = (await staff.PageAsync(preview)).Body!.TextContent;
        Assert.Contains("Not published yet.", draft, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, draft, StringComparison.OrdinalIgnoreCase);
        // What is hidden while the draft is kept.
        await portal.HideAsync("treatments/prp/answers/onset");
        Assert.DoesNotContain("Not published yet.", (await staff.PageAsync(preview)).Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>The second edition has the secret, and so has the third, which changes something else.</summary>
    private sealed class ThreeEditions : PortalFactory
    {
        private static readonly AccountSignature Ada = new(1, "Ada", TemporaryStore.Now), Ben = new(2, "Ben", TemporaryStore.Now);

        public ClinicContent Latest { get; private set; } = SampleClinic.Content;

        private SafetyHolds Holds => Services.GetRequiredService<SafetyHolds>();

        private CurrentEdition Current => Services.GetRequiredService<CurrentEdition>();

        public async Task ReadyAsync()
        {
            _ = Reader;
            Latest = WithSecret(SampleClinic.Content);
            await PublishAsync();
            Latest = With(Latest, "botulinum", "onset", "Changed in edition 3.");
            await PublishAsync();
        }

        public async Task<Dictionary<string, (HttpStatusCode Status, string Body, string? Tag)>> ReadAsync(IReadOnlyList<string> addresses)
        {
            var pages = new Dictionary<string, (HttpStatusCode, string, string?)>();
            foreach (var address in addresses)
            {
                var answer = await Get(address);
                pages.Add(address, (
                    answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                    answer.Headers.ETag?.ToString()));
            }
            return pages;
        }

        public async Task<HttpStatusCode> StatusOfKeptAsync(string address, string tag)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("If-None-Match", tag);
            return (await Reader.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
        }

        public async Task HideAsync(string path, string? words = null)
        {
            Assert.Equal(HoldOutcome.Done, await Holds.PlaceAsync(path, path, "Wrong.", words, Ada));
            await Current.CatchUpAsync(Holds, TestContext.Current.CancellationToken);
        }

        public async Task ShowAgainAsync()
        {
            Assert.Equal(HoldOutcome.Done, await Holds.LiftAsync((await Holds.AllAsync())[0].Key, "Checked.", Ben));
            await Current.CatchUpAsync(Holds, TestContext.Current.CancellationToken);
        }

        public async Task WithdrawAsync(string reason)
        {
            Assert.Equal(HoldOutcome.Done, await Holds.WithdrawAsync((await Holds.AllAsync())[0].Key, reason, Ben));
            await Current.CatchUpAsync(Holds, TestContext.Current.CancellationToken);
        }

        public async Task ImportAsync(ClinicContent content) => Assert.IsType<ImportOutcome.Imported>(
            await Services.GetRequiredService<ContentImporter>().ImportAsync(content));

        public static ClinicContent With(ClinicContent content, string slug, string criterion, string text) =>
            With(content, slug, criterion, answer => answer with { Text = LocalText.English(text) });

        private static ClinicContent WithSecret(ClinicContent content) => With(content, "prp", "serious-risks", answer => answer with
        {
            Text = LocalText.English($"A {Secret} can happen. Call a doctor at once if a {Secret} hurts."),
            Brief = LocalText.English($"A {Secret}"),
            GetHelp = LocalText.English($"Call a doctor at once if a {Secret} hurts."),
        });

        private static ClinicContent With(ClinicContent content, string slug, string criterion, Func<AnswerEntry, AnswerEntry> change) =>
            content with
            {
                Treatments = [.. content.Treatments.Select(one => one.Slug != slug ? one : one with
                {
                    Answers = [.. one.Answers.Select(answer => answer.Criterion == criterion ? change(answer) : answer)],
                })],
            };

        private async Task PublishAsync()
        {
            await ImportAsync(Latest);
            var publisher = Services.GetRequiredService<Publisher>();
            var outcome = await publisher.PublishAsync("A test", null, DateTimeOffset.UnixEpoch);
            await Current.CatchUpAsync(publisher, Assert.IsType<PublishOutcome.Published>(outcome).Number, default);
        }
    }
}

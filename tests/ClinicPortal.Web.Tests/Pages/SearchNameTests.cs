using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Testing;
using ClinicPortal.Web.Hosting;

namespace ClinicPortal.Web.Tests.Pages;

/// <summary>Search names are found and never shown: in no text, no title, no metadata and no list for search engines.</summary>
public sealed class SearchNameTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly Edition Edition = SampleClinic.Edition;

    // Thousands of texts are looked through for each name, and the framework remembers the last few patterns only.
    private static readonly ConcurrentDictionary<string, Regex> Patterns = [];

    private static IEnumerable<LocalText> All =>
    [
        .. Edition.Concerns.SelectMany(concern => concern.SearchNames),
        .. Edition.Treatments.SelectMany(treatment => treatment.SearchNames),
        .. Edition.Conditions.SelectMany(condition => condition.SearchNames),
        .. Edition.Criteria.SelectMany(criterion => criterion.SearchNames),
    ];

    /// <summary>Those that no other text of the clinic holds, but for the notes on sources, which only staff read.</summary>
    private static IReadOnlyList<string> Names { get; } =
    [
        .. All.SelectMany(name => name.Texts.Values).Distinct().Where(name => !ContentWalk.Of(SampleClinic.Content)
            .Where(text => text.Field.Name != "search-names" && text is not { Text: string, Field.Name: "note" })
            .Any(text => Holds(text.Text is LocalText prose ? string.Join('\n', prose.Texts.Values) : (string)text.Text, name))),
    ];

    public static TheoryData<string> Addresses =>
    [
        "/sitemap.xml", "/robots.txt", "/was-this-clear", "/about/decision-aid-standard", "/compare/mesotherapy-vs-prp?concern=hair-loss",
        "/compare/mesotherapy-vs-prp/sheet", "/search?q=prp", "/search?q=kellik", "/plan", "/treatments/no-such", "/plan?weeks=0",
        .. SearchEngineEndpoints.IndexedPaths(Edition, KnownMarkets.None),
    ];

    [Fact]
    public void The_sample_has_many_that_stand_nowhere_else()
    {
        Assert.True(Names.Count >= 40);
        Assert.All(["tired face", "saç dökülmesi", "botox", "vampire facial", "kellik"], name => Assert.Contains(name, Names));
        Assert.True(Holds("<p>Tired face?</p>", "tired face"));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task No_page_holds_one(string address)
    {
        var answer = await portal.Get(address);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        // A page of answers repeats what was searched for.
        var asked = Uri.UnescapeDataString(address.Split("q=")[^1]);

        Assert.True(page.Length > 30);
        Assert.DoesNotContain(Names, name => name != asked && Holds(page, name));
    }

    private static bool Holds(string text, string name) => Patterns.GetOrAdd(name, Pattern).IsMatch(text);

    private static Regex Pattern(string name) =>
        new($@"(?<![\p{{L}}-]){Regex.Escape(name)}(?![\p{{L}}-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}

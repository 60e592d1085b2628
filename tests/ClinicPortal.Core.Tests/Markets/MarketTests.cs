using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Markets;

public class MarketTests
{
    private const string Price = "cost-band";

    public static TheoryData<string> Ruled =>
        [.. KnownMarkets.All.Where(market => market != KnownMarkets.None).Select(market => market.Slug)];

    [Fact]
    public void These_markets_are_known() =>
        Assert.Equal(["uk", "ie", "de", "tr", "none"], KnownMarkets.All.Select(market => market.Slug));

    [Theory]
    [InlineData("UK", "uk")]
    [InlineData(" de ", "de")]
    [InlineData("england", null)]
    [InlineData("", null)]
    public void A_market_is_found_by_its_name_and_never_guessed(string name, string? slug) =>
        Assert.Equal(slug, KnownMarkets.Find(name)?.Slug);

    [Theory]
    [MemberData(nameof(Ruled))]
    public void Every_rule_has_words_a_reference_an_address_and_an_effect(string slug) => Assert.All(Market(slug).Rules, rule =>
    {
        Assert.EndsWith(".", rule.Words, StringComparison.Ordinal);
        Assert.NotEmpty(rule.Reference);
        Assert.True(Uri.TryCreate(rule.Address, UriKind.Absolute, out var address) && address.Scheme == "https");
        Assert.NotEmpty(rule.Effects);
        Assert.Equal(rule.Effects.Contains(MarketEffect.Notice), rule.Notice is not null);
    });

    [Theory]
    [MemberData(nameof(Ruled))]
    public void A_prescription_only_option_is_neither_named_on_the_home_page_nor_priced(string slug)
    {
        var market = Market(slug);
        var medicine = ExampleEdition.Treatment("prp") with { PrescriptionOnly = PrescriptionRule.Yes };

        Assert.False(market.MayNameOnHomePage(medicine));
        Assert.False(market.MayNameInSearchEngines(medicine));
        Assert.False(market.MayPrice(medicine));
        Assert.NotEmpty(market.Notices);
    }

    [Theory]
    [InlineData("uk", true)]
    [InlineData("ie", true)]
    [InlineData("de", true)]
    [InlineData("tr", false)]
    public void What_needs_no_prescription_may_be_named_and_where_prices_may_stand_priced(string slug, bool priced)
    {
        foreach (var rule in new[] { PrescriptionRule.No, PrescriptionRule.Depends })
        {
            var treatment = ExampleEdition.Treatment("prp") with { PrescriptionOnly = rule };
            Assert.True(Market(slug).MayNameOnHomePage(treatment));
            Assert.True(Market(slug).MayNameInSearchEngines(treatment));
            Assert.Equal(priced, Market(slug).MayPrice(treatment));
        }
    }

    [Fact]
    public void Without_a_market_nothing_is_held_back()
    {
        Assert.Same(Clinic, MarketEdition.For(KnownMarkets.None, Clinic));
        Assert.True(KnownMarkets.None.MayNameOnHomePage(Clinic.FindTreatment("prp")!));
        Assert.Empty(KnownMarkets.None.Notices);
    }

    [Fact]
    public void A_price_that_may_not_stand_is_in_no_answer_and_no_comparison()
    {
        var edition = MarketEdition.For(Market("uk"), Clinic);

        Assert.Equal("Ask the clinic", Brief.Of(Criterion, edition.FindAnswer("prp", Price)));
        Assert.Null(edition.FindAnswer("prp", Price)!.Value);
        Assert.DoesNotContain("Varies a lot", edition.FindAnswer("prp", Price)!.Text!.ToString(), StringComparison.Ordinal);
        Assert.Equal(Clinic.FindAnswer("mesotherapy", Price), edition.FindAnswer("mesotherapy", Price));
        Assert.Equal(Clinic.FindAnswer("prp", "pain"), edition.FindAnswer("prp", "pain"));
        Assert.Equal((Clinic.Number, Clinic.PublishedAt), (edition.Number, edition.PublishedAt));
        var row = Comparison.Of(
            edition,
            ComparisonAddress.Of(
                edition,
                [edition.FindTreatment("prp")!, edition.FindTreatment("mesotherapy")!])).Rows.Single(row => row.Criterion.Slug == Price);
        Assert.Equal(Agreement.NotCompared, row.Agreement);
    }

    [Fact]
    public void Where_no_price_may_stand_none_stands_but_nothing_still_costs_nothing()
    {
        var edition = MarketEdition.For(Market("tr"), Clinic);

        Assert.Equal(MarketEdition.Withheld, edition.FindAnswer("mesotherapy", Price)!.Text);
        Assert.Equal(Clinic.FindAnswer("no-treatment", Price), edition.FindAnswer("no-treatment", Price));
        Assert.Null(edition.FindAnswer("microneedling", Price));
    }

    [Fact]
    public async Task Past_editions_follow_the_market_too()
    {
        using var store = await TemporaryStore.HoldingAsync(SampleClinic.Content);
        await store.Publisher.PublishAsync("Example Editor", null, TemporaryStore.Now, TestContext.Current.CancellationToken);
        using var past = new PastEditions(store.Publisher, new(Market("tr")));

        var edition = (await past.OpenAsync(1, TestContext.Current.CancellationToken))!;

        var prices =
            edition.Criteria.Where(criterion => criterion.Kind == ValueKind.MoneyBand).Select(criterion => criterion.Slug).ToList();
        Assert.NotEmpty(prices);
        Assert.All(prices, price => Assert.Equal(MarketEdition.Withheld, edition.FindAnswer("prp", price)!.Text));
    }

    private static Edition Clinic { get; } = ExampleEdition.With(content => content with
    {
        Treatments = [.. content.Treatments.Select(one => one.Slug == "prp" ? one with { PrescriptionOnly = PrescriptionRule.Yes } : one)],
    });

    private static CriterionEntry Criterion => Clinic.Criteria.Single(criterion => criterion.Slug == Price);

    private static Market Market(string slug) => KnownMarkets.Find(slug)!;
}

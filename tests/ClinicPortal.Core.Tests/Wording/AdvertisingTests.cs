using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Wording;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Wording;

public class AdvertisingTests
{
    private static readonly string[] NoSentenceHasThem = ["missing-source", "missing-notice"];

    public static TheoryData<string> Languages => [.. Advertising.Languages];

    /// <summary>The columns of the table in docs/checks.md, after the kind.</summary>
    public static TheoryData<int, string, string> Columns => new()
    {
        { 1, "en", "tuning" }, { 2, "en", "aside" }, { 3, "tr", "tuning" }, { 4, "tr", "aside" },
    };

    [Theory, MemberData(nameof(Columns))]
    public void The_page_on_checks_tells_what_is_measured(int column, string language, string half)
    {
        var measured = LabelledSentence.Measure(
            Sentences(language), half, text => Advertising.Find(text, language).Select(finding => finding.Rule.Kind));

        var stated = File.ReadLines(Path.Combine(SampleClinic.RepositoryRoot(), "docs", "checks.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Skip(2)
            .ToDictionary(cells => cells[1], cells => cells[column + 1]);

        Assert.Equal(measured.OrderBy(kind => kind.Key), stated.OrderBy(kind => kind.Key));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_kind_has_a_name_a_reason_a_reference_and_a_proposal(string language)
    {
        var markets = KnownMarkets.All.Select(market => market.Slug).Append(WordingRule.EveryMarket).ToList();

        Assert.Equal(25, Advertising.Kinds.Count);
        Assert.All(Advertising.Kinds, rule =>
        {
            Assert.NotEmpty(rule.Name);
            Assert.NotEmpty(rule.Why);
            Assert.NotEmpty(rule.References);
            Assert.NotEmpty(Advertising.Proposal(rule.Kind, language));
            Assert.All(rule.References, reference =>
            {
                Assert.StartsWith("https://", reference.Address, StringComparison.Ordinal);
                Assert.NotEmpty(reference.Markets);
                Assert.Subset(markets.ToHashSet(), reference.Markets.ToHashSet());
            });
        });
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_kind_of_a_sentence_is_found_in_the_language(string language)
    {
        var found =
            from sentence in Sentences(language)
            from finding in Advertising.Find(sentence.Text, language)
            select finding.Rule.Kind;

        Assert.Equal(Advertising.Kinds.Select(rule => rule.Kind).Except(NoSentenceHasThem).Order(), found.Distinct().Order());
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_finding_quotes_the_words_of_the_text(string language) =>
        Assert.All(Sentences(language), sentence => Assert.All(Advertising.Find(sentence.Text, language), finding =>
        {
            Assert.NotEmpty(finding.Words);
            Assert.Equal(finding.Words, sentence.Text.Substring(finding.Start, finding.Length));
        }));

    [Fact]
    public void Findings_stand_in_the_order_of_the_text_and_in_each_line_of_it()
    {
        var findings = Advertising.Find("We call it *painless*.\n\n- Lips from £90\n- Botox", "en-GB");

        Assert.Equal(["painless", "£90", "Botox"], findings.Select(finding => finding.Words));
        Assert.Equal(["risk-free", "price", "prescription-only"], findings.Select(finding => finding.Rule.Kind));
    }

    [Theory]
    [InlineData("Results are guaranteed.", "en", true)]
    [InlineData("RESULTS ARE GUARANTEED.", "en", true)]
    [InlineData("Nobody can say that results are guaranteed.", "en", false)]
    [InlineData("Are results guaranteed?", "en", false)]
    [InlineData("SONUÇ GARANTİLİDİR.", "tr", true)]
    [InlineData("Sonucu garanti ediyoruz.", "tr", true)]
    [InlineData("Sonucu garanti etmiyoruz.", "tr", false)]
    [InlineData("Results are guaranteed.", "de", false)]
    public void A_promise_counts_and_one_denied_or_asked_about_does_not(string text, string language, bool isOne) =>
        Assert.Equal(isOne, Advertising.Find(text, language).Any(finding => finding.Rule.Kind == "guarantee"));

    [Fact]
    public void A_name_counts_in_a_warning_too() =>
        Assert.Equal("prescription-only", Assert.Single(Advertising.Find("We do not use Botox.", "en")).Rule.Kind);

    [Fact]
    public void A_rule_names_its_markets()
    {
        var rule = Advertising.Kind("prescription-only");

        Assert.True(rule.IsRuleIn("uk") && rule.IsRuleIn("de") && rule.IsRuleIn("ie") && rule.IsRuleIn("tr"));
        Assert.False(rule.IsRuleIn("none"));
        Assert.False(Advertising.Kind("relative-risk").IsRuleIn("uk"));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("before. ")]
    public void A_long_text_without_a_line_end_is_read_to_its_end(string repeated)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, 100_000 / repeated.Length)) + " It is painless.";

        Assert.Equal("painless", Advertising.Find(text, "en")[^1].Words);
    }

    private static IReadOnlyList<LabelledSentence> Sentences(string language) => LabelledSentence.Read($"advertising.{language}.csv");
}

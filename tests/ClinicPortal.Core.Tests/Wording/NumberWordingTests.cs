using ClinicPortal.Core.Wording;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Wording;

public class NumberWordingTests
{
    public static TheoryData<string, string> Halves => new()
    {
        { "en", "tuning" }, { "en", "aside" }, { "tr", "tuning" }, { "tr", "aside" },
    };

    [Theory, MemberData(nameof(Halves))]
    public void The_page_on_checks_tells_what_is_measured(string language, string half)
    {
        var measured = LabelledSentence.Measure(
            LabelledSentence.Read($"numbers.{language}.csv"), half,
            text => NumberWording.Find(text, language).Select(finding => finding.Rule.Kind));

        var page = File.ReadAllLines(Path.Combine(SampleClinic.RepositoryRoot(), "docs", "checks.md"));
        Assert.All(measured, kind => Assert.Contains($"- {kind.Key}, {language}, {half}: {kind.Value}", page));
    }

    [Theory]
    [InlineData("About 1 in 20 people bruise.", "1 in 20", "5 of 100")]
    [InlineData("1 in 3 bruise.", "1 in 3", "about 33 of 100")]
    [InlineData("It happens in 1 in 1,000.", "1 in 1,000", "1 of 1,000")]
    [InlineData("One in five bruise.", "One in five", "20 of 100")]
    [InlineData("Every tenth patient bruises.", "Every tenth patient", "10 of 100")]
    [InlineData("20% of women bruise.", "20% of women", "20 of 100 women")]
    [InlineData("There is a 0.5 per cent risk of a scar.", "0.5 per cent", "5 of 1,000 people")]
    [InlineData("It happens in 10 to 15% of people.", "10 to 15% of people", "10 to 15 of 100 people")]
    public void A_figure_is_proposed_as_a_count_of_people(string text, string words, string proposal)
    {
        var finding = Assert.Single(NumberWording.Find(text, "en-GB"));

        Assert.Equal((words, $"Write “{proposal}” instead."), (finding.Words, finding.Proposal));
        Assert.Equal(words, text.Substring(finding.Start, finding.Length));
    }

    [Theory]
    [InlineData("Her 20 kişiden birinde morluk olur.", "Her 20 kişiden birinde", "100 kişide 5 kişi")]
    [InlineData("Kişilerin %2,5'inde enfeksiyon görüldü.", "%2,5", "1.000 kişide 25 kişi")]
    [InlineData("Hastaların yüzde 20'sinde şişlik oldu.", "yüzde 20", "100 kişide 20 kişi")]
    public void Turkish_has_its_own_signs(string text, string words, string proposal)
    {
        var finding = Assert.Single(NumberWording.Find(text, "tr"));

        Assert.Equal((words, $"Bunun yerine “{proposal}” yazın."), (finding.Words, finding.Proposal));
    }

    [Theory]
    [InlineData("A peel with 20% glycolic acid.")]
    [InlineData("Lines were 30% shallower.")]
    [InlineData("Ask for 20% off.")]
    [InlineData("5 of 100 people bruise.")]
    [InlineData("44 of 60 people with it and 20 of 60 without it bruised.")]
    [InlineData("One session in three weeks, or 1 in 3 weeks.")]
    public void What_is_no_share_of_people_is_left_alone(string text) => Assert.Empty(NumberWording.Find(text, "en"));

    [Theory]
    [InlineData("Bruising is common.", "common")]
    [InlineData("Bruising is common: 30 of 100 people had it.", null)]
    [InlineData("Bruising may be common. We do not know how often it happens.", null)]
    [InlineData("Is bruising common?", null)]
    [InlineData("Bruising usually fades in a week.", null)]
    [InlineData("Spots were the most common side effect.", null)]
    [InlineData("Sessions are often a month apart.", null)]
    public void How_often_a_harm_happens_needs_a_count(string text, string? words) =>
        Assert.Equal(words, NumberWording.Find(text, "en").SingleOrDefault()?.Words);

    [Fact]
    public void A_word_is_proposed_with_what_it_means_in_leaflets() => Assert.EndsWith(
        "“very rarely” means fewer than 1 of 10,000 people.",
        Assert.Single(NumberWording.Find("Very rarely it leaves a scar.", "en")).Proposal);

    [Fact]
    public void Rates_of_one_text_are_brought_to_one_denominator()
    {
        var findings = NumberWording.Find("3 of 100 had an infection, 1 in 20 a bruise and 12 of 1,000 a clot.", "en");

        Assert.Equal(
            [("3 of 100", "Write “30 of 1,000” instead."), ("1 in 20", "Write “50 of 1,000” instead.")],
            findings.Select(finding => (finding.Words, finding.Proposal)));
        Assert.Equal(["denominators", "one-in"], findings.Select(finding => finding.Rule.Kind));
    }

    [Fact]
    public void Rates_of_a_row_are_brought_to_one_denominator()
    {
        string[] row = ["8 to 9 of 10 bruise.", "We do not know.", "12 of 1,000 bruise."];

        Assert.All(row, text => Assert.Empty(NumberWording.Find(text, "en")));
        var findings = NumberWording.FindInRow(row, "en");
        Assert.Equal("Write “800 to 900 of 1,000” instead.", Assert.Single(findings[0]).Proposal);
        Assert.Empty(findings[1].Concat(findings[2]));
    }

    [Fact]
    public void In_a_language_without_rules_nothing_is_found() => Assert.Empty(NumberWording.Find("1 in 20", "de"));

    [Fact]
    public void Every_kind_says_where_its_reason_is_from() => Assert.All(NumberWording.Kinds, rule =>
    {
        Assert.NotEmpty(rule.Name);
        Assert.NotEmpty(rule.Why);
        Assert.NotEmpty(rule.References);
    });
}

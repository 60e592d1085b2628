using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Deciding;
using ClinicPortal.Core.Tests.Comparing;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Deciding;

public partial class AskFirstTests
{
    // Words that no condition covers: what joins the others or says more about them, and what the clinic finds out rather than the reader
    // (donor hair, age, body shaping) or the page says at its head (a wound that does not heal).
    private static readonly HashSet<string> LeftOver =
    [
        .. "tell the clinic if you have had a an any about or and are is in of to at as be for take not such that do these need during unless your doctor agrees".Split(' '),
        .. "active recent serious certain often last 6 months tendency area skin sun many peels feeling ingredient lidocaine make sensitive light heart lung kidney under control".Split(' '),
        .. "body shaping too little donor hair advised very young age wounds heal signs medical care".Split(' '),
    ];

    [Theory]
    [InlineData("prp", "pregnancy breastfeeding infection blood-thinners bleeding cancer illness", "")]
    [InlineData("mesotherapy", "pregnancy breastfeeding allergy infection scars blood-thinners bleeding immune", "allergy")]
    [InlineData("microneedling", "pregnancy infection cold-sores acne scars bleeding isotretinoin", "cold-sores")]
    [InlineData("ha-filler", "pregnancy breastfeeding allergy infection bleeding", "allergy")]
    [InlineData("botulinum", "pregnancy breastfeeding infection medicines nerve-muscle unwell", "")]
    [InlineData("peel-superficial", "pregnancy breastfeeding infection cold-sores tan scars isotretinoin", "cold-sores skin-colour")]
    [InlineData("peel-medium", "pregnancy breastfeeding infection cold-sores tan scars isotretinoin", "cold-sores skin-colour")]
    [InlineData("laser-fractional", "pregnancy infection cold-sores tan scars isotretinoin medicines", "cold-sores skin-colour")]
    [InlineData("carboxytherapy", "pregnancy illness blood-pressure veins", "")]
    [InlineData("hair-transplant", "bleeding illness changing-hair-loss", "")]
    [InlineData("no-treatment", "infection cancer", "changing-hair-loss")]
    public void Each_cell_of_the_sample_clinic_speaks_of_these_and_of_nothing_else(string treatment, string reasons, string risks)
    {
        Assert.Equal(reasons, SpokenOf(treatment, CriterionRole.NotSuitable));
        Assert.Equal(risks, SpokenOf(treatment, CriterionRole.SeriousRisks));
    }

    [Fact]
    public void No_reason_of_the_sample_clinic_is_missed() =>
        Assert.Empty(
            from treatment in SampleClinic.Edition.Treatments
            let text = SampleClinic.Edition.FindAnswer(treatment.Slug, CriterionRole.NotSuitable)!.Text!.ToString()
            let rest = ReadersCondition.All.Aggregate(text, (left, condition) => condition.CutFrom(left))
            from Match word in Word().Matches(rest)
            where !LeftOver.Contains(word.Value.ToLowerInvariant())
            select $"{treatment.Slug}: {word.Value}");

    [Theory]
    [InlineData("tan", "Important: avoid tanning beds and titanium.")]
    [InlineData("allergy", "A non-allergenic cream.")]
    [InlineData("immune", "Autoimmunity is rare.")]
    [InlineData("skin-colour", "Black skincare pots.")]
    public void A_word_inside_another_word_is_not_spoken_of(string key, string text) =>
        Assert.False(ReadersCondition.All.Single(condition => condition.Key == key).IsIn(text));

    [Fact]
    public void An_infection_that_may_follow_does_not_concern_one_that_is_there_already() =>
        Assert.Empty(
            AskFirst.SpokenOfIn(
                Criterion("x", ValueKind.Prose, role: CriterionRole.SeriousRisks), Prose("x", "Infection. Bleeding problems.")));

    [Fact]
    public void Only_what_a_compared_text_speaks_of_can_be_ticked() =>
        Assert.All(EveryComparison.All, comparison => Assert.Equal(
            ReadersCondition.All.Where(condition =>
                comparison.Rows.Any(row =>
                    row.Cells.Any(cell => cell.Answer is { } answer && AskFirst.SpokenOfIn(row.Criterion, answer).Contains(condition)))),
            AskFirst.Of(comparison).Items.Select(item => item.Condition)));

    [Fact]
    public void Each_line_tells_of_every_option_whether_its_text_speaks_of_it()
    {
        var items = AskFirst.Of(EveryComparison.Of("prp mesotherapy carboxytherapy")).Items;

        Assert.Equal(
            ["Mesotherapy and PRP: tell the clinic first.", "Carboxytherapy: the text does not mention it. Tell the clinic all the same."],
            items.Single(item => item.Condition.Key == "breastfeeding").Sentences);
        Assert.Equal(
            ["Carboxytherapy, mesotherapy and PRP: tell the clinic first."],
            items.Single(item => item.Condition.Key == "pregnancy").Sentences);
    }

    [Fact]
    public void A_text_that_is_not_written_is_not_called_silent()
    {
        var edition = ExampleEdition.With(content => content with
        {
            Criteria = [.. content.Criteria, Criterion("reasons", ValueKind.Prose, role: CriterionRole.NotSuitable)],
            Treatments = [
                .. content.Treatments.Select(treatment =>
                    treatment.Slug == "prp"
                        ? treatment with { Answers = [.. treatment.Answers, Prose("reasons", "Pregnancy.")] }
                        : treatment)],
        });
        var comparison =
            Comparison.Of(edition, ComparisonAddress.Of(edition, [edition.FindTreatment("prp")!, edition.FindTreatment("mesotherapy")!]));

        Assert.Equal(
            ["PRP: tell the clinic first.", "Mesotherapy: not yet written. Ask the clinic."],
            AskFirst.Of(comparison).Items.Single().Sentences);
    }

    [Fact]
    public void Every_option_is_named_once_in_every_line_and_none_is_called_safe() =>
        Assert.All(EveryComparison.All, comparison => Assert.All(AskFirst.Of(comparison).Items, item =>
        {
            var said = string.Join(' ', item.Sentences);
            Assert.All(comparison.Options.Where(option => !option.Baseline), option =>
                Assert.Single(Regex.Matches(said, $@"\b{Regex.Escape(RunningText.NameOf(option))}\b", RegexOptions.IgnoreCase)));
            Assert.Matches(
                @"^(\p{Lu}[\p{L}\d ,]+: (tell the clinic first|the text does not mention it\. Tell the clinic all the same)\. ?)+$", said);
            Assert.DoesNotContain("safe", said, StringComparison.OrdinalIgnoreCase);
        }));

    [Fact]
    public void A_note_in_a_cell_names_what_was_ticked()
    {
        Assert.Equal("You ticked a recent tan: this speaks of it.", ReadersCondition.All.Single(condition => condition.Key == "tan").Note);
        Assert.Equal(ReadersCondition.All.Count, ReadersCondition.All.Select(condition => condition.Key).Distinct().Count());
    }

    private static string SpokenOf(string treatment, CriterionRole role) =>
        string.Join(
            ' ',
            AskFirst.SpokenOfIn(SampleClinic.Edition.FindCriterion(role)!, SampleClinic.Edition.FindAnswer(treatment, role)!)
                .Select(condition => condition.Key));

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Comparing;

public class WordsUsedTests
{
    [Theory]
    [InlineData("The platelets help.", "Platelets", true)]
    [InlineData("Platelets", "platelets", true)]
    [InlineData("platelet-rich plasma", "platelet", true)]
    [InlineData("Antiplatelets are stopped; platelets are not.", "platelets", true)]
    [InlineData("Antiplatelets are stopped.", "platelets", false)]
    [InlineData("cannulas", "cannula", false)]
    [InlineData("", "cannula", false)]
    public void A_word_inside_another_word_is_not_used(string text, string form, bool used) =>
        Assert.Equal(used, WordsUsed.Uses(text, form));

    [Fact]
    public void A_comparison_explains_the_words_of_its_own_answers_and_no_others()
    {
        var edition = SampleClinic.Edition;
        foreach (var comparison in EveryComparison.All)
        {
            var explained = WordsUsed.In(comparison, edition);
            var answers = comparison.Columns.SelectMany(column => column.Answers).Select(answer => PlainText.Of(answer.Text?.ToString() ?? "")).ToList();
            foreach (var term in edition.Content.Glossary)
                Assert.Equal(term.OtherForms.Prepend(term.Term).Any(form => answers.Any(text => WordsUsed.Uses(text, form.ToString()))), explained.Contains(term));
        }
    }

    [Fact]
    public void Another_form_of_the_word_counts_and_a_clinic_without_a_glossary_explains_nothing()
    {
        var laser = EveryComparison.Of("laser-fractional prp");

        Assert.Contains("ablative", WordsUsed.In(laser, SampleClinic.Edition).Select(term => term.Slug));
        Assert.Empty(WordsUsed.In(laser, new Edition(1, DateTimeOffset.UnixEpoch, SampleClinic.Content with { Glossary = [] })));
    }
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Wording;

namespace ClinicPortal.Core.Tests.Wording;

/// <summary>The formulas, worked out by hand beside each case.</summary>
public class ReadabilityTests
{
    [Theory]
    [InlineData(5, 100, 150, 9.91)] // 0.39 x 20 + 11.8 x 1.5 - 15.59
    [InlineData(10, 120, 156, 4.43)] // 0.39 x 12 + 11.8 x 1.3 - 15.59
    [InlineData(2, 10, 10, -1.84)] // 0.39 x 5 + 11.8 x 1 - 15.59
    public void The_grade_of_flesch_and_kincaid(int sentences, int words, int syllables, double grade) =>
        Assert.Equal(grade, new Readability(sentences, words, syllables, 0).FleschKincaidGrade, 2);

    [Theory]
    [InlineData(30, 100, 13.56)] // 1.043 x 10 + 3.1291
    [InlineData(60, 8, 5.22)] // 1.043 x 2 + 3.1291
    [InlineData(29, 100, null)]
    public void The_grade_of_smog_needs_thirty_sentences(int sentences, int longWords, double? grade)
    {
        var smog = new Readability(sentences, 500, 700, longWords).SmogGrade;

        Assert.Equal(grade, smog is { } known ? Math.Round(known, 2) : null);
    }

    [Theory]
    [InlineData("It may hurt. It is over in 15 minutes.", 2, 9, 11, 0)]
    [InlineData("Usually 3 to 5 sessions, **about 1.5 hours** each.", 1, 9, 14, 1)]
    [InlineData("- bruising\n- infection (rare)", 2, 3, 6, 1)]
    [InlineData("A side-effect, e.g. redness, is [common](https://example.org).", 1, 6, 10, 1)]
    [InlineData("", 0, 0, 0, 0)]
    public void Sentences_words_and_syllables_are_counted(string text, int sentences, int words, int syllables, int longWords) =>
        Assert.Equal(new Readability(sentences, words, syllables, longWords), Readability.Of(text));

    [Fact]
    public void Texts_are_counted_together() => Assert.Equal(
        new Readability(3, 7, 8, 0), Readability.Of([LocalText.English("It may hurt."), LocalText.English("No. Ask the clinic.")]));
}

using ClinicPortal.Core.Wording;

namespace ClinicPortal.Core.Tests.Wording;

/// <summary>Counted and worked out by hand beside each case.</summary>
public class TurkishReadabilityTests
{
    [Theory]
    [InlineData("ağrılı", 3)]
    [InlineData("OLABİLİR", 4)]
    [InlineData("kâğıt", 2)]
    [InlineData("12", 1)]
    public void A_word_has_as_many_syllables_as_vowels(string word, int syllables) =>
        Assert.Equal(syllables, TurkishReadability.SyllablesIn(word));

    // Saç-lar u-zar. Bu iş-lem ağ-rı-lı o-la-bi-lir: 14 syllables, 6 words, 2 sentences.
    // 198.825 - 40.175 x 14 / 6 - 2.610 x 6 / 2 = 198.825 - 93.742 - 7.83
    [Fact]
    public void The_ease_of_atesman() =>
        Assert.Equal(97.25, TurkishReadability.EaseOf("Saçlar uzar. **Bu işlem** ağrılı olabilir.")!.Value, 2);

    [Fact]
    public void No_words_have_no_ease() => Assert.Null(TurkishReadability.EaseOf(" "));
}

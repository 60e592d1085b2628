using System.Globalization;
using ClinicPortal.Core.Wording;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Wording;

public class SyllablesTests
{
    private static readonly string File =
        Path.Combine(SampleClinic.RepositoryRoot(), "tests", "ClinicPortal.Core.Tests", "Wording", "syllables.csv");

    public static TheoryData<string, int> CountedByHand =>
        [.. from line in System.IO.File.ReadLines(File).Skip(1)
            let parts = line.Split(',')
            select (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture))];

    [Theory, MemberData(nameof(CountedByHand))]
    public void A_word_has_the_syllables_that_a_person_counts(string word, int syllables) =>
        Assert.Equal(syllables, Syllables.In(word));

    [Fact]
    public void At_least_two_hundred_words_are_counted_by_hand_each_once()
    {
        var words = System.IO.File.ReadLines(File).Skip(1).Select(line => line.Split(',')[0]).ToList();

        Assert.True(words.Count >= 200);
        Assert.Equal(words, words.Distinct());
    }

    [Theory]
    [InlineData("12")]
    [InlineData("Hmm")]
    public void A_word_without_vowels_has_one(string word) => Assert.Equal(1, Syllables.In(word));
}

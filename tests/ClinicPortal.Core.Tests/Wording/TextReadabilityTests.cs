using ClinicPortal.Core.Wording;

namespace ClinicPortal.Core.Tests.Wording;

public class TextReadabilityTests
{
    [Fact]
    public void The_three_hardest_sentences_stand_worst_first()
    {
        string[] sentences = [Sentence(26), "It may hurt.", Sentence(29), Sentence(27), Sentence(28)];

        var hints = TextReadability.Of(string.Join(' ', sentences), "en", []);

        Assert.Equal([29, 28, 27], hints.Sentences.Select(sentence => sentence.WordCount));
        Assert.Equal(7.52, hints.Sentences[0].Score, 2); // 0.39 x 29 + 11.8 x 1 - 15.59
        Assert.Equal(sentences[0].Length + sentences[1].Length + 2, hints.Sentences[0].Start);
        Assert.Equal(sentences[2], hints.Sentences[0].Words);
    }

    [Fact]
    public void A_sentence_of_many_long_words_is_hard_and_one_of_few_words_is_not()
    {
        const string hard =
            "Inflammatory complications necessitate immediate professional evaluation, medication, hospitalisation and observation.";

        Assert.Equal(hard, Assert.Single(TextReadability.Of(hard, "en", []).Sentences).Words);
        Assert.Empty(TextReadability.Of("Infection, inflammation, hyperpigmentation.", "en", []).Sentences);
        Assert.Empty(TextReadability.Of(Sentence(25), "en", []).Sentences);
    }

    // Ten words, uy-gu-la-na-bil-sey-di, of 7 syllables: 198.825 - 40.175 x 7 - 2.61 x 10 = -108.5.
    [Fact]
    public void Turkish_is_measured_by_atesman()
    {
        var hard = string.Join(' ', Enumerable.Repeat("uygulanabilseydi", 10)) + ".";

        Assert.Equal(-108.5, Assert.Single(TextReadability.Of(hard, "tr", []).Sentences).Score, 1);
        Assert.Empty(TextReadability.Of("Bu iş kısa sürer ve çok az acı verir, sonra eve gidersiniz.", "tr", []).Sentences);
    }

    [Theory]
    [InlineData("Hyperpigmentation may follow.", "Hyperpigmentation")]
    [InlineData("Hyper**pigmentation** may follow.", "Hyperpigmentation")]
    [InlineData("Dark patches (hyperpigmentation) may follow.", null)]
    [InlineData("Usually a long-lasting, tired-looking appointment.", null)]
    [InlineData("Ask about carboxytherapy.", null)]
    public void A_long_word_is_hard_unless_it_is_explained_or_everyday(string text, string? word) =>
        Assert.Equal(word, TextReadability.Of(text, "en", ["Carboxytherapy"]).Words.SingleOrDefault());

    [Fact]
    public void In_a_language_without_rules_there_are_no_hints()
    {
        var hints = TextReadability.Of(Sentence(40), "de", []);

        Assert.Empty(hints.Sentences);
        Assert.Empty(hints.Words);
    }

    private static string Sentence(int words) => string.Join(' ', Enumerable.Repeat("go", words)) + ".";
}

using ClinicPortal.Core.Wording;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Wording;

public class PlainWordingTests
{
    private static readonly string TwentyFive = string.Join(' ', Enumerable.Repeat("word", 25));

    [Theory]
    [InlineData("Erythema may follow.", "Erythema", "redness")]
    [InlineData("It leaves haematomas.", "haematomas", "a pool of blood under the skin")]
    [InlineData("A deep vein thrombosis is possible.", "deep vein thrombosis", "a blood clot in a deep vein")]
    [InlineData("A topical cream.", "topical", "put on the skin")]
    [InlineData("Your skin (less of it with erythema) heals.", "erythema", "redness")]
    [InlineData("It heals. Erythema) may follow.", "Erythema", "redness")]
    public void A_medical_word_is_proposed_in_plain_words(string text, string words, string plain)
    {
        var finding = Assert.Single(PlainWording.Find(text, "en-GB", []));

        Assert.Equal(("medical-word", words), (finding.Rule.Kind, finding.Words));
        Assert.StartsWith($"Write “{plain}”, with “{words}” in brackets if ", finding.Proposal, StringComparison.Ordinal);
        Assert.Equal(words, text.Substring(finding.Start, finding.Length));
    }

    [Theory]
    [InlineData("Hematomlar olabilir.", "Hematomlar")]
    [InlineData("Hafif ödem görülür.", "ödem")]
    [InlineData("KONTRENDİKASYONLARI sorun.", "KONTRENDİKASYONLARI")]
    [InlineData("Ödemenizi sonra yapın.", null)]
    public void A_turkish_word_is_found_with_its_endings(string text, string? words) =>
        Assert.Equal(words, PlainWording.Find(text, "tr", []).SingleOrDefault()?.Words);

    [Theory]
    [InlineData("Erythema (redness) may follow.")]
    [InlineData("Redness (erythema) may follow.")]
    [InlineData("Redness called erythema may follow.")]
    [InlineData("Medicine that numbs (local anaesthetic) is used.")]
    [InlineData("A chronic wound may need care.")]
    [InlineData("Nodules may follow.")]
    [InlineData("See [this page](https://example.org/erythema).")]
    public void What_is_explained_is_not_found(string text) =>
        Assert.Empty(PlainWording.Find(text, "en", ["chronic wound", "nodule"]));

    [Theory]
    [InlineData("Ask about PRP.", "PRP")]
    [InlineData("Two RCTs were done.", "RCT")]
    [InlineData("Platelet-rich plasma (PRP) is used. PRP is blood.", null)]
    [InlineData("Ask about FUE.", null)]
    [InlineData("Ask your GP or the NHS in the UK.", null)]
    [InlineData("Stage II.", null)]
    [InlineData("STOP NOW", null)]
    public void Letters_are_found_unless_they_are_written_out_or_known(string text, string? letters)
    {
        var finding = PlainWording.Find(text, "en", ["FUE"]).SingleOrDefault();

        Assert.Equal(letters, finding?.Words);
        Assert.Equal(letters is null ? null : "abbreviation", finding?.Rule.Kind);
    }

    [Fact]
    public void A_word_is_found_where_it_first_stands() =>
        Assert.Equal(10, Assert.Single(PlainWording.Find("- redness\nerythema, then erythema", "en", [])).Start);

    [Fact]
    public void A_sentence_of_more_than_25_words_is_found_with_their_number()
    {
        var text = $"- {TwentyFive}.\n- Short.\n- {TwentyFive} [more](https://example.org). Short.";

        var finding = Assert.Single(PlainWording.Find(text, "en", []));
        Assert.Equal("long-sentence", finding.Rule.Kind);
        Assert.EndsWith("[more](https://example.org).", finding.Words, StringComparison.Ordinal);
        Assert.StartsWith("This sentence has 26 words. ", finding.Proposal, StringComparison.Ordinal);
        Assert.Equal(finding.Words, text.Substring(finding.Start, finding.Length));
    }

    [Fact]
    public void In_a_language_without_rules_nothing_is_found() => Assert.Empty(PlainWording.Find("Erythema, PRP.", "de", []));

    [Fact]
    public void The_sample_clinic_explains_its_letters() => Assert.Empty(
        from treatment in SampleClinic.Content.Treatments
        from answer in treatment.Answers
        from finding in PlainWording.Find(answer.Text?.ToString() ?? "", "en", Explained())
        where finding.Rule.Kind == "abbreviation"
        select finding.Words);

    private static List<string> Explained() =>
        [.. from term in SampleClinic.Content.Glossary from form in term.OtherForms.Prepend(term.Term) select form.ToString()];
}

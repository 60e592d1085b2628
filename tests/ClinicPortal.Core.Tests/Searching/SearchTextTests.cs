using ClinicPortal.Core.Searching;
using CsCheck;

namespace ClinicPortal.Core.Tests.Searching;

public class SearchTextTests
{
    [Theory]
    [InlineData("Platelet-rich plasma (PRP)", "platelet rich plasma prp")]
    [InlineData("Crow's feet, crow’s feet", "crows feet crows feet")]
    [InlineData("SELÜLİT ve saç ekimi", "selulit ve sac ekimi")]
    [InlineData("ışık", "isik")]
    [InlineData("Straße, Ødem, Æther", "strasse odem aether")]
    [InlineData("CO₂ laser", "co2 laser")]
    [InlineData("ｌａｓｅｒ", "laser")]
    [InlineData("e\u0301pilation", "epilation")]
    [InlineData("type A 5", "type 5")]
    [InlineData("a b c", "")]
    [InlineData("'' -- '", "")]
    [InlineData("лазер 激光", "лазер 激光")]
    [InlineData("\ud83d\ude00 x1 \ud800", "x1")]
    public void Spelling_case_and_accents_do_not_count(string text, string words) =>
        Assert.Equal(words, string.Join(' ', SearchText.Words(text).Select(word => word.Word)));

    [Theory]
    [InlineData("mesotherapy", "mezoterapi")]
    [InlineData("laser", "lazer")]
    [InlineData("cellulite", "celulite")]
    [InlineData("aesthetic", "esthetic")]
    [InlineData("botulinum", "bottulinum")]
    public void Other_languages_spellings_sound_the_same(string one, string other) =>
        Assert.Equal(SearchText.SoundOf(one), SearchText.SoundOf(other));

    [Fact]
    public void A_word_points_to_where_it_is_written() =>
        Gen.String.Sample(text => Assert.All(SearchText.Words(text), word =>
        {
            var written = text.Substring(word.Start, word.Length);

            Assert.Equal(word.Word, Assert.Single(SearchText.Words(written)).Word);
            Assert.InRange(word.Word.Length, 1, SearchText.MaxWordLength);
        }));

    [Fact]
    public void Folding_a_folded_word_changes_nothing() =>
        Gen.String.Sample(text => SearchText.Words(text).TrueForAll(word =>
            word.Word.Length == SearchText.MaxWordLength || SearchText.Joined(word.Word) == word.Word));
}

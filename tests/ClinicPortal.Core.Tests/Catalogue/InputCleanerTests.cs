using ClinicPortal.Core.Catalogue;
using CsCheck;

namespace ClinicPortal.Core.Tests.Catalogue;

public sealed class InputCleanerTests
{
    private static readonly string[] Pieces =
    [
        "\u00A0", "\u200B", "\uFEFF", "\u00AD", "\r\n", "\v", "\u001E", "\u202E", "\u200D", "•\t", "· ", "\uF0B7 ", "- ", "μ", "é", "👩",
        "10", "mg", " ", "\t", "*", "<b>",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String, Gen.Int[0, Pieces.Length - 1].Array[0, 30].Select(chosen => string.Concat(chosen.Select(index => Pieces[index]))));

    [Theory]
    [InlineData("10\u00A0mg", "10 mg")]
    [InlineData("\uFEFFdrug\u200Bfree", "drugfree")]
    [InlineData("anti\u00ADbiotic", "antibiotic")]
    [InlineData("one\r\ntwo\vthree", "one\ntwo\nthree")]
    [InlineData("follow\u001Eup and anti\u001Fbiotic", "follow-up and antibiotic")]
    [InlineData("•\tone\n\uF0B7 two\n\u00A0·\u00A0\u00A0three", "- one\n- two\n- three")]
    [InlineData("first\tsecond", "first second")]
    [InlineData("bad\u0007sign", "badsign")]
    [InlineData("paid \u202Eesrever", "paid esrever")]
    public void What_comes_along_with_a_paste_is_gone(string pasted, string clean) => Assert.Equal(clean, InputCleaner.Clean(pasted));

    [Theory]
    [InlineData("10 \uF06Dg stays a tiny dose")]
    [InlineData("2 • 3 mg")]
    [InlineData("o no, § 5 says so")]
    [InlineData("<b>not bold</b> and 5 < 6")]
    [InlineData("می\u200Cخواهم")]
    [InlineData("👩\u200D⚕")]
    public void What_means_something_stays(string typed) => Assert.Equal(typed, InputCleaner.Clean(typed));

    [Fact]
    public void No_letter_or_figure_is_ever_taken_away() => Texts.Sample(text => Letters(text) == Letters(InputCleaner.Clean(text)));

    [Fact]
    public void Nothing_is_left_that_cannot_be_shown() =>
        Texts.Sample(text =>
            !InputCleaner.Clean(text)
                .Any(sign => sign is '\u00A0' or '\u200B' or '\uFEFF' or '\u00AD' || char.IsControl(sign) && sign != '\n'));

    [Fact]
    public void Cleaning_twice_is_cleaning_once() =>
        Texts.Sample(text => InputCleaner.Clean(InputCleaner.Clean(text)) == InputCleaner.Clean(text));

    private static string Letters(string text) =>
        string.Concat(text.Where(sign => char.IsLetterOrDigit(sign) || char.IsSurrogate(sign) || sign is '*' or '<' or '>'));
}

using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using ClinicPortal.Web.Html;

namespace ClinicPortal.Web.Tests.Staff;

public sealed class DifferenceHtmlTests
{
    [Theory]
    [InlineData("It takes 20 minutes.", "It takes 40 minutes.", "It takes <del>20</del><ins>40</ins> minutes.")]
    [InlineData(
        "Numbing cream may be used.", "It takes twenty minutes.",
        "<del>Numbing cream may be used</del><ins>It takes twenty minutes</ins>.")]
    [InlineData("", "New words", "<ins>New words</ins>")]
    [InlineData("- One (no author)", "- One (no author)\n- Two.", "- One (no author)<ins>&#xA;- Two.</ins>")]
    [InlineData("5 < 6", "5 < 7", "5 &lt; <del>6</del><ins>7</ins>")]
    public void A_rewritten_passage_is_read_as_a_whole_and_a_changed_word_in_its_place(string before, string after, string marked) =>
        Assert.Equal(marked, Marked(before, after));

    [Theory]
    [InlineData("one two  three", "one 2  three four ")]
    [InlineData(" a b", "c a  b\n")]
    public void Without_what_was_put_in_it_is_the_old_text_and_without_what_was_taken_out_the_new_one(string before, string after)
    {
        var marked = Marked(before, after).Replace("&#xA;", "\n", StringComparison.Ordinal);

        Assert.Equal(before, Regex.Replace(Regex.Replace(marked, "<ins>.*?</ins>", "", RegexOptions.Singleline), "</?del>", ""));
        Assert.Equal(after, Regex.Replace(Regex.Replace(marked, "<del>.*?</del>", "", RegexOptions.Singleline), "</?ins>", ""));
    }

    private static string Marked(string before, string after)
    {
        using var writer = new StringWriter();
        new DifferenceHtml(new("answer", before, after)).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}

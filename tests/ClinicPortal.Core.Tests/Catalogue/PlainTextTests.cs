using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Tests.Catalogue;

public class PlainTextTests
{
    [Theory]
    [InlineData("**We are not sure** it *works*.", "We are not sure it works.")]
    [InlineData("See [the trial](https://example.org/a) first.", "See the trial first.")]
    [InlineData("- Redness\n- Swelling", "Redness Swelling")]
    [InlineData("## Risks\n\nInfection", "Risks Infection")]
    [InlineData("> Said once", "Said once")]
    [InlineData("5 \\* 3 and snake_case and _stress_", "5 * 3 and snake_case and stress")]
    [InlineData("  plain  ", "plain")]
    [InlineData("", "")]
    [InlineData("#hashtag [open", "#hashtag open")]
    public void Markers_of_Markdown_are_not_read_aloud(string markdown, string plain) =>
        Assert.Equal(plain, PlainText.Of(markdown));

    [Theory]
    [InlineData("**Face: we are not sure.** Hair: may help.", "Face: we are not sure.")]
    [InlineData("About 1.5 hours. Then rest.", "About 1.5 hours.")]
    [InlineData("Use creams, e.g. sunscreen. Daily.", "Use creams, e.g. sunscreen.")]
    [InlineData("No. It settles.", "No.")]
    [InlineData("Will it hurt? A little.", "Will it hurt?")]
    [InlineData("Some say \"never.\" Others do.", "Some say \"never.\"")]
    [InlineData("First paragraph without a stop\n\nSecond.", "First paragraph without a stop")]
    [InlineData("1. Clean the skin. 2. Rest.", "1. Clean the skin.")]
    [InlineData("No end", "No end")]
    public void The_first_sentence_ends_where_a_reader_would_pause(string markdown, string sentence) =>
        Assert.Equal(sentence, PlainText.FirstSentence(markdown));
}

using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Tests.Catalogue;

public sealed class RunningTextTests
{
    [Theory]
    [InlineData("One two three", 13, "One two three")]
    [InlineData("One two three", 12, "One two …")]
    [InlineData("One two three", 7, "One two …")]
    [InlineData("One two three", 6, "One …")]
    [InlineData("Onetwothree", 4, "Onet …")]
    public void A_beginning_ends_with_a_whole_word(string text, int most, string beginning) =>
        Assert.Equal(beginning, RunningText.Beginning(text, most));
}

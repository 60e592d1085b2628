using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Tests.Catalogue;

public class GetHelpQuotesTests
{
    private const string Answer =
        "Keep it clean. **Ring us** about fever.\nDo not come back if it only itches. See a doctor.\n\n"
        + "- Go to hospital if you cannot breathe.";

    [Theory]
    [InlineData("Ring us about fever.")]
    [InlineData("**Ring us** about fever.")]
    [InlineData("  Ring  us about fever.  ")]
    [InlineData("Ring us about fever. Do not come back if it only itches.")]
    [InlineData("Keep it clean.\n- Go to hospital if you cannot breathe.")]
    [InlineData("See a doctor.\r\nRing us about fever.\n")]
    [InlineData("")]
    [InlineData(null)]
    public void Whole_sentences_that_stand_in_the_answer_are_quotations(string? lines) =>
        Assert.Empty(GetHelpQuotes.Missing(lines, Answer));

    [Theory]
    [InlineData("Call us.", "Call us.")]
    [InlineData("come back if it only itches.", "come back if it only itches.")]
    [InlineData("Ring us about fever", "Ring us about fever")]
    [InlineData("Ring us about fever. See a doctor.", "Ring us about fever. See a doctor.")]
    [InlineData("See a doctor.\nSee a nurse.", "See a nurse.")]
    public void Anything_else_is_not(string lines, string missing) => Assert.Equal([missing], GetHelpQuotes.Missing(lines, Answer));

    [Fact]
    public void Without_an_answer_nothing_can_be_quoted() => Assert.Equal(["Ring us."], GetHelpQuotes.Missing("Ring us.", null));
}

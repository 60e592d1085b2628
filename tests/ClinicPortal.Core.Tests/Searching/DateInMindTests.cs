using ClinicPortal.Core.Searching;

namespace ClinicPortal.Core.Tests.Searching;

public class DateInMindTests
{
    [Theory]
    [InlineData("wedding")]
    [InlineData("botox before my wedding")]
    [InlineData("Holiday")]
    [InlineData("by June")]
    [InlineData("by may")]
    [InlineData("end of march")]
    [InlineData("before summer")]
    [InlineData("ready for christmas")]
    [InlineData("new year")]
    [InlineData("photo shoot")]
    [InlineData("in 10 weeks")]
    [InlineData("best man in 3 months")]
    public void Somebody_gets_ready_for_a_day(string query) => Assert.True(DateInMind.IsIn(query));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("may help")]
    [InlineData("this may hurt")]
    [InlineData("hair fall")]
    [InlineData("fall")]
    [InlineData("how many weeks")]
    [InlineData("lasts 6 months")]
    [InlineData("spring water")]
    [InlineData("prp")]
    public void Nobody_spoke_of_a_day(string? query) => Assert.False(DateInMind.IsIn(query));
}

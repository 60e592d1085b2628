using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Tests.Catalogue;

public class CriterionRolesTests
{
    [Fact]
    public void Every_role_has_a_name_of_its_own()
    {
        var roles = Enum.GetValues<CriterionRole>();

        Assert.Equal(roles.Length, roles.Select(CriterionRoles.NameOf).Distinct().Count());
    }

    [Theory]
    [InlineData("session", "a session")]
    [InlineData("appointment", "an appointment")]
    [InlineData("Operation", "an Operation")]
    public void A_noun_has_its_article(string noun, string words) => Assert.Equal(words, RunningText.WithArticle(noun));
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Catalogue;

/// <summary>What a new clinic begins with can be published as it stands, and every feature finds its question.</summary>
public sealed class StarterQuestionsTests
{
    [Fact]
    public void They_are_twenty_and_break_no_rule()
    {
        var content = SmallClinic.Content with
        {
            Groups = StarterQuestions.Groups,
            Criteria = StarterQuestions.All,
            Treatments = [],
            Contrasts = [],
            Numbers = [],
            Clinic = SmallClinic.Content.Clinic with { CommonComparisons = [] },
        };

        Assert.Equal(20, StarterQuestions.All.Count);
        Assert.Empty(ContentRules.Check(content));
    }

    [Fact]
    public void Every_role_has_its_question() =>
        Assert.Equal(
            Enum.GetValues<CriterionRole>().Order(),
            StarterQuestions.All.Select(question => question.Role).OfType<CriterionRole>().Order());
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editions;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Checks;

public class ScorecardChangeTests
{
    private static readonly DateOnly Day = new(2026, 11, 27);

    [Fact]
    public void An_edition_that_says_the_same_changes_no_scorecard()
    {
        var changes = Between(SampleClinic.Content);

        Assert.Equal(SampleClinic.Content.Clinic.CommonComparisons.Count, changes.Count);
        Assert.All(changes, change => Assert.False(change.IsChange));
        Assert.All(changes, change => Assert.Equal(change.MetBefore, change.MetAfter));
    }

    [Fact]
    public void What_a_clinic_states_is_newly_met_and_taken_back_no_longer()
    {
        var stated = SampleClinic.Content with
        {
            Concerns = [.. SampleClinic.Content.Concerns.Select(concern => concern with { EvidenceChosen = Text("How.") })],
        };
        var (forth, back) = (Between(stated), ScorecardChange.Between(EditionOf(stated), SampleClinic.Edition, Day));

        Assert.All(forth, change => Assert.Equal(["L18", "DA-20"], change.NewlyMet.Select(item => item.Id)));
        Assert.All(forth, change => Assert.Equal((2, 0), (change.MetAfter - change.MetBefore, change.NoLongerMet.Count())));
        Assert.All(back, change => Assert.Equal(["L18", "DA-20"], change.NoLongerMet.Select(item => item.Id)));
        Assert.All(back, change => Assert.Empty(change.NewlyMet));
        Assert.Equal(75, ScorecardChange.Asked);
    }

    [Fact]
    public void Only_comparisons_that_both_editions_have_are_weighed_and_no_more_than_twelve()
    {
        var common = SampleClinic.Content.Clinic.CommonComparisons;
        var many = SampleClinic.Content with
        {
            Clinic = SampleClinic.Content.Clinic with { CommonComparisons = [.. Enumerable.Repeat(common[0], 13)] },
        };
        var without = SampleClinic.Content with
        {
            Treatments =
                [.. SampleClinic.Content.Treatments.Select(one => one.Slug == common[0][0] ? one with { Archived = true } : one)],
        };

        Assert.Equal(12, Between(many).Count);
        Assert.Equal(common.Count(slugs => !slugs.Contains(common[0][0])), Between(without).Count);
        Assert.Empty(ScorecardChange.Between(Edition.Empty, SampleClinic.Edition, Day));
    }

    private static IReadOnlyList<ScorecardChange> Between(ClinicContent after) =>
        ScorecardChange.Between(SampleClinic.Edition, EditionOf(after), Day);

    private static Edition EditionOf(ClinicContent content) => new(2, SampleClinic.Edition.PublishedAt, content);
}

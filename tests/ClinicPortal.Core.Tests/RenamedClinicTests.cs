using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Tests.Comparing;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests;

/// <summary>A clinic may name its questions, treatments and everything else as it likes: no name means anything to the portal.</summary>
public class RenamedClinicTests
{
    private static readonly RenamedClinic Renamed = new(SampleClinic.Content);

    private static readonly Edition Edition =
        new(1, SampleClinic.Edition.PublishedAt, ContentFile.Read(new StringReader(TemporaryStore.Text(Renamed.Content))));

    [Fact]
    public void No_name_of_the_first_clinic_is_left()
    {
        var content = SampleClinic.Content;
        IEnumerable<string> former =
        [
            .. content.Criteria.Select(criterion => criterion.Slug), .. content.Treatments.Select(treatment => treatment.Slug),
            .. content.Conditions.Select(condition => condition.Slug),
        ];
        IEnumerable<string> present =
        [
            .. Edition.Criteria.Select(criterion => criterion.Slug), .. Edition.Treatments.Select(treatment => treatment.Slug),
            .. Edition.Conditions.Select(condition => condition.Slug),
        ];

        Assert.Empty(former.Intersect(present));
    }

    [Fact]
    public void A_comparison_loses_nothing_when_everything_has_another_name()
    {
        foreach (var comparison in EveryComparison.All)
            Assert.Equal(
                ClinicOutcome.Of(SampleClinic.Edition, comparison),
                ClinicOutcome.Of(Edition, Twin(comparison.Address)).Select(Renamed.Back));
    }

    [Fact]
    public void Nor_does_one_with_marked_questions_and_without_the_baseline()
    {
        string[] marked = ["onset", "cost-band"];
        var address = ComparisonAddress.Of(
            SampleClinic.Edition, [SampleClinic.Edition.FindTreatment("prp")!, SampleClinic.Edition.FindTreatment("peel-medium")!]) with
        {
            WithoutBaseline = true,
            Marked = MarkedRows.Of(SampleClinic.Edition, marked),
        };

        Assert.Equal(
            ClinicOutcome.Of(SampleClinic.Edition, Comparison.Of(SampleClinic.Edition, address)),
            ClinicOutcome.Of(Edition, Twin(address, [.. marked.Select(Renamed.Criterion)])).Select(Renamed.Back));
    }

    [Fact]
    public void A_role_and_not_a_name_is_what_a_feature_rests_on()
    {
        var edition = ExampleEdition.Of(
            Renamed.Content with { Criteria = [.. Renamed.Content.Criteria.Select(criterion => criterion with { Role = null })] });
        var comparison = Comparison.Of(
            edition,
            ComparisonAddress.Of(
                edition, [edition.FindTreatment(Renamed.Treatment("prp"))!, edition.FindTreatment(Renamed.Treatment("mesotherapy"))!]));

        Assert.Contains(
            "Not known, because how many sessions it takes is not described here", string.Join('\n', ClinicOutcome.Of(edition, comparison)),
            StringComparison.Ordinal);
    }

    private static Comparison Twin(ComparisonAddress address, params string[] marked)
    {
        var treatments = address.Treatments.Select(treatment => Edition.FindTreatment(Renamed.Treatment(treatment.Slug))!);
        return Comparison.Of(Edition, ComparisonAddress.Of(Edition, treatments) with
        {
            WithoutBaseline = address.WithoutBaseline,
            Marked = MarkedRows.Of(Edition, marked),
        });
    }
}

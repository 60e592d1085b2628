using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Deciding;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Tests.Comparing;
using ClinicPortal.Core.Tests.Exchange;
using ClinicPortal.Testing;
using CsCheck;

namespace ClinicPortal.Core.Tests.Deciding;

public class UnknownsTests
{
    [Fact]
    public void Two_hundred_and_twenty_comparisons_of_the_sample_are_looked_at() => Assert.Equal(55 + 165, EveryComparison.All.Count);

    [Fact]
    public void What_nobody_knows_about_mesotherapy_is_told_first()
    {
        var mesotherapy = Of("mesotherapy", "prp")[0];

        Assert.Equal(
            ["How soon might I see a change?", "How long might it last?"],
            mesotherapy.Items.TakeWhile(item => item.Kind == UnknownKind.NotKnown).Select(item => item.Words));
        Assert.Contains(new(UnknownKind.NotSureItHelps, "skin rejuvenation", "how-sure-skin-rejuvenation"), mesotherapy.Items);
        Assert.Contains(new(UnknownKind.NoRate, "a skin infection that is hard to treat", "number-n8"), mesotherapy.Items);
    }

    [Fact]
    public void A_bound_or_a_range_is_no_unknown_rate()
    {
        var edition = WristNumbers.Edition;
        var comparison = Comparison.Of(edition, ComparisonAddress.Of(edition, edition.Treatments.Where(treatment => !treatment.Baseline)));

        Assert.Contains(comparison.Numbers, number => number.Number.Key == WristNumbers.Bound.Key);
        Assert.DoesNotContain(Unknowns.Of(comparison).SelectMany(option => option.Items), item => item.Kind == UnknownKind.NoRate);
    }

    [Fact]
    public void A_question_that_does_not_apply_is_no_unknown() =>
        Assert.DoesNotContain(Of("prp", "no-treatment")[^1].Items, item => item.Words == "How soon might I see a change?");

    [Fact]
    public void Every_absence_of_the_sample_stands_in_the_list_exactly_once() =>
        Assert.All(EveryComparison.All, AssertEveryAbsenceOnce);

    [Fact]
    public void Every_absence_of_any_catalogue_stands_in_the_list_exactly_once() =>
        RandomCatalogue.Catalogue.Sample(content =>
        {
            foreach (var comparison in EveryComparison.Of(new Edition(1, DateTimeOffset.UnixEpoch, content)))
                AssertEveryAbsenceOnce(comparison);
        }, iter: 300);

    [Fact]
    public void No_option_of_the_sample_is_told_the_same_thing_twice() =>
        Assert.All(EveryComparison.All.SelectMany(Unknowns.Of), option => Assert.Distinct(option.Items.Select(item => item.Anchor)));

    [Fact]
    public void Every_line_of_the_sample_reads_well() =>
        Assert.All(
            EveryComparison.All.SelectMany(Unknowns.Of)
                .SelectMany(option => option.Items)
                .Select(item => $"{Unknowns.LabelOf(item.Kind)}: {item.Words}")
                .Distinct(),
            EveryComparison.AssertReadsWell);

    private static void AssertEveryAbsenceOnce(Comparison comparison)
    {
        var unknowns = Unknowns.Of(comparison);
        Assert.Equal(comparison.Columns, unknowns.Select(option => option.Treatment));
        foreach (var row in comparison.Rows)
            foreach (var (cell, option) in row.Cells.Zip(unknowns))
            {
                var absent = cell.Answer is null or { Text: null, Value: null, Absence: null } or
                {
                    Absence: Absence.NotKnown or Absence.NotYetReviewed,
                };
                var told = option.Items.Count(item =>
                    item.Anchor == row.Criterion.Slug && item.Kind is UnknownKind.NotKnown or UnknownKind.NotYetReviewed);
                Assert.Equal(absent ? 1 : 0, told);
            }
    }

    private static IReadOnlyList<OptionUnknowns> Of(params string[] slugs)
    {
        var edition = SampleClinic.Edition;
        return Unknowns.Of(Comparison.Of(edition, ComparisonAddress.Of(edition, slugs.Select(slug => edition.FindTreatment(slug)!))));
    }
}

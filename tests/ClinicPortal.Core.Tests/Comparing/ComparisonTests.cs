using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Comparing;

public class ComparisonTests
{
    [Fact]
    public void No_treatment_stands_as_the_last_column_and_is_not_one_of_the_options()
    {
        var comparison = Compare("prp", "mesotherapy");

        Assert.Equal(["mesotherapy", "prp", "no-treatment"], comparison.Columns.Select(column => column.Slug));
        Assert.Equal(["mesotherapy", "prp"], comparison.Options.Select(option => option.Slug));
        Assert.All(comparison.Rows, row => Assert.Equal(comparison.Columns, row.Cells.Select(cell => cell.Treatment)));
    }

    [Fact]
    public void No_treatment_that_was_chosen_is_compared_like_any_other()
    {
        var comparison = Compare("prp", "no-treatment");

        Assert.Equal(comparison.Options, comparison.Columns);
        Assert.Equal(Agreement.Differs, Row(comparison, "sessions").Agreement);
        Assert.Equal(Agreement.Differs, Row(comparison, "onset").Agreement);
    }

    [Theory]
    [InlineData("downtime", Agreement.Same)]
    [InlineData("sessions", Agreement.Overlaps)]
    [InlineData("process", Agreement.Differs)]
    [InlineData("onset", Agreement.PartlyUnknown)]
    [InlineData("evidence", Agreement.NotCompared)]
    public void PRP_and_mesotherapy_agree_row_by_row_as_their_answers_say(string criterion, Agreement agreement) =>
        Assert.Equal(agreement, Row(Compare("prp", "mesotherapy"), criterion).Agreement);

    [Fact]
    public void Rows_stand_in_their_groups_and_a_group_without_criteria_is_left_out()
    {
        var edition = ExampleEdition.With(content => content with { Groups = [Group("empty", "Empty"), .. content.Groups] });

        var groups = Comparison.Of(edition, Choose(edition, "prp", "mesotherapy")).Groups;

        Assert.Equal(["fit", "time", "safety", "practical"], groups.Select(group => group.Group.Slug));
        Assert.All(groups, group => Assert.All(group.Rows, row => Assert.Equal(group.Group.Slug, row.Criterion.Group)));
    }

    [Fact]
    public void Only_what_is_known_to_be_the_same_may_be_hidden_and_risks_never()
    {
        var edition = Judged(EditorVerdict.Same, "process", "serious-risks");

        var comparison = Comparison.Of(edition, Choose(edition, "prp", "mesotherapy"));

        Assert.Equal(["downtime", "process"], comparison.Rows.Where(row => row.MayHide).Select(row => row.Criterion.Slug));
        Assert.Equal(Agreement.Same, Row(comparison, "serious-risks").Agreement);
    }

    [Fact]
    public void A_missing_cell_is_not_yet_reviewed_and_a_stated_reason_is_kept()
    {
        var comparison = Compare("prp", "laser-fractional");

        Assert.Equal(Absence.NotYetReviewed, Cell(comparison, "onset", "laser-fractional").EmptyBecause);
        Assert.Equal(Absence.DoesNotApply, Cell(comparison, "onset", "no-treatment").EmptyBecause);
        Assert.Null(Cell(comparison, "onset", "prp").EmptyBecause);
    }

    [Fact]
    public void A_written_contrast_stands_with_its_criterion_whatever_the_order_of_the_options()
    {
        var passage = Assert.Single(Row(Compare("prp", "microneedling", "mesotherapy"), "process").Passages);

        Assert.Equal("How it is done", passage.Passage.Heading.ToString());
        Assert.Equal(("mesotherapy", "prp"), (passage.One.Slug, passage.Other.Slug));
        Assert.Single(Compare("prp", "microneedling", "mesotherapy").Contrasts);
        Assert.Empty(Compare("prp", "microneedling").Contrasts);
    }

    [Fact]
    public void Of_two_verdicts_on_one_pair_the_one_that_sees_more_difference_counts()
    {
        var edition = Judged(EditorVerdict.Same, "process", "process");
        var both = ExampleEdition.Of(edition.Content with
        {
            Contrasts = [edition.Content.Contrasts[0] with
            {
                Passages = [.. edition.Content.Contrasts[0].Passages, .. ExampleEdition.Content.Contrasts[0].Passages],
            }],
        });

        Assert.Equal(Agreement.Differs, Row(Comparison.Of(both, Choose(both, "prp", "mesotherapy")), "process").Agreement);
    }

    [Fact]
    public void A_number_stands_in_its_cell_and_once_in_the_list_of_numbers()
    {
        var comparison = Compare("prp", "mesotherapy");

        Assert.Equal(["n7"], Cell(comparison, "serious-risks", "prp").Numbers.Select(number => number.Key));
        Assert.Empty(Cell(comparison, "serious-risks", "mesotherapy").Numbers);
        Assert.Equal(["prp"], Assert.Single(comparison.Numbers).Treatments.Select(treatment => treatment.Slug));
        Assert.Empty(Compare("mesotherapy", "microneedling").Numbers);
    }

    [Fact]
    public void A_concern_is_shared_only_if_clinics_offer_every_option_for_it()
    {
        var comparison = Compare("prp", "mesotherapy", "microneedling");

        Assert.Equal(["skin-rejuvenation"], comparison.SharedConcerns.Select(concern => concern.Slug));
        Assert.Equal(["skin-rejuvenation", "hair-loss", "acne-scars"], comparison.AnyConcerns.Select(concern => concern.Slug));
        Assert.True(comparison.SharesConcern);
        Assert.False(Compare("prp", "laser-fractional").SharesConcern);
        Assert.True(Compare("prp", "no-treatment").SharesConcern);
    }

    [Fact]
    public void Evidence_for_a_concern_stands_option_by_option()
    {
        var comparison = Compare("prp", "laser-fractional");

        var evidence = comparison.EvidenceFor(ExampleEdition.Edition.FindConcern("hair-loss")!);

        Assert.Equal([null, Certainty.Low], evidence.Select(entry => entry?.Certainty));
    }

    private static Edition Judged(EditorVerdict verdict, params string[] criteria) => ExampleEdition.With(content => content with
    {
        Contrasts = [content.Contrasts[0] with
        {
            Passages = [content.Contrasts[0].Passages[0] with
            {
                Criteria = [.. criteria.Select(criterion => new ContrastCriterionEntry { Criterion = criterion, Verdict = verdict })],
            }],
        }],
    });

    private static Comparison Compare(params string[] slugs) =>
        Comparison.Of(ExampleEdition.Edition, Choose(ExampleEdition.Edition, slugs));

    private static ComparisonAddress Choose(Edition edition, params string[] slugs) =>
        ComparisonAddress.Of(edition, slugs.Select(slug => edition.FindTreatment(slug)!));

    private static ComparisonRow Row(Comparison comparison, string criterion) =>
        comparison.Rows.Single(row => row.Criterion.Slug == criterion);

    private static ComparisonCell Cell(Comparison comparison, string criterion, string treatment) =>
        Row(comparison, criterion).Cells.Single(cell => cell.Treatment.Slug == treatment);
}

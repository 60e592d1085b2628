using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Comparing;

public class AnswerComparerTests
{
    private static readonly CriterionEntry Downtime = Criterion("downtime", ValueKind.Duration);
    private static readonly CriterionEntry Sessions = Criterion("sessions", ValueKind.Count);
    private static readonly CriterionEntry Pain = Criterion("pain", ValueKind.Scale, steps: ["None", "Mild", "Moderate"]);
    private static readonly CriterionEntry Process = Criterion("process", ValueKind.Prose);

    private static readonly AnswerEntry NotKnown = new() { Criterion = "any", Absence = Absence.NotKnown };
    private static readonly AnswerEntry NotYetReviewed = new() { Criterion = "any", Absence = Absence.NotYetReviewed };
    private static readonly AnswerEntry DoesNotApply = new() { Criterion = "any", Absence = Absence.DoesNotApply };
    private static readonly AnswerEntry OnlyText = Prose("any", "It depends.");

    [Fact]
    public void Two_weeks_and_fourteen_days_are_the_same() =>
        Assert.Equal(Agreement.Same, Downtimes(Length(2, 2, Unit.Week), Length(14, 14, Unit.Day)));

    [Fact]
    public void Twelve_months_and_one_year_are_the_same() =>
        Assert.Equal(Agreement.Same, Downtimes(Length(12, 12, Unit.Month), Length(1, 1, Unit.Year)));

    [Fact]
    public void Two_to_four_weeks_and_four_weeks_are_not_the_same_news() =>
        Assert.Equal(Agreement.Overlaps, Downtimes(Length(2, 4, Unit.Week), Length(4, 4, Unit.Week)));

    [Fact]
    public void Ranges_that_only_touch_overlap() =>
        Assert.Equal(Agreement.Overlaps, Downtimes(Length(1, 4, Unit.Day), Length(4, 10, Unit.Day)));

    [Fact]
    public void Ranges_with_a_gap_between_them_differ() =>
        Assert.Equal(Agreement.Differs, Downtimes(Length(1, 4, Unit.Day), Length(5, 10, Unit.Day)));

    [Fact]
    public void That_a_figure_is_approximate_makes_no_difference() =>
        Assert.Equal(Agreement.Same, Downtimes(Length(4, 6, Unit.Week, approximate: true), Length(4, 6, Unit.Week)));

    [Fact]
    public void Five_or_more_overlaps_four_to_ten_and_differs_from_three() =>
        Assert.Multiple(
            () => Assert.Equal(Agreement.Overlaps, Compare(Sessions, Range(5, null), Range(4, 10))),
            () => Assert.Equal(Agreement.Differs, Compare(Sessions, Range(5, null), Range(3, 3))),
            () => Assert.Equal(Agreement.Same, Compare(Sessions, Range(5, null), Range(5, null))));

    [Fact]
    public void Five_or_more_is_not_the_same_as_five() =>
        Assert.Equal(Agreement.Overlaps, Compare(Sessions, Range(5, null), Range(5, 5)));

    [Fact]
    public void Up_to_six_weeks_is_the_same_as_none_to_six_weeks() =>
        Assert.Equal(Agreement.Same, Downtimes(Length(null, 6, Unit.Week), Length(0, 6, Unit.Week)));

    [Theory]
    [InlineData(4, Agreement.Overlaps)]
    [InlineData(5, Agreement.Differs)]
    public void Weeks_and_a_month_are_never_the_same_and_differ_only_if_no_month_is_that_long(int weeks, Agreement expected) =>
        Assert.Equal(expected, Downtimes(Length(weeks, weeks, Unit.Week), Length(1, 1, Unit.Month)));

    [Theory]
    [InlineData(27, Agreement.Differs)]
    [InlineData(28, Agreement.Overlaps)]
    [InlineData(31, Agreement.Overlaps)]
    [InlineData(32, Agreement.Differs)]
    public void A_month_has_28_to_31_days(int days, Agreement expected) =>
        Assert.Equal(expected, Downtimes(Length(days, days, Unit.Day), Length(1, 1, Unit.Month)));

    [Theory]
    [InlineData(364, Agreement.Differs)]
    [InlineData(365, Agreement.Overlaps)]
    [InlineData(366, Agreement.Overlaps)]
    [InlineData(367, Agreement.Differs)]
    public void A_year_has_365_or_366_days(int days, Agreement expected) =>
        Assert.Equal(expected, Downtimes(Length(days, days, Unit.Day), Length(1, 1, Unit.Year)));

    [Fact]
    public void Months_that_could_reach_into_a_range_of_weeks_overlap_it() =>
        Assert.Equal(Agreement.Overlaps, Downtimes(Length(8, 26, Unit.Week), Length(6, 12, Unit.Month)));

    [Fact]
    public void A_missing_cell_makes_a_row_partly_unknown_and_never_different() =>
        Assert.Equal(Agreement.PartlyUnknown, AnswerComparer.Compare(Downtime, [Typed("downtime", Length(1, 1, Unit.Day)), null]));

    [Fact]
    public void What_is_not_known_outweighs_a_difference_between_the_others()
    {
        AnswerEntry?[] answers = [Typed("downtime", Length(1, 1, Unit.Day)), Typed("downtime", Length(9, 9, Unit.Day)), NotKnown];

        Assert.Equal(Agreement.PartlyUnknown, AnswerComparer.Compare(Downtime, answers));
    }

    [Fact]
    public void A_text_beside_not_known_is_still_not_known()
    {
        var slower = NotKnown with { Text = Text("Clinics describe it as slower.") };

        Assert.Equal(Agreement.PartlyUnknown, AnswerComparer.Compare(Downtime, [Typed("downtime", Length(1, 1, Unit.Day)), slower]));
    }

    [Fact]
    public void A_value_beside_a_reason_counts()
    {
        var measured = Typed("downtime", Length(1, 1, Unit.Day)) with { Absence = Absence.NotKnown };

        Assert.Equal(Agreement.Same, AnswerComparer.Compare(Downtime, [measured, Typed("downtime", Length(24, 24, Unit.Hour))]));
    }

    [Fact]
    public void A_question_that_applies_to_none_is_the_same_for_all_and_one_that_applies_to_some_differs() =>
        Assert.Multiple(
            () => Assert.Equal(Agreement.Same, AnswerComparer.Compare(Downtime, [DoesNotApply, DoesNotApply])),
            () => Assert.Equal(Agreement.Differs, AnswerComparer.Compare(Downtime, [DoesNotApply, Typed("any", Length(1, 1, Unit.Day))])),
            () => Assert.Equal(Agreement.Differs, AnswerComparer.Compare(Process, [DoesNotApply, OnlyText])),
            () => Assert.Equal(Agreement.PartlyUnknown, AnswerComparer.Compare(Downtime, [DoesNotApply, NotYetReviewed])));

    [Fact]
    public void A_text_without_its_value_is_not_compared_unless_another_answer_is_unknown() =>
        Assert.Multiple(
            () => Assert.Equal(Agreement.NotCompared, AnswerComparer.Compare(Downtime, [OnlyText, Typed("any", Length(1, 1, Unit.Day))])),
            () => Assert.Equal(Agreement.PartlyUnknown, AnswerComparer.Compare(Downtime, [OnlyText, NotKnown])));

    [Fact]
    public void A_length_without_a_unit_is_not_compared() =>
        Assert.Equal(Agreement.NotCompared, Downtimes(Range(1, 2), Length(1, 2, Unit.Day)));

    [Fact]
    public void One_treatment_alone_is_compared_with_nothing() =>
        Assert.Equal(Agreement.NotCompared, AnswerComparer.Compare(Sessions, [Typed("sessions", Range(1, 2))]));

    [Fact]
    public void Variants_are_the_same_only_if_every_labelled_part_is() =>
        Assert.Multiple(
            () => Assert.Equal(Agreement.Same, Downtimes(Laser(4, 10), Reversed(Laser(4, 10)))),
            () => Assert.Equal(Agreement.Overlaps, Downtimes(Laser(4, 10), Laser(4, 12))),
            () => Assert.Equal(Agreement.Overlaps, Downtimes(Laser(4, 10), Length(1, 4, Unit.Day))),
            () => Assert.Equal(Agreement.Differs, Downtimes(Laser(4, 10), Length(20, 30, Unit.Day))));

    [Fact]
    public void The_same_figures_of_different_variants_are_not_the_same() =>
        Assert.Equal(Agreement.Overlaps, Downtimes(
            new() { Parts = [Part(1, 4, Unit.Day, label: "Ablative")] }, new() { Parts = [Part(1, 4, Unit.Day, label: "Non-ablative")] }));

    [Fact]
    public void Mild_to_moderate_overlaps_mild_and_differs_from_none() =>
        Assert.Multiple(
            () => Assert.Equal(Agreement.Overlaps, Compare(Pain, Range(1, 2), Range(1, 1))),
            () => Assert.Equal(Agreement.Differs, Compare(Pain, Range(1, 2), Range(0, 0))));

    [Fact]
    public void Of_three_treatments_one_pair_that_differs_makes_the_row_differ() =>
        Assert.Multiple(
            () => Assert.Equal(Agreement.Differs, Compare(Sessions, Range(1, 3), Range(3, 5), Range(5, 8))),
            () => Assert.Equal(Agreement.Overlaps, Compare(Sessions, Range(3, 5), Range(3, 5), Range(4, 8))),
            () => Assert.Equal(Agreement.Same, Compare(Sessions, Range(3, 5), Range(3, 5), Range(3, 5))));

    [Fact]
    public void Prose_is_compared_by_editors_and_by_nobody_else() =>
        Assert.Multiple(
            () => Assert.Equal(Agreement.NotCompared, Judged(null, null, null)),
            () => Assert.Equal(Agreement.Same, Judged(EditorVerdict.Same, EditorVerdict.Same, EditorVerdict.Same)),
            () => Assert.Equal(Agreement.Overlaps, Judged(EditorVerdict.Same, EditorVerdict.Overlaps, EditorVerdict.Same)),
            () => Assert.Equal(Agreement.NotCompared, Judged(EditorVerdict.Same, null, EditorVerdict.Overlaps)),
            () => Assert.Equal(Agreement.Differs, Judged(null, null, EditorVerdict.Differs)));

    [Fact]
    public void Even_equal_prose_is_not_compared_without_an_editor() =>
        Assert.Equal(Agreement.NotCompared, AnswerComparer.Compare(Process, [OnlyText, OnlyText]));

    [Fact]
    public void An_editor_cannot_compare_what_is_not_known() =>
        Assert.Equal(Agreement.PartlyUnknown, AnswerComparer.Compare(Process, [OnlyText, NotKnown], (_, _) => EditorVerdict.Differs));

    [Theory]
    [InlineData(EditorVerdict.Differs, Agreement.Same, true)]
    [InlineData(EditorVerdict.Same, Agreement.Overlaps, true)]
    [InlineData(EditorVerdict.Overlaps, Agreement.Differs, true)]
    [InlineData(EditorVerdict.Differs, Agreement.Differs, false)]
    [InlineData(EditorVerdict.Differs, Agreement.PartlyUnknown, false)]
    [InlineData(EditorVerdict.Same, Agreement.NotCompared, false)]
    public void A_verdict_contradicts_values_only_where_they_say_something_else(
        EditorVerdict verdict, Agreement computed, bool contradicts) =>
        Assert.Equal(contradicts, AnswerComparer.Contradicts(verdict, computed));

    private static Agreement Downtimes(params AttributeValue[] values) => Compare(Downtime, values);

    private static Agreement Compare(CriterionEntry criterion, params AttributeValue[] values) =>
        AnswerComparer.Compare(criterion, [.. values.Select(value => Typed(criterion.Slug, value))]);

    private static Agreement Judged(EditorVerdict? firstPair, EditorVerdict? outerPair, EditorVerdict? lastPair) =>
        AnswerComparer.Compare(Process, [OnlyText, OnlyText, OnlyText], (one, other) => (one, other) switch
        {
            (0, 1) => firstPair,
            (0, 2) => outerPair,
            _ => lastPair,
        });

    private static AttributeValue Laser(int nonAblative, int ablative) => new()
    {
        Parts = [Part(1, nonAblative, Unit.Day, label: "Non-ablative"), Part(5, ablative, Unit.Day, label: "Ablative")],
    };

    private static AttributeValue Reversed(AttributeValue value) => value with { Parts = [.. value.Parts.Reverse()] };
}

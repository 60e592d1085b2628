using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Comparing;

public class GlanceTests
{
    [Fact]
    public void Evidence_and_risks_always_stand_at_a_glance_even_where_they_are_the_same() =>
        Assert.Equal([1, 2], Priorities(Row(1, Agreement.Same), Row(2, Agreement.Same), Row(3, Agreement.Same)));

    [Fact]
    public void Rows_that_differ_come_before_rows_that_may() =>
        Assert.Equal([1, 2, 3, 7, 8, 9], Priorities(
            Row(1, Agreement.NotCompared), Row(2, Agreement.NotCompared), Row(3, Agreement.Overlaps), Row(4, Agreement.PartlyUnknown),
            Row(5, Agreement.NotCompared), Row(7, Agreement.Differs), Row(8, Agreement.Differs), Row(9, Agreement.Differs)));

    [Fact]
    public void A_criterion_without_a_priority_never_stands_at_a_glance() =>
        Assert.Equal([1], Priorities(Row(null, Agreement.Differs), Row(1, Agreement.Differs)));

    [Fact]
    public void There_are_never_more_than_six_rows() =>
        Assert.Equal([1, 2, 3, 4, 5, 6], Priorities([.. Enumerable.Range(1, 12).Select(priority => Row(priority, Agreement.Differs))]));

    [Fact]
    public void PRP_and_mesotherapy_differ_at_a_glance_in_these_rows()
    {
        var comparison = Comparison.Of(ExampleEdition.Edition, ComparisonAddress.Of(
            ExampleEdition.Edition, [ExampleEdition.Treatment("prp"), ExampleEdition.Treatment("mesotherapy")]));

        Assert.Equal(
            ["evidence", "serious-risks", "onset", "sessions", "pain", "process"],
            comparison.AtAGlance.Select(glance => glance.Row.Criterion.Slug));
        Assert.Equal(
            ["It often takes longer than PRP.", "About 8 to 26 weeks", "Does not apply"],
            comparison.AtAGlance.Single(glance => glance.Row.Criterion.Slug == "onset").Briefs);
    }

    [Fact]
    public void A_brief_is_the_editors_line_then_the_value_then_the_first_sentence_then_why_there_is_none()
    {
        var sessions = Criterion("sessions", ValueKind.Count);
        var answer = Typed("sessions", Range(3, 5, approximate: true), "Usually three to five. More if needed.");

        Assert.Equal("Three to five, monthly", Brief.Of(sessions, answer with { Brief = Text("Three to five, *monthly*") }));
        Assert.Equal("About 3 to 5", Brief.Of(sessions, answer));
        Assert.Equal("Usually three to five.", Brief.Of(sessions, answer with { Value = null }));
        Assert.Equal("Not known", Brief.Of(sessions, new() { Criterion = "sessions", Absence = Absence.NotKnown }));
        Assert.Equal("Not yet reviewed", Brief.Of(sessions, null));
    }

    [Fact]
    public void Risks_are_never_cut_to_their_first_sentence()
    {
        var risks = Criterion("serious-risks", ValueKind.Prose, alwaysShown: true);

        Assert.Equal(
            "Infection. Hitting a nerve (rare).", Brief.Of(risks, Prose("serious-risks", "**Infection.** Hitting a nerve (rare).")));
    }

    private static ComparisonRow Row(int? priority, Agreement agreement) =>
        new(Criterion($"criterion-{priority}", ValueKind.Prose, priority: priority), [], agreement, []);

    private static int?[] Priorities(params ComparisonRow[] rows) =>
        [.. Glance.Of(rows).Select(glance => glance.Row.Criterion.Priority)];
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Comparing;

public class FirstQuestionsTests
{
    [Fact]
    public void The_editors_priorities_say_which_five_come_first() =>
        Assert.Equal([1, 2, 3, 4, 6], First(MarkedRows.None, 9, null, 6, 4, 2, 1, 3, 8));

    [Fact]
    public void What_has_no_priority_never_comes_first_unless_it_is_always_shown() =>
        Assert.Equal(
            [1, null],
            Arranged(MarkedRows.None, Row(null), Row(1), Row(null, alwaysShown: true)).First.Select(row => row.Criterion.Priority));

    [Fact]
    public void What_is_marked_takes_the_place_of_the_other_priorities()
    {
        var edition = ExampleEdition.Edition;
        var marked = MarkedRows.Of(edition, ["pain"]);

        Assert.Equal(["evidence", "serious-risks", "pain"], Pair(marked).FirstQuestions.First.Select(row => row.Criterion.Slug));
        Assert.Equal(
            edition.Criteria.Select(criterion => criterion.Slug).Order(),
            Pair(marked).FirstQuestions.First.Concat(Pair(marked).FirstQuestions.Groups.SelectMany(group => group.Rows))
                .Select(row => row.Criterion.Slug).Order());
    }

    [Fact]
    public void What_studies_show_is_told_of_the_concern_in_view()
    {
        var edition = ExampleEdition.Edition;
        var scoped = Comparison.Of(edition, Pair(MarkedRows.None).Address with { Concern = edition.FindConcern("hair-loss") });
        var evidence = scoped.BriefOf(scoped.FindRow(CriterionRole.Evidence)!).Briefs;

        Assert.Equal(
            scoped.Options.Select(option => EvidenceBrief.Of(edition.FindEvidence(option.Slug, "hair-loss"))),
            evidence.Take(scoped.Options.Count));
        Assert.NotEqual(Pair(MarkedRows.None).BriefOf(scoped.FindRow(CriterionRole.Evidence)!).Briefs, evidence);
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

    private static Comparison Pair(MarkedRows marked) => Comparison.Of(ExampleEdition.Edition, ComparisonAddress.Of(
        ExampleEdition.Edition, [ExampleEdition.Treatment("prp"), ExampleEdition.Treatment("mesotherapy")]) with
    { Marked = marked });

    private static ComparisonRow Row(int? priority, bool alwaysShown = false) => new(
        Criterion($"criterion-{priority}-{alwaysShown}", ValueKind.Prose, priority: priority, alwaysShown: alwaysShown), [],
        Agreement.NotCompared, []);

    private static FirstQuestions Arranged(MarkedRows marked, params ComparisonRow[] rows) =>
        FirstQuestions.Of([new(new() { Slug = "group", Name = Text("Group") }, rows)], marked);

    private static int?[] First(MarkedRows marked, params int?[] priorities) =>
        [.. Arranged(marked, [.. priorities.Select(priority => Row(priority))]).First.Select(row => row.Criterion.Priority)];
}

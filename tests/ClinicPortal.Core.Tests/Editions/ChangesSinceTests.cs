using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Editions;

public class ChangesSinceTests
{
    [Fact]
    public void Nothing_has_changed_where_everything_says_the_same() =>
        Assert.Empty(Changes(content => Copy(content)));

    [Fact]
    public void A_changed_answer_is_named_by_the_term_of_its_question() =>
        Assert.Equal(["prp: pain"], Changes(content => Treatment(content, "prp", prp => prp with
        {
            Answers =
                [.. prp.Answers.Select(answer => answer.Criterion == "pain" ? answer with { Text = Text("More than mild.") } : answer)],
        })));

    [Fact]
    public void A_change_in_sources_or_in_the_value_alone_is_one_too() =>
        Assert.Equal(["prp: sessions, pain"], Changes(content => Treatment(content, "prp", prp => prp with
        {
            Answers = [.. prp.Answers.Select(answer => answer.Criterion switch
            {
                "pain" => answer with { Value = Range(1, 3) },
                "sessions" => answer with { Sources = ["r1"] },
                _ => answer,
            })],
        })));

    [Fact]
    public void A_question_that_is_new_or_no_longer_asked_changes_the_answer() =>
        Assert.Equal(["mesotherapy: numbing", "prp: numbing"], Changes(content => content with
        {
            Criteria =
                [.. content.Criteria.Select(criterion => criterion.Slug == "numbing" ? criterion with { Archived = true } : criterion)],
        }));

    [Fact]
    public void How_sure_we_are_is_named_with_its_concern() =>
        Assert.Equal(["prp: how sure we are for hair loss"], Changes(content => Treatment(content, "prp", prp => prp with
        {
            Concerns = [
                .. prp.Concerns.Select(evidence =>
                    evidence.Concern == "hair-loss" ? evidence with { Certainty = Certainty.Moderate } : evidence)],
        })));

    [Fact]
    public void A_changed_number_is_told_once() =>
        Assert.Equal(
            ["prp: numbers from studies"], Changes(content => content with { Numbers = [content.Numbers[0] with { Denominator = 20 }] }));

    [Fact]
    public void What_is_said_about_other_treatments_is_left_out() =>
        Assert.Empty(Changes(content => Treatment(content, "microneedling", one => one with { Answers = [] })));

    [Fact]
    public void A_renamed_treatment_is_the_same_and_an_archived_one_is_gone() =>
        Assert.Equal(["mesotherapy: gone"], Changes(content => Treatment(
            Treatment(content, "prp", prp => prp with { Slug = "plasma", FormerSlugs = ["prp"] }) with
            {
                Numbers = [content.Numbers[0] with { Places = [new() { Treatment = "plasma", Criterion = "serious-risks" }] }],
                Contrasts = [],
            },
            "mesotherapy", one => one with { Archived = true })));

    private static IEnumerable<string> Changes(Func<ClinicContent, ClinicContent> change)
    {
        var then = ExampleEdition.Edition;
        var now = new Edition(2, then.PublishedAt, change(then.Content));
        return ChangesSince.Of(then, now, [.. new[] { "mesotherapy", "prp", "no-treatment" }.Select(ExampleEdition.Treatment)])
            .Select(one => $"{one.Treatment.Slug}: {(one.IsGone ? "gone" : string.Join(", ", one.Changed))}");
    }

    private static ClinicContent Treatment(ClinicContent content, string slug, Func<TreatmentEntry, TreatmentEntry> change) =>
        content with { Treatments = [.. content.Treatments.Select(one => one.Slug == slug ? change(one) : one)] };

    // The same words in other objects.
    private static ClinicContent Copy(ClinicContent content) => EntryFormat.Read(EntryFormat.Write(content));
}

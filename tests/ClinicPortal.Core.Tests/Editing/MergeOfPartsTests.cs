using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Editing;

/// <summary>Which parts of a row two people can change at once, and which only mean something together.</summary>
public sealed class MergeOfPartsTests
{
    private static readonly ContrastEntry Contrast = new()
    {
        Between = ["rolling", "soaking"],
        Passages = [Passage("Which is quicker?"), Passage("Which is cheaper?"), Passage("Which lasts?")],
    };

    private static readonly OutcomeNumberEntry Number = Content.Numbers[0];

    [Fact]
    public void Two_people_who_change_different_passages_meet_in_one_text()
    {
        var theirs = With(0, passage => passage with { Text = En("Soaking.") });
        var mine = With(2, passage => passage with { Heading = En("Which lasts longer?") });

        var merged = Merge(Contrast, theirs, mine);

        Assert.Empty(merged.Conflicts);
        Assert.Equal(["passages[0]"], merged.Theirs);
        Assert.Equal(
            ["Soaking.", "Text of Which is cheaper?", "Text of Which lasts?"],
            Said<ContrastEntry>(merged).Passages.Select(passage => passage.Text.ToString()));
        Assert.Equal("Which lasts longer?", Said<ContrastEntry>(merged).Passages[2].Heading.ToString());
    }

    [Fact]
    public void Under_one_heading_two_people_may_change_text_and_sources()
    {
        var merged = Merge(
            Contrast, With(1, passage => passage with { Text = En("Rolling.") }),
            With(1, passage => passage with { Sources = ["first", "second"] }));

        Assert.Empty(merged.Conflicts);
        Assert.Equal(
            ("Rolling.", 2),
            (Said<ContrastEntry>(merged).Passages[1].Text.ToString(), Said<ContrastEntry>(merged).Passages[1].Sources.Count));
    }

    [Fact]
    public void The_same_words_of_a_passage_are_for_a_person_to_decide()
    {
        var merged = Merge(
            Contrast, With(1, passage => passage with { Text = En("Rolling.") }),
            With(1, passage => passage with { Text = En("Soaking.") }));

        Assert.Equal(["passages[1].text.en"], merged.Conflicts);
        Assert.Equal("passage 2", FieldDifference.NameOf(merged.Conflicts[0]));
    }

    [Fact]
    public void A_passage_that_moved_away_is_never_mixed_with_the_one_that_took_its_place()
    {
        var theirs = Contrast with { Passages = [Contrast.Passages[1], Contrast.Passages[0], Contrast.Passages[2]] };
        var mine = With(0, passage => passage with { Sources = ["first", "second"] });

        var merged = Merge(Contrast, theirs, mine);

        Assert.Equal(["passages[0]"], merged.Conflicts);
        Assert.Equal(["first"], Said<ContrastEntry>(merged).Passages[0].Sources);
    }

    [Fact]
    public void A_passage_more_and_a_passage_changed_are_for_a_person_to_decide()
    {
        var merged = Merge(
            Contrast, Contrast with { Passages = [.. Contrast.Passages, Passage("Which hurts?")] },
            With(0, passage => passage with { Text = En("Rolling.") }));

        Assert.Equal(["passages"], merged.Conflicts);
    }

    [Fact]
    public void The_arms_of_a_number_stay_whole()
    {
        var theirs = Number with { Arms = [Number.Arms[0] with { Count = 50 }, Number.Arms[1]] };
        var mine = Number with { Arms = [Number.Arms[0], Number.Arms[1] with { Count = 5 }] };

        Assert.Equal(["arms"], Merge(Number, theirs, mine).Conflicts);
    }

    [Fact]
    public void A_count_is_never_joined_to_another_persons_denominator()
    {
        var theirs = Number with { Denominator = 1000 };
        var mine = Number with { Arms = [Number.Arms[0] with { Count = 41 }, Number.Arms[1]] };

        var merged = Merge(Number, theirs, mine);

        Assert.Equal(["denominator", "arms"], merged.Conflicts);
        Assert.Equal((1000, 40), (Said<OutcomeNumberEntry>(merged).Denominator, Said<OutcomeNumberEntry>(merged).Arms[0].Count));
    }

    [Fact]
    public void The_words_of_a_number_and_its_counts_may_be_changed_by_two()
    {
        var merged = Merge(
            Number, Number with { Denominator = 200, Arms = [Number.Arms[0] with { Count = 80 }] },
            Number with { Outcome = En("felt much brighter") });

        Assert.Empty(merged.Conflicts);
        Assert.Equal(
            (200, "felt much brighter"),
            (Said<OutcomeNumberEntry>(merged).Denominator, Said<OutcomeNumberEntry>(merged).Outcome.ToString()));
    }

    [Fact]
    public void The_ends_of_a_range_stay_whole()
    {
        var answer = new AnswerEntry { Criterion = "onset", Value = Value(new ValuePart { Min = 2, Max = 4, Unit = Unit.Week }) };

        var merged = Merge(
            answer, answer with { Value = Value(new ValuePart { Min = 6, Max = 4, Unit = Unit.Week }) },
            answer with { Value = Value(new ValuePart { Min = 2, Max = 8, Unit = Unit.Week }) });

        Assert.Equal(["value.parts"], merged.Conflicts);
    }

    [Fact]
    public void The_history_tells_passages_apart_and_arms_in_words()
    {
        var passage = Assert.Single(FieldDifference.Between(Text(Contrast), Text(With(1, one => one with { Text = En("Rolling.") }))));
        var arms = Assert.Single(FieldDifference.Between(Text(Number), Text(Number with { Arms = [Number.Arms[0] with { Count = 41 }] })));

        Assert.Equal(
            ("passage 2", "Which is cheaper?\n\nRolling.\n\nQuestion: onset: differs\n\nSources:\n- first"),
            (passage.Field, passage.After));
        Assert.Equal(("counts", "Rolling: 41 (20 of 50)"), (arms.Field, arms.After));
        Assert.Equal("Surgery: fewer than 5; Splint: 37 (44 of 120)", After(WristNumbers.Mixed.Arms));
        Assert.Equal("Surgery: 75 to 90", After(WristNumbers.Range.Arms));
        Assert.Equal("Surgery: 75 to 90 (8 of 10)", After([WristNumbers.Range.Arms[0] with { Events = 8, Total = 10 }]));

        static string After(IReadOnlyList<OutcomeArmEntry> arms) =>
            Assert.Single(FieldDifference.Between(Text(Number), Text(Number with { Arms = arms }))).After;
    }

    [Fact]
    public void Two_conditions_of_one_answer_may_be_judged_by_two()
    {
        var answer = Mentioning(("dizziness", ConditionMeaning.AskFirst), ("stiffness", ConditionMeaning.AskFirst));

        var merged = Merge(
            answer, Mentioning(("dizziness", ConditionMeaning.DoNot), ("stiffness", ConditionMeaning.AskFirst)),
            Mentioning(("dizziness", ConditionMeaning.AskFirst), ("sleepiness", ConditionMeaning.NoReasonAgainst)));

        Assert.Empty(merged.Conflicts);
        Assert.Equal(["conditions.dizziness"], merged.Theirs);
        Assert.Equal(
            Mentioning(("dizziness", ConditionMeaning.DoNot), ("sleepiness", ConditionMeaning.NoReasonAgainst)).Conditions,
            Said<AnswerEntry>(merged).Conditions);
        Assert.Empty(Said<AnswerEntry>(Merge(answer, Mentioning(answer.Conditions[0]), Mentioning(answer.Conditions[1]))).Conditions);
    }

    [Fact]
    public void One_condition_that_two_judge_otherwise_is_for_a_person_to_decide()
    {
        var answer = Mentioning(("dizziness", ConditionMeaning.AskFirst));
        var (doNot, noReason) =
            (Mentioning(("dizziness", ConditionMeaning.DoNot)), Mentioning(("dizziness", ConditionMeaning.NoReasonAgainst)));

        Assert.Equal(["conditions.dizziness.means"], Merge(answer, doNot, noReason).Conflicts);
        Assert.Equal(["conditions.dizziness"], Merge(answer, doNot, answer with { Conditions = [] }).Conflicts);
    }

    [Fact]
    public void The_history_tells_a_condition_by_its_name_and_its_meaning_in_words()
    {
        var difference = Assert.Single(FieldDifference.Between(
            Text(Mentioning(("dizziness", ConditionMeaning.AskFirst))),
            Text(Mentioning(("dizziness", ConditionMeaning.DoNot), ("stiffness", ConditionMeaning.NoReasonAgainst))),
            new((field, slug) => (field, slug) == ("condition", "dizziness") ? "Feeling dizzy" : slug)));

        Assert.Equal("conditions it mentions", difference.Field);
        Assert.Equal(
            ("Feeling dizzy: ask first", "Feeling dizzy: do not; stiffness: no reason against"), (difference.Before, difference.After));
        Assert.Equal("conditions it mentions", FieldDifference.NameOf("conditions.dizziness.means"));
    }

    private static AnswerEntry Mentioning(params (string Condition, ConditionMeaning Means)[] mentions) =>
        Mentioning([.. mentions.Select(mention => new AnswerConditionEntry { Condition = mention.Condition, Means = mention.Means })]);

    private static AnswerEntry Mentioning(params AnswerConditionEntry[] mentions) =>
        new() { Criterion = "repeat", Text = En("Yes."), Conditions = mentions };

    private static ContrastPassageEntry Passage(string heading) => new()
    {
        Heading = En(heading),
        Text = En($"Text of {heading}"),
        Criteria = [new() { Criterion = "onset", Verdict = EditorVerdict.Differs }],
        Sources = ["first"],
    };

    private static ContrastEntry With(int place, Func<ContrastPassageEntry, ContrastPassageEntry> change) =>
        Contrast with { Passages = [.. Contrast.Passages.Select((passage, index) => index == place ? change(passage) : passage)] };

    private static MergedRow Merge<TEntry>(TEntry ancestor, TEntry theirs, TEntry mine) =>
        ThreeWayMerge.Of(Json(ancestor), Json(theirs), Json(mine));

    private static TEntry Said<TEntry>(MergedRow merged) => merged.Row.Deserialize<TEntry>(ContentJson.Options)!;

    private static JsonObject Json<TEntry>(TEntry entry) => JsonSerializer.SerializeToNode(entry, ContentJson.Options)!.AsObject();

    private static string Text<TEntry>(TEntry entry) => JsonSerializer.Serialize(entry, ContentJson.Options);
}

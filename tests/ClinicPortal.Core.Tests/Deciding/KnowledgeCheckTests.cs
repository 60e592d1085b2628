using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Deciding;
using ClinicPortal.Core.Tests.Comparing;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Deciding;

public class KnowledgeCheckTests
{
    [Fact]
    public void PRP_and_mesotherapy_are_asked_about_like_this()
    {
        var questions = KnowledgeCheck.Of(EveryComparison.Of("prp mesotherapy"));

        Assert.Equal(
            [
                "For which one are we more sure that it helps with pattern hair loss? PRP",
                "How sure are we about what mesotherapy and PRP do for skin rejuvenation? Very low certainty",
                "Which of these could go seriously wrong: mesotherapy or PRP? Both of them",
                "How many choices does this page compare? 3",
            ],
            questions.Select(question => $"{question.Asked} {question.Answers.Single(answer => answer.IsRight).Words}"));
        Assert.Equal("Mesotherapy: we are not sure it helps. PRP: may help.", questions[0].Because);
        Assert.Equal(
            "The choices are mesotherapy, PRP and having no treatment. If nothing is done about skin rejuvenation: the skin goes on "
                + "changing slowly. Sun protection slows this.",
            questions[3].Because);
    }

    [Fact]
    public void A_value_is_asked_about_where_the_ranges_share_no_point()
    {
        var question = KnowledgeCheck.Of(EveryComparison.Of("botulinum ha-filler")).Single(question => question.Row!.Slug == "duration");

        Assert.Equal("“How long might it last?” Which has the longer time?", question.Asked);
        Assert.Equal([("Botulinum toxin", false), ("HA filler", true)], question.Answers.Select(answer => (answer.Words, answer.IsRight)));
        Assert.Equal("Botulinum toxin: 3 to 4 months. HA filler: 6 to 18 months.", question.Because);
    }

    [Theory]
    [InlineData(3, 5, 5, 8)]
    [InlineData(3, 5, 1, 9)]
    [InlineData(3, 5, 3, 5)]
    public void Ranges_that_touch_leave_doubt_and_are_not_asked_about(int min, int max, int otherMin, int otherMax) =>
        Assert.Empty(KnowledgeCheck.Of(Of(ValueKind.Count, Typed("x", Range(min, max)), Typed("x", Range(otherMin, otherMax)))));

    [Fact]
    public void An_unknown_an_open_end_and_a_month_that_may_be_short_leave_doubt_too()
    {
        Assert.Empty(
            KnowledgeCheck.Of(Of(ValueKind.Count, Typed("x", Range(3, 5)), new() { Criterion = "x", Absence = Absence.NotKnown })));
        Assert.Empty(KnowledgeCheck.Of(Of(ValueKind.Count, Typed("x", Range(3, null)), Typed("x", Range(6, 8)))));
        Assert.Empty(KnowledgeCheck.Of(Of(ValueKind.Duration, Typed("x", Length(30, 30, Unit.Day)), Typed("x", Length(1, 1, Unit.Month)))));
        Assert.Single(
            KnowledgeCheck.Of(Of(ValueKind.Duration, Typed("x", Length(27, 27, Unit.Day)), Typed("x", Length(1, 1, Unit.Month)))));
        Assert.Equal("B", RightOf(Of(ValueKind.Duration, Typed("x", Length(1, 1, Unit.Year)), Typed("x", Length(13, 13, Unit.Month)))));
    }

    [Fact]
    public void Of_three_the_first_must_stand_above_both_others()
    {
        Assert.Equal("C", RightOf(Of(ValueKind.Count, Typed("x", Range(1, 2)), Typed("x", Range(1, 2)), Typed("x", Range(5, 6)))));
        Assert.Empty(KnowledgeCheck.Of(Of(ValueKind.Count, Typed("x", Range(1, 2)), Typed("x", Range(4, 5)), Typed("x", Range(5, 6)))));
    }

    [Theory]
    [InlineData("None known.")]
    [InlineData("No serious harm was seen.")]
    public void A_text_that_names_no_risk_makes_no_question(string risks) =>
        Assert.Empty(KnowledgeCheck.Of(Asking(ValueKind.Prose, CriterionRole.SeriousRisks, Prose("x", risks), Prose("x", "Infection."))));

    [Fact]
    public void A_text_that_names_a_risk_of_each_makes_one() =>
        Assert.Equal(
            "Which of these could go seriously wrong: a or b?",
            KnowledgeCheck.Of(Asking(ValueKind.Prose, CriterionRole.SeriousRisks, Prose("x", "Bleeding."), Prose("x", "Infection.")))
                .Single().Asked);

    [Theory]
    [InlineData(
        "botulinum ha-filler laser-fractional microneedling",
        "How long might a result of botulinum toxin last? 3 to 4 months")]
    [InlineData(
        "carboxytherapy microneedling peel-superficial",
        "“How many sessions?” What does this page say for carboxytherapy? 5 or more")]
    [InlineData(
        "botulinum no-treatment",
        "How sure are we about what botulinum toxin does for wrinkles from expression? High certainty")]
    public void Where_little_can_be_asked_what_fades_and_how_often_is_asked_too(string treatments, string question)
    {
        var questions = KnowledgeCheck.Of(EveryComparison.Of(treatments));

        Assert.Equal(3, questions.Count);
        Assert.Contains(question, questions.Select(one => $"{one.Asked} {one.Answers.Single(answer => answer.IsRight).Words}"));
    }

    [Fact]
    public void Doing_nothing_about_a_wound_is_not_called_a_choice()
    {
        var questions = KnowledgeCheck.Of(EveryComparison.Of("carboxytherapy botulinum"));

        Assert.DoesNotContain(questions, question => question.Asked.Contains("no treatment", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_the_data_give_nothing_nothing_is_asked() => Assert.Empty(KnowledgeCheck.Of(Of(ValueKind.Count, null, null)));

    [Fact]
    public void Every_comparison_has_three_to_five_questions_with_one_right_answer_each() =>
        Assert.All(EveryComparison.All.Concat(EveryComparison.Fours), comparison =>
        {
            var questions = KnowledgeCheck.Of(comparison);
            Assert.InRange(questions.Count, 3, 5);
            Assert.Equal(questions.Select(question => question.Asked), KnowledgeCheck.Of(comparison).Select(question => question.Asked));
            Assert.Equal(questions.Count, questions.Select(question => question.Asked).Distinct().Count());
            Assert.All(questions, question =>
            {
                Assert.Single(question.Answers, answer => answer.IsRight);
                Assert.Equal(question.Answers.Count, question.Answers.Select(answer => answer.Words).Distinct().Count());
                Assert.Matches(
                    @"^(“.+” (Which has|What does this page say for|Which costs|Which is rated) .+\?"
                        + @"|For which one are we (more|most) sure that it helps with [\w ]+\?"
                        + @"|How sure are we about what [\w ,]+ do(es)? for [\w ]+\?"
                        + @"|Which of these could go seriously wrong: [\w ,]+\?"
                        + @"|What could go seriously wrong with [\w ]+\?|How many choices does this page compare\?"
                        + @"|How long might a result of [\w ]+ last\?)$",
                    question.Asked);
                Assert.EndsWith(".", question.Because, StringComparison.Ordinal);
            });
        });

    [Fact]
    public void Nothing_about_a_wound_is_asked() =>
        Assert.All(
            EveryComparison.All.SelectMany(KnowledgeCheck.Of),
            question => Assert.DoesNotContain("wound", question.Asked, StringComparison.Ordinal));

    private static string RightOf(Comparison comparison) =>
        KnowledgeCheck.Of(comparison).Single().Answers.Single(answer => answer.IsRight).Words;

    private static Comparison Of(ValueKind kind, params AnswerEntry?[] answers) => Asking(kind, null, answers);

    private static Comparison Asking(ValueKind kind, CriterionRole? role, params AnswerEntry?[] answers)
    {
        var edition = ExampleEdition.With(content => content with
        {
            Criteria = [Criterion("x", kind, role: role)],
            Concerns = [],
            Contrasts = [],
            Numbers = [],
            Treatments = [
                .. answers.Select((answer, i) =>
                    new TreatmentEntry
                    {
                        Slug = $"{(char)('a' + i)}",
                        Name = Text($"{(char)('A' + i)}"),
                        Summary = Text("x"),
                        Answers = answer is null ? [] : [answer],
                    })],
        });
        return Comparison.Of(edition, ComparisonAddress.Of(edition, edition.Treatments));
    }
}

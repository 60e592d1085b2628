using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Checks;

/// <summary>How an answer stands for those who edit it, and what would help most next.</summary>
public class AnswerMatrixTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    private static readonly CriterionEntry Onset = Criterion("onset", ValueKind.Duration);
    private static readonly CriterionEntry Risks = Criterion("risks", ValueKind.Prose, priority: 2);
    private static readonly CriterionEntry Cost = Criterion("cost", ValueKind.Prose);

    private static readonly AnswerEntry Sound = Typed("onset", Length(2, 4, Unit.Week), "2 to 4 weeks.", "r1");

    [Fact]
    public void An_answer_with_a_text_and_a_source_is_answered() => Assert.Equal([CellState.Filled], StatesOf(Sound));

    [Theory]
    [InlineData(null)]
    [InlineData(Absence.NotYetReviewed)]
    public void An_answer_without_text_and_reason_is_empty_and_so_is_one_that_nobody_has_reviewed(Absence? absence)
    {
        Assert.Equal([CellState.Empty], StatesOf(new() { Criterion = "onset", Absence = absence }));
        Assert.Equal([CellState.Empty], StatesOf(null));
    }

    [Theory]
    [InlineData(Absence.NotKnown)]
    [InlineData(Absence.DoesNotApply)]
    public void A_reason_for_having_no_text_is_no_gap(Absence absence) =>
        Assert.Equal([CellState.Reason], StatesOf(new() { Criterion = "onset", Absence = absence }));

    [Fact]
    public void A_text_that_cites_nothing_has_no_source_unless_it_is_said_to_rest_on_general_knowledge()
    {
        Assert.Equal([CellState.NoSource], StatesOf(Sound with { Sources = [] }));
        Assert.Equal([CellState.ToBeConfirmed], StatesOf(Sound with { Sources = [], ToBeConfirmed = true }));
    }

    [Fact]
    public void A_text_that_does_not_state_its_own_figure_contradicts_itself_and_says_how()
    {
        var cell = CellOf(Sound with { Text = Text("About 6 months.") });

        Assert.Equal([CellState.Contradicts], cell.States);
        Assert.Contains("the measured value says", Assert.Single(cell.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void One_line_that_names_another_treatment_contradicts_the_answer() =>
        Assert.Equal([CellState.Contradicts], StatesOf(Sound with { Brief = Text("Sooner than dabbing") }));

    [Theory]
    [InlineData(25, true)]
    [InlineData(26, false)]
    public void A_review_is_overdue_from_the_day_after_it_was_due_and_an_empty_answer_has_nothing_to_review(int due, bool isOverdue)
    {
        var review = Due(new(2026, 11, due));

        Assert.Equal([isOverdue ? CellState.Overdue : CellState.Filled], StatesOf(Sound with { Review = review }));
        Assert.Equal([CellState.Empty], StatesOf(new() { Criterion = Sound.Criterion, Review = review }));
    }

    [Fact]
    public void An_answer_that_patients_do_not_read_as_it_stands_is_changed_even_if_it_is_empty_now()
    {
        Assert.Equal([CellState.Changed], StatesOf(Sound, "treatments/wiping/answers/onset"));
        Assert.Equal([CellState.Empty, CellState.Changed], StatesOf(null, "treatments/wiping/answers/onset"));
        Assert.Equal([CellState.Filled], StatesOf(Sound, "treatments/dabbing/answers/onset"));
    }

    [Fact]
    public void The_most_pressing_comes_first() =>
        Assert.Equal(
            [CellState.Contradicts, CellState.ToBeConfirmed, CellState.Overdue, CellState.Changed],
            StatesOf(
                Sound with { Text = Text("About 6 months."), ToBeConfirmed = true, Review = Due(new(2026, 1, 1)) },
                "treatments/wiping/answers/onset"));

    [Fact]
    public void Every_state_has_words_of_its_own() =>
        Assert.Equal(CellStates.All.Count, CellStates.All.Select(CellStates.NameOf).Distinct().Count());

    [Fact]
    public void What_would_help_most_comes_in_the_order_in_which_patients_are_harmed()
    {
        var context = Context("treatments/b/answers/onset");
        var risks = Prose("risks", "Few.", "r1");
        var cost = Prose("cost", "Some.", "r1");
        var wrong = Sound with { Text = Text("About 6 months.") };
        TreatmentEntry[] treatments =
        [
            Treatment("none", Sound with { Sources = [] }, risks, cost) with { Baseline = true },
            Treatment("a", Sound with { Sources = [] }, risks, cost),
            Treatment("b", wrong, risks, cost),
            Treatment("c", wrong, risks),
            Treatment("d", Sound, cost),
            Treatment("e", Sound, risks with { Review = Due(new(2026, 2, 3)) }, cost with { Review = Due(new(2026, 3, 3)) }),
        ];

        var steps = NextSteps.Of(
            AnswerMatrix.Of(treatments, [Onset, Risks, Cost], context), new HashSet<string> { "risks" }, isPublished: true, most: 10);

        Assert.Equal(
            [
                "c onset: Its text, figure and one-line answer contradict each other, and patients can see this now.",
                "b onset: Its text, figure and one-line answer contradict each other.",
                "d risks: Empty, and it is one of the questions that patients read first.",
                "c cost: Empty, though all the other treatments answer it.",
                "a onset: It states a figure and cites no source.",
                "e : Its review was due on 3 February 2026.",
            ],
            steps.Select(step => $"{step.Treatment.Slug} {step.Criterion?.Slug}: {step.Reason}"));
        Assert.Equal(
            steps.Take(2),
            NextSteps.Of(AnswerMatrix.Of(treatments, [Onset, Risks, Cost], context), new HashSet<string>(), isPublished: true, most: 2));
    }

    [Theory]
    [InlineData(1, "Empty, and 3 of the other 4 treatments answer it.")]
    [InlineData(2, null)]
    public void A_gap_is_worth_filling_where_most_others_answer(int others, string? reason)
    {
        var treatments = Enumerable.Range(0, 5).Select(number =>
            Treatment($"t{number}", number <= others ? [] : [Prose("cost", "Some.", "r1")]));

        var steps = NextSteps.Of(AnswerMatrix.Of(treatments, [Cost], Context()), new HashSet<string>(), isPublished: true, most: 10);

        Assert.Equal(reason is null ? [] : [reason, reason], steps.Select(step => step.Reason));
    }

    private static IReadOnlyList<CellState> StatesOf(AnswerEntry? answer, string? changed = null) => CellOf(answer, changed).States;

    private static MatrixCell CellOf(AnswerEntry? answer, string? changed = null) =>
        Assert.Single(
            AnswerMatrix.Of([answer is null ? Treatment("wiping") : Treatment("wiping", answer)], [Onset], Context(changed)).Cells);

    private static ReviewEntry Due(DateOnly day) => new()
    {
        Clinician = "Eve",
        Role = Text("Nurse"),
        Registration = "EX 1",
        At = DateTimeOffset.UnixEpoch,
        NextDue = day,
        Hash = "",
    };

    private static MatrixContext Context(string? changed = null) =>
        new(
            [Treatment("wiping"), Treatment("dabbing")], [], Today,
            new HashSet<string>(changed is null ? [] : [changed]));

    private static TreatmentEntry Treatment(string slug, params AnswerEntry[] answers) =>
        new() { Slug = slug, Name = Text(slug), Summary = Text("Something."), Answers = answers };
}

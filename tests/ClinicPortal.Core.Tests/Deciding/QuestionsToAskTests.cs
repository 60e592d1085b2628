using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Deciding;
using ClinicPortal.Core.Tests.Comparing;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Deciding;

public class QuestionsToAskTests
{
    [Theory]
    [InlineData(
        "prp mesotherapy", "duration", "“How long might it last?” This is not known for mesotherapy and PRP. What is your experience?")]
    [InlineData(
        "carboxytherapy mesotherapy prp", "duration",
        "“How long might it last?” This is not known for carboxytherapy, mesotherapy and PRP. What is your experience?")]
    [InlineData(
        "botulinum ha-filler", "duration",
        "“How long might it last?” The answers differ between botulinum toxin and HA filler. What does that mean for me?")]
    [InlineData(
        "prp mesotherapy", "downtime",
        "“How long until my skin settles?” What should I expect with mesotherapy and PRP?")]
    [InlineData("prp no-treatment", "sessions", "“How many sessions?” I would like to talk about this.")]
    [InlineData(
        "ha-filler no-treatment", "downtime",
        "“How long until my skin settles?” What should I expect with HA filler?")]
    public void A_marked_row_becomes_a_question(string treatments, string marked, string question) =>
        Assert.Equal([question], QuestionsToAsk.Of(EveryComparison.Of(treatments, marked)));

    [Fact]
    public void What_is_not_known_and_what_is_not_written_are_two_things()
    {
        var row = Row(("Alpha", new() { Criterion = "x", Absence = Absence.NotKnown }), ("Beta", null), ("PRP", Prose("x", "Yes.")));

        Assert.Equal(
            "“What about x?” This is not known for alpha and this is not yet written for beta. What is your experience?",
            QuestionsToAsk.Of(row));
    }

    [Fact]
    public void Nothing_marked_nothing_asked() => Assert.Empty(QuestionsToAsk.Of(EveryComparison.Of("prp mesotherapy")));

    [Fact]
    public void Each_marked_row_gives_one_question_in_the_order_of_the_rows() =>
        Assert.Equal(
            ["“How soon might I see a change?”", "“How much does it hurt?”", "“Can it be undone?”"],
            QuestionsToAsk.Of(EveryComparison.Of("prp mesotherapy", "reversible", "pain", "onset"))
                .Select(question => question[..(question.IndexOf('”', StringComparison.Ordinal) + 1)]));

    [Fact]
    public void Every_question_of_every_comparison_is_a_whole_sentence_about_its_options() =>
        Assert.All(EveryComparison.All, comparison => Assert.All(comparison.Rows, row =>
        {
            var question = QuestionsToAsk.Of(row);
            Assert.StartsWith($"“{row.Criterion.Question}” ", question, StringComparison.Ordinal);
            Assert.Matches(
                @"^“[^”]+\?” (This is not (known|yet written) for [\w ,]+\. What is your experience\?"
                    + @"|The answers differ between [\w ,]+ and [\w ]+\. What does that mean for me\?"
                    + @"|What should I expect with [\w ,]+\?"
                    + @"|I would like to talk about this\.)$",
                question);
            Assert.DoesNotContain(
                "no treatment", question[(question.IndexOf('”', StringComparison.Ordinal) + 1)..], StringComparison.Ordinal);
        }));

    private static ComparisonRow Row(params (string Name, AnswerEntry? Answer)[] cells) => new(
        Criterion("x", ValueKind.Prose),
        [
            .. cells.Select(cell =>
                new ComparisonCell(new() { Slug = cell.Name, Name = Text(cell.Name), Summary = Text("") }, cell.Answer, []))],
        Agreement.PartlyUnknown,
        []);
}

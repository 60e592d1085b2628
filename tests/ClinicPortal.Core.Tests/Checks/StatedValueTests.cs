using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Checks;

public sealed class StatedValueTests
{
    private static readonly CriterionEntry Weeks = new()
    {
        Slug = "onset",
        Group = "time",
        Term = Text("First change"),
        Question = Text("When?"),
        Help = Text("From the first session."),
        Kind = ValueKind.Duration,
    };

    [Theory]
    [InlineData("Usually 3 sessions, 30 days apart.", "Usually 5 sessions, 30 days apart.")]
    [InlineData("At 3.5 or 13 never, but 3", "At 3.5 or 13 never, but 5")]
    [InlineData("3 now and 3 later.", null)]
    [InlineData("Three sessions.", null)]
    public void Only_the_figure_itself_is_rewritten_and_only_where_it_stands_once(string text, string? rewritten) =>
        Assert.Equal(rewritten, new StatedValue(new() { Parts = [] }, "3").Rewritten(text, "5"));

    [Theory]
    [InlineData("For about a day.", 1, true)]
    [InlineData("For usually around 3 days.", 3, true)]
    [InlineData("For 3 days.", 3, false)]
    [InlineData("For usually 3 days.", 3, false)]
    public void About_stays_about(string text, int days, bool approximate)
    {
        var part = Assert.Single(StatedValue.In(Weeks, text)!.Value.Parts);

        Assert.Equal((days, days, Unit.Day, approximate), (part.Min, part.Max, part.Unit, part.Approximate));
    }

    [Theory]
    [InlineData("Use sunscreen every day.")]
    [InlineData("Wash it daily.")]
    public void How_often_is_a_length_of_time_between_sessions_only(string text)
    {
        Assert.Null(StatedValue.In(Weeks, text));
        Assert.Equal(
            (1m, 1m, Unit.Day),
            StatedValue.In(Weeks with { Role = CriterionRole.Interval }, text)!.Value.Parts.Select(part => (part.Min, part.Max, part.Unit))
                .Single());
    }

    [Theory]
    [InlineData("It takes 3 to 5 weeks.", 4, 6, "3 to 5 weeks", "4 to 6 weeks")]
    [InlineData("It takes 3 to 5 weeks.", 3, 5, null, null)]
    [InlineData("It takes 3 to 5 weeks, and 8 weeks for some.", 4, 6, null, null)]
    [InlineData("It takes 3 to 5 weeks, rarely 9 weeks.", 4, 6, "3 to 5 weeks", "4 to 6 weeks")]
    [InlineData("It takes a while.", 4, 6, null, null)]
    [InlineData("Not known. It took 3 to 5 weeks.", 4, 6, null, null)]
    public void Where_text_and_value_tell_two_figures_either_can_take_the_others(
        string text, int min, int max, string? inText, string? inValue)
    {
        var answer = new AnswerEntry
        {
            Criterion = "onset",
            Text = Text(text),
            Value = new() { Parts = [new() { Min = min, Max = max, Unit = Unit.Week, Note = Text("rarely 9 weeks") }] },
        };

        var against = StatedValue.Against(answer, Weeks);

        Assert.Equal(inText, against?.Words);
        if (against is null)
            return;
        Assert.Equal(inValue, StatedValue.WordsOf(answer, Weeks));
        var part = Assert.Single(against.WithFigureOfText(answer).Value!.Parts);
        Assert.Equal((3m, 5m, Unit.Week, "rarely 9 weeks"), (part.Min, part.Max, part.Unit, part.Note?.ToString()));
    }
}

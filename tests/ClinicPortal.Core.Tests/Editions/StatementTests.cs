using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Editions;

public class StatementTests
{
    private static readonly DateOnly Day = new(2026, 11, 27), Until = new(2027, 11, 27);

    [Theory]
    [InlineData(4, 4, 0, true)]
    [InlineData(4, 4, 365, true)]
    [InlineData(4, 4, 366, false)]
    // What is published later is still said of; what was published before is not.
    [InlineData(4, 5, 365, true)]
    [InlineData(4, 3, 0, false)]
    public void It_holds_until_its_last_day_from_the_edition_on_of_which_it_was_made(int made, int read, int days, bool holds) =>
        Assert.Equal(holds, StateOf(read, Day.AddDays(days), Made(edition: made, until: Until)) == ItemState.Stated);

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void It_holds_for_one_edition_alone_where_it_says_so(int read, bool holds) =>
        Assert.Equal(holds, StateOf(read, Day.AddYears(9), Made(edition: 4)) == ItemState.Stated);

    [Theory]
    [InlineData("mesotherapy-vs-prp", true)]
    [InlineData("prp-vs-no-treatment", false)]
    [InlineData("botulinum-vs-mesotherapy-vs-prp", false)]
    [InlineData(null, true)]
    // A slug that a treatment once had.
    [InlineData("mesotherapy-vs-plasma", true)]
    public void It_holds_for_its_comparison_and_no_other(string? comparison, bool holds) =>
        Assert.Equal(holds, StateOf(4, Day, Made(comparison: comparison)) == ItemState.Stated);

    [Fact]
    public void What_is_withdrawn_or_is_of_another_item_or_of_none_holds_for_nothing()
    {
        var withdrawal = new StatementWithdrawal { Why = "Not so.", By = "Ada", ById = 1, At = TemporaryStore.Now };

        Assert.Equal(ItemState.Unticked, StateOf(4, Day, Made(withdrawal: withdrawal)));
        Assert.Equal(ItemState.Unticked, StateOf(4, Day, Made(item: "L17")));
        // An item that the software checks is never stated by anybody.
        Assert.Equal(ItemState.NotMet, Card(4, Day, Made(item: "Q1")).Items.Single(item => item.Item.Id == "Q1").State);
    }

    [Fact]
    public void Who_stated_it_and_how_they_know_is_told_and_counted_apart_from_what_the_software_found()
    {
        var (before, after) = (Card(4, Day), Card(4, Day, Made()));

        var item = after.Items.Single(one => one.Item.Id == "L16");
        Assert.Equal("confirmed by a person", item.Words);
        Assert.Equal("Confirmed by Example Clinician, Dermatologist (EX 1), 27 November 2026: Eight people tried it.", item.Reason);
        Assert.Equal(before.Summary + "; 1 more is confirmed by a person", after.Summary);
        Assert.Contains("L16", before.ClaimOf(ItemSet.Quality), StringComparison.Ordinal);
        Assert.DoesNotContain("L16", after.ClaimOf(ItemSet.Quality), StringComparison.Ordinal);
        Assert.Equal(
            before.Items.Where(one => one.State == ItemState.Met).Select(one => one.Item),
            after.Items.Where(one => one.State == ItemState.Met).Select(one => one.Item));
    }

    [Fact]
    public void It_is_told_of_a_page_on_which_something_is_held_too()
    {
        var stated = EditionOf(4).Stating(new(1, [Made()]));

        Assert.Single(stated.Showing(stated.Content).Statements);
        Assert.Empty(stated.Stating(new(2, [])).Statements);
    }

    private static Statement Made(
        string item = "L16", string? comparison = "mesotherapy-vs-prp", int edition = 4, DateOnly? until = null,
        StatementWithdrawal? withdrawal = null) => new()
        {
            Item = item,
            Comparison = comparison,
            Basis = "Eight people tried it.",
            Edition = edition,
            Until = until,
            By = "Example Clinician",
            ById = 1,
            Role = "Dermatologist",
            Registration = "EX 1",
            Day = Day,
            At = TemporaryStore.Now,
            Withdrawal = withdrawal,
        };

    private static ItemState StateOf(int edition, DateOnly day, Statement made) =>
        Card(edition, day, made).Items.Single(item => item.Item.Id == "L16").State;

    private static Scorecard Card(int edition, DateOnly day, params Statement[] made)
    {
        var read = EditionOf(edition).Stating(new(made.Length, made));
        return Scorecard.Of(
            read, Comparison.Of(read, ComparisonAddress.Of(read, [read.FindTreatment("prp")!, read.FindTreatment("mesotherapy")!])), day);
    }

    private static Edition EditionOf(int number) => new(number, TemporaryStore.Now, SampleClinic.Content with
    {
        Treatments = [.. SampleClinic.Content.Treatments.Select(one =>
            one.Slug == "prp" ? one with { FormerSlugs = ["plasma"] } : one)],
    });
}

using ClinicPortal.Core.Comparing;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Comparing;

public class ComparisonTests
{
    [Fact]
    public void No_treatment_stands_as_the_last_column_and_is_not_one_of_the_options()
    {
        var comparison = Compare("prp", "mesotherapy");

        Assert.Equal(["mesotherapy", "prp", "no-treatment"], comparison.Columns.Select(column => column.Slug));
        Assert.Equal(["mesotherapy", "prp"], comparison.Options.Select(option => option.Slug));
        Assert.All(comparison.Rows, row => Assert.Equal(comparison.Columns, row.Cells.Select(cell => cell.Treatment)));
    }

    [Theory]
    [InlineData("downtime", Agreement.Same)]
    [InlineData("sessions", Agreement.Overlaps)]
    [InlineData("process", Agreement.Differs)]
    [InlineData("onset", Agreement.PartlyUnknown)]
    [InlineData("evidence", Agreement.NotCompared)]
    public void PRP_and_mesotherapy_agree_row_by_row_as_their_answers_say(string criterion, Agreement agreement) =>
        Assert.Equal(agreement, Row(Compare("prp", "mesotherapy"), criterion).Agreement);

    private static Comparison Compare(params string[] slugs) =>
        Comparison.Of(ExampleEdition.Edition, ComparisonChoice.Of(ExampleEdition.Edition, slugs.Select(ExampleEdition.Treatment)));

    private static ComparisonRow Row(Comparison comparison, string criterion) =>
        comparison.Rows.Single(row => row.Criterion.Slug == criterion);
}

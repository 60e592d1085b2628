using ClinicPortal.Core.Comparing;
using ClinicPortal.Testing;
using CsCheck;

namespace ClinicPortal.Core.Tests.Comparing;

public class MarkedRowsTests
{
    private static readonly IReadOnlyList<string> Slugs = [.. SampleClinic.Edition.Criteria.Select(criterion => criterion.Slug)];

    private static readonly Comparison Pair = EveryComparison.Of("prp mesotherapy");

    /// <summary>What a form or a hand may write: any questions in any order, some twice, some that nobody asks, in any case.</summary>
    private static readonly Gen<List<string>> AnyMarks =
        Gen.OneOf(
            AnyOf(Slugs), AnyOf(Slugs).Select(slug => slug.ToUpperInvariant()),
            AnyOf(["", "nonsense", "<b>", "onset&edition=1"])).List[0, 24];

    [Fact]
    public void Marking_in_another_order_or_twice_is_the_same_choice() =>
        AnyMarks.SelectMany(marks => Gen.Shuffle(marks.ToArray()).Select(again => (marks, again))).Sample((marks, again) =>
            Read(marks).ToString() == Read([.. again, .. marks]).ToString()
            && Read(marks).ToString() == Read([string.Join(',', again)]).ToString());

    [Fact]
    public void What_is_marked_reads_as_the_same_marks() =>
        AnyMarks.Sample(marks => Read([Read(marks).ToString()]).Criteria.SequenceEqual(Read(marks).Criteria));

    [Fact]
    public void No_row_is_lost_and_none_stands_twice() =>
        AnyMarks.Sample(marks =>
        {
            var rows = Read(marks).Arrange(Pair.Groups);
            return rows.Marked.Concat(rows.AlwaysShown).Concat(Folded(rows)).Select(SlugOf).Order().SequenceEqual(Slugs.Order());
        });

    [Fact]
    public void Risks_and_reasons_not_to_have_it_never_fold_away() =>
        AnyMarks.Sample(marks => Folded(Read(marks).Arrange(Pair.Groups)).All(row => !row.Criterion.AlwaysShown));

    [Fact]
    public void The_marked_rows_are_those_that_were_marked() =>
        AnyMarks.Sample(marks => Read(marks).Arrange(Pair.Groups).Marked.Select(SlugOf).ToHashSet()
            .SetEquals(marks.Select(mark => mark.ToLowerInvariant()).Where(mark => Slugs.Contains(mark))));

    [Fact]
    public void Everywhere_the_rows_keep_the_order_of_the_catalogue() =>
        AnyMarks.Sample(marks =>
        {
            var rows = Read(marks).Arrange(Pair.Groups);
            return InOrder(rows.Marked) && InOrder(rows.AlwaysShown) && InOrder(Folded(rows));
        });

    private static Gen<string> AnyOf(IReadOnlyList<string> words) => Gen.Int[0, words.Count - 1].Select(index => words[index]);

    private static MarkedRows Read(IEnumerable<string> values) => MarkedRows.Of(SampleClinic.Edition, values);

    private static IEnumerable<ComparisonRow> Folded(ArrangedRows rows) => rows.Folded.SelectMany(group => group.Rows);

    private static string SlugOf(ComparisonRow row) => row.Criterion.Slug;

    private static bool InOrder(IEnumerable<ComparisonRow> rows)
    {
        var places = rows.Select(row => Slugs.ToList().IndexOf(row.Criterion.Slug)).ToList();
        return places.SequenceEqual(places.Order());
    }
}

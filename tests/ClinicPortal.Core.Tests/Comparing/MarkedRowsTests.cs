using ClinicPortal.Core.Catalogue;
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
            var rows = Arranged(marks);
            return rows.First.Concat(Folded(rows)).Select(SlugOf).Order().SequenceEqual(Slugs.Order());
        });

    [Fact]
    public void Risks_and_reasons_not_to_have_it_never_fold_away() =>
        AnyMarks.Sample(marks => Folded(Arranged(marks)).All(row => !row.Criterion.AlwaysShown));

    [Fact]
    public void Evidence_and_serious_risks_come_first_whatever_is_marked() =>
        AnyMarks.Sample(marks => Arranged(marks).First.Select(SlugOf).Take(2).SequenceEqual(["evidence", "serious-risks"]));

    [Fact]
    public void The_marked_rows_come_next_in_the_order_of_the_catalogue() =>
        AnyMarks.Where(marks => !Read(marks).IsEmpty).Sample(marks =>
            Arranged(marks).First.SkipWhile(row => FirstQuestions.IsAlwaysFirst(row.Criterion)).Select(SlugOf)
                .SequenceEqual(Slugs.Where(slug =>
                    marks.Contains(slug, StringComparer.OrdinalIgnoreCase) && !FirstQuestions.IsAlwaysFirst(Criterion(slug)))));

    [Fact]
    public void What_folds_away_keeps_the_order_of_the_catalogue() => AnyMarks.Sample(marks => InOrder(Folded(Arranged(marks))));

    private static Gen<string> AnyOf(IReadOnlyList<string> words) => Gen.Int[0, words.Count - 1].Select(index => words[index]);

    private static MarkedRows Read(IEnumerable<string> values) => MarkedRows.Of(SampleClinic.Edition, values);

    private static FirstQuestions Arranged(IEnumerable<string> marks) => FirstQuestions.Of(Pair.Groups, Read(marks));

    private static IEnumerable<ComparisonRow> Folded(FirstQuestions rows) => rows.Groups.SelectMany(group => group.Rows);

    private static CriterionEntry Criterion(string slug) => SampleClinic.Edition.Criteria.Single(criterion => criterion.Slug == slug);

    private static string SlugOf(ComparisonRow row) => row.Criterion.Slug;

    private static bool InOrder(IEnumerable<ComparisonRow> rows)
    {
        var places = rows.Select(row => Slugs.ToList().IndexOf(row.Criterion.Slug)).ToList();
        return places.SequenceEqual(places.Order());
    }
}

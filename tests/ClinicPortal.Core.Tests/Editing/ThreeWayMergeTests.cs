using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Testing;
using CsCheck;
using static ClinicPortal.Core.Tests.Editing.RowPlan;

namespace ClinicPortal.Core.Tests.Editing;

public class ThreeWayMergeTests
{
    private static readonly int Often = Trials.Of(20_000);

    /// <summary>Three rows: what both began with (none, where both write into an empty cell), theirs and mine.</summary>
    private static Gen<(JsonObject? Began, JsonObject Theirs, JsonObject Mine)> Edits { get; } =
        Gen.Select(Any, Any, Any, Gen.Int[0, 9], (began, theirs, mine, there) =>
            (there == 0 ? null : Row(began.Answer()), Row(theirs.Answer()), Row(mine.Answer())));

    [Fact]
    public void Every_word_that_somebody_wrote_is_in_the_merged_row_or_in_a_named_conflict() => Edits.Sample(
        edits =>
        {
            var merged = ThreeWayMerge.Of(edits.Began, edits.Theirs, edits.Mine);

            var (began, result) = (Words(edits.Began), Words(merged.Row));
            foreach (var side in new[] { edits.Theirs, edits.Mine })
                Assert.All(Words(side).Except(began), word => Assert.True(
                    result.Contains(word)
                        || merged.Conflicts.Any(field =>
                            word.Place == field || word.Place.StartsWith(field + ".", StringComparison.Ordinal)),
                    $"{word} is lost: {merged.Row}, conflicts {string.Join(", ", merged.Conflicts)}"));
        },
        iter: Often);

    [Fact]
    public void Nothing_is_in_the_merged_row_that_nobody_wrote_or_that_one_took_out_while_the_other_let_it_stand() => Edits.Sample(
        edits =>
        {
            var merged = ThreeWayMerge.Of(edits.Began, edits.Theirs, edits.Mine);

            var (began, theirs, mine) = (Words(edits.Began), Words(edits.Theirs), Words(edits.Mine));
            Assert.Empty(Words(merged.Row).Except(theirs.Union(mine)));
            Assert.DoesNotContain(
                Words(merged.Row),
                word =>
                    began.Contains(word)
                        && !(theirs.Contains(word) && mine.Contains(word))
                        && !merged.Conflicts.Any(field => word.Place.StartsWith(field, StringComparison.Ordinal)));
        },
        iter: Often);

    [Fact]
    public void Where_one_side_changed_nothing_the_merged_row_is_the_other() => Gen.Select(Any, Any).Sample(
        (began, edited) =>
        {
            var (before, after) = (Row(began.Answer()), Row(edited.Answer()));

            foreach (var merged in new[]
            {
                ThreeWayMerge.Of(before, after, before),
                ThreeWayMerge.Of(before, before, after),
                ThreeWayMerge.Of(before, after, after),
            })
            {
                Assert.True(JsonNode.DeepEquals(after, merged.Row), merged.Row.ToJsonString());
                Assert.Empty(merged.Conflicts);
            }
        },
        iter: Often);

    [Fact]
    public void A_conflict_is_one_whoever_saves_first() => Edits.Sample(
        edits => Assert.Equal(
            ThreeWayMerge.Of(edits.Began, edits.Theirs, edits.Mine).Conflicts.Order(),
            ThreeWayMerge.Of(edits.Began, edits.Mine, edits.Theirs).Conflicts.Order()),
        iter: Often);

    [Fact]
    public void What_is_merged_can_be_read_as_the_row_that_it_is_and_no_saved_text_is_without_a_language() => Edits.Sample(
        edits =>
        {
            var merged = ThreeWayMerge.Of(edits.Began, edits.Theirs, edits.Mine);
            var entry = merged.Row.Deserialize<AnswerEntry>(ContentJson.Options)!;

            Assert.True(merged.Conflicts.Count > 0 || entry.Text?.Texts.Count is null or > 0, merged.Row.ToJsonString());
            Assert.True(merged.Conflicts.Count > 0 || entry.Brief?.Texts.Count is null or > 0, merged.Row.ToJsonString());
        },
        iter: Often);

    [Fact]
    public void Two_languages_of_one_text_are_edited_side_by_side() =>
        Gen.Select(Any, Any, Any).Where((began, theirs, mine) => began.English * began.Turkish * theirs.English * mine.Turkish > 0).Sample(
            (began, theirs, mine) =>
            {
                var before = Row(began.Answer());
                var english = Row((began with { English = theirs.English }).Answer());
                var turkish = Row((began with { Turkish = mine.Turkish }).Answer());

                var merged = ThreeWayMerge.Of(before, english, turkish);

                Assert.Empty(merged.Conflicts);
                Assert.True(
                    JsonNode.DeepEquals(Row((began with { English = theirs.English, Turkish = mine.Turkish }).Answer()), merged.Row));
            },
            iter: Often);

    [Fact]
    public void A_list_of_sources_follows_both_people() => Gen.Int[0, 7].Array[3].Sample(
        cited =>
        {
            var plan = new RowPlan(1, 0, 0, 0, 0, 0, false, 0);
            var rows = cited.Select(sources => Row((plan with { Sources = sources }).Answer())).ToList();

            var merged = ThreeWayMerge.Of(rows[0], rows[1], rows[2]);

            // In bits: what stands in both, what one of them added.
            var expected = (cited[1] & cited[2]) | (cited[1] & ~cited[0]) | (cited[2] & ~cited[0]);
            Assert.Empty(merged.Conflicts);
            Assert.Equal(
                (plan with { Sources = expected }).Answer().Sources.Order(),
                (merged.Row["sources"]?.AsArray().Select(key => (string)key!) ?? []).Order());
        },
        iter: 2000);

    /// <summary>Everything that a row says and where; a list of names is its names, any other list one thing.</summary>
    private static HashSet<(string Place, string Says)> Words(JsonNode? node, string place = "") => node switch
    {
        null => [],
        JsonObject fields => [.. fields.SelectMany(field => Words(field.Value, place == "" ? field.Key : $"{place}.{field.Key}"))],
        JsonArray items when items.All(item => item is JsonValue) => [.. items.Select(item => (place, item!.ToJsonString()))],
        _ => [(place, node.ToJsonString())],
    };
}

using System.Text.Json;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Tests.Exchange;
using ClinicPortal.Testing;
using CsCheck;
using static ClinicPortal.Core.Tests.Editing.RowPlan;

namespace ClinicPortal.Core.Tests.Editing;

public class FieldDifferenceTests
{
    [Fact]
    public void There_is_a_difference_exactly_where_two_rows_say_something_else_however_they_are_written() =>
        Gen.Select(Any, Any, Gen.Bool, Gen.Bool).Sample(
            (one, other, onePadded, otherPadded) => Assert.Equal(
                one != other,
                FieldDifference.Between(Said(one.Answer(padded: onePadded)), Said(other.Answer(padded: otherPadded))).Count > 0),
            iter: Trials.Of(20_000));

    [Fact]
    public void The_same_row_twice_is_no_difference() => Gen.Select(Any, Gen.Bool, Gen.Bool).Sample(
        (plan, onePadded, otherPadded) =>
            Assert.Empty(FieldDifference.Between(Said(plan.Answer(padded: onePadded)), Said(plan.Answer(padded: otherPadded)))),
        iter: Trials.Of(5000));

    [Fact]
    public void What_differs_also_reads_differently() => Gen.Select(Any, Any).Sample(
        (one, other) =>
            Assert.All(
                FieldDifference.Between(Said(one.Answer()), Said(other.Answer())),
                difference => Assert.NotEqual(difference.Before, difference.After)),
        iter: Trials.Of(20_000));

    [Fact]
    public void Two_figures_that_differ_in_the_last_place_read_differently()
    {
        static string Row(decimal figure) =>
            Said(new AnswerEntry { Criterion = "onset", Value = new() { Parts = [new() { Min = figure, Max = figure }] } });

        var difference = Assert.Single(FieldDifference.Between(Row(0.1234567890123m), Row(0.1234567890124m)));

        Assert.Equal(("0.1234567890123", "0.1234567890124"), (difference.Before, difference.After));
    }

    [Fact]
    public void A_label_that_differs_in_another_language_reads_differently()
    {
        static string Row(string label) => Said(new AnswerEntry
        {
            Criterion = "onset",
            Value = new() { Parts = [new() { Min = 1, Max = 2, Label = new([new("en", "Ends"), new("tr", label)]) }] },
        });

        var difference = Assert.Single(FieldDifference.Between(Row("Uçlar"), Row("Sonlar"), new((_, slug) => slug)));

        Assert.NotEqual(difference.Before, difference.After);
    }

    [Theory]
    [InlineData(ValueKind.Scale, "None, Mild, Strong pain", 1, 2, null, "Mild to strong pain")]
    [InlineData(ValueKind.Scale, "None, Mild, Strong pain", 0, 0, null, "None")]
    [InlineData(ValueKind.Scale, "None, Mild, Strong pain", 2, 7, null, "2 to 7")]
    [InlineData(ValueKind.MoneyBand, "Under £100, £100 to £300, £300 to £1000", 1, 1, null, "£100 to £300")]
    [InlineData(ValueKind.MoneyBand, "Under £100, £100 to £300, £300 to £1000", 1, 2, null, "£100 to £1000")]
    [InlineData(ValueKind.YesNo, "", 1, 1, null, "Yes")]
    [InlineData(ValueKind.Scale, "None, Mild, Strong pain", 1, 2, Unit.Week, "1 to 2 weeks")]
    public void A_value_in_steps_is_told_by_their_names_and_an_older_one_as_it_was(
        ValueKind kind, string steps, int min, int max, Unit? unit, string told)
    {
        var asked = SmallClinic.Content.Criteria[0] with
        {
            Kind = kind,
            Steps = [.. steps.Split(", ").Select(SmallClinic.En)],
        };
        var answer = Said(new AnswerEntry
        {
            Criterion = asked.Slug,
            Value = new() { Parts = [new() { Min = min, Max = max, Unit = unit }] },
        });

        var difference = Assert.Single(
            FieldDifference.Between(null, answer, new((_, slug) => slug, asked)),
            field => field.Field == "measured value");

        Assert.Equal(told, difference.After);
    }

    [Fact]
    public void No_key_of_the_software_reaches_whoever_reads_a_difference()
    {
        var words = new RowWords((field, slug) => $"{field} {slug} by name");
        string Told(object row, string field) => Assert.Single(
            FieldDifference.Between(null, JsonSerializer.Serialize(row, ContentJson.Options), words), one => one.Field == field).After;
        var number = SampleClinic.Content.Numbers[0] with
        {
            Places = [new() { Treatment = "prp", Criterion = "pain" }],
            Effect = OutcomeEffect.Harm,
            Certainty = Certainty.VeryLow,
        };
        var evidence = SampleClinic.Content.Treatments[0].Concerns[0] with
        {
            Offer = ConcernOffer.WithoutResearch,
            Direction = EvidenceDirection.LittleOrNoDifference,
        };

        Assert.Equal("treatment prp by name: criterion pain by name", Told(number, "answers it appears in"));
        Assert.Equal("a harm", Told(number, "benefit or harm"));
        Assert.Equal("very low", Told(number, "certainty"));
        Assert.Equal("yes, with little or no controlled research", Told(evidence, "whether clinics offer it"));
        Assert.Equal("little or no difference", Told(evidence, "what the studies say"));
        Assert.DoesNotContain(
            FieldDifference.Between(null, JsonSerializer.Serialize(number, ContentJson.Options), words), one => one.After == number.Key);
    }

    [Fact]
    public void A_row_of_any_kind_can_be_told_from_any_other() =>
        RandomCatalogue.Catalogue.Sample(content => EveryPair(content), iter: Trials.Of(100));

    [Fact]
    public void So_can_the_rows_of_a_whole_clinic()
    {
        EveryPair(SmallClinic.Content);
        EveryPair(SampleClinic.Edition.Content);
    }

    /// <summary>Every row beside nothing, itself and its neighbour, as an edition writes it: each kind there is.</summary>
    private static void EveryPair(ClinicContent content)
    {
        var rows = EntryFormat.Write(content);
        foreach (var (row, next) in rows.Zip(rows.Skip(1).Append(rows[0])))
        {
            Assert.NotEmpty(FieldDifference.Between(null, row.Json));
            Assert.NotEmpty(FieldDifference.Between(row.Json, null));
            Assert.Empty(FieldDifference.Between(row.Json, row.Json));
            Assert.Equal(row.Json == next.Json, FieldDifference.Between(row.Json, next.Json).Count == 0);
        }
    }
}

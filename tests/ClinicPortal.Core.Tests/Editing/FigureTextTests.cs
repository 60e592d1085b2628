using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Testing;
using CsCheck;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Editing;

public class FigureTextTests
{
    private static readonly string[] Words = ["ends", "a: b", "a; b", "say \"hi\"", "(so)", "about 3", "1,000 people", "3 to 5"];

    private static readonly Gen<decimal?> End = Gen.OneOf(
        Gen.Int[0, 3].Select(whole => (decimal?)whole), Gen.Int[0, 99_999].Select(parts => (decimal?)parts / 1000),
        Gen.Int[0, 1_000_000].Select(whole => (decimal?)whole));

    [Fact]
    public void Any_value_is_read_as_it_was_written() =>
        Gen.Select(
            Gen.OneOf<CriterionEntry>([.. Criteria()]), Gen.Select(End, End, Gen.Int[0, 3]),
            Gen.Select(Gen.Bool, Gen.Int[-1, 7], Gen.Int[-1, 7]))
            .Array[1, 3].Sample(
                parts =>
                {
                    var criterion = parts[0].Item1;
                    var value = Value([.. parts.Select(part => Part(criterion, part.Item2, part.Item3))]);
                    var written = FigureText.Write(criterion, value);

                    Assert.Null(FigureText.Read(criterion, written, null, out var read));

                    Assert.Equal(value.Parts, read!.Parts);
                },
                iter: Trials.Of(3000));

    [Theory]
    [InlineData("3", "3", "3")]
    [InlineData("3 to 5", "3", "5")]
    [InlineData("3-5", "3", "5")]
    [InlineData("3 – 5", "3", "5")]
    [InlineData("5 or more", "5", null)]
    [InlineData("5+", "5", null)]
    [InlineData("up to 3", null, "3")]
    [InlineData("1,5", "1.5", "1.5")]
    [InlineData("1.5", "1.5", "1.5")]
    [InlineData("0,125", "0.125", "0.125")]
    [InlineData("1.0000", "1", "1")]
    [InlineData("1234,567", "1234.567", "1234.567")]
    [InlineData("1,000.5", "1000.5", "1000.5")]
    [InlineData("1.000,5", "1000.5", "1000.5")]
    [InlineData("1,000,000", "1000000", "1000000")]
    [InlineData("1 000", "1000", "1000")]
    [InlineData("1'000", "1000", "1000")]
    [InlineData("3 turns", "3", "3")]
    [InlineData("two or three", "2", "3")]
    public void A_figure_is_read_as_people_and_spreadsheets_write_it(string text, string? min, string? max)
    {
        Assert.Null(FigureText.Read(Criterion("sessions"), text, null, out var value));

        var part = Assert.Single(value!.Parts);
        Assert.Equal((min, max), (Plain(part.Min), Plain(part.Max)));
    }

    [Theory]
    [InlineData("1,000", "1000 or 1")]
    [InlineData("1.000", "1000 or 1")]
    [InlineData("12.345 to 20", "12345 or 12.3450")]
    [InlineData("2 to 3,500", "3500 or 3.5")]
    public void A_figure_that_can_mean_two_things_is_refused_and_both_are_named(string text, string both)
    {
        var problem = FigureText.Read(Criterion("sessions"), text, null, out var value);

        Assert.Null(value);
        Assert.Contains("could mean", problem);
        Assert.Contains($"Write {both}.", problem);
    }

    [Theory]
    [InlineData("sessions", "02.Mar", "not a number")]
    [InlineData("sessions", "-1", "not a figure")]
    [InlineData("sessions", "5 to 3", "the larger figure comes first")]
    [InlineData("sessions", "1000001", "not a number from 0 to 1,000,000")]
    [InlineData("sessions", "3 weeks", "not a unit for this question")]
    [InlineData("sessions", "soon", "not a figure")]
    [InlineData("onset", "4 to 6", "no unit")]
    [InlineData("onset", "4 furlongs", "not a unit for this question")]
    [InlineData("pain", "9", "by steps, numbered from 0 to 2")]
    [InlineData("what", "3", "answered in words only")]
    public void What_is_no_figure_of_its_question_is_refused_with_what_to_do(string criterion, string text, string reason) =>
        Assert.Contains(reason, FigureText.Read(Criterion(criterion), text, null, out _));

    [Fact]
    public void A_part_keeps_what_its_words_say_in_other_languages()
    {
        var before = Value(new ValuePart { Min = 1, Max = 1, Label = new([new("en", "ends"), new("tr", "uçlar")]) });

        Assert.Null(FigureText.Read(Criterion("sessions"), "ends: 2", before, out var value));

        Assert.Equal("uçlar", value!.Parts[0].Label!.Texts["tr"]);
    }

    private static IEnumerable<CriterionEntry> Criteria() =>
    [
        .. Content.Criteria.Where(criterion => ValueKinds.Of(criterion).IsMeasured),
        Criterion("pain") with { Steps = [En("£100 to £300"), En("£300 to £1,000"), En("2"), En("Mild: a (little) sting; more")] },
    ];

    private static ValuePart Part(CriterionEntry criterion, (decimal?, decimal?, int) ends, (bool About, int Label, int Note) words)
    {
        var (one, other, shape) = ends;
        if (ValueKinds.Of(criterion).StepsOf(criterion) is { } steps)
            (one, other) = (decimal.Truncate(one!.Value) % steps.Count, decimal.Truncate(other!.Value) % steps.Count);
        var (min, max) = one <= other ? (one, other) : (other, one);
        return new()
        {
            Min = shape == 1 ? null : min,
            Max = shape == 2 ? null : shape == 3 ? min : max,
            Unit = ValueKinds.Of(criterion).HasUnit ? (Unit)(words.Label + 1 > 5 ? 5 : words.Label + 1) : null,
            Approximate = words.About,
            Label = words.Label < 0 ? null : En(Words[words.Label]),
            Note = words.Note < 0 ? null : En(Words[words.Note]),
        };
    }

    private static CriterionEntry Criterion(string slug) => Content.Criteria.Single(criterion => criterion.Slug == slug);

    private static string? Plain(decimal? figure) => figure is { } number ? PlainNumber.Of(number) : null;
}

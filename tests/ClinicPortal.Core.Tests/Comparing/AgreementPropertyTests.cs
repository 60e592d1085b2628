using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Testing;
using CsCheck;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Comparing;

public class AgreementPropertyTests
{
    private static readonly CriterionEntry Downtime = Criterion("downtime", ValueKind.Duration);

    private static readonly Gen<Unit> AnyUnit = Gen.Enum<Unit>();

    private static readonly Gen<ValuePart> AnyPart =
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 20], Gen.Int[0, 5], AnyUnit, Gen.Bool, (min, more, shape, unit, about) =>
            Part(shape == 0 ? null : min, shape == 1 ? null : min + more, unit, about));

    private static readonly Gen<AttributeValue> AnyValue = Gen.OneOf(
        AnyPart.Select(part => new AttributeValue { Parts = [part] }),
        Gen.Select(AnyPart, AnyPart, (one, other) => new AttributeValue
        {
            Parts = [one with { Label = Text("Ablative") }, other with { Label = Text("Non-ablative") }],
        }));

    private static readonly Gen<AnswerEntry?> AnyAnswer = Gen.Frequency(
        (8, AnyValue.Select(value => (AnswerEntry?)Typed("downtime", value))),
        (2, Gen.Enum<Absence>().Select(absence => (AnswerEntry?)new AnswerEntry { Criterion = "downtime", Absence = absence })),
        (1, Gen.Const((AnswerEntry?)Prose("downtime", "It depends."))),
        (1, Gen.Const((AnswerEntry?)null)));

    [Fact]
    public void The_order_of_the_options_never_changes_their_agreement() =>
        AnyAnswer.Array[2, 4].SelectMany(answers => Gen.Shuffle(answers).Select(again => (answers, again))).Sample((answers, shuffled) =>
            AnswerComparer.Compare(Downtime, answers) == AnswerComparer.Compare(Downtime, shuffled));

    [Fact]
    public void An_unknown_is_never_called_a_difference() =>
        Gen.Select(AnyAnswer.Array[1, 3], Gen.Int[0, 3], Gen.Bool).Sample((answers, at, missing) =>
        {
            var gap = missing ? null : new AnswerEntry { Criterion = "downtime", Absence = Absence.NotKnown };
            List<AnswerEntry?> withGap = [.. answers];
            withGap.Insert(Math.Min(at, withGap.Count), gap);

            return AnswerComparer.Compare(Downtime, withGap) == Agreement.PartlyUnknown;
        });

    [Fact]
    public void A_value_is_the_same_as_itself_in_any_unit_that_converts_exactly() =>
        AnyPart.Sample(part =>
            InSmallerUnit(part) is not { } converted
            || AnswerComparer.Compare(Downtime, [AnswerOf(part), AnswerOf(converted)]) == Agreement.Same);

    [Fact]
    public void Writing_a_value_in_another_unit_changes_no_agreement_with_a_third() =>
        Gen.Select(AnyPart, AnyAnswer).Sample((part, other) =>
            InSmallerUnit(part) is not { } converted || part.Unit == Unit.Year
            || AnswerComparer.Compare(Downtime, [AnswerOf(part), other]) == AnswerComparer.Compare(Downtime, [AnswerOf(converted), other]));

    [Fact]
    public void A_length_in_weeks_is_never_the_same_as_one_in_months() =>
        Gen.Select(AnyPart, AnyPart).Sample((one, other) =>
            IsCalendar(one) == IsCalendar(other)
            || AnswerComparer.Compare(Downtime, [AnswerOf(one), AnswerOf(other)]) is Agreement.Overlaps or Agreement.Differs);

    [Fact]
    public void No_treatment_beside_the_options_never_changes_an_agreement() =>
        Gen.Select(AnyAnswer, AnyAnswer, AnyAnswer).Sample((one, other, nothing) =>
        {
            var edition = ExampleEdition.With(content => content with
            {
                Criteria = [Downtime],
                Treatments = [Answering("a", one), Answering("b", other), Answering("z", nothing) with { Baseline = true }],
                Contrasts = [],
                Numbers = [],
            });
            TreatmentEntry[] chosen = [edition.FindTreatment("a")!, edition.FindTreatment("b")!];

            var beside = Comparison.Of(edition, ComparisonAddress.Of(edition, chosen));
            var hidden = Comparison.Of(edition, ComparisonAddress.Of(edition, chosen) with { WithoutBaseline = true });

            return beside.Columns.Count == 3 && hidden.Columns.Count == 2
                && beside.Rows.Single().Agreement == hidden.Rows.Single().Agreement;
        });

    private static AnswerEntry AnswerOf(ValuePart part) => Typed("downtime", new AttributeValue { Parts = [part] });

    private static bool IsCalendar(ValuePart part) => part.Unit is Unit.Month or Unit.Year;

    private static ValuePart? InSmallerUnit(ValuePart part) => part.Unit switch
    {
        Unit.Week => Times(part, 7, Unit.Day),
        Unit.Day => Times(part, 24, Unit.Hour),
        Unit.Hour => Times(part, 60, Unit.Minute),
        Unit.Year => Times(part, 12, Unit.Month),
        _ => null,
    };

    private static ValuePart Times(ValuePart part, int times, Unit unit) =>
        part with { Min = part.Min * times, Max = part.Max * times, Unit = unit, Approximate = !part.Approximate };

    private static TreatmentEntry Answering(string slug, AnswerEntry? answer) =>
        new() { Slug = slug, Name = Text(slug), Summary = Text(slug), Answers = answer is null ? [] : [answer] };
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Comparing;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Catalogue;

/// <summary>Every kind of value answers all that is asked of it: of each, the small clinic asks at least one question.</summary>
public sealed class ValueKindTests
{
    private static readonly ValuePart Any = new() { Min = 1, Max = 1 };

    public static TheoryData<ValueKind> Kinds => [.. Enum.GetValues<ValueKind>()];

    public static TheoryData<ValueKind> Measured => [.. ValueKinds.All.Where(kind => kind.IsMeasured).Select(kind => kind.Kind)];

    public static TheoryData<Unit> Units => [.. Enum.GetValues<Unit>()];

    [Theory, MemberData(nameof(Kinds))]
    public void A_kind_has_one_definition_and_a_question_of_the_small_clinic(ValueKind kind)
    {
        Assert.Equal(kind, Assert.Single(ValueKinds.All, one => one.Kind == kind).Kind);
        Assert.Equal(kind, ValueKinds.Of(Question(kind)).Kind);
        Assert.Single(ValueKinds.All, one => one.Label == ValueKinds.Of(kind).Label);
    }

    [Theory, MemberData(nameof(Measured))]
    public void A_measured_kind_takes_a_fitting_value_puts_it_into_words_and_compares_it(ValueKind kind)
    {
        var (criterion, part) = (Question(kind), Fitting(kind));
        var answer = new AnswerEntry { Criterion = criterion.Slug, Text = En("So."), Value = Value(part) };

        Assert.Empty(ContentRules.CheckAnswer(answer, criterion));
        Assert.NotEqual("", ValueFormatter.Of(criterion, answer.Value));
        Assert.Equal(Agreement.Same, AnswerComparer.Compare(criterion, [answer, answer]));
        Assert.Equal(
            Agreement.Differs, AnswerComparer.Compare(criterion, [answer, answer with { Value = Value(part with { Min = 0, Max = 0 }) }]));
    }

    [Theory, MemberData(nameof(Measured))]
    public void A_measured_kind_refuses_a_unit_that_is_not_its_own_and_misses_one_that_is(ValueKind kind)
    {
        var wrong = Fitting(kind) with { Unit = ValueKinds.Of(kind).HasUnit ? null : Unit.Day };

        Assert.Contains(
            ContentRules.CheckAnswer(new() { Criterion = Question(kind).Slug, Text = En("So."), Value = Value(wrong) }, Question(kind)),
            problem => problem.Message.Contains("unit", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Steps_are_either_the_criterions_or_the_kinds_or_there_are_none(ValueKind kind)
    {
        var steps = ValueKinds.Of(kind).StepsOf(Question(kind));

        if (ValueKinds.Of(kind).HasStepsOfItsCriterion)
            Assert.Equal(Question(kind).Steps.Select(step => step.ToString()), steps!);
        else
            Assert.Empty(Question(kind).Steps);
        Assert.Equal(steps is not null, ValueKinds.Of(kind).Problems(Question(kind), Fitting(kind) with { Min = 0.5m }).Any());
    }

    [Theory, MemberData(nameof(Units))]
    public void A_unit_is_as_long_as_the_calendar_says(Unit unit)
    {
        var length = UnitLength.Of(unit);

        Assert.InRange(length.Average, length.Shortest, length.Longest);
        Assert.Equal(length.Varies, length.Shortest < length.Longest);
        Assert.Equal(unit.ToString().ToLowerInvariant(), length.Name);
    }

    private static CriterionEntry Question(ValueKind kind) => Content.Criteria.First(criterion => criterion.Kind == kind);

    private static ValuePart Fitting(ValueKind kind) => Any with { Unit = ValueKinds.Of(kind).HasUnit ? Unit.Week : null };
}

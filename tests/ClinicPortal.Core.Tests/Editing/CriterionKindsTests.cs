using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using CsCheck;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Editing;

/// <summary>A criterion that is answered in one way, then in others, and in the first again.</summary>
public sealed class CriterionKindsTests
{
    private static readonly Signature Nurse = new("Nora Nurse", TemporaryStore.Now);

    // Every kind finds a figure or a step of its own in some of them.
    private static readonly string[] Texts =
        ["3 to 5 weeks.", "Twice.", "2 to 4", "Some.", "Much, for a week.", "Yes.", "About 30 minutes; later 2 hours.", "It depends."];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Gen<ClinicContent> Clinic =>
        from kind in Gen.Enum<ValueKind>()
        from answers in Answer(kind).Array[3]
        select Content with
        {
            Criteria =
            [
                .. Content.Criteria.Select(criterion => criterion.Slug == "pain"
                    ? criterion with { Kind = kind, Steps = StepsOf(kind) }
                    : criterion),
            ],
            Treatments =
            [
                .. Content.Treatments.Select((treatment, index) => treatment with
                {
                    Answers =
                    [
                        .. treatment.Answers.Where(answer => answer.Criterion != "pain"),
                        .. index < answers.Length ? new[] { answers[index] } : [],
                    ],
                }),
            ],
        };

    [Fact]
    public async Task Whatever_ways_a_criterion_is_answered_in_meanwhile_every_answer_comes_back_as_it_was() =>
        await Gen.Select(Clinic, Gen.Enum<ValueKind>().Array[1, 3]).SampleAsync(
            async (clinic, kinds) =>
            {
                using var store = await TemporaryStore.HoldingAsync(clinic);
                var before = await store.ExportAsync();
                var first = clinic.Criteria.Single(criterion => criterion.Slug == "pain").Kind;
                var changed = 0;
                foreach (var kind in kinds.Append(first))
                {
                    changed += await ChangeAsync(store, kind) ? 1 : 0;
                    Assert.Equal(Words(before), Words(await store.ExportAsync()));
                }

                Assert.Equal(TemporaryStore.Text(before), await store.ExportTextAsync());
                Assert.Equal(kinds.Any(kind => kind != first), changed > 1);
            },
            iter: Trials.Of(100), threads: 1);

    [Fact]
    public async Task A_step_that_is_typed_again_says_what_it_said_before_in_every_language()
    {
        var some = new LocalText([new("en", "Some"), new("tr", "Biraz")]);
        using var store = await TemporaryStore.HoldingAsync(Content with
        {
            Criteria =
            [
                .. Content.Criteria.Select(one => one.Slug == "pain" ? one with { Steps = [En("None"), some, En("Much")] } : one),
            ],
        });
        Assert.True(await ChangeAsync(store, ValueKind.Prose));

        Assert.True(await ChangeAsync(store, ValueKind.MoneyBand));

        var steps = (await store.ExportAsync()).Criteria.Single(one => one.Slug == "pain").Steps;
        Assert.Equal([En("None"), some, En("Much")], steps);
    }

    private static async Task<bool> ChangeAsync(TemporaryStore store, ValueKind kind)
    {
        var change = (await store.CriterionKinds.PreviewAsync("pain", kind, StepsOf(kind), Cancel))!;
        var isDone = await store.CriterionKinds.ChangeAsync("pain", kind, StepsOf(kind), change.Seen, Nurse, Cancel);
        Assert.Equal(change.Before.Kind != kind, isDone);
        return isDone;
    }

    private static Gen<AnswerEntry> Answer(ValueKind kind) =>
        from text in Gen.OneOf(Texts)
        from figure in Gen.Int[-1, 1]
        from isNoted in Gen.Bool
        from absence in Gen.OneOf<Absence?>(null, Absence.NotKnown)
        let value = ValueKinds.Of(Asked(kind)).IsMeasured && figure >= 0
            ? Value(new ValuePart
            {
                Min = figure,
                Max = figure,
                Unit = ValueKinds.Of(kind).HasUnit ? Unit.Week : null,
                Note = isNoted ? En("often") : null,
            })
            : null
        select new AnswerEntry { Criterion = "pain", Text = En(text), Value = value, Absence = value is null ? absence : null };

    /// <summary>What changing the kind must never touch.</summary>
    private static IEnumerable<string> Words(ClinicContent content) =>
        from treatment in content.Treatments
        from answer in treatment.Answers
        select $"{treatment.Slug} {answer.Criterion} {answer.Text}";

    private static CriterionEntry Asked(ValueKind kind) => Content.Criteria.First(criterion => criterion.Kind == kind);

    private static IReadOnlyList<LocalText> StepsOf(ValueKind kind) =>
        ValueKinds.Of(kind).HasStepsOfItsCriterion ? [En("None"), En("Some"), En("Much")] : [];
}

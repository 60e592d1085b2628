using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Testing;
using ClinicPortal.Web.Pages.Staff;
using CsCheck;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>The form of a number and the content file hold its figures against the same rules.</summary>
public class NumberFormTests
{
    private static readonly Gen<int?> Figure = Gen.OneOf<int?>(null, 0, 1, 3, 11, 27, 37, 44, 49, 50, 73, 75, 90, 100, 101, 120, 1_000);

    private static readonly Gen<OutcomeArmEntry> Anything =
        Gen.Select(Figure, Figure, Figure, Figure, Figure, Figure, Arm);

    // Of random figures hardly any agree: these say one thing each.
    private static readonly Gen<OutcomeArmEntry> OneThing = Gen.OneOf(
        Figure.Select(count => Arm(count: count)),
        Figure.Select(bound => Arm(bound: bound)),
        Gen.Select(Figure, Figure, (min, max) => Arm(min: min, max: max)),
        Gen.Select(Figure, Figure, Figure, (count, events, total) => Arm(count: count, events: events, total: total)),
        Gen.OneOf(
            Arm(count: 37, events: 44, total: 120), Arm(count: 3, events: 3, total: 11), Arm(min: 27, max: 75, events: 44, total: 120)));

    private static readonly Gen<OutcomeNumberEntry> AnyNumber = Gen.Select(
        Gen.OneOf(0, 1, 11, 50, 100, 1_000), Gen.Bool, Gen.OneOf(Anything, OneThing, OneThing).Array[1, 3],
        (denominator, raw, arms) => SmallClinic.Content.Numbers[0] with { Denominator = denominator, Raw = raw, Arms = arms });

    [Fact]
    public void The_form_and_the_content_file_refuse_the_same_figures_in_the_same_words() =>
        AnyNumber.Sample(number => Assert.Equal(ByFile(number), ByForm(number)), iter: 400);

    [Theory]
    [InlineData(37, null, null, null, 44, 120)]
    [InlineData(null, 1, null, null, null, null)]
    [InlineData(null, null, 75, 90, null, null)]
    [InlineData(73, null, null, null, 44, 120, "\"Rolling\": 44 of 120 is 37 of 100, not 73. Correct one of the two.")]
    [InlineData(null, null, 90, 75, null, null, "\"Rolling\": The range is upside down: it goes from 90 to 75. Swap them.")]
    [InlineData(null, null, null, null, null, null, "\"Rolling\": Fill in \"It happened to\", "
        + "or \"or to fewer than\", or \"or from\" and \"to\".")]
    [InlineData(27, null, null, null, 3, 11, "\"Rolling\": Only 11 were counted, so 3 of 11 is shown as it is. "
        + "Set \"Out of how many\" to 11, and tick \"So few that the real group is shown and not scaled\".")]
    public void Both_say(int? count, int? bound, int? min, int? max, int? events, int? total, params string[] problems)
    {
        var number = SmallClinic.Content.Numbers[0] with { Arms = [Arm(count, bound, min, max, events, total)] };

        Assert.Equal(problems, ByForm(number));
        Assert.Equal(problems, ByFile(number));
    }

    [Fact]
    public void What_the_form_reads_is_what_it_writes() =>
        AnyNumber.Sample(number => Assert.Equal(number.Arms, NumberForm.Of(number, 1).Write(number).Arms), iter: 400);

    private static OutcomeArmEntry Arm(
        int? count = null, int? bound = null, int? min = null, int? max = null, int? events = null, int? total = null) =>
        new() { Label = SmallClinic.En("Rolling"), Count = count, FewerThan = bound, Min = min, Max = max, Events = events, Total = total };

    private static IReadOnlyList<string> ByForm(OutcomeNumberEntry number) => [.. NumberForm.Of(number, 1).Problems()];

    private static IReadOnlyList<string> ByFile(OutcomeNumberEntry number)
    {
        try
        {
            ContentFile.Read(new StringReader(TemporaryStore.Text(SmallClinic.Content with { Numbers = [number] })));
            return [];
        }
        catch (ContentFileException refused)
        {
            return [.. refused.Problems.Select(problem => problem.Message)];
        }
    }
}

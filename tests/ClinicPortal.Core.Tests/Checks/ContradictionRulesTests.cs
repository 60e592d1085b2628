using System.Globalization;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Testing;
using CsCheck;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Checks;

/// <summary>One truth per cell: text, typed value and one line say the same. Values are written "from..to unit"; "~" has no end.</summary>
public class ContradictionRulesTests
{
    [Theory]
    [InlineData("Usually 3 to 5 in a first course. It is usually repeated later.", "3..5")]
    [InlineData("Often 4-10.", "4..10")]
    [InlineData("Three or four.", "3..4")]
    [InlineData("Usually 1, sometimes a small top-up.", "1..1")]
    [InlineData("Usually 1, sometimes 2.", "1..2")]
    [InlineData("A single one.", "1..1")]
    [InlineData("5 or more.", "5..~")]
    [InlineData("At least five.", "5..~")]
    [InlineData("Up to 6.", "0..6")]
    [InlineData("Up to 6.", "~..6")]
    [InlineData("None.", "0..0")]
    [InlineData("No turns.", "0..0")]
    [InlineData("Often 3 to 6. In studies the usual number was 3.", "3..3")]
    public void A_number_of_times_that_the_text_states(string text, string value) => Assert.Empty(Found(ValueKind.Count, text, value));

    [Theory]
    [InlineData("Usually 3 to 5.", "4..6", "the text does not say 4 or 6.")]
    [InlineData("Usually 3 to 5.", "3..6", "the text does not say 6.")]
    [InlineData("Usually 3 to 5.", "3..3", "the text says “3 to 5”.")]
    [InlineData("Usually 3 to 5.", "5..8", "the text says “3 to 5”.")]
    [InlineData("Usually 3 to 5.", "3..~", "the text does not say that it can be more")]
    [InlineData("5 or more.", "5..5", "the text says “5 or more”.")]
    [InlineData("5 or more.", "5..8", "the text does not say 8.")]
    [InlineData("Often.", "1..1", "the text does not say 1.")]
    [InlineData("About 4 weeks apart.", "4..4", "the text does not say 4.")]
    [InlineData("Usually 1 to 3.", "0..3", "the text does not say none.")]
    [InlineData("It is not known.", "2..3", "the text does not say 2 or 3.")]
    [InlineData("Not known. Some people need 2 to 3.", "2..3", "the text begins by saying that it is not known")]
    public void A_number_of_times_that_the_text_does_not_state(string text, string value, string reason) =>
        Assert.Contains(reason, Assert.Single(Found(ValueKind.Count, text, value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("About 4 to 6 weeks apart. After that one every 3 to 6 months.", "4..6 week")]
    [InlineData("About 4 to 6 weeks apart.", "28..42 day")]
    [InlineData("1 to 2 weeks.", "7..14 day")]
    [InlineData("A year.", "12..12 month")]
    [InlineData("About 4 to 8 hours, often a full day.", "240..480 minute")]
    [InlineData("Up to 3 days: it may feel tight for a few hours.", "0..3 day")]
    [InlineData("None to about a week.", "0..7 day")]
    [InlineData("At once. Swelling can hide the final look for up to 2 weeks.", "0..2 week")]
    [InlineData("Starts after about 3 to 5 days. The full effect can take 2 weeks.", "3..14 day")]
    [InlineData("Not sooner than about 3 months.", "3..~ month")]
    [InlineData("At least 6 to 12 months, if a second one is needed.", "6..12 month")]
    [InlineData("None.", "0..0 minute")]
    [InlineData("About an hour.", "60..60 minute")]
    [InlineData("Half a day.", "12..12 hour")]
    [InlineData("Long lasting. The effect wears off after 2 to 3 years, but how often is not known.", "2..3 year")]
    public void A_length_of_time_that_the_text_states(string text, string value) => Assert.Empty(Found(ValueKind.Duration, text, value));

    [Theory]
    [InlineData("After 3 to 6 months.", "8..26 week", "the text does not say 8 weeks or 26 weeks.")]
    [InlineData("After 3 to 6 months.", "12..24 week",
        "A month is not an exact number of weeks, so use the same unit in the value as in the text.")]
    [InlineData("4 to 6 weeks.", "4..6 day", "the text does not say 4 days or 6 days.")]
    [InlineData("4 to 6.", "4..6 week", "the text does not say 4 weeks or 6 weeks.")]
    [InlineData("After several sessions.", "4..10 week", "the text does not say 4 weeks or 10 weeks.")]
    [InlineData("At once. Swelling can hide the final look for some days.", "0..2 week", "the text does not say 2 weeks.")]
    [InlineData("3 to 5 days.", "3..14 day", "the text does not say 14 days.")]
    [InlineData("Skin may feel tight for a few hours.", "0..3 day", "the text does not say none or 3 days.")]
    [InlineData("Up to 3 days.", "1..3 day", "the text does not say 1 day.")]
    [InlineData("About 3 months.", "3..~ month", "the text does not say that it can be more")]
    [InlineData("Not well known. Top-ups are usual.", "6..12 month", "the text begins by saying that it is not known")]
    [InlineData("Not well known. Clinics often say 6 to 12 months.", "6..12 month", "the text begins by saying that it is not known")]
    public void A_length_of_time_that_the_text_does_not_state(string text, string value, string reason) =>
        Assert.Contains(reason, Assert.Single(Found(ValueKind.Duration, text, value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Mild stinging.", "1..1")]
    [InlineData("Mild to moderate. It can be worse elsewhere.", "1..2")]
    [InlineData("It stings mildly, later moderately.", "1..2")]
    [InlineData("Moderate; stronger where it goes deeper.", "2..3")]
    [InlineData("Moderate or more.", "2..~")]
    [InlineData("Up to moderate.", "0..2")]
    [InlineData("None.", "0..0")]
    [InlineData("No ache at all.", "0..0")]
    public void A_step_of_a_scale_that_the_text_names(string text, string value) => Assert.Empty(Found(ValueKind.Scale, text, value));

    [Theory]
    [InlineData("Stinging.", "2..2", "the text does not say Moderate.")]
    [InlineData("Mild to moderate.", "1..1", "the text says “Mild to moderate”.")]
    [InlineData("Mild.", "1..2", "the text does not say Moderate.")]
    [InlineData("Mild.", "1..~", "the text does not say that it can be more")]
    public void A_step_of_a_scale_that_the_text_does_not_name(string text, string value, string reason) =>
        Assert.Contains(reason, Assert.Single(Found(ValueKind.Scale, text, value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Usually £100 to £300. It varies a lot.", "2..2")]
    [InlineData("Usually from under £100 to £300.", "1..2")]
    [InlineData("Usually £100 to £1,000.", "2..3")]
    [InlineData("Usually under £100.", "1..1")]
    [InlineData("Over £1,000. Elsewhere £1,000 to £30,000.", "4..4")]
    [InlineData("£150 each.", "2..2")]
    [InlineData("£300 each.", "2..2")]
    [InlineData("£300 each.", "3..3")]
    [InlineData("From £80 to £250.", "1..2")]
    [InlineData("None.", "0..0")]
    [InlineData("No cost.", "0..0")]
    public void A_price_band_in_which_the_prices_of_the_text_lie(string text, string value) =>
        Assert.Empty(Found(ValueKind.MoneyBand, text, value));

    [Theory]
    [InlineData("£400 each.", "2..2", "the text does not say £100 to £300.")]
    [InlineData("Usually £100 to £300.", "2..3", "the text does not say £300 to £1,000.")]
    [InlineData("Usually £100 to £1,000.", "2..2", "the text says “£100 to £1,000”.")]
    [InlineData("Ask us.", "1..1", "the text does not say Under £100.")]
    [InlineData("100 to 300 people pay for it.", "2..2", "the text does not say £100 to £300.")]
    [InlineData("£50 each.", "0..0", "the text does not say No cost.")]
    public void A_price_band_in_which_they_do_not(string text, string value, string reason) =>
        Assert.Contains(reason, Assert.Single(Found(ValueKind.MoneyBand, text, value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Yes. All of it.", "1..1", true)]
    [InlineData("It can be taken out.", "1..1", true)]
    [InlineData("Yes, if it is early.", "0..1", true)]
    [InlineData("Nobody has tried.", "0..0", true)]
    [InlineData("No. It stays.", "1..1", false)]
    [InlineData("Yes.", "0..0", false)]
    public void Yes_and_no_contradict_each_other_and_any_other_text_is_free(string text, string value, bool agrees) =>
        Assert.Equal(agrees, Found(ValueKind.YesNo, text, value).Count == 0);

    [Fact]
    public void Each_labelled_part_is_looked_for_under_its_label()
    {
        ValuePart mild = Part("3..5") with { Label = En("Non-ablative") }, strong = Part("1..3") with { Label = En("Ablative") };
        const string Text = "Non-ablative: often 3 to 5. Ablative: often 1 to 3.";

        Assert.Empty(Found(Answer(Text) with { Value = Value(mild, strong) }, ValueKind.Count));
        Assert.Equal(
            [
                "“Asked” of roll: the measured value says “non-ablative: 1 to 3”, but the text says “3 to 5”. "
                    + "Change the value, or say it in the text.",
                "“Asked” of roll: the measured value says “ablative: 3 to 5”, but the text says “1 to 3”. "
                    + "Change the value, or say it in the text.",
            ],
            Found(
                Answer(Text) with { Value = Value(strong with { Label = mild.Label }, mild with { Label = strong.Label }) },
                ValueKind.Count));
        Assert.Empty(
            Found(Answer("3 to 5 for non-ablative, 1 to 3 for ablative ones.") with { Value = Value(mild, strong) }, ValueKind.Count));
        Assert.Single(Found(Answer("Often 3 to 5.") with { Value = Value(mild, strong) }, ValueKind.Count));
    }

    [Theory]
    [InlineData(Absence.NotKnown, "Not well known. Clinics often say 6 to 12 months.", null, null)]
    [InlineData(Absence.NotKnown, "Changes may last. Good data are missing.", "Changes may last.", null)]
    [InlineData(Absence.DoesNotApply, "Repeat when it has faded, if you wish.", null, null)]
    [InlineData(Absence.NotKnown, "Usually 6 to 12 months.", null, "marked “Not known”, and the text says “6 to 12 months”")]
    [InlineData(Absence.DoesNotApply, "Every 4 weeks.", null, "marked “Does not apply”, and the text says “4 weeks”")]
    [InlineData(
        Absence.NotKnown, "Not well known. Clinics often say 6 to 12 months.", "6 to 12 months",
        "marked “Not known”, and the answer in one line says “6 to 12 months”")]
    public void What_is_not_known_gives_no_figure(Absence absence, string text, string? brief, string? reason)
    {
        var found = Found(Answer(text, brief) with { Absence = absence }, ValueKind.Duration);

        Assert.Equal(reason is null ? 0 : 1, found.Count);
        Assert.All(found, message => Assert.Contains(reason!, message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("At once. Swelling can hide the final look for up to 2 weeks.", "At once; final look in up to 2 weeks", null)]
    [InlineData("Not in the last 6 months.", "Not within half a year", null)]
    [InlineData("Not in the last 6 months.", "Stop it 3 months before", "“3 months”")]
    [InlineData("Not in the last 6 months.", "Stop it (last 6 months)", null)]
    [InlineData("Every 7 days.", "Once a week", null)]
    [InlineData("Usually 4 to 6 weeks.", "Every 4 to 6", null)]
    [InlineData("A review looked at 65 trials with 14,919 people.", "65 trials, 14,919 people", null)]
    [InlineData("Three turns.", "3 turns", null)]
    [InlineData("A review looked at 65 trials.", "56 trials", "“56”")]
    [InlineData("Usually 4 to 6 weeks.", "4 to 8 weeks", "“4 to 8 weeks”")]
    [InlineData("After some weeks.", "After 3 weeks, sometimes 5", "“3 weeks” and “5”")]
    [InlineData("Under £300.", "£100 to £300", "“£100 to £300”")]
    public void The_one_line_holds_no_figure_that_the_text_lacks(string text, string brief, string? figures)
    {
        var found = Found(Answer(text, brief), ValueKind.Prose);

        Assert.Equal(
            figures is null
                ? []
                : [$"“Asked” of roll: the answer in one line says {figures}, and the text does not. Say it in the text, "
                    + "or take it out of the one line."],
            found);
    }

    [Fact]
    public void The_one_line_names_no_step_that_the_text_lacks()
    {
        Assert.Empty(Found(Answer("Mild to moderate.", "Mild"), ValueKind.Scale));
        Assert.Contains("says “Strong”", Assert.Single(Found(Answer("Mild to moderate.", "Strong at first"), ValueKind.Scale)));
    }

    [Fact]
    public void A_note_holds_no_figure_that_the_text_lacks()
    {
        AnswerEntry With(string note) => Answer("Often 3 to 6.") with { Value = Value(Part("3..6") with { Note = En(note) }) };

        Assert.Empty(Found(With("often 3"), ValueKind.Count));
        Assert.Contains("the note on the measured value says “4”", Assert.Single(Found(With("In studies 4"), ValueKind.Count)));
    }

    // The small clinic has rolling ("Roll", "Turning over"), soaking, rinsing and doing nothing; rolling is offered for dullness alone.
    [Theory]
    [InlineData("It rolls.", "Rolls", null, null)]
    [InlineData("It is slower than soaking.", "Slower than soaking", null, "names “Soaking”")]
    [InlineData("It is slower than soaking.", "Slower than SOAKING.", CriterionRole.Onset, "names “Soaking”")]
    [InlineData("Often with soaking.", "With soaking", CriterionRole.Combination, null)]
    [InlineData("Where soaking was.", "Where soaking was", CriterionRole.Areas, null)]
    [InlineData("No better than soaking in a trial.", "No better than soaking", CriterionRole.Evidence, null)]
    [InlineData("No better in a trial.", "No better than soaking", CriterionRole.Evidence, "names “Soaking”")]
    [InlineData("Nothing is felt.", "Nothing is felt", null, null)]
    [InlineData("Unsoakingly.", "Unsoakingly", null, null)]
    [InlineData("Turning over is all.", "Turning over is all", null, null)]
    [InlineData("It shines.", "Less dullness", null, null)]
    [InlineData("It shines.", "Less roughness", null, "names “Roughness”, for which this treatment is not offered")]
    [InlineData("It leaves some roughness.", "Leaves some roughness", CriterionRole.SeriousRisks, null)]
    [InlineData("Everywhere.", "Roughness too", CriterionRole.Areas, null)]
    public void The_one_line_speaks_of_its_own_treatment_and_concerns(string text, string brief, CriterionRole? role, string? reason)
    {
        var found = Found(Answer(text, brief), ValueKind.Prose, role);

        Assert.Equal(reason is null ? 0 : 1, found.Count);
        Assert.All(found, message => Assert.Contains(reason!, message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_that_is_part_of_its_own_is_nobody_elses()
    {
        var content = With(one => one.Slug == "soaking", one => one with { OtherNames = [En("over")] });
        var rolling = content.Treatments.Single(one => one.Slug == "rolling");

        Assert.Empty(
            ContentRules.WarningsOfAnswer(
                Answer("It rolls.", "Over and over"), Criterion(ValueKind.Prose, null), rolling, content.Treatments, content.Concerns));
    }

    [Fact]
    public void Only_the_main_language_is_read()
    {
        var turkish = new LocalText([new("tr", "3 ile 5")]);

        Assert.Empty(Found(Answer("") with { Text = turkish, Brief = turkish, Value = Value(Part("4..6")) }, ValueKind.Count));
    }

    [Fact]
    public void What_stands_in_the_text_is_read_through_its_markers() =>
        Assert.Empty(Found(ValueKind.Duration, "**About 4** to\n6 [weeks](/x).", "4..6 week"));

    [Fact]
    public void A_warning_names_its_cell_and_leads_to_it()
    {
        var content = WithAnswer("onset", answer => answer with { Text = En("3 to 5 days."), Value = Value(Part("3..9 day")) });

        var warning =
            Assert.Single(ContentRules.Warnings(content), warning => warning.Path.StartsWith("treatments[1]", StringComparison.Ordinal));

        Assert.Equal("treatments[1].answers[2].value.parts[0]", warning.Path);
        Assert.Equal("treatments/rolling/answers/onset", warning.RowIn(content));
        Assert.Equal(
            "“onset” of roll: the measured value says “3 to 9 days”, but the text does not say 9 days. Change the value, or say it in the "
                + "text.",
            warning.Message);
        Assert.Empty(ContentRules.Check(content));
    }

    [Fact]
    public void What_is_archived_is_left_alone()
    {
        var content = WithAnswer("onset", answer => answer with { Text = En("3 to 5 days."), Value = Value(Part("3..9 day")) });
        var archived = content with { Criteria = [.. content.Criteria.Select(criterion => criterion with { Archived = true })] };

        Assert.NotEmpty(ContentRules.Warnings(content));
        Assert.Empty(ContentRules.Warnings(archived));
        Assert.Empty(ContentRules.Warnings(
            content with { Treatments = [.. content.Treatments.Select(treatment => treatment with { Archived = true })] }));
    }

    [Fact]
    public void The_sample_clinic_contradicts_itself_nowhere() =>
        Assert.Empty(ContentRules.Warnings(SampleClinic.Content).Select(warning => warning.Message));

    [Fact]
    public void Another_clinic_contradicts_itself_nowhere() =>
        Assert.Empty(ContentRules.Warnings(WristClinic.Edition.Content).Select(warning => warning.Message));

    // Each measured cell of the sample with one end moved: what passes as it stands is noticed once it is wrong.
    [Fact]
    public void No_figure_of_the_sample_can_be_moved_unnoticed()
    {
        var content = SampleClinic.Content;
        var unnoticed =
            from treatment in content.Treatments
            from answer in treatment.Answers
            let value = answer.Value
            where value is not null
            let criterion = content.Criteria.Single(one => one.Slug == answer.Criterion)
            where criterion.Kind is ValueKind.Count or ValueKind.Duration
            from index in Enumerable.Range(0, value.Parts.Count)
            let part = value.Parts[index]
            from moved in new[]
            {
                part with { Min = part.Min + 37 + (part.Max ?? 0), Max = part.Max + 37 + part.Max },
                part with { Max = (part.Max ?? part.Min) + 37 },
            }
            let changed = answer with { Value = Value([.. value.Parts.Take(index), moved, .. value.Parts.Skip(index + 1)]) }
            where ContentRules.WarningsOfAnswer(changed, criterion, treatment, content.Treatments, content.Concerns).Count == 0
            select $"{treatment.Slug} {answer.Criterion} {index}";

        Assert.Empty(unnoticed);
    }

    // Whatever the portal itself writes for a value is a text that states it.
    [Fact]
    public void A_value_never_contradicts_its_own_words() =>
        (from index in Gen.Int[0, 3]
         from min in Gen.Int[0, 2]
         from more in Gen.Int[0, 1]
         from unit in Gen.Enum<Unit>()
         let kind = new[] { ValueKind.Count, ValueKind.Duration, ValueKind.Scale, ValueKind.MoneyBand }[index]
         select (kind, part: new ValuePart { Min = min, Max = min + more, Unit = kind == ValueKind.Duration ? unit : null }))
        .Sample(value => Found(
            Answer(ValueFormatter.Of(Criterion(value.kind, null), Value(value.part))) with { Value = Value(value.part) },
            value.kind).Count == 0);

    private static IReadOnlyList<string> Found(ValueKind kind, string text, string value) =>
        Found(Answer(text) with { Value = Value(Part(value)) }, kind);

    private static IReadOnlyList<string> Found(AnswerEntry answer, ValueKind kind, CriterionRole? role = null) =>
    [
        .. ContentRules.WarningsOfAnswer(
            answer, Criterion(kind, role), Content.Treatments.Single(one => one.Slug == "rolling"), Content.Treatments, Content.Concerns)
            .Select(warning => warning.Message),
    ];

    private static AnswerEntry Answer(string text, string? brief = null) =>
        new() { Criterion = "asked", Text = En(text), Brief = brief is null ? null : En(brief) };

    private static ValuePart Part(string written)
    {
        var (range, unit) = written.Split(' ') is [var first, var second] ? (first, second) : (written, null);
        var ends = range.Split("..").Select(end => end == "~" ? (decimal?)null : decimal.Parse(end, CultureInfo.InvariantCulture)).ToList();
        return new() { Min = ends[0], Max = ends[1], Unit = unit is null ? null : Enum.Parse<Unit>(unit, ignoreCase: true) };
    }

    private static CriterionEntry Criterion(ValueKind kind, CriterionRole? role) => new()
    {
        Slug = "asked",
        Group = "basics",
        Question = En("What is asked?"),
        Term = En(kind == ValueKind.Scale ? "Ache" : "Asked"),
        Help = En("It is asked."),
        Kind = kind,
        Role = role,
        Unit = kind == ValueKind.Count ? new() { One = En("turn"), Many = En("turns") } : null,
        Steps = kind switch
        {
            ValueKind.Scale => [En("None"), En("Mild"), En("Moderate"), En("Strong")],
            ValueKind.MoneyBand => [En("No cost"), En("Under £100"), En("£100 to £300"), En("£300 to £1,000"), En("Over £1,000")],
            _ => [],
        },
    };
}

using System.Globalization;
using ClinicPortal.Core.Catalogue;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Catalogue;

public class ValueFormatterTests
{
    private static readonly CriterionEntry Sessions = Criterion("sessions", ValueKind.Count);
    private static readonly CriterionEntry Downtime = Criterion("downtime", ValueKind.Duration);
    private static readonly CriterionEntry Pain = Criterion("pain", ValueKind.Scale, steps: ["None", "Mild", "Moderate", "Strong"]);
    private static readonly CriterionEntry Cost =
        Criterion("cost", ValueKind.MoneyBand, steps: ["No cost", "Under £100", "£100 to £300", "£300 to £1,000"]);

    [Theory]
    [InlineData(3, 5, "3 to 5")]
    [InlineData(1, 2, "1 or 2")]
    [InlineData(1, 1, "1")]
    [InlineData(0, 0, "none")]
    [InlineData(5, null, "5 or more")]
    [InlineData(null, 6, "up to 6")]
    public void A_count_reads_as_people_say_it(int? min, int? max, string words) =>
        Assert.Equal(words, ValueFormatter.Of(Sessions, Range(min, max)));

    [Theory]
    [InlineData(4.0, 6.0, Unit.Week, "4 to 6 weeks")]
    [InlineData(1.0, 1.0, Unit.Day, "1 day")]
    [InlineData(0.0, 0.0, Unit.Day, "none")]
    [InlineData(0.0, 3.0, Unit.Day, "up to 3 days")]
    [InlineData(0.0, 1.0, Unit.Day, "up to 1 day")]
    [InlineData(12.0, null, Unit.Week, "12 weeks or more")]
    [InlineData(null, 6.0, Unit.Week, "up to 6 weeks")]
    [InlineData(0.5, 2.0, Unit.Week, "half a week to 2 weeks")]
    [InlineData(0.5, 0.5, Unit.Hour, "30 minutes")]
    [InlineData(1.5, 1.5, Unit.Year, "18 months")]
    [InlineData(0.5, 1.0, Unit.Month, "half a month to 1 month")]
    [InlineData(2.5, 3.0, Unit.Month, "2.5 to 3 months")]
    [InlineData(240.0, 480.0, Unit.Minute, "4 to 8 hours")]
    [InlineData(30.0, 60.0, Unit.Minute, "30 to 60 minutes")]
    [InlineData(90.0, 150.0, Unit.Minute, "90 to 150 minutes")]
    [InlineData(0.0, 1500.0, Unit.Minute, "up to 25 hours")]
    public void A_length_of_time_is_exact_and_its_unit_agrees(double? min, double? max, Unit unit, string words) =>
        Assert.Equal(words, ValueFormatter.Of(Downtime, Length((decimal?)min, (decimal?)max, unit)));

    [Fact]
    public void Typical_practice_is_called_about() =>
        Assert.Multiple(
            () => Assert.Equal("about 4 to 6 weeks", ValueFormatter.Of(Downtime, Length(4, 6, Unit.Week, approximate: true))),
            () => Assert.Equal("up to about 3 days", ValueFormatter.Of(Downtime, Length(0, 3, Unit.Day, approximate: true))),
            () => Assert.Equal("usually 1", ValueFormatter.Of(Sessions, Range(1, 1, approximate: true))),
            () => Assert.Equal("about 1 day", ValueFormatter.Of(Downtime, Length(1, 1, Unit.Day, approximate: true))),
            () => Assert.Equal("about 5 or more", ValueFormatter.Of(Sessions, Range(5, null, approximate: true))));

    [Fact]
    public void A_step_reads_in_the_words_of_its_scale() =>
        Assert.Multiple(
            () => Assert.Equal("Mild to moderate", ValueFormatter.Of(Pain, Range(1, 2))),
            () => Assert.Equal("Mild", ValueFormatter.Of(Pain, Range(1, 1))),
            () => Assert.Equal("Moderate or more", ValueFormatter.Of(Pain, Range(2, null))),
            () => Assert.Equal("Up to moderate", ValueFormatter.Of(Pain, Range(null, 2))),
            () => Assert.Equal("7 to 9", ValueFormatter.Of(Pain, Range(7, 9))));

    [Fact]
    public void Neighbouring_bands_of_money_read_as_one() =>
        Assert.Multiple(
            () => Assert.Equal("£100 to £300", ValueFormatter.Of(Cost, Range(2, 2))),
            () => Assert.Equal("£100 to £1,000", ValueFormatter.Of(Cost, Range(2, 3))),
            () => Assert.Equal("Up to £1,000", ValueFormatter.Of(Cost, Range(1, 3))));

    [Fact]
    public void Yes_and_no_read_as_words()
    {
        var numbing = Criterion("numbing", ValueKind.YesNo);

        Assert.Equal("Yes", ValueFormatter.Of(numbing, Range(1, 1)));
        Assert.Equal("No", ValueFormatter.Of(numbing, Range(0, 0)));
        Assert.Equal("Depends", ValueFormatter.Of(numbing, Range(0, 1)));
    }

    [Fact]
    public void Variants_keep_their_labels_and_notes_follow_after_a_comma()
    {
        var laser = new AttributeValue
        {
            Parts =
            [
                Part(1, 4, Unit.Day, approximate: true, label: "Non-ablative"),
                Part(5, 10, Unit.Day, label: "Ablative", note: "Then pink skin."),
            ],
        };

        Assert.Equal("non-ablative: about 1 to 4 days; ablative: 5 to 10 days, then pink skin", ValueFormatter.Of(Downtime, laser));
    }

    [Fact]
    public void Words_are_the_same_whatever_the_server_speaks()
    {
        var spoken = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");

            Assert.Equal("2.5 to 1,000 months", ValueFormatter.Of(Downtime, Length(2.5m, 1000, Unit.Month)));
            Assert.Equal("ice", RunningText.StartLowerCase("Ice"));
        }
        finally
        {
            CultureInfo.CurrentCulture = spoken;
        }
    }
}

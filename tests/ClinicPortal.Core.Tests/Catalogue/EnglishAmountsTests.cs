using System.Globalization;
using ClinicPortal.Core.Catalogue;
using CsCheck;

namespace ClinicPortal.Core.Tests.Catalogue;

/// <summary>What people write for an amount is read as they mean it: "min..max unit", "?" for no end, "~" for an open one.</summary>
public class EnglishAmountsTests
{
    [Theory]
    [InlineData("3 to 5", "3..5")]
    [InlineData("4 to 10 sessions", "4..10")]
    [InlineData("15-30", "15..30")]
    [InlineData("15–30 minutes", "15..30 minute")]
    [InlineData("15 - 30 minutes", "15..30 minute")]
    [InlineData("Usually 1", "1..1")]
    [InlineData("usually one, sometimes two", "1..1 | 2..2")]
    [InlineData("1 or 2", "1..2")]
    [InlineData("two or three weeks", "2..3 week")]
    [InlineData("between four and six months", "4..6 month")]
    [InlineData("1,845 people", "1845..1845")]
    [InlineData("2.5 hours", "2.5..2.5 hour")]
    [InlineData("2½ hours", "2.5..2.5 hour")]
    [InlineData("two and a half weeks", "2.5..2.5 week")]
    [InlineData("half an hour", "0.5..0.5 hour")]
    [InlineData("twenty-four hours", "24..24 hour")]
    [InlineData("a week", "1..1 week")]
    [InlineData("every day", "1..1 day")]
    [InlineData("monthly", "1..1 month")]
    [InlineData("a fortnight", "2..2 week")]
    [InlineData("two to four fortnights", "4..8 week")]
    [InlineData("a day or two", "1..2 day")]
    [InlineData("a couple of days", "2..2 day")]
    [InlineData("a 3-day rest", "3..3 day")]
    [InlineData("4-6-week steps", "4..6 week")]
    [InlineData("20 mins", "20..20 minute")]
    [InlineData("10 days to 3 weeks", "10 day..3 week")]
    public void Ranges_and_single_amounts_are_read(string text, string read) => Assert.Equal(read, Read(text));

    [Theory]
    [InlineData("up to 3 days", "0..3 day")]
    [InlineData("up to about an hour", "0..1 hour")]
    [InlineData("at most two", "0..2")]
    [InlineData("within 2 weeks", "0..2 week")]
    [InlineData("3 days or less", "0..3 day")]
    [InlineData("under £100", "0..100 money")]
    [InlineData("none to 3 days", "0..3 day")]
    [InlineData("None to about a week", "0..1 week")]
    [InlineData("None.", "0..0")]
    [InlineData("At once.", "0..0")]
    public void What_begins_at_nothing_is_read(string text, string read) => Assert.Equal(read, Read(text));

    [Theory]
    [InlineData("5 or more", "5..~")]
    [InlineData("five or more sessions", "5..~")]
    [InlineData("5 or more weeks", "5..~ week")]
    [InlineData("5+", "5..~")]
    [InlineData("at least 6 weeks", "6..~ week")]
    [InlineData("Not sooner than about 3 months.", "3..~ month")]
    [InlineData("12 weeks or longer", "12..~ week")]
    [InlineData("Over £1,000", "1000..~ money")]
    [InlineData("At least 6 to 12 months", "6..12 month~")]
    public void What_is_open_ended_is_read(string text, string read) => Assert.Equal(read, Read(text));

    [Theory]
    [InlineData("£100 to £300", "100..300 money")]
    [InlineData("£100 to 300", "100..300 money")]
    [InlineData("100 to 300 euros", "100..300 money")]
    [InlineData("30 minutes. At least 2 of them.", "30..30 minute | 2..~")]
    [InlineData("2 sessions, 3 weeks", "2..2 | 3..3 week")]
    [InlineData("4 weeks - 3 sessions", "4..4 week | 3..3")]
    [InlineData("30 minutes + a rest", "30..30 minute")]
    [InlineData("over 6 weeks", "6..6 week")]
    [InlineData("6 to 3", "6..6 | 3..3")]
    [InlineData("6 to 3 weeks", "6..6 | 3..3 week")]
    [InlineData("6 weeks or £100", "6..6 week | 100..100 money")]
    public void Amounts_of_different_things_are_kept_apart(string text, string read) => Assert.Equal(read, Read(text));

    [Theory]
    [InlineData("for some days")]
    [InlineData("after several sessions")]
    [InlineData("a few weeks")]
    [InlineData("B12 and CO2")]
    [InlineData("the 2nd time")]
    [InlineData("a half")]
    [InlineData("to - or +")]
    [InlineData("")]
    public void What_gives_no_number_is_no_amount(string text) => Assert.Equal("", Read(text));

    [Theory]
    [InlineData("none to about a week", "")]
    [InlineData("every day", "")]
    [InlineData("no one knows", "")]
    [InlineData("one week", "1 week")]
    [InlineData("up to 3 days", "3 day")]
    [InlineData("two to 3", "2, 3")]
    public void Only_what_stands_as_a_number_is_a_figure(string text, string figures) => Assert.Equal(
        figures, string.Join(", ", EnglishAmounts.Read(text).SelectMany(range => range.Figures)
            .Select(figure => $"{figure.Number.ToString(CultureInfo.InvariantCulture)} {figure.Unit}".Trim().ToLowerInvariant())));

    [Theory]
    [InlineData(7, Unit.Day, 1, Unit.Week, true)]
    [InlineData(12, Unit.Month, 1, Unit.Year, true)]
    [InlineData(4, Unit.Hour, 240, Unit.Minute, true)]
    [InlineData(0, Unit.Day, 0, Unit.Month, true)]
    [InlineData(4, Unit.Week, 1, Unit.Month, false)]
    [InlineData(30, Unit.Day, 1, Unit.Month, false)]
    [InlineData(52, Unit.Week, 1, Unit.Year, false)]
    [InlineData(3, null, 3, Unit.Day, false)]
    public void Lengths_of_time_are_the_same_only_where_they_convert_exactly(int one, Unit? unit, int other, Unit? otherUnit, bool same)
    {
        Assert.Equal(same, new Amount(one, unit).IsSameAs(new(other, otherUnit)));
        Assert.Equal(same, new Amount(other, otherUnit).IsSameAs(new(one, unit)));
    }

    // A year of the formatter's own words, read back.
    [Fact]
    public void What_the_portal_writes_of_a_length_of_time_is_read_as_it_was_meant() =>
        (from min in Gen.Int[0, 30]
         from more in Gen.Int[0, 30]
         from isOpen in Gen.Bool
         from unit in Gen.Enum<Unit>()
         from approximate in Gen.Bool
         where min + more > 0
         select new ValuePart
         {
             Min = min,
             Max = isOpen ? null : min + more,
             Unit = unit,
             Approximate = approximate,
         }).Sample(part =>
         {
             var read = Assert.Single(EnglishAmounts.Read(ValueKinds.Of(ValueKind.Duration).Format(Lasting, part)));
             return read.Min.IsSameAs(new(part.Min!.Value, part.Unit)) && read.IsOpen == (part.Max is null)
                 && (part.Max is not { } max || read.Max!.Value.IsSameAs(new(max, part.Unit)));
         });

    [Fact]
    public void No_text_is_too_odd_to_be_read() =>
        Gen.OneOf(Gen.String, Gen.Int[0, Odd.Length - 1].Array[0, 12].Select(words => string.Join(' ', words.Select(word => Odd[word]))))
            .Sample(text => EnglishAmounts.Read(text).All(range => text.Contains(range.Words, StringComparison.Ordinal)));

    private static readonly string[] Odd =
        ["to", "or", "-", "half", "a", "4", "weeks", "at least", "£", "and a half", "up to", "none", "+", "between", "and", "couple", "of"];

    private static CriterionEntry Lasting { get; } = new()
    {
        Slug = "lasting",
        Group = "time",
        Question = LocalText.English("How long?"),
        Term = LocalText.English("Length"),
        Help = LocalText.English("How long."),
        Kind = ValueKind.Duration,
    };

    private static string Read(string text) => string.Join(" | ", EnglishAmounts.Read(text).Select(Written));

    private static string Written(StatedRange range)
    {
        var (min, max) = (range.Min, range.Max);
        var ends = max is { } end && !min.IsNothing && min.Unit != end.Unit
            ? $"{Number(min)} {min.Unit}..{Number(end)} {end.Unit}"
            : $"{Number(min)}..{(max is { } last ? Number(last) : "~")} {(max ?? min).Unit}{((max ?? min).IsMoney ? "money" : "")}".Trim();
        return ends.ToLowerInvariant() + (range.IsOpen && max is not null ? "~" : "");
    }

    private static string Number(Amount amount) => amount.Number.ToString(CultureInfo.InvariantCulture);
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Checks;

/// <summary>Two or three options and doing nothing, each with the same four questions.</summary>
public class BalanceTests
{
    private static readonly IReadOnlyList<AnswerEntry> Even =
    [
        Told("what", 30), Told("studies", 60, "a"), Typed("lasts", Length(2, 3, Unit.Month), Words(20), "a"),
        Told("risks", 80, "b"),
    ];

    private static readonly OutcomeNumberEntry Harm = WristNumbers.Bound with
    {
        Places = [new() { Treatment = "one", Criterion = "risks" }, new() { Treatment = "two", Criterion = "risks" }],
        Sources = ["b"],
    };

    /// <summary>Half of the median: 20 of 40 is enough, 19 of 40 is not. 1 word is a sentence less than 16.</summary>
    [Theory]
    [InlineData(1, 31, true)]
    [InlineData(1, 32, false)]
    [InlineData(20, 60, true)]
    [InlineData(19, 61, false)]
    public void An_answer_is_half_as_long_as_its_rows_median_or_lacks_a_sentence(int shorter, int longer, bool even)
    {
        var balance = Of([Told("what", shorter)], [Told("what", longer)]).Balance;

        Assert.Equal(
            even ? [] : [("one", shorter, (shorter + longer) / 2.0)],
            balance.Uneven.Select(answer => (answer.Treatment.Slug, answer.Words, answer.Median)));
    }

    [Theory]
    [InlineData(20, 40, true)]
    [InlineData(20, 41, false)]
    [InlineData(1, 16, true)]
    [InlineData(1, 17, false)]
    public void An_answer_is_no_longer_than_twice_its_rows_median_or_a_sentence_more(int usual, int longer, bool even)
    {
        var balance = Of([Told("what", usual)], [Told("what", usual)], [Told("what", longer)]).Balance;

        Assert.Equal(even ? [] : ["three"], balance.Uneven.Select(answer => answer.Treatment.Slug));
    }

    [Fact]
    public void Doing_nothing_is_shown_and_not_judged()
    {
        var card = Of(Even, Even, Harm);

        Assert.Equal(["one", "two", "nothing"], card.Balance.Options.Select(option => option.Treatment.Slug));
        Assert.False(card.Balance.Options[2].IsEven);
        Assert.DoesNotContain(card.Balance.Lopsided, option => option.Treatment.Slug == "nothing");
        Assert.Equal(1, card.Balance.Options[2].Words);
    }

    [Fact]
    public void An_even_comparison_meets_the_item_and_shows_its_figures() => Assert.Equal(
        (ItemState.Met,
            "The same questions, in the same order and size of print, and in equal detail: "
                + "one 190 words, 80 about good sides and 80 about risks; "
                + "two 190 words, 80 about good sides and 80 about risks."),
        Found(Of(Even, Even, Harm)));

    [Fact]
    public void Good_sides_are_told_against_risks_in_words_measures_and_sources()
    {
        var option = Of(Even, Even, Harm).Balance.Options[0];

        Assert.Equal(new SideTold(80, 1, 1), option.Good);
        Assert.Equal(new SideTold(80, 1, 1), option.Bad);
    }

    [Theory]
    [InlineData(40, "b", true, true)]
    [InlineData(39, "b", true, false)]
    [InlineData(160, "b", true, true)]
    [InlineData(161, "b", true, false)]
    [InlineData(80, null, true, true)] // The count names the source.
    [InlineData(80, "b", false, false)]
    public void Two_sides_are_even_in_length_and_where_one_has_a_measure_or_a_source_the_other_has(
        int risks, string? source, bool harm, bool even)
    {
        IReadOnlyList<AnswerEntry> answers = [.. Even.SkipLast(1), Told("risks", risks, source is null ? [] : [source])];

        Assert.Equal(even, !Of(answers, answers, harm ? [Harm] : []).Balance.Lopsided.Any());
    }

    [Fact]
    public void A_side_without_a_source_is_told_with_its_figures_and_the_rows_that_mend_it()
    {
        IReadOnlyList<AnswerEntry> bare = [Told("what", 30), Told("studies", 80, "a"), Told("lasts", 1), Told("risks", 80)];
        var card = Of(bare, bare);

        var item = card.Items.Single(one => one.Item.Id == "C1");
        Assert.Equal(ItemState.NotMet, item.State);
        Assert.StartsWith(
            "One has a source about its good sides but none about its risks.",
            item.Reason, StringComparison.Ordinal);
        Assert.Contains(new Repair("treatments/one/answers/risks"), item.Repairs);
    }

    [Fact]
    public void A_blank_that_only_one_option_has_tilts_the_table()
    {
        var card = Of(Even, [.. Even.SkipLast(1)], Harm);

        Assert.Equal([("risks", "two")], card.Balance.Tilting.Select(one => (one.Criterion.Slug, one.Lacking)));
        Assert.StartsWith(
            "1 question is not yet answered for two. Some of the blanks tilt the table, because other options have an answer about what "
                + "is good or bad there: “What about risks?” (two)",
            Found(card).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_that_all_options_have_is_open_and_tilts_nothing()
    {
        var card = Of([.. Even.SkipLast(1)], [.. Even.SkipLast(1)]);

        Assert.Equal(["one", "two"], card.Balance.Unanswered.Select(one => one.Treatment.Slug));
        Assert.Empty(card.Balance.Tilting);
        Assert.Equal(ItemState.NotMet, Found(card).State);
    }

    [Fact]
    public void What_nobody_knows_is_an_answer_and_no_blank()
    {
        AnswerEntry unknown = new() { Criterion = "risks", Absence = Absence.NotKnown };

        Assert.Empty(Of(Even, [.. Even.SkipLast(1), unknown]).Balance.Unanswered);
    }

    [Fact]
    public void Different_units_times_groups_and_denominators_of_a_row_are_told()
    {
        IReadOnlyList<AnswerEntry> weeks = [.. Even.Where(answer => answer.Criterion != "lasts"),
            Typed("lasts", new() { Parts = [Part(1, 2, Unit.Week), Part(1, 2, Unit.Day)] })];
        var other = Harm with
        {
            Key = "other",
            Places = [Harm.Places[1]],
            Group = Text("others"),
            Time = Text("a day"),
            Denominator = 100_000,
        };

        var unlike = Of(Even, weeks, Harm with { Places = [Harm.Places[0]] }, other).Balance.Unlike;

        Assert.Equal(
            [
                ("lasts", "Different units"), ("risks", "Different time spans"), ("risks", "Different groups"),
                ("risks", "Counted out of different numbers"),
            ],
            unlike.Select(row => (row.Criterion.Slug, row.What)));
        Assert.Equal("one: months; two: days and weeks", unlike[0].Told);
        Assert.EndsWith("; two: 100,000 people", unlike[^1].Told, StringComparison.Ordinal);
        Assert.Empty(Of(Even, Even, Harm).Balance.Unlike);
    }

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("word", count));

    private static AnswerEntry Told(string criterion, int words, params string[] sources) => Prose(criterion, Words(words), sources);

    private static (ItemState State, string Reason) Found(Scorecard card) =>
        card.Items.Where(item => item.Item.Id == "C1").Select(item => (item.State, item.Reason)).Single();

    private static Scorecard Of(IReadOnlyList<AnswerEntry> one, IReadOnlyList<AnswerEntry> two, params OutcomeNumberEntry[] numbers) =>
        CardOf([one, two], numbers);

    private static Scorecard Of(IReadOnlyList<AnswerEntry> one, IReadOnlyList<AnswerEntry> two, IReadOnlyList<AnswerEntry> three) =>
        CardOf([one, two, three], []);

    private static Scorecard CardOf(IReadOnlyList<IReadOnlyList<AnswerEntry>> answers, IReadOnlyList<OutcomeNumberEntry> numbers)
    {
        string[] slugs = [.. new[] { "one", "two", "three" }.Take(answers.Count)];
        var edition = new Edition(1, DateTimeOffset.UnixEpoch, WristNumbers.Content with
        {
            Criteria =
            [
                Asked("what", CriterionRole.What), Asked("studies", CriterionRole.Evidence),
                Criterion("lasts", ValueKind.Duration, "basics", role: CriterionRole.Duration), Asked("risks", CriterionRole.SeriousRisks),
            ],
            Treatments =
            [
                .. slugs.Zip(answers, (slug, told) => Treatment(slug) with { Answers = told }),
                Treatment("nothing") with { Baseline = true, Answers = [Told("what", 1), Told("studies", 0, "a")] },
            ],
            Sources = [Source("a"), Source("b")],
            Numbers = numbers,
            Contrasts = [],
        });
        var comparison = Comparison.Of(edition, ComparisonAddress.Of(edition, slugs.Select(slug => edition.FindTreatment(slug)!)));
        return Scorecard.Of(edition, comparison, new(2026, 11, 27));
    }

    private static CriterionEntry Asked(string slug, CriterionRole role) => Criterion(slug, ValueKind.Prose, "basics", role: role);

    private static TreatmentEntry Treatment(string slug) =>
        WristNumbers.Content.Treatments[0] with
        {
            Slug = slug,
            Name = Text(slug),
            ShortName = null,
            InSentence = Text(slug),
            Concerns = [],
        };
}

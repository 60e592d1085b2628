using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Sheets;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Sheets;

public class SheetTests
{
    private const string More = "more on the page";

    private static readonly IReadOnlyList<QuestionEntry> Questions =
        [.. Enumerable.Range(1, 10).Select(number => new QuestionEntry { Key = $"q{number}", Text = Text($"Question {number}?") })];

    [Fact]
    public void Rows_stand_by_the_editors_priority() =>
        Assert.Equal([1, 2, 3, 4, 5], Priorities(Of(Rows(5))));

    [Fact]
    public void A_row_that_is_the_same_for_all_gives_way_unless_it_is_among_the_first()
    {
        var sheet = Sheet.Of(Comparing(ExampleEdition.Content, "microneedling", "prp"), Questions);

        Assert.Contains("serious-risks", sheet.Rows.Select(row => row.Row.Criterion.Slug));
        Assert.DoesNotContain("numbing", sheet.Rows.Select(row => row.Row.Criterion.Slug));
        Assert.Contains("numbing", sheet.LeftOut.Select(criterion => criterion.Slug));
    }

    [Fact]
    public void What_does_not_fit_is_left_out_from_the_least_important_on()
    {
        var sheet = Of(Rows(40, words: 60));

        Assert.InRange(sheet.Rows.Count, 2, 10);
        Assert.Equal(Enumerable.Range(1, sheet.Rows.Count).Cast<int?>(), Priorities(sheet));
        Assert.Equal(40 - sheet.Rows.Count, sheet.LeftOut.Count);
    }

    [Fact]
    public void A_row_that_is_always_shown_is_taken_before_those_of_a_higher_priority()
    {
        var content = Rows(40, words: 60);
        content = content with
        {
            Criteria =
                [.. content.Criteria.Select(criterion => criterion.Priority == 30 ? criterion with { AlwaysShown = true } : criterion)],
        };

        Assert.Contains(30, Priorities(Of(content)));
    }

    [Fact]
    public void An_answer_that_would_fill_the_page_says_that_it_goes_on()
    {
        var sheet = Of(Rows(3, words: 600));

        Assert.NotEmpty(sheet.Rows);
        Assert.All(
            sheet.Rows.SelectMany(row => row.Briefs).Where(brief => brief.StartsWith("word", StringComparison.Ordinal)),
            brief => Assert.EndsWith(More, brief, StringComparison.Ordinal));
    }

    [Fact]
    public void A_short_answer_is_never_cut() =>
        Assert.All(Of(Rows(3)).Rows.SelectMany(row => row.Briefs), brief => Assert.DoesNotContain(More, brief, StringComparison.Ordinal));

    [Fact]
    public void Four_questions_always_have_their_line_and_a_short_comparison_has_room_for_more()
    {
        Assert.Equal(4, Of(Rows(40)).Questions.Count);
        Assert.InRange(Of(Rows(40, words: 60)).Questions.Count, 4, 10);
        Assert.Equal(10, Of(Rows(1)).Questions.Count);
        Assert.Equal(3, Sheet.Of(Comparing(Rows(1), "mesotherapy", "prp"), [.. Questions.Take(3)]).Questions.Count);
    }

    [Fact]
    public void A_number_is_one_sentence_with_its_group_and_its_time() =>
        Assert.Equal(
            "Redness, adults who had PRP in one cheek, in the first days: 18 of 19 people (redness). Very low certainty.",
            NumberOnPaper.Of(Assert.Single(Sheet.Of(Comparing(ExampleEdition.Content, "mesotherapy", "prp"), Questions).Numbers)));

    [Fact]
    public void A_bound_a_range_and_a_rate_without_counts_say_so_on_paper()
    {
        Assert.Equal(
            "A problem that lasts, adults who asked, after a year: fewer than 1 of 1,000 people (surgery). As published.",
            NumberOnPaper.Of(WristNumbers.Bound));
        Assert.Equal(
            "Fewer complaints, adults who asked, after a year: 75 to 90 of 100 people (surgery). As published. Moderate certainty.",
            NumberOnPaper.Of(WristNumbers.Range));
        Assert.Equal(
            "A second treatment, adults who asked, after a year: "
            + "fewer than 5 of 100 people (surgery); 37 of 100 people (splint). As published for surgery.",
            NumberOnPaper.Of(WristNumbers.Mixed));
    }

    [Theory]
    [InlineData("Alam M, et al. Effect of PRP injection: RCT. JAMA Dermatol 2018.", 2018, "Alam M 2018")]
    [InlineData("US FDA, Dermal fillers (web page).", null, "US FDA")]
    [InlineData("NHS.uk, Hair transplant.", null, "NHS.uk")]
    [InlineData("\"Two Things Compared\", clinic website (undated)", null, "Two Things Compared")]
    [InlineData("The natural history of a thing. J Example 2005.", 2005, "The natural history of a thing 2005")]
    [InlineData(
        "A title that is a good deal longer than there is room for on a line. J 2005.", 2005,
        "A title that is a good deal longer than there is … 2005")]
    public void A_reference_is_short_on_paper(string reference, int? year, string brief) =>
        Assert.Equal(
            brief, ShortReference.Of(new SourceEntry { Key = "x", Reference = reference, Year = year, State = SourceState.Checked }));

    [Fact]
    public void References_that_would_read_alike_have_their_next_part_too() =>
        Assert.Equal(
            ["NHS.uk, Chemical peels", "US FDA", "NHS.uk, Face and lip fillers", "NHS.uk 2019"],
            ShortReference.Of(
                [.. new[] { ("NHS.uk, Chemical peels.", (int?)null), ("US FDA, Fillers.", null), ("NHS.uk, Face and lip fillers.", null),
                    ("NHS.uk, Botox.", 2019) }
                    .Select(one => new SourceEntry { Key = "x", Reference = one.Item1, Year = one.Item2, State = SourceState.Checked })]));

    [Fact]
    public void Where_harms_were_counted_for_one_option_only_it_says_for_which_they_were_not() =>
        Assert.Equal(
            "For mesotherapy we do not know how many of the people treated had side effects.", Of(SampleClinic.Content).HarmsNotCounted);

    private static Sheet Of(ClinicContent content) => Sheet.Of(Comparing(content, "mesotherapy", "prp"), Questions);

    private static IEnumerable<int?> Priorities(Sheet sheet) => sheet.Rows.Select(row => row.Row.Criterion.Priority);

    private static Comparison Comparing(ClinicContent content, params string[] slugs)
    {
        var edition = new Edition(1, DateTimeOffset.UnixEpoch, content);
        return Comparison.Of(edition, ComparisonAddress.Of(edition, slugs.Select(slug => edition.FindTreatment(slug)!)));
    }

    /// <summary>So many questions of prose with answers of so many words, and no numbers.</summary>
    private static ClinicContent Rows(int count, int words = 3) => ExampleEdition.Content with
    {
        Contrasts = [],
        Numbers = [],
        Criteria = [.. Enumerable.Range(1, count).Select(priority => Criterion($"c{priority}", ValueKind.Prose, priority: priority))],
        Treatments =
        [
            .. ExampleEdition.Content.Treatments.Select(treatment => treatment with
            {
                Answers = treatment.Baseline
                    ? []
                    : [
                        .. Enumerable.Range(1, count)
                        .Select(number => Prose($"c{number}", string.Join(' ', Enumerable.Repeat("word", words))))],
            }),
        ],
    };
}

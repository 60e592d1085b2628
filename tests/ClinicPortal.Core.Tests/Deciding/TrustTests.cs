using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Deciding;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Tests.Comparing;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Deciding;

public class TrustTests
{
    [Theory]
    [InlineData("", "No source is named.")]
    [InlineData("-", "The one source gives no year.")]
    [InlineData("- -", "None of 2 sources gives a year.")]
    [InlineData("2016", "The one source is from 2016.")]
    [InlineData("2010", "The one source is from 2010, more than 10 years before this edition.")]
    [InlineData("2024 2016", "The newest of 2 sources is from 2024; none is older than 10 years.")]
    [InlineData("2024 2015", "The newest of 2 sources is from 2024; 1 is older than 10 years.")]
    [InlineData("2010 2024 2005 -", "The newest of 4 sources is from 2024; 2 are older than 10 years; 1 gives no year.")]
    [InlineData("2020 - -", "The newest of 3 sources is from 2020; 2 give no year.")]
    [InlineData("2024 2016 -", "The newest of 3 sources is from 2024; 1 gives no year; none of the others is older than 10 years.")]
    public void The_age_of_sources_is_told_against_the_edition(string years, string words)
    {
        var sources = years.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((year, index) =>
            ExampleEntries.Source($"s{index}") with
            {
                Year = year == "-" ? null : int.Parse(year, System.Globalization.CultureInfo.InvariantCulture),
            });

        Assert.Equal(words, SourceAge.Of([.. sources], 2026).Words);
    }

    [Theory]
    [InlineData("yes yes", "This clinic offers mesotherapy and PRP.")]
    [InlineData("no no", "This clinic does not offer mesotherapy or PRP itself.")]
    [InlineData("yes no", "This clinic offers mesotherapy.|It does not offer PRP itself.")]
    [InlineData(
        "no -",
        "This clinic does not offer mesotherapy itself.|Not yet stated by this clinic: whether it offers PRP itself.|Other clinics may "
            + "offer these treatments even if this one does not.")]
    [InlineData(
        "- -",
        "Not yet stated by this clinic: whether it offers mesotherapy or PRP itself.|Other clinics may offer these treatments even "
            + "if this one does not.")]
    public void What_the_clinic_offers_is_told_as_far_as_it_says(string offered, string sentences)
    {
        var treatments = new[] { "mesotherapy", "prp" }.Zip(offered.Split(' '), (slug, said) =>
            SampleClinic.Edition.FindTreatment(slug)! with { Offered = said switch { "yes" => true, "no" => false, _ => null } });

        Assert.Equal(sentences.Split('|'), OfferedHere.Sentences([.. treatments]));
    }

    [Fact]
    public void Every_state_of_every_pair_and_triple_reads_well()
    {
        foreach (var comparison in EveryComparison.All)
            foreach (var shift in new[] { 0, 1, 2 })
            {
                var options = comparison.Options.Where(option => !option.Baseline)
                    .Select((option, index) => option with { Offered = ((index + shift) % 3) switch { 0 => true, 1 => false, _ => null } })
                    .ToList();
                var told = OfferedHere.Sentences(options);

                Assert.All(told, EveryComparison.AssertReadsWell);
                Assert.All(options, option => Assert.Single(told, sentence => Names(sentence, option)));
            }

        static bool Names(string sentence, TreatmentEntry option) =>
            System.Text.RegularExpressions.Regex.IsMatch(
                sentence,
                $@"(?<=offers? |, | and | or ){System.Text.RegularExpressions.Regex.Escape(RunningText.NameOf(option))}"
                    + "(?=[.,]| and | or | itself)");
    }

    [Fact]
    public void When_to_get_help_is_quoted_and_never_written()
    {
        foreach (var option in EveryComparison.All.SelectMany(HelpAndUndoing.Of))
            Assert.All(option.GetHelp, said =>
            {
                var cell = SampleClinic.Edition.FindAnswer(option.Treatment.Slug, said.Criterion.Slug)!;
                Assert.Contains(said.Words, PlainText.Of(cell.Text!.ToString()), StringComparison.Ordinal);
                EveryComparison.AssertReadsWell(said.Words);
            });
    }

    [Theory]
    [InlineData("prp", "Call the clinic about growing redness, heat, pus or fever.")]
    [InlineData("mesotherapy", "A lump or sore that appears weeks later needs a check.")]
    [InlineData("ha-filler", "Go for help at once if you have strong pain, white or blotchy skin, or any change in sight.")]
    [InlineData(
        "botulinum",
        "Very rarely the effect spreads and causes weakness or trouble swallowing, breathing or speaking – this is an emergency.",
        "Come back if you see a droop.")]
    [InlineData("laser-fractional")]
    [InlineData(
        "no-treatment",
        "Do not wait if there may be an illness. See a doctor about a sore that does not heal, a mole that changes, sudden or patchy "
            + "hair loss, or a red, hot area of skin.")]
    public void Each_option_tells_when_to_get_help_as_far_as_its_answers_do(string slug, params string[] sentences) =>
        Assert.Equal(sentences, HelpOf(slug).GetHelp.Select(said => said.Words));

    [Fact]
    public void Whether_it_can_be_undone_comes_from_its_own_row() =>
        Assert.Equal("Cannot be taken back out. Effects fade with time.", HelpOf("prp").Undo!.Answer!.Text!.ToString());

    [Fact]
    public void A_review_is_overdue_from_the_day_after_it_was_due()
    {
        var due = new DateOnly(2026, 12, 1);
        var edition = Signed(units => units.Of("prp"), due);
        var prp = edition.FindTreatment("prp")!;

        Assert.Empty(ReviewSchedule.OverdueOn(due, edition, [prp]));
        Assert.Equal([(prp, due)], ReviewSchedule.OverdueOn(due.AddDays(1), edition, [prp]));
        Assert.Empty(ReviewSchedule.OverdueOn(new(2036, 1, 1), edition, [edition.FindTreatment("mesotherapy")!]));
    }

    [Fact]
    public void The_next_review_is_the_earliest()
    {
        var first = Signed(units => units.Of("prp"), new(2026, 12, 1)).Content;
        var edition = new Edition(
            1, DateTimeOffset.UnixEpoch, first.SignedUntil(new(2026, 6, 1), units => units.Of("prp").Skip(1).Take(1)));

        Assert.Equal(new DateOnly(2026, 6, 1), ReviewSchedule.NextDueOf(edition, edition.Treatments));
        Assert.Null(ReviewSchedule.NextDueOf(edition, [edition.FindTreatment("mesotherapy")!]));
    }

    private static Edition Signed(Func<ReviewUnits, IEnumerable<ReviewUnit>> which, DateOnly until) =>
        new(1, DateTimeOffset.UnixEpoch, SampleClinic.Content.SignedUntil(until, which));

    [Fact]
    public void Sentences_are_split_where_they_end_and_nowhere_else() =>
        Assert.Equal(
            ["About 0.5 ml, e.g. in one spot.", "Is it safe?", "(We do not know.)", "Ask"],
            PlainText.Sentences("About 0.5 ml, e.g. in one spot. **Is it safe?** (We do not know.) Ask"));

    private static OptionHelp HelpOf(string slug)
    {
        var edition = SampleClinic.Edition;
        var choice = ComparisonAddress.Of(edition, [edition.FindTreatment(slug == "no-treatment" ? "prp" : slug)!, edition.Baseline!]);
        return HelpAndUndoing.Of(Comparison.Of(edition, choice)).Single(option => option.Treatment.Slug == slug);
    }
}

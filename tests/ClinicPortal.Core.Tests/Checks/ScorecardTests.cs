using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Tests.Comparing;
using ClinicPortal.Core.Tests.Exchange;
using ClinicPortal.Testing;
using CsCheck;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Checks;

public class ScorecardTests
{
    private static readonly DateOnly Day = new(2026, 11, 27);

    [Fact]
    public void The_standard_has_six_qualifying_six_certifying_and_twenty_three_quality_items()
    {
        var card = Of("mesotherapy", "prp");

        Assert.Equal(Ipdas.Items, card.Items.Select(item => item.Item));
        Assert.Equal(
            (6, 6, 23), (card.In(ItemSet.Qualifying).Count(), card.In(ItemSet.Certifying).Count(), card.In(ItemSet.Quality).Count()));
        Assert.Equal(35, Ipdas.Items.Select(item => item.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("Q1", ItemState.NotMet, "Not yet written: a description of pattern hair loss, cellulite and sunken acne scars.")]
    [InlineData("Q4", ItemState.Met, "Answered for each option: “What do studies show?”")]
    [InlineData("Q6", ItemState.NotMet, "Not yet written: what it means for mood and daily life.")]
    [InlineData("C1", ItemState.NotMet, "Mesotherapy has a figure about its risks but none about its good sides.")]
    [InlineData(
        "C4", ItemState.NotMet, "How pages are renewed is written down, but no next review is set for mesotherapy, PRP and no treatment.")]
    [InlineData(
        "C6", ItemState.NotMet, "Not yet stated by this clinic: who paid for this page, and whether it offers mesotherapy or PRP itself.")]
    [InlineData("L3", ItemState.NotMet, "There are no numbers for mesotherapy.")]
    [InlineData("L5", ItemState.NotMet, "For some of what is reported, nobody knows how often it happens.")]
    [InlineData("L6", ItemState.NotMet, "Fewer than two treatments have numbers, so there is nothing to compare.")]
    [InlineData("L12", ItemState.Unticked, "Only a person can tell, and nobody has confirmed it yet.")]
    [InlineData(
        "L18", ItemState.NotMet,
        "Not yet written: how the studies were chosen for skin rejuvenation, wrinkles from expression, lines and folds at rest, pattern "
            + "hair loss, cellulite, sunken acne scars and dark patches.")]
    [InlineData(
        "L20", ItemState.NotMet,
        "Not yet stated by this clinic: who wrote the answers on mesotherapy, PRP and no treatment. No clinician has reviewed "
            + "all the answers on mesotherapy, PRP and no treatment.")]
    public void The_sample_clinic_is_told_honestly(string id, ItemState state, string reason)
    {
        var item = Of("mesotherapy", "prp").Items.Single(item => item.Item.Id == id);

        Assert.Equal((state, reason), (item.State, item.Reason));
    }

    [Fact]
    public void What_the_sample_lacks_can_be_written_and_then_counts()
    {
        var content = Complete(SampleClinic.Content);
        var card = Scorecard.Of(EditionOf(content), ComparisonOf(EditionOf(content), "mesotherapy", "prp"), Day);

        Assert.Equal("This comparison meets the qualifying items.", card.ClaimOf(ItemSet.Qualifying));
        Assert.True(card.Meets(ItemSet.Qualifying));
        Assert.False(card.Meets(ItemSet.Certifying));
        Assert.Equal(ItemState.Met, card.Items.Single(item => item.Item.Id == "C4").State);
    }

    [Theory]
    [InlineData(CriterionRole.What, "Q3")]
    [InlineData(CriterionRole.Evidence, "Q4")]
    [InlineData(CriterionRole.SeriousRisks, "Q5")]
    [InlineData(CriterionRole.NotSuitable, "Q5")]
    [InlineData(CriterionRole.DailyLife, "Q6")]
    public void One_unanswered_question_of_one_option_ends_the_claim(CriterionRole role, string id)
    {
        var complete = Complete(SampleClinic.Content);
        var content = Without(complete, "prp", complete.Criteria.Single(criterion => criterion.Role == role).Slug);

        var card = Scorecard.Of(EditionOf(content), ComparisonOf(EditionOf(content), "mesotherapy", "prp"), Day);

        Assert.Equal(ItemState.NotMet, card.Items.Single(item => item.Item.Id == id).State);
        Assert.Equal($"This comparison does not meet all qualifying items: {id} is not met yet.", card.ClaimOf(ItemSet.Qualifying));
    }

    [Fact]
    public void What_the_clinic_states_is_met_and_said_of_whom_it_stands()
    {
        var card = Of(Stated(SampleClinic.Content));

        Assert.Equal(
            (ItemState.Met, "The clinic says who paid for this page, and whether it offers each option itself."), Found(card, "C6"));
        Assert.Equal(ItemState.Met, Found(card, "L18").State);
        Assert.Equal(
            (ItemState.Met, "The writer and the reviewer of each option are named, with role and registration."), Found(card, "L20"));
    }

    [Fact]
    public void Funding_alone_or_the_offers_alone_state_only_half()
    {
        var whole = Stated(SampleClinic.Content);

        Assert.Equal(
            (ItemState.NotMet, "Not yet stated by this clinic: who paid for this page."),
            Found(Of(whole with { Clinic = whole.Clinic with { Funding = null } }), "C6"));
        Assert.Equal(
            (ItemState.NotMet, "Not yet stated by this clinic: whether it offers PRP itself."),
            Found(Of(With(whole, "prp", prp => prp with { Offered = null })), "C6"));
        Assert.Equal(ItemState.Met, Found(Of(With(whole, "no-treatment", nothing => nothing with { Offered = null })), "C6").State);
        Assert.Equal(ItemState.Met, Found(Of(With(whole, "laser-fractional", laser => laser with { Offered = null })), "C6").State);
    }

    [Fact]
    public void One_concern_without_a_word_on_its_studies_is_named()
    {
        var whole = Stated(SampleClinic.Content);

        var card = Of(
            whole with
            {
                Concerns =
                    [.. whole.Concerns.Select(concern => concern.Slug == "hair-loss" ? concern with { EvidenceChosen = null } : concern)],
            });

        Assert.Equal((ItemState.NotMet, "Not yet written: how the studies were chosen for pattern hair loss."), Found(card, "L18"));
    }

    [Theory]
    [InlineData("no author", "Not yet stated by this clinic: who wrote the answers on PRP.")]
    [InlineData("one answer without a review", "No clinician has reviewed all the answers on PRP.")]
    [InlineData("author without registration", "A name is given without a registration for PRP.")]
    [InlineData("author whom nobody knows", "Not yet stated by this clinic: who wrote the answers on PRP.")]
    public void A_writer_or_a_reviewer_alone_is_not_enough(string lacking, string reason)
    {
        var content = With(Stated(SampleClinic.Content), "prp", prp => lacking switch
        {
            "no author" => prp with { Author = null },
            "one answer without a review" => prp with { Answers = [prp.Answers[0] with { Review = null }, .. prp.Answers.Skip(1)] },
            "author without registration" => prp with { Author = "unregistered" },
            _ => prp with { Author = "nobody" },
        });

        Assert.Equal((ItemState.NotMet, reason), Found(Of(content), "L20"));
    }

    [Fact]
    public void A_set_is_claimed_only_where_every_item_of_it_is_met() =>
        Assert.All(
            EveryComparison.All.Select(comparison => Scorecard.Of(SampleClinic.Edition, comparison, Day))
                .Append(
                    Scorecard.Of(
                        EditionOf(Complete(SampleClinic.Content)),
                        ComparisonOf(EditionOf(Complete(SampleClinic.Content)), "mesotherapy", "prp"), Day)),
            AssertClaims);

    [Fact]
    public void No_catalogue_is_too_odd_for_a_scorecard() =>
        RandomCatalogue.Catalogue.Sample(content =>
        {
            var edition = new Edition(1, DateTimeOffset.UnixEpoch, content);
            foreach (var comparison in EveryComparison.Of(edition))
                AssertClaims(Scorecard.Of(edition, comparison, Day));
        }, iter: 300);

    [Fact]
    public void Removing_an_answer_never_meets_an_item()
    {
        var complete = Complete(SampleClinic.Content);
        var slugs = complete.Treatments.Select(treatment => treatment.Slug).ToList();
        var criteria = complete.Criteria.Select(criterion => criterion.Slug).ToList();
        var pairs = Gen.Int[0, slugs.Count - 1].Array[2].Where(pair => pair[0] != pair[1]);
        var question = Gen.Int[0, criteria.Count - 1];
        Gen.Select(pairs, question.Array[0, 12], question, Gen.Bool).Sample((pair, gaps, removed, first) =>
        {
            var before = gaps.Aggregate(complete, (content, gap) => Without(content, slugs[pair[gap % 2]], criteria[gap]));
            var after = Without(before, slugs[pair[first ? 0 : 1]], criteria[removed]);
            var (had, has) = (CardOf(before, slugs[pair[0]], slugs[pair[1]]), CardOf(after, slugs[pair[0]], slugs[pair[1]]));
            return had.Items.Zip(has.Items).All(items => items.First.State == ItemState.Met || items.Second.State != ItemState.Met);
        }, iter: 300);
    }

    [Fact]
    public void Every_sentence_of_the_sample_reads_well()
    {
        var cards = EveryComparison.All.Select(comparison => Scorecard.Of(SampleClinic.Edition, comparison, Day)).ToList();

        cards.AddRange(
            EveryComparison.Of(EditionOf(Stated(SampleClinic.Content)))
                .Select(comparison => Scorecard.Of(EditionOf(Stated(SampleClinic.Content)), comparison, Day)));

        Assert.All(cards.SelectMany(card => card.Items).Select(item => item.Reason).Distinct(), EveryComparison.AssertReadsWell);
        Assert.All(
            cards.SelectMany(card => Enum.GetValues<ItemSet>().Select(card.ClaimOf).Append(card.Summary)).Distinct(),
            EveryComparison.AssertReadsWell);
    }

    /// <summary>
    /// Eight words, fifteen syllables, two long words: 0.39 x 8 + 11.8 x 15 / 8 - 15.59 = 9.66, and 1.043 x the root of
    /// 60 + 3.1291 = 11.21.
    /// </summary>
    [Theory]
    [InlineData(30, "11.2 by SMOG", "30 sentences")]
    [InlineData(29, "none by SMOG, which needs 30 sentences", "29 sentences")]
    [InlineData(1, "none by SMOG, which needs 30 sentences", "1 sentence")]
    public void How_easy_a_page_is_to_read_is_reported(int sentences, string smog, string counted)
    {
        var text = string.Join(' ', Enumerable.Repeat("Usually the doctor injects it on two occasions.", sentences));
        var card = CardOf(Saying(text), "mesotherapy", "prp");

        Assert.Equal(
            (ItemState.Met,
                $"Reading level in US school grades (grade 6 is age 11 to 12): 9.7 by the Flesch-Kincaid formula, {smog}. The clinic's own "
                    + $"text has {counted}, with 8.0 words in each on average."),
            Found(card, "L21"));
    }

    [Fact]
    public void A_page_without_a_sentence_has_no_reading_grade() =>
        Assert.Equal((ItemState.NotMet, "There is no sentence to measure yet."), Found(CardOf(Saying(""), "mesotherapy", "prp"), "L21"));

    // The sample clinic with one answer, and no other text of its own.
    private static ClinicContent Saying(string text) => SampleClinic.Content with
    {
        Concerns = [.. SampleClinic.Content.Concerns.Select(concern => concern with { IfNothingIsDone = null })],
        Contrasts = [],
        Treatments =
        [
            .. SampleClinic.Content.Treatments.Select(treatment => treatment with
            {
                Answers = treatment.Slug == "prp" && text.Length > 0 ? [Prose("what", text)] : [],
                Concerns = [.. treatment.Concerns.Select(evidence => evidence with { Note = null })],
            }),
        ],
    };

    private static void AssertClaims(Scorecard card)
    {
        Assert.Equal(35, card.Items.Count);
        foreach (var set in Enum.GetValues<ItemSet>())
        {
            var open = card.In(set).Where(item => item.State != ItemState.Met).ToList();
            Assert.Equal(open.Count == 0, card.Meets(set));
            Assert.Equal(open.Count == 0, card.ClaimOf(set).StartsWith("This comparison meets", StringComparison.Ordinal));
            Assert.All(open, item => Assert.Contains($"{item.Item.Id}", card.ClaimOf(set), StringComparison.Ordinal));
        }
        Assert.All(card.Items, item => Assert.NotEqual("", item.Reason));
    }

    /// <summary>The sample with what the six qualifying items miss, in words that say nothing.</summary>
    private static ClinicContent Complete(ClinicContent content) => (content with
    {
        Criteria = [.. content.Criteria, Criterion("mood", ValueKind.Prose, content.Groups[0].Slug, role: CriterionRole.DailyLife)],
        Concerns = [.. content.Concerns.Select(concern => concern with { Summary = concern.Summary ?? Text("A description.") })],
        Treatments = [.. content.Treatments.Select(treatment => treatment with
        {
            Answers = [.. treatment.Answers, Prose("mood", "An answer.")],
        })],
    }).SignedUntil(new(2027, 1, 1));

    /// <summary>The sample with what a clinic can state, in words that say nothing.</summary>
    private static ClinicContent Stated(ClinicContent content) => (content with
    {
        Clinic = content.Clinic with { Funding = Text("Who paid.") },
        Clinicians =
        [
            new() { Slug = "writer", Name = "Example Writer", Role = Text("Nurse"), Registration = "EX 1" },
            new() { Slug = "unregistered", Name = "Example Helper", Role = Text("Helper") },
        ],
        Concerns = [.. content.Concerns.Select(concern => concern with { EvidenceChosen = Text("How they were chosen.") })],
        Treatments = [.. content.Treatments.Select(treatment => treatment with
        {
            Offered = treatment.Slug == "prp",
            Author = "writer",
        })],
    }).SignedUntil(new(2027, 1, 1));

    private static ClinicContent With(ClinicContent content, string slug, Func<TreatmentEntry, TreatmentEntry> change) =>
        content with { Treatments = [.. content.Treatments.Select(treatment => treatment.Slug == slug ? change(treatment) : treatment)] };

    private static (ItemState State, string Reason) Found(Scorecard card, string id) =>
        card.Items.Where(item => item.Item.Id == id).Select(item => (item.State, item.Reason)).Single();

    private static Scorecard Of(ClinicContent content) => CardOf(content, "mesotherapy", "prp");

    private static ClinicContent Without(ClinicContent content, string treatment, string criterion) => content with
    {
        Treatments = [
            .. content.Treatments.Select(entry =>
                entry.Slug == treatment
                    ? entry with { Answers = [.. entry.Answers.Where(answer => answer.Criterion != criterion)] }
                    : entry)],
    };

    private static Scorecard CardOf(ClinicContent content, params string[] slugs) =>
        Scorecard.Of(EditionOf(content), ComparisonOf(EditionOf(content), slugs), Day);

    private static Scorecard Of(params string[] slugs) =>
        Scorecard.Of(SampleClinic.Edition, ComparisonOf(SampleClinic.Edition, slugs), Day);

    private static Edition EditionOf(ClinicContent content) => new(1, new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), content);

    private static Comparison ComparisonOf(Edition edition, params string[] slugs) =>
        Comparison.Of(edition, ComparisonAddress.Of(edition, slugs.Select(slug => edition.FindTreatment(slug)!)));
}

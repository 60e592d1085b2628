using System.Text.Json;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Deciding;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Searching;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Editions;

public class HeldEditionTests
{
    /// <summary>Stands in every text of what is held, and nowhere else.</summary>
    private const string Secret = "Quxbaz";

    private const string Risks = "treatments/prp/answers/serious-risks";

    private static LocalText Marked { get; } = LocalText.English($"{Secret} 4711.");

    [Fact]
    public void No_text_of_any_held_answer_is_left_in_the_edition_nor_of_what_stands_with_it()
    {
        var content = SampleClinic.Content;
        foreach (var treatment in content.Treatments)
            foreach (var answer in treatment.Answers)
            {
                var path = $"treatments/{treatment.Slug}/answers/{answer.Criterion}";
                var marked = Edition(WithSecret(content, treatment.Slug, answer.Criterion));
                Assert.Contains(Secret, Json(marked), StringComparison.Ordinal);

                var held = HeldEdition.With(On(path), marked);

                Assert.True(!Json(held).Contains(Secret, StringComparison.Ordinal), path);
                var left = held.FindAnswer(treatment.Slug, answer.Criterion)!;
                Assert.True(left is { IsWithheld: true, Value: null, GetHelp: null, Conditions: [], Sources: [] }, path);
            }
    }

    [Fact]
    public void No_text_of_a_held_treatment_is_left_but_its_names()
    {
        var content = SampleClinic.Content;
        foreach (var slug in content.Treatments.Select(treatment => treatment.Slug))
        {
            var marked = Edition(content.Treatments.Single(one => one.Slug == slug).Answers.Aggregate(
                content with
                {
                    Treatments = [.. content.Treatments.Select(one => one.Slug != slug ? one : one with
                    {
                        Summary = Marked,
                        PrescriptionNote = Marked,
                        OtherNames = [Marked],
                        SearchNames = [Marked],
                        Concerns = [.. one.Concerns.Select(evidence => evidence with { Note = Marked, Comparator = Marked })],
                    })],
                },
                (marked, answer) => WithSecret(marked, slug, answer.Criterion)));

            var held = HeldEdition.With(On($"treatments/{slug}"), marked);

            Assert.True(!Json(held).Contains(Secret, StringComparison.Ordinal), slug);
            Assert.DoesNotContain(slug, held.Treatments.Select(treatment => treatment.Slug));
            Assert.DoesNotContain(slug, held.Content.Contrasts.SelectMany(contrast => contrast.Between));
            Assert.DoesNotContain(slug, held.Content.Numbers.SelectMany(number => number.Places).Select(place => place.Treatment));
            Assert.DoesNotContain(slug, held.Clinic.CommonComparisons.SelectMany(slugs => slugs));
            Assert.Equal(content.Treatments.Single(one => one.Slug == slug).Name, held.FindTreatment(slug)!.Name);
        }
    }

    [Fact]
    public void No_text_of_held_evidence_is_left()
    {
        foreach (var treatment in SampleClinic.Content.Treatments)
            foreach (var concern in treatment.Concerns.Select(evidence => evidence.Concern))
            {
                var marked = Edition(SampleClinic.Content with
                {
                    Treatments = [.. SampleClinic.Content.Treatments.Select(one => one != treatment ? one : one with
                    {
                        Concerns = [.. one.Concerns.Select(evidence => evidence.Concern != concern ? evidence : evidence with
                        {
                            Note = Marked,
                            Comparator = Marked,
                        })],
                    })],
                });

                var held = HeldEdition.With(On($"treatments/{treatment.Slug}/concerns/{concern}"), marked);

                Assert.DoesNotContain(Secret, Json(held), StringComparison.Ordinal);
                var left = held.FindEvidence(treatment.Slug, concern)!;
                Assert.True(left is { IsWithheld: true, Certainty: null, Direction: null, Sources: [] });
                Assert.Equal("Withheld: ask before you decide", EvidencePhrase.Of(left));
            }
    }

    [Fact]
    public void Held_serious_risks_say_what_to_do_and_take_the_verdicts_of_that_treatment_along()
    {
        var held = HeldEdition.With(On(Risks, "Call us."), ExampleEdition.Edition);

        Assert.Equal("Withheld: ask before you decide. Call us.", held.FindAnswer("prp", "serious-risks")!.Text!.ToString());
        Assert.Equal("Withheld: ask before you decide", Brief.Of(held.FindCriterion(CriterionRole.SeriousRisks)!,
            held.FindAnswer("prp", "serious-risks")));
        Assert.Equal("Withheld: ask before you decide.", held.FindAnswer("prp", "evidence")!.Text!.ToString());
        Assert.All(held.FindTreatment("prp")!.Concerns, evidence =>
            Assert.Equal(
                ("Withheld: ask before you decide", "Withheld"),
                (EvidencePhrase.VerdictOf(evidence), EvidencePhrase.ShortOf(evidence))));
        Assert.Empty(held.NumbersAt("prp", "serious-risks"));
        Assert.Null(held.FindContrast("mesotherapy", "prp")!.ClinicsSay);
        // Whatever is said of other treatments and other questions stands.
        Assert.Equal(ExampleEdition.Treatment("mesotherapy"), held.FindTreatment("mesotherapy"));
        Assert.Equal(ExampleEdition.Edition.FindAnswer("prp", "pain"), held.FindAnswer("prp", "pain"));
        Assert.Single(held.FindContrast("mesotherapy", "prp")!.Passages);
    }

    [Fact]
    public void Every_line_of_a_comparison_that_judges_the_treatment_says_withheld()
    {
        var held = HeldEdition.With(On(Risks), ExampleEdition.Edition);
        var comparison = Comparison.Of(held, ComparisonAddress.Of(
            held, [held.FindTreatment("prp")!, held.FindTreatment("mesotherapy")!]));
        var inView = Comparison.Of(held, comparison.Address with { Concern = held.FindConcern("hair-loss") });

        Assert.Equal(
            ["Withheld: ask before you decide", "Withheld: ask before you decide"],
            new[] { comparison, inView }.Select(one => one.BriefOf(one.FindRow(CriterionRole.Evidence)!)).Select(row =>
                row.Briefs[comparison.Options.ToList().FindIndex(option => option.Slug == "prp")]));
        Assert.Equal(Agreement.PartlyUnknown, comparison.FindRow(CriterionRole.SeriousRisks)!.Agreement);
        Assert.Contains(
            Unknowns.Of(comparison).Single(one => one.Treatment.Slug == "prp").Items,
            unknown => unknown is { Kind: UnknownKind.Withheld, Anchor: "serious-risks" });
        Assert.Contains("is withheld for PRP", QuestionsToAsk.Of(comparison.FindRow(CriterionRole.SeriousRisks)!));
    }

    [Fact]
    public void A_comparison_does_not_get_a_better_score_by_hiding_its_risks()
    {
        var held = HeldEdition.With(On(Risks), ExampleEdition.Edition);
        var (before, after) = (ScoreOf(ExampleEdition.Edition), ScoreOf(held));

        Assert.All(after, item => Assert.True(
            item.State != ItemState.Met || before.Single(one => one.Item == item.Item).State == ItemState.Met, item.Item.Id));
        Assert.Contains(after, item => item.Reason.Contains(
            "Not answered for PRP and no treatment: “What about serious-risks?”", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, "Withheld for now: ask the clinic. It is being checked.")]
    [InlineData(true, "Withdrawn by the clinic: ask before you decide. It is being checked.")]
    public void Another_held_answer_says_whom_to_ask(bool forGood, string words) => Assert.Equal(
        words,
        HeldEdition.With(On("treatments/prp/answers/onset", "It is being checked.", forGood), ExampleEdition.Edition)
            .FindAnswer("prp", "onset")!.Text!.ToString());

    [Fact]
    public void A_passage_that_stands_with_a_held_answer_goes_and_with_its_last_one_the_contrast()
    {
        Assert.NotNull(ExampleEdition.Edition.FindContrast("mesotherapy", "prp"));

        Assert.Null(HeldEdition.With(On("treatments/mesotherapy/answers/process"), ExampleEdition.Edition)
            .FindContrast("mesotherapy", "prp"));
    }

    [Fact]
    public void Search_finds_a_held_treatment_by_no_name()
    {
        var held = HeldEdition.With(On("treatments/prp"), ExampleEdition.Edition);

        foreach (var name in new[] { "prp", "platelet rich plasma", "plasma", "serious-risks" })
            Assert.DoesNotContain(
                SearchIndex.Build(held, KnownMarkets.None).Find(name), hit => hit.Slug == "prp");
    }

    [Fact]
    public void The_address_of_a_held_treatment_and_of_a_comparison_with_it_tells_that_it_is_held()
    {
        var held = HeldEdition.With(On("treatments/prp", "Recalled.", forGood: true), ExampleEdition.Edition);

        var alone = Assert.IsType<SlugLookup<TreatmentEntry>.Archived>(SlugLookup.Treatment(held, "platelet-rich-plasma"));
        var compared = Assert.IsType<AddressOutcome.Archived>(ComparisonAddress.Parse(held, "mesotherapy-vs-prp"));

        Assert.Equal(new Withholding("Recalled.", ForGood: true), alone.Entry.Withheld);
        Assert.Equal(new Withholding("Recalled.", ForGood: true), compared.Treatment.Withheld);
        Assert.Equal(["mesotherapy"], compared.Others.Select(other => other.Slug));
    }

    [Fact]
    public void A_hold_follows_a_treatment_to_its_new_name_and_back_into_editions_that_have_its_old_one()
    {
        // Placed when it was called "prp", read when it is called "plasma".
        var later = ExampleEdition.With(content => content with
        {
            Treatments =
            [
                .. content.Treatments.Select(one => one.Slug != "prp" ? one : one with { Slug = "plasma", FormerSlugs = ["prp"] }),
            ],
            Contrasts = [],
            Numbers = [],
        });
        Assert.True(HeldEdition.With(On(Risks), later).FindAnswer("plasma", "serious-risks")!.IsWithheld);

        // Placed when it was called "plasma" and had been "prp", read in an edition of before.
        var hold = new Hold(["treatments/plasma/answers/onset", "treatments/prp/answers/onset"], null, false);
        Assert.True(HeldEdition.With(new(1, [hold]), ExampleEdition.Edition).FindAnswer("prp", "onset")!.IsWithheld);
    }

    [Fact]
    public void What_is_withdrawn_stays_so_beside_a_hold_for_now() => Assert.True(
        HeldEdition.With(
            new(2, [new(["treatments/prp"], "For now.", false), new(["treatments/prp"], "For good.", true)]),
            ExampleEdition.Edition).FindTreatment("prp")!.Withheld!.ForGood);

    [Fact]
    public void An_edition_without_anything_held_is_left_as_it_is()
    {
        Assert.Same(ExampleEdition.Edition, HeldEdition.With(HoldsInForce.None, ExampleEdition.Edition));
        Assert.Same(ExampleEdition.Edition, HeldEdition.With(On("treatments/unheard-of"), ExampleEdition.Edition));
    }

    private static HoldsInForce On(string path, string? words = null, bool forGood = false) => new(1, [new([path], words, forGood)]);

    private static Edition Edition(ClinicContent content) => new(1, DateTimeOffset.UnixEpoch, content);

    private static string Json(Edition edition) => JsonSerializer.Serialize(edition.Content, ContentJson.Options);

    private static IReadOnlyList<ScorecardItem> ScoreOf(Edition edition)
    {
        var address = ComparisonAddress.Of(edition, [edition.FindTreatment("prp")!, edition.FindTreatment("mesotherapy")!]);
        return Scorecard.Of(edition, Comparison.Of(edition, address), new(2026, 11, 27)).Items;
    }

    private static ClinicContent WithSecret(ClinicContent content, string treatment, string criterion) => content with
    {
        Treatments = [.. content.Treatments.Select(one => one.Slug != treatment ? one : one with
        {
            Answers = [.. one.Answers.Select(answer => answer.Criterion != criterion ? answer : answer with
            {
                Text = Marked,
                Brief = Marked,
                GetHelp = Marked,
                Value = new() { Parts = [new() { Min = 1, Max = 2, Label = Marked, Note = Marked }] },
            })],
        })],
        Contrasts = [.. content.Contrasts.Select(one => !one.Between.Contains(treatment) ? one : one with
        {
            ClinicsSay = Marked,
            Passages = [.. one.Passages.Select(passage =>
                passage.Criteria.All(place => place.Criterion != criterion) ? passage : passage with { Heading = Marked, Text = Marked })],
        })],
        Numbers = [.. content.Numbers.Select(one => one.Places.Contains(new() { Treatment = treatment, Criterion = criterion })
            ? one with { Outcome = Marked, Group = Marked }
            : one)],
    };
}

using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Testing;
using CsCheck;

namespace ClinicPortal.Core.Tests.Comparing;

public class ComparisonChoiceTests
{
    private static readonly Edition Edition = ExampleEdition.Edition;

    private static readonly string[] Spellings =
    [
        "prp", "PRP", "platelet-rich-plasma", "mesotherapy", "no-treatment", "microneedling", "laser-fractional", "x", "carbon-facial", "",
    ];

    private static readonly Gen<TreatmentEntry[]> AnyTreatments =
        Gen.Shuffle(Edition.Treatments.ToArray()).SelectMany(all => Gen.Int[2, 4].Select(count => all[..count]));

    [Fact]
    public void The_canonical_address_leads_to_the_comparison()
    {
        var outcome = ComparisonChoice.Parse(Edition, "mesotherapy-vs-prp");

        var choice = Assert.IsType<ChoiceOutcome.Chosen>(outcome).Choice;
        Assert.Equal(["mesotherapy", "prp"], choice.Treatments.Select(treatment => treatment.Slug));
        Assert.Equal("/compare/mesotherapy-vs-prp", choice.Address);
        Assert.False(choice.WithoutBaseline);
    }

    [Theory]
    [InlineData("prp-vs-mesotherapy", null, "/compare/mesotherapy-vs-prp")]
    [InlineData("Mesotherapy-VS-PRP", null, "/compare/mesotherapy-vs-prp")]
    [InlineData("mesotherapy-vs-platelet-rich-plasma", null, "/compare/mesotherapy-vs-prp")]
    [InlineData("mesotherapy-vs-prp-vs-", null, "/compare/mesotherapy-vs-prp")]
    [InlineData("prp-vs-mesotherapy", "no-treatment", "/compare/mesotherapy-vs-prp?without=no-treatment")]
    [InlineData("mesotherapy-vs-prp", "No-Treatment", "/compare/mesotherapy-vs-prp?without=no-treatment")]
    [InlineData("mesotherapy-vs-prp", "", "/compare/mesotherapy-vs-prp")]
    [InlineData("mesotherapy-vs-prp", "mesotherapy", "/compare/mesotherapy-vs-prp")]
    [InlineData("mesotherapy-vs-no-treatment-vs-prp", null, "/compare/mesotherapy-vs-prp")]
    [InlineData("mesotherapy-vs-prp-vs-no-treatment", "no-treatment", "/compare/mesotherapy-vs-prp?without=no-treatment")]
    [InlineData("no-treatment-vs-mesotherapy-vs-prp-vs-no-treatment", null, "/compare/mesotherapy-vs-prp")]
    [InlineData("no-treatment-vs-prp", null, "/compare/prp-vs-no-treatment")]
    [InlineData("prp-vs-no-treatment", "no-treatment", "/compare/prp-vs-no-treatment")]
    public void Every_other_spelling_of_a_comparison_moves_to_its_one_address(string options, string? without, string address) =>
        Assert.Equal(new ChoiceOutcome.Moved(address), ComparisonChoice.Parse(Edition, options, without));

    [Fact]
    public void No_treatment_may_be_one_of_two_and_then_it_is_the_last_option()
    {
        var choice = Chosen("prp-vs-no-treatment");

        Assert.True(choice.ChoosesBaseline);
        Assert.Equal(["prp", "no-treatment"], choice.Treatments.Select(treatment => treatment.Slug));
    }

    [Fact]
    public void No_treatment_does_not_count_among_four()
    {
        var outcome = ComparisonChoice.Parse(Edition, "laser-fractional-vs-mesotherapy-vs-microneedling-vs-no-treatment-vs-prp");

        Assert.Equal(new ChoiceOutcome.Moved("/compare/laser-fractional-vs-mesotherapy-vs-microneedling-vs-prp"), outcome);
    }

    [Fact]
    public void A_reader_can_hide_no_treatment()
    {
        var choice = Chosen("mesotherapy-vs-prp", "no-treatment");

        Assert.True(choice.WithoutBaseline);
        Assert.Equal("/compare/mesotherapy-vs-prp", choice.Path);
        Assert.Equal("/compare/mesotherapy-vs-prp?without=no-treatment", choice.Address);
    }

    [Fact]
    public void Unknown_names_are_told_with_the_treatments_that_are_known()
    {
        var unknown = Assert.IsType<ChoiceOutcome.Unknown>(ComparisonChoice.Parse(Edition, "mezoterapi-vs-prp-vs-x-vs-x"));

        Assert.Equal(["mezoterapi", "x"], unknown.UnknownSlugs);
        Assert.Equal(["prp"], unknown.Known.Select(treatment => treatment.Slug));
    }

    [Theory]
    [InlineData("carbon-facial-vs-prp")]
    [InlineData("prp-vs-hollywood-peel")]
    public void An_archived_treatment_offers_its_replacement_and_is_not_compared(string options)
    {
        var archived = Assert.IsType<ChoiceOutcome.Archived>(ComparisonChoice.Parse(Edition, options));

        Assert.Equal("carbon-facial", archived.Treatment.Slug);
        Assert.Equal("laser-fractional", archived.ReplacedBy?.Slug);
        Assert.Equal(["prp"], archived.Others.Select(treatment => treatment.Slug));
    }

    [Theory]
    [InlineData("prp-vs-prp", "prp", "")]
    [InlineData("prp-vs-mesotherapy-vs-platelet-rich-plasma", "prp", "mesotherapy")]
    [InlineData("no-treatment-vs-no-treatment-vs-prp", "no-treatment", "prp")]
    public void A_treatment_named_twice_is_named_back(string options, string twice, string others)
    {
        var outcome = Assert.IsType<ChoiceOutcome.Twice>(ComparisonChoice.Parse(Edition, options));

        Assert.Equal(twice, outcome.Treatment.Slug);
        Assert.Equal(others, string.Join(' ', outcome.Others.Select(treatment => treatment.Slug)));
    }

    [Theory]
    [InlineData("prp", "prp")]
    [InlineData("no-treatment", "no-treatment")]
    [InlineData("", "")]
    [InlineData("-vs-", "")]
    public void One_treatment_is_too_few(string options, string known) =>
        Assert.Equal(known, string.Join(' ', TooFew(options).Known.Select(treatment => treatment.Slug)));

    [Fact]
    public void Five_treatments_are_too_many()
    {
        var edition = SyntheticClinic.Edition(treatments: 5);

        var outcome = ComparisonChoice.Parse(edition, string.Join("-vs-", Enumerable.Range(0, 5).Select(SyntheticClinic.SlugOf)));

        Assert.Equal(5, Assert.IsType<ChoiceOutcome.TooMany>(outcome).Treatments.Count);
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("../../etc/passwd")]
    [InlineData("prp vs mesotherapy")]
    [InlineData("\ud800-vs-İ")]
    public void Nonsense_is_unknown_and_no_error(string options) =>
        Assert.IsType<ChoiceOutcome.Unknown>(ComparisonChoice.Parse(Edition, options));

    [Fact]
    public void Without_a_described_baseline_nothing_can_be_hidden()
    {
        var edition = ExampleEdition.With(content =>
            content with { Treatments = [.. content.Treatments.Where(treatment => !treatment.Baseline)] });

        Assert.Equal(
            new ChoiceOutcome.Moved("/compare/mesotherapy-vs-prp"), ComparisonChoice.Parse(edition, "mesotherapy-vs-prp", "no-treatment"));
        Assert.IsType<ChoiceOutcome.Chosen>(ComparisonChoice.Parse(edition, "mesotherapy-vs-prp"));
    }

    [Fact]
    public void The_title_names_the_treatments_as_people_say_them() =>
        Assert.Equal("Fractional laser, mesotherapy and PRP compared", Chosen("laser-fractional-vs-mesotherapy-vs-prp").Title);

    [Fact]
    public void However_treatments_are_ordered_they_have_one_address() =>
        AnyTreatments.SelectMany(chosen => Gen.Shuffle(chosen).Select(shuffled => (chosen, shuffled))).Sample((chosen, shuffled) =>
            ComparisonChoice.Of(Edition, chosen).Address == ComparisonChoice.Of(Edition, shuffled).Address);

    [Fact]
    public void The_address_of_a_choice_leads_back_to_it_and_nowhere_else() =>
        Gen.Select(AnyTreatments, Gen.Bool).Sample((chosen, withoutBaseline) =>
        {
            var choice = ComparisonChoice.Of(Edition, chosen, withoutBaseline);

            var parts = choice.Address["/compare/".Length..].Split("?without=");
            return ComparisonChoice.Parse(Edition, parts[0], parts.ElementAtOrDefault(1)) is ChoiceOutcome.Chosen again
                && again.Choice.Equals(choice);
        });

    [Fact]
    public void Whatever_is_asked_a_move_ends_at_a_comparison_after_one_step() =>
        Gen.Int[0, Spellings.Length - 1].Select(i => Spellings[i]).Array[0, 6].Sample(slugs =>
        {
            if (ComparisonChoice.Parse(Edition, string.Join("-vs-", slugs), "no-treatment") is not ChoiceOutcome.Moved moved)
                return true;

            var parts = moved.Address["/compare/".Length..].Split("?without=");
            return ComparisonChoice.Parse(Edition, parts[0], parts.ElementAtOrDefault(1)) is ChoiceOutcome.Chosen;
        });

    private static ChoiceOutcome.TooFew TooFew(string options) =>
        Assert.IsType<ChoiceOutcome.TooFew>(ComparisonChoice.Parse(Edition, options));

    private static ComparisonChoice Chosen(string options, string? without = null) =>
        Assert.IsType<ChoiceOutcome.Chosen>(ComparisonChoice.Parse(Edition, options, without)).Choice;
}

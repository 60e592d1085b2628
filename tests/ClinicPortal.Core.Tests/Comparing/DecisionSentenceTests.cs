using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Comparing;

public class DecisionSentenceTests
{
    [Theory]
    [InlineData("mesotherapy prp", false,
        "You are choosing between mesotherapy, PRP and having no treatment for skin rejuvenation or hair loss.")]
    [InlineData("mesotherapy prp", true,
        "You are choosing between mesotherapy and PRP for skin rejuvenation or hair loss.")]
    [InlineData("mesotherapy prp microneedling", true,
        "You are choosing between mesotherapy, microneedling and PRP for skin rejuvenation.")]
    [InlineData("prp no-treatment", false,
        "You are choosing between PRP and having no treatment for skin rejuvenation or hair loss.")]
    [InlineData("prp laser-fractional", false,
        "You are choosing between fractional laser, PRP and having no treatment. "
        + "Clinics do not usually offer the two treatments for the same concern.")]
    [InlineData("prp laser-fractional mesotherapy", true,
        "You are choosing between fractional laser, mesotherapy and PRP. "
        + "Clinics do not usually offer all three for the same concern.")]
    [InlineData("prp laser-fractional mesotherapy microneedling", true,
        "You are choosing between fractional laser, mesotherapy, microneedling and PRP. "
        + "Clinics do not usually offer all four for the same concern.")]
    public void The_decision_reads_as_if_written_by_hand(string slugs, bool withoutBaseline, string sentence) =>
        Assert.Equal(sentence, Decision(ExampleEdition.Of(Written), slugs, withoutBaseline));

    [Fact]
    public void What_nobody_has_written_is_not_called_unusual()
    {
        var unwritten = ExampleEdition.Of(Written with
        {
            Treatments = [.. Written.Treatments.Select(one => one.Slug == "laser-fractional" ? one with { Concerns = [] } : one)],
        });

        Assert.Equal(
            "You are choosing between fractional laser, PRP and having no treatment.", Decision(unwritten, "prp laser-fractional"));
    }

    [Fact]
    public void Of_many_shared_concerns_those_are_named_about_which_most_is_known()
    {
        var edition = Offering(
            ("lines", Certainty.VeryLow), ("spots", Certainty.VeryLow), ("veins", Certainty.High), ("scars", Certainty.VeryLow),
            ("bags", Certainty.Low));

        Assert.EndsWith("for concerns such as veins, bags or lines.", Decision(edition, "a b"));
    }

    [Fact]
    public void Nobody_is_offered_to_do_nothing_about_a_wound()
    {
        var edition = Offering(("lines", Certainty.Low), ("wounds", Certainty.Low));
        var medical = ExampleEdition.Of(edition.Content with
        {
            Concerns = [.. edition.Content.Concerns.Select(concern => concern with { NeedsMedicalCare = concern.Slug == "wounds" })],
        });
        var onlyWounds = ExampleEdition.Of(medical.Content with
        {
            Concerns = [.. medical.Content.Concerns.Where(concern => concern.NeedsMedicalCare)],
        });

        Assert.Equal("You are choosing between a and b for lines.", Decision(medical, "a b"));
        Assert.Equal("You are choosing between a and b.", Decision(onlyWounds, "a b"));
    }

    [Theory]
    [InlineData("PRP", "PRP")]
    [InlineData("HA filler", "HA filler")]
    [InlineData("CO2 laser", "CO2 laser")]
    [InlineData("Fractional CO2 laser", "fractional CO2 laser")]
    [InlineData("Mesotherapy", "mesotherapy")]
    [InlineData("iPRF", "iPRF")]
    [InlineData("Çelik", "çelik")]
    [InlineData("", "")]
    public void A_name_inside_a_sentence_loses_its_capital_unless_it_is_an_acronym(string name, string inSentence) =>
        Assert.Equal(inSentence, RunningText.StartLowerCase(name));

    [Fact]
    public void A_long_name_is_called_by_what_stands_before_its_explanation() =>
        Assert.Equal("dark patches", RunningText.NameOf(new ConcernEntry { Slug = "x", Name = Text("Dark patches: melasma, marks") }));

    // Of every treatment and every concern it is said whether the one is offered for the other.
    private static ClinicContent Written { get; } = ExampleEdition.Edition.Content with
    {
        Treatments =
        [
            .. ExampleEdition.Edition.Content.Treatments.Select(treatment => treatment with
            {
                Concerns =
                [
                    .. treatment.Concerns,
                    .. ExampleEdition.Edition.Content.Concerns.Select(concern => concern.Slug)
                        .Except(treatment.Concerns.Select(one => one.Concern))
                        .Select(concern => new ConcernEvidenceEntry { Concern = concern, Offer = ConcernOffer.NotUsual }),
                ],
            }),
        ],
    };

    private static Edition Offering(params (string Concern, Certainty Certainty)[] concerns)
    {
        var evidence = concerns.Select(concern => Evidence(concern.Concern, concern.Certainty)).ToArray();
        return ExampleEdition.With(content => content with
        {
            Concerns = [.. concerns.Select(concern => new ConcernEntry { Slug = concern.Concern, Name = Text(concern.Concern) })],
            Treatments = [.. new[] { "a", "b" }.Select(slug =>
                new TreatmentEntry { Slug = slug, Name = Text(slug), Summary = Text(slug), Concerns = evidence })],
            Contrasts = [],
            Numbers = [],
        });
    }

    private static string Decision(Edition edition, string slugs, bool withoutBaseline = false)
    {
        var treatments = slugs.Split(' ').Select(slug => edition.FindTreatment(slug)!);
        return Comparison.Of(edition, ComparisonAddress.Of(edition, treatments) with { WithoutBaseline = withoutBaseline }).Decision;
    }
}

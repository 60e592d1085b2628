using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Tests.Catalogue;

public class EvidencePhraseTests
{
    private static readonly TreatmentEntry Baseline = new()
    {
        Slug = "nothing",
        Name = LocalText.English("No treatment"),
        Summary = LocalText.English("Leaving it as it is."),
        Baseline = true,
    };

    [Theory]
    [InlineData(EvidenceDirection.Improves, Certainty.High, "Helps")]
    [InlineData(EvidenceDirection.Improves, Certainty.Moderate, "Probably helps")]
    [InlineData(EvidenceDirection.Improves, Certainty.Low, "May help")]
    [InlineData(EvidenceDirection.Improves, Certainty.VeryLow, "We are not sure it helps")]
    [InlineData(EvidenceDirection.LittleOrNoDifference, Certainty.High, "Makes little or no difference")]
    [InlineData(EvidenceDirection.LittleOrNoDifference, Certainty.Moderate, "Probably makes little or no difference")]
    [InlineData(EvidenceDirection.LittleOrNoDifference, Certainty.Low, "May make little or no difference")]
    [InlineData(EvidenceDirection.LittleOrNoDifference, Certainty.VeryLow, "We are not sure it helps")]
    [InlineData(EvidenceDirection.Mixed, Certainty.Low, "Studies disagree on whether it helps")]
    [InlineData(EvidenceDirection.Mixed, Certainty.VeryLow, "We are not sure it helps")]
    public void The_verb_follows_the_certainty(EvidenceDirection direction, Certainty certainty, string words) =>
        Assert.Equal(words, EvidencePhrase.Of(new()
        {
            Concern = "hair-loss",
            Offer = ConcernOffer.Studied,
            Direction = direction,
            Certainty = certainty,
        }));

    [Fact]
    public void What_nobody_studied_or_judged_is_said_so() =>
        Assert.Multiple(
            () => Assert.Equal("Offered, but with little or no controlled research", Words(ConcernOffer.WithoutResearch)),
            () => Assert.Equal("Not usually offered for this", Words(ConcernOffer.NotUsual)),
            () => Assert.Equal("Not yet reviewed", Words(ConcernOffer.Studied)),
            () => Assert.Equal("Not yet reviewed", EvidencePhrase.Of(null)));

    [Fact]
    public void What_it_was_compared_with_is_named_where_it_is_not_the_usual()
    {
        var named = Usual with { Comparator = LocalText.English("Wearing a splint.") };

        Assert.Equal("May help", EvidencePhrase.Of(Usual));
        Assert.Equal("May help, compared with wearing a splint", EvidencePhrase.Of(named));
        Assert.Equal("Not yet reviewed", EvidencePhrase.Of(named with { Certainty = null }));
    }

    [Fact]
    public void The_usual_comparison_is_said_once_of_those_that_name_no_other()
    {
        const string Dummy = "compared with no treatment or a dummy treatment";
        var named = Usual with { Comparator = LocalText.English("rest") };
        var unstudied = Usual with { Offer = ConcernOffer.WithoutResearch };

        Assert.Equal(Dummy, EvidencePhrase.ComparedWith(Baseline, [Usual, Usual]));
        Assert.Equal($"{Dummy}, unless something else is named", EvidencePhrase.ComparedWith(Baseline, [Usual, named]));
        Assert.Null(EvidencePhrase.ComparedWith(Baseline, [named, named with { Comparator = LocalText.English("ice") }, unstudied]));
        Assert.Equal(Dummy, EvidencePhrase.ComparedWith(Baseline, [unstudied]));
    }

    [Fact]
    public void Every_certainty_has_a_label_and_a_verb() =>
        Assert.All(Enum.GetValues<Certainty>(), certainty =>
            Assert.NotEqual(CertaintyLabels.LabelOf(certainty), CertaintyLabels.VerbOf(certainty)));

    [Fact]
    public void A_certainty_is_chosen_in_words_that_hold_whatever_the_studies_found() => Assert.Equal(
        ["Very low: we are not sure", "Low: perhaps", "Moderate: probably", "High: we are sure"],
        Enum.GetValues<Certainty>().Order().Select(CertaintyLabels.ChoiceOf));

    private static ConcernEvidenceEntry Usual { get; } =
        new() { Concern = "pain", Offer = ConcernOffer.Studied, Direction = EvidenceDirection.Improves, Certainty = Certainty.Low };

    private static string Words(ConcernOffer offer) => EvidencePhrase.Of(new() { Concern = "hair-loss", Offer = offer });
}

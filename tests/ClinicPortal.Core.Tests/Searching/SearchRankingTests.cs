using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Searching;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Searching;

/// <summary>
/// What people type on the sample clinic's home page, and what has to come first. Written before anything was searched for.
/// </summary>
public class SearchRankingTests
{
    private static readonly SearchIndex Index = SearchIndex.Of(SampleClinic.Edition, KnownMarkets.None);

    /// <summary>A worry comes first where a query names one.</summary>
    [Theory]
    [InlineData("wrinkels around eyes", "wrinkles-dynamic")]
    [InlineData("wrinkles around my eyes", "wrinkles-dynamic")]
    [InlineData("crows feet", "wrinkles-dynamic")]
    [InlineData("crow's feet", "wrinkles-dynamic")]
    [InlineData("frown lines", "wrinkles-dynamic")]
    [InlineData("smile lines", "wrinkles-static")]
    [InlineData("sunken face", "wrinkles-static")]
    [InlineData("balding", "hair-loss")]
    [InlineData("going bald", "hair-loss")]
    [InlineData("thinning hair", "hair-loss")]
    [InlineData("my hair is thinning", "hair-loss")]
    [InlineData("hair loss", "hair-loss")]
    [InlineData("hairloss", "hair-loss")]
    [InlineData("receding hair line", "hair-loss")]
    [InlineData("saç dökülmesi", "hair-loss")]
    [InlineData("sac dokulmesi", "hair-loss")]
    [InlineData("SAÇ DÖKÜLMESİ", "hair-loss")]
    [InlineData("tired face", "skin-rejuvenation")]
    [InlineData("tired looking face", "skin-rejuvenation")]
    [InlineData("dull skin", "skin-rejuvenation")]
    [InlineData("orange peel skin", "cellulite")]
    [InlineData("celulite", "cellulite")]
    [InlineData("cellulite on thighs", "cellulite")]
    [InlineData("selülit", "cellulite")]
    [InlineData("acne scars", "acne-scars")]
    [InlineData("ice pick scars", "acne-scars")]
    [InlineData("sivilce izi", "acne-scars")]
    [InlineData("brown spots", "hyperpigmentation")]
    [InlineData("age spots on my face", "hyperpigmentation")]
    [InlineData("melasma", "hyperpigmentation")]
    [InlineData("leke", "hyperpigmentation")]
    [InlineData("wound that doesn't heal", "wound-healing")]
    [InlineData("leg ulcer", "wound-healing")]
    public void A_worry_is_found_by_the_words_of_those_who_have_it(string query, string concern) =>
        Assert.Equal((SearchKind.Concern, concern), First(query));

    [Theory]
    [InlineData("mezoterapi", "mesotherapy")]
    [InlineData("meso", "mesotherapy")]
    [InlineData("prp", "prp")]
    [InlineData("dermaroller", "microneedling")]
    [InlineData("derma roller", "microneedling")]
    [InlineData("lip fillers", "ha-filler")]
    [InlineData("botox", "botulinum")]
    [InlineData("lazer", "laser-fractional")]
    [InlineData("saç ekimi", "hair-transplant")]
    [InlineData("hair transplant", "hair-transplant")]
    [InlineData("light peel", "peel-superficial")]
    [InlineData("hyaluronic acid", "ha-filler")]
    [InlineData("no treatment", "no-treatment")]
    public void A_treatment_is_found_by_what_people_call_it(string query, string treatment) =>
        Assert.Equal((SearchKind.Treatment, treatment), First(query));

    [Theory]
    [InlineData("prp vs meso", "/compare/mesotherapy-vs-prp")]
    [InlineData("prp or mesotherapy", "/compare/mesotherapy-vs-prp")]
    [InlineData("prp mesotherapy", "/compare/mesotherapy-vs-prp")]
    [InlineData("is prp better than mesotherapy?", "/compare/mesotherapy-vs-prp")]
    [InlineData("microneedling vs prp vs laser", "/compare/laser-fractional-vs-microneedling-vs-prp")]
    [InlineData("prp or hair transplant", "/compare/hair-transplant-vs-prp")]
    [InlineData("botox or fillers", "/compare/botulinum-vs-ha-filler")]
    [InlineData("prp or no treatment", "/compare/prp-vs-no-treatment")]
    [InlineData("prp vs mesotherapy for hair loss", "/compare/mesotherapy-vs-prp?concern=hair-loss")]
    [InlineData("prp vs meso for hair loss before my wedding", "/compare/mesotherapy-vs-prp?concern=hair-loss")]
    [InlineData("prp or mesotherapy for hair near brighton", "/compare/mesotherapy-vs-prp?concern=hair-loss")]
    [InlineData("light peel or laser for acne scars", "/compare/laser-fractional-vs-peel-superficial?concern=acne-scars")]
    public void Two_treatments_in_one_query_lead_to_their_comparison(string query, string address) =>
        Assert.Equal(address, Index.Find(query)[0].Comparison?.ToString());

    [Theory]
    [InlineData("pain", "pain", null)]
    [InlineData("does prp hurt", "pain", "prp")]
    [InlineData("price", "cost-band", null)]
    [InlineData("prp price", "cost-band", "prp")]
    [InlineData("how much is it", "cost-band", null)]
    [InlineData("blood thinners", "not-suitable", null)]
    [InlineData("prp pregnant", "not-suitable", "prp")]
    [InlineData("side effects of mesotherapy", "common-effects", "mesotherapy")]
    [InlineData("laser downtime", "downtime", "laser-fractional")]
    [InlineData("how long does filler last", "duration", "ha-filler")]
    [InlineData("is it safe", "serious-risks", null)]
    [InlineData("time off work", "downtime", null)]
    public void A_question_leads_to_its_row(string query, string criterion, string? treatment)
    {
        var first = Index.Find(query)[0];

        Assert.Equal((SearchKind.Row, criterion), (first.Kind, first.Criterion));
        Assert.Equal(treatment ?? first.Slug, first.Slug);
    }

    [Theory]
    [InlineData("centrifuge", "centrifuge")]
    [InlineData("collagen", "collagen")]
    [InlineData("cannula", "cannula")]
    public void A_word_of_the_field_is_explained(string query, string term) => Assert.Equal((SearchKind.Term, term), First(query));

    [Fact]
    public void One_name_of_two_treatments_finds_both() =>
        Assert.Equal(["microneedling", "prp"], Index.Find("vampire facial").Take(2).Select(hit => hit.Slug));

    [Theory]
    [InlineData("peel")]
    [InlineData("peels")]
    [InlineData("chemical peel")]
    public void A_kind_of_treatments_finds_them_before_anything_else(string query) =>
        Assert.Equal(["peel-medium", "peel-superficial"], Index.Find(query).Take(2).Select(hit => hit.Slug).Order());

    [Theory]
    [InlineData("hair")]
    [InlineData("face")]
    [InlineData("acne scars")]
    [InlineData("wrinkles")]
    public void Concerns_come_before_treatments_treatments_before_rows_and_rows_before_words(string query)
    {
        var kinds = Index.Find(query).Where(hit => hit.Field != SearchField.Text).Select(hit => hit.Kind).ToList();

        Assert.Contains(SearchKind.Concern, kinds);
        Assert.Equal(kinds.Order(), kinds);
    }

    [Theory]
    [InlineData("chemical peel")]
    [InlineData("vampire facial")]
    [InlineData("prp")]
    [InlineData("prp for hair")]
    [InlineData("hair loss")]
    public void One_treatment_is_no_comparison(string query) =>
        Assert.DoesNotContain(Index.Find(query), hit => hit.Kind == SearchKind.Comparison);

    [Theory]
    [InlineData("wedding")]
    [InlineData("holiday")]
    [InlineData("chair")]
    [InlineData("football")]
    [InlineData("gold")]
    [InlineData("later")]
    public void An_everyday_word_is_no_misspelling_of_a_name(string query) =>
        Assert.DoesNotContain(Index.Find(query), hit => hit.Field != SearchField.Text);

    private static (SearchKind, string) First(string query) => Index.Find(query)[0] is var hit ? (hit.Kind, hit.Slug) : default;
}

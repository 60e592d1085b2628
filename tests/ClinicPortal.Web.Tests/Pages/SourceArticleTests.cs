using AngleSharp.Dom;
using ClinicPortal.Testing;

namespace ClinicPortal.Web.Tests.Pages;

/// <summary>Every fact of the clinic's article (S1 to S12) stands on the comparison of PRP and mesotherapy, in our own words.</summary>
public sealed class SourceArticleTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task S1_prp_is_the_patients_own_blood_spun_so_that_platelets_gather_in_plasma() =>
        Says(await Cell("what", "PRP"), "your own blood", "spun", "centrifuge", "platelets", "plasma");

    [Fact]
    public async Task S2_prp_is_used_for_skin_rejuvenation_hair_loss_and_wounds()
    {
        Says(await Cell("what", "PRP"), "skin rejuvenation", "hair loss", "wounds heal");
        Says(await Cell("areas-concerns", "PRP"), "skin rejuvenation", "hair loss", "wound healing");
    }

    [Fact]
    public async Task S3_in_skin_prp_is_meant_to_raise_collagen_and_elastin_for_firmer_brighter_younger_skin() =>
        Says(await Cell("mechanism", "PRP"), "collagen", "elastin", "firmer", "brighter", "younger", "These are aims");

    [Fact]
    public async Task S4_on_the_scalp_prp_is_meant_to_stimulate_the_follicles() =>
        Says(await Cell("mechanism", "PRP"), "meant to stimulate the hair follicles", "hair grows");

    [Fact]
    public async Task S5_mesotherapy_injects_small_amounts_of_medicine_vitamins_minerals_and_nutrients() =>
        Says(
            await Cell("what", "Mesotherapy"), "Small amounts", "medicine", "vitamins", "minerals", "nutrients", "injected",
            "skin rejuvenation", "cellulite", "hair loss");

    [Fact]
    public async Task S6_what_is_injected_is_meant_to_act_on_elasticity_collagen_or_fat() =>
        Says(await Cell("mechanism", "Mesotherapy"), "elastic", "collagen", "fat");

    [Fact]
    public async Task S7_prp_wakes_cells_beneath_the_surface_and_mesotherapy_acts_by_its_substances()
    {
        Says(await Cell("mechanism", "PRP"), "cells beneath the surface", "renew old cells");
        Says(await Cell("mechanism", "Mesotherapy"), "act directly on the spot");
        Says(
            await Contrast("What it contains and how it works"), "own blood", "Mesotherapy does not use your blood", "vitamins", "minerals",
            "cells beneath the surface", "substances themselves");
    }

    [Fact]
    public async Task S8_prp_takes_blood_spins_it_and_injects_while_mesotherapy_injects_at_once_and_is_quicker()
    {
        Says(await Cell("process", "PRP"), "three steps", "blood is taken", "spun", "injection", "make the visit longer");
        Says(await Cell("process", "Mesotherapy"), "injections", "straight into the skin", "short and simple");
        Says(await Contrast("How it is done"), "PRP takes longer", "mesotherapy is the quicker and simpler of the two");
    }

    [Fact]
    public async Task S9_both_are_repeated_and_mesotherapy_often_takes_longer_to_show()
    {
        Says(await Cell("sessions", "PRP"), "usually repeated");
        Says(await Cell("sessions", "Mesotherapy"), "usually repeated");
        Says(await Cell("onset", "PRP"), "after a few sessions");
        Says(await Cell("onset", "Mesotherapy"), "slow to show");
        Says(
            await Contrast("Results and how long they take"), "Both are usually repeated", "after a few sessions",
            "With mesotherapy, they say, it often takes longer");
    }

    [Fact]
    public async Task S10_prp_is_for_skin_and_hair_and_mesotherapy_also_for_cellulite()
    {
        Says(await Cell("areas-concerns", "Mesotherapy"), "skin rejuvenation", "cellulite");
        Says(await Contrast("What it is used for"), "skin rejuvenation", "hair loss", "cellulite");
    }

    [Fact]
    public async Task S11_that_both_are_effective_is_only_what_clinics_say_beside_the_evidence()
    {
        var page = await Page();
        var claim = page.QuerySelectorAll("#contrasts h4")
            .Single(head => head.TextContent.StartsWith("What clinics say", StringComparison.Ordinal)).ParentElement!;

        Says(claim.Words(), "What clinics say", "not evidence", "effective");
        Assert.NotEmpty(page.QuerySelectorAll("#evidence tr[id^=how-sure-]"));
        claim.Remove();
        page.QuerySelector("ol.sources")!.Remove();
        Assert.DoesNotContain("effective", page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task S12_what_suits_depends_on_needs_skin_and_goals_and_is_talked_over_with_a_specialist() =>
        Says(
            (await Page()).QuerySelector("main")!.Words(), "depends on what you need, on your type of skin and on your goals",
            "dermatologist", "plastic surgeon");

    [Fact]
    public async Task No_six_words_of_the_article_stand_in_a_row()
    {
        var page = await Page();

        Assert.Empty(SourceArticle.RunsIn(page.Body!.Words()));
    }

    private Task<IDocument> Page() => portal.GetPage("/compare/mesotherapy-vs-prp");

    private async Task<string> Cell(string criterion, string option)
    {
        var page = await Page();
        var column = page.QuerySelector(".whole")!.QuerySelectorAll("h4").Select(name => name.TextContent).ToList().IndexOf(option);
        return page.QuerySelectorAll($"tr#{criterion} > td, #{criterion} .whole > div")[column].Words();
    }

    private async Task<string> Contrast(string heading)
    {
        var page = await Page();
        return page.QuerySelectorAll("#contrasts h4").Single(found => found.TextContent == heading).ParentElement!.Words();
    }

    private static void Says(string text, params string[] facts) =>
        Assert.All(facts, fact => Assert.Contains(fact, text, StringComparison.OrdinalIgnoreCase));
}

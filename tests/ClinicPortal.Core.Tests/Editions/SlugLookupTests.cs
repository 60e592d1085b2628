using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Editions;

public class SlugLookupTests
{
    [Fact]
    public void A_treatment_is_found_by_its_slug() =>
        Assert.Equal("prp", Assert.IsType<SlugLookup<TreatmentEntry>.Found>(Look("prp")).Entry.Slug);

    [Theory]
    [InlineData("PRP")]
    [InlineData("platelet-rich-plasma")]
    [InlineData("Platelet-Rich-Plasma")]
    public void An_older_or_upper_case_address_leads_to_the_treatment(string slug) =>
        Assert.Equal("prp", Assert.IsType<SlugLookup<TreatmentEntry>.Renamed>(Look(slug)).Entry.Slug);

    [Fact]
    public void An_archived_treatment_names_what_replaced_it() =>
        Assert.Equal("laser-fractional", Assert.IsType<SlugLookup<TreatmentEntry>.Archived>(Look("carbon-facial")).ReplacedBy?.Slug);

    [Fact]
    public void A_replacement_that_was_archived_in_its_turn_leads_on_and_a_ring_leads_nowhere()
    {
        var edition = ExampleEdition.With(content => content with
        {
            Treatments =
            [
                .. content.Treatments,
                Archived("oldest", "carbon-facial"),
                Archived("hen", "egg"),
                Archived("egg", "hen"),
                Archived("gone", "nowhere"),
            ],
        });

        Assert.Equal("laser-fractional", Replacement(edition, "oldest"));
        Assert.Null(Replacement(edition, "hen"));
        Assert.Null(Replacement(edition, "gone"));
    }

    [Fact]
    public void A_slug_that_a_treatment_has_today_wins_over_one_that_another_had_before()
    {
        var edition = ExampleEdition.With(content => content with
        {
            Treatments = [.. content.Treatments, Entry("older") with { FormerSlugs = ["prp", "hollywood-peel"] }],
        });

        var found = Assert.IsType<SlugLookup<TreatmentEntry>.Found>(SlugLookup.Treatment(edition, "prp"));
        var renamed = Assert.IsType<SlugLookup<TreatmentEntry>.Renamed>(SlugLookup.Treatment(edition, "hollywood-peel"));

        Assert.Equal("prp", found.Entry.Slug);
        Assert.Equal("older", renamed.Entry.Slug);
    }

    [Fact]
    public void Concerns_are_looked_up_in_the_same_way()
    {
        var renamed = Assert.IsType<SlugLookup<ConcernEntry>.Renamed>(SlugLookup.Concern(ExampleEdition.Edition, "baldness"));

        Assert.Equal("hair-loss", renamed.Entry.Slug);
        Assert.IsType<SlugLookup<ConcernEntry>.Found>(SlugLookup.Concern(ExampleEdition.Edition, "hair-loss"));
        Assert.IsType<SlugLookup<ConcernEntry>.Unknown>(SlugLookup.Concern(ExampleEdition.Edition, "prp"));
    }

    private static SlugLookup<TreatmentEntry> Look(string slug) => SlugLookup.Treatment(ExampleEdition.Edition, slug);

    private static string? Replacement(Edition edition, string slug) =>
        Assert.IsType<SlugLookup<TreatmentEntry>.Archived>(SlugLookup.Treatment(edition, slug)).ReplacedBy?.Slug;

    private static TreatmentEntry Archived(string slug, string replacedBy) =>
        Entry(slug) with { Archived = true, ReplacedBy = replacedBy };

    private static TreatmentEntry Entry(string slug) => new() { Slug = slug, Name = Text(slug), Summary = Text(slug) };
}

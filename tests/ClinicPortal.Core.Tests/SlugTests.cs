using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Tests;

public class SlugTests
{
    [Theory]
    [InlineData("prp")]
    [InlineData("ha-filler")]
    [InlineData("no-treatment")]
    [InlineData("co2-laser-2")]
    public void A_slug_is_lower_case_words_joined_by_hyphens(string slug) => Assert.True(Slug.IsValid(slug));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("PRP")]
    [InlineData("ha--filler")]
    [InlineData("-prp")]
    [InlineData("prp ")]
    [InlineData("çilek")]
    [InlineData("prp-vs-mesotherapy")]
    public void Anything_else_is_refused_so_that_comparison_addresses_stay_readable(string? slug) => Assert.False(Slug.IsValid(slug));

    [Theory]
    [InlineData("Gençlik Aşısı", "genclik-asisi")]
    [InlineData("Wait & see (6 weeks)", "wait-see-6-weeks")]
    [InlineData("The doctor's call", "the-doctors-call")]
    [InlineData("Splint vs. surgery", "splint-surgery")]
    [InlineData("Операция", "operatsiya")]
    [InlineData("!?", "")]
    public void A_slug_is_made_of_what_people_call_a_thing(string name, string slug) => Assert.Equal(slug, Slug.From(name));

    [Fact]
    public void What_is_made_of_any_name_is_a_slug_and_not_reserved()
    {
        foreach (var name in new[] { "New", "", "vs", "—", new string('a', 200), string.Join(' ', Enumerable.Repeat("word", 40)) })
            Assert.All(Slug.Candidates(name, "treatment").Take(12), slug => Assert.True(Slug.IsValid(slug) && slug != Slug.New, slug));
        Assert.Equal(["night-splint", "night-splint-2", "night-splint-3"], Slug.Candidates("Night splint", "x").Take(3));
        Assert.Equal("new-2", Slug.Candidates("New", "x").First());
    }

    [Fact]
    public void A_slug_has_at_most_sixty_characters()
    {
        Assert.True(Slug.IsValid(new string('a', Slug.MaxLength)));
        Assert.False(Slug.IsValid(new string('a', Slug.MaxLength + 1)));
    }
}

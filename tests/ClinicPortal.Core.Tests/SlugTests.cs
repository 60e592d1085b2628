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

    [Fact]
    public void A_slug_has_at_most_sixty_characters()
    {
        Assert.True(Slug.IsValid(new string('a', Slug.MaxLength)));
        Assert.False(Slug.IsValid(new string('a', Slug.MaxLength + 1)));
    }
}
